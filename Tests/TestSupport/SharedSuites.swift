package import Foundation

/// The folder `../shared` beside the package, with conformance suites and posts from the wild; absent from a plain
/// clone, where the tests that need it say that they are skipped.
package enum SharedSuites {
  /// `../shared`, seen from the root of the package.
  package static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  /// The posts of `../shared/corpora`.
  package static let corpora = folder.appending(path: "corpora")

  /// Whether the posts are there.
  package static var hasCorpora: Bool { FileManager.default.fileExists(atPath: corpora.path) }

  /// Whether a suite is in `../shared/suites`.
  package static func isPresent(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url(name).path)
  }

  /// The cases of a suite, a JSON array.
  package static func load<Case: Decodable>(_ name: String, as type: Case.Type) throws -> [Case] {
    try JSONDecoder().decode([Case].self, from: Data(contentsOf: url(name)))
  }

  private static func url(_ name: String) -> URL {
    folder.appending(path: "suites").appending(path: name)
  }
}
