internal import Dispatch
internal import SourceText
internal import Synchronization

/// Reads a library, a folder of posts, into a ``Catalog``.
package struct LibraryLoader: Sendable {
  /// Why a library cannot be read at all.
  package enum Failure: Error, Equatable {
    case noSuchFolder(String)
    case notAFolder(String)
    /// The reason is the system's, in lower case.
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
  ///
  /// A file that cannot be read, or has mistakes, costs a problem of its own (`unreadable-file`, and the ids of
  /// the parsers) and never another post.
  package func load() throws(Failure) -> Catalog {
    let library = LibraryFolder(root: folder)
    let contents = try library.contents()
    let paths = contents.files
    // Small batches even out files of different sizes; results keep their batch's place, so order is the paths'.
    let batchSize = 32
    let batchCount = (paths.count + batchSize - 1) / batchSize
    let batches = Mutex([[FileResult]](repeating: [], count: batchCount))
    let (configuration, configurationProblems) = LibraryLoader.readConfiguration(in: library)
    let reader = PostReader(readsPlainMarkdown: readsPlainMarkdown, configuration: configuration)
    DispatchQueue.concurrentPerform(iterations: batchCount) { batch in
      let range = (batch * batchSize)..<min(paths.count, (batch + 1) * batchSize)
      let results = paths[range].map { LibraryLoader.read($0, in: library, reader) }
      batches.withLock { $0[batch] = results }
    }
    let results = batches.withLock { $0 }.flatMap { $0 }
    var sessions = results.flatMap(\.sessions)
    SessionKeys.makeUnique(&sessions)
    PaperKeys.share(&sessions)
    let folders = contents.unreadable.map { LibraryLoader.unreadable("folder", $0.path, $0.reason) }
    let problems = (folders + configurationProblems + results.flatMap(\.problems)).sorted { left, right in
      left.file.path == right.file.path
        ? left.diagnostic.span < right.diagnostic.span
        : left.file.path.utf8.lexicographicallyPrecedes(right.file.path.utf8)
    }
    return Catalog(
      sessions: sessions, problems: problems, fileCount: paths.count, configuration: configuration)
  }

  /// The bytes of a file as they lie on disk now, named as in ``Session/file``; nil when it cannot be read.
  package func bytes(of file: String) -> [UInt8]? {
    try? LibraryFolder(root: folder).read(file)
  }

  private static func readConfiguration(
    in library: LibraryFolder
  ) -> (LibraryConfiguration, [CatalogProblem]) {
    let name = LibraryConfiguration.fileName
    do {
      let file = SourceFile(path: name, bytes: try library.read(name))
      let configuration = LibraryConfiguration(reading: file)
      return (configuration, configuration.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) })
    } catch {
      return (LibraryConfiguration(), error.isMissing ? [] : [unreadable("file", name, error.reason)])
    }
  }

  private struct FileResult: Sendable {
    var sessions: [Session] = []
    var problems: [CatalogProblem] = []
  }

  private static func read(_ path: String, in library: LibraryFolder, _ reader: PostReader) -> FileResult {
    do {
      let file = SourceFile(path: path, bytes: try library.read(path))
      let post = reader.read(file)
      let diagnostics = post.diagnostics.sorted { $0.span < $1.span }
      return FileResult(
        sessions: post.sessions, problems: diagnostics.map { CatalogProblem(file: file, diagnostic: $0) })
    } catch {
      return FileResult(problems: [unreadable("file", path, error.reason)])
    }
  }

  private static func unreadable(_ what: String, _ path: String, _ reason: String) -> CatalogProblem {
    let diagnostic = Diagnostic(
      .error, "unreadable-file", "the \(what) cannot be read: \(reason)", at: SourceSpan(0, 0))
    return CatalogProblem(file: SourceFile(path: path, bytes: []), diagnostic: diagnostic)
  }
}

/// Gives every session of a catalog a key of its own.
enum SessionKeys {
  /// Sessions that share a key are called by their path without extension instead, with a number where a file
  /// holds several; which session was read first plays no part.
  static func makeUnique(_ sessions: inout [Session]) {
    var counts: [String: Int] = [:]
    for session in sessions { counts[session.key, default: 0] += 1 }
    var taken = Set(counts.filter { $0.value == 1 }.keys)
    for index in sessions.indices where counts[sessions[index].key, default: 0] > 1 {
      let path = sessions[index].file
      let base = path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
      var key = base
      var number = 1
      while !taken.insert(key).inserted {
        number += 1
        key = "\(base)-\(number)"
      }
      sessions[index].key = key
    }
  }
}

/// Lets readings that spell a title alike share one key.
enum PaperKeys {
  /// A reading without an identifier takes the key of the readings that have the same title and an identifier,
  /// if those agree; so a paper is found under one key though only one session gives its link.
  static func share(_ sessions: inout [Session]) {
    var keys: [ByteText: Set<String>] = [:]
    for reading in sessions.lazy.flatMap(\.readings) where !reading.identifiers.isEmpty {
      keys[comparisonForm(ByteText(reading.title)), default: []].insert(reading.key)
    }
    for session in sessions.indices {
      for index in sessions[session].readings.indices
      where sessions[session].readings[index].identifiers.isEmpty {
        let title = comparisonForm(ByteText(sessions[session].readings[index].title))
        guard !title.isEmpty, let shared = keys[title], shared.count == 1, let key = shared.first
        else { continue }
        sessions[session].readings[index].key = key
      }
    }
  }
}
