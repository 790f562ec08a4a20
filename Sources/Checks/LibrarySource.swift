package import ReadingsCatalog
package import SourceText

/// Where the posts of a library come from: a folder, or texts in memory.
package protocol LibrarySource: Sendable {
  /// Every file that can be a post, sorted by bytes.
  var paths: [String] { get }
  /// The bytes of a file; nil when it cannot be read.
  func bytes(of path: String) -> [UInt8]?
  /// The names in a folder of the library; nil when there is no such folder.
  func names(in path: String) -> [String]?
}

extension LibraryListing: LibrarySource {}

/// A library of texts in memory: the examples of rules.
package struct SampleLibrary: LibrarySource {
  /// By path.
  package let files: [SourceFile]
  package let paths: [String]

  /// A library of these files, in any order.
  package init(_ files: [SourceFile]) {
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    paths = self.files.map(\.path)
  }

  /// What the catalog's reader makes of the files.
  package var catalog: Catalog {
    var configuration = LibraryConfiguration()
    var problems: [CatalogProblem] = []
    if let file = files.first(where: { $0.path == LibraryConfiguration.fileName }) {
      configuration = LibraryConfiguration(reading: file)
      problems = configuration.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) }
    }
    var sessions: [Session] = []
    for file in files where file.path != LibraryConfiguration.fileName {
      let post = PostReader(configuration: configuration).read(file)
      sessions += post.sessions
      problems += post.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) }
    }
    return Catalog(
      sessions: sessions, problems: problems, fileCount: files.count, configuration: configuration)
  }

  package func bytes(of path: String) -> [UInt8]? {
    files.first { $0.path == path }?.bytes
  }

  package func names(in path: String) -> [String]? {
    let prefix = path.isEmpty ? "" : path + "/"
    let names = files.lazy.map(\.path).filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count).prefix { $0 != "/" })
    }
    return names.isEmpty ? nil : Array(Set(names)).sorted()
  }
}
