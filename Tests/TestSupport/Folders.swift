package import Foundation

/// Where the package lies, found from this file.
package enum PackageFolder {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The absolute path of something named from the package's root.
  package static func path(_ relative: String) -> String {
    root.appending(path: relative).standardizedFileURL.path
  }
}

/// The folder `../shared` beside the package, with conformance suites and posts from the wild; absent from a plain
/// clone, where the tests that need it say that they are skipped.
package enum SharedFolder {
  /// Its place, whether it is there or not.
  package static let url = URL(filePath: PackageFolder.path("../shared"))

  /// Whether a file or folder, named from `../shared`, is there.
  package static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: path).path)
  }

  /// The cases of a suite, a JSON array, named without `.json`.
  package static func suite<Case: Decodable>(_ name: String, of type: Case.Type) throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: suiteData(name))
  }

  /// The bytes of a suite, named without `.json`.
  package static func suiteData(_ name: String) throws -> Data {
    try Data(contentsOf: url.appending(path: "suites/\(name).json"))
  }
}
