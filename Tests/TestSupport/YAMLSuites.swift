package import Foundation

/// The conformance suites that lie beside the package, in `../shared/suites`; absent from a plain clone.
package enum SharedSuites {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder `../shared`, seen from the root of the package.
  package static let shared = root.deletingLastPathComponent().appending(path: "shared")

  package static func url(_ name: String) -> URL {
    shared.appending(path: "suites").appending(path: name)
  }

  package static func isPresent(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url(name).path)
  }

  package static func load<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: Data(contentsOf: url(name)))
  }
}
