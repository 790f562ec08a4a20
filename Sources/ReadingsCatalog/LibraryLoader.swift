/// Reads a library, a folder of posts, into a ``Catalog``.
package struct LibraryLoader: Sendable {
  /// Why a library cannot be read at all.
  package enum Failure: Error, Equatable {
    case noSuchFolder(String)
    case notAFolder(String)
    case unreadable(path: String, reason: String)
  }

  /// The folder, as the user wrote it.
  package let folder: String
  /// Also read Markdown files without front matter, titled by their first heading.
  package var readsPlainMarkdown = false

  package init(folder: String) {
    self.folder = folder
  }

  /// Reads every post below the folder, in parallel.
  package func load() throws(Failure) -> Catalog {
    Catalog(sessions: [])
  }
}
