package import SourceText

/// The files of a library one by one, as they lie on disk now; a catalog keeps none of their bytes.
package struct PostFiles: Sendable {
  /// Nil when the library itself cannot be read.
  private let folder: LibraryFolder?

  init(root: String) {
    folder = try? LibraryFolder(root: root)
  }

  /// The bytes of a file, named as in ``Session/file``; nil when it cannot be read.
  package func bytes(of path: String) -> [UInt8]? {
    try? folder?.read(path)
  }

  /// A file, for positions in it and what else a session does not tell; nil when it cannot be read.
  package func file(_ path: String) -> SourceFile? {
    bytes(of: path).map { SourceFile(path: path, bytes: $0) }
  }
}
