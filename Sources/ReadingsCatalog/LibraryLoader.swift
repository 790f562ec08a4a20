internal import SourceText

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

  /// Which sessions must be known with their readings; nil for all.
  package var selection: SessionSelection?

  /// What the readings are to be without; nothing, unless it is set.
  package var omitted: ReadingParts = []
  /// The files below the folder, where they were listed already.
  package var listing: LibraryListing?
  /// Keep the bytes of the files, for who looks at them again.
  package var keepsFiles = false

  package init(folder: String) {
    self.folder = folder
  }

  /// Reads every post below the folder, in parallel.
  ///
  /// A file that cannot be read, or has mistakes, costs a problem of its own (`unreadable-file`, and the ids of
  /// the parsers) and never another post.
  package func load() throws(Failure) -> Catalog {
    if let listing { return load(listing) }
    return load(try LibraryListing(folder: folder))
  }

  private func load(_ listing: LibraryListing) -> Catalog {
    let (library, paths) = (listing.folder, listing.paths)
    let (configuration, configurationProblems) = LibraryLoader.readConfiguration(in: library)
    let reader = PostReader(
      readsPlainMarkdown: readsPlainMarkdown, configuration: configuration, selection: selection,
      without: omitted)
    var results = read(paths, in: library, reader)
    let ruledOut = paths.indices.filter { !results[$0].unreadKeys.isEmpty }
    // Which keys are free depends on all sessions.
    let keys = ruledOut.isEmpty ? [] : results.flatMap { $0.sessions.map(\.key) + $0.unreadKeys }
    if Set(keys).count < keys.count {
      let rest = read(ruledOut.map { paths[$0] }, in: library, reader.readingFrontMatter)
      for (index, result) in zip(ruledOut, rest) { results[index] = result }
    }
    var sessions = results.flatMap(\.sessions)
    SessionKeys.makeUnique(&sessions)
    if !omitted.contains(.sharedKey) { PaperKeys.share(&sessions, forms: results.flatMap(\.titleForms)) }
    let folders = listing.unreadable.map { LibraryLoader.unreadable("folder", $0.path, $0.reason) }
    let problems = (folders + configurationProblems + results.flatMap(\.problems)).sorted { left, right in
      left.file.path == right.file.path
        ? left.diagnostic.span < right.diagnostic.span
        : LibraryFolder.precedes(left.file.path, right.file.path)
    }
    return Catalog(
      sessions: sessions, problems: problems, fileCount: paths.count, files: results.compactMap(\.file),
      configuration: configuration)
  }

  private func read(_ paths: [String], in library: LibraryFolder, _ reader: PostReader) -> [FileResult] {
    InParallel.map(paths, pieceSize: 32) { paths in
      paths.map { read($0, in: library, reader) }
    }.flatMap { $0 }
  }

  /// The files of the library, to be read again one by one.
  package var files: PostFiles { PostFiles(root: folder) }

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
    /// Nil unless files are kept.
    var file: SourceFile?
    var sessions: [Session] = []
    var problems: [CatalogProblem] = []
    /// Hashes of the comparison forms of the readings' titles, one after the other.
    var titleForms: [Int] = []
    /// The key that the session may have of a file that was not read because nothing of it can be wanted.
    var unreadKeys: [String] = []
  }

  private func read(_ path: String, in library: LibraryFolder, _ reader: PostReader) -> FileResult {
    do {
      let file = SourceFile(path: path, bytes: try library.read(path))
      let post = reader.read(file)
      let diagnostics = post.diagnostics.sorted { $0.span < $1.span }
      var result = FileResult(
        file: keepsFiles ? file : nil, sessions: post.sessions,
        problems: diagnostics.map { CatalogProblem(file: file, diagnostic: $0) },
        unreadKeys: post.isRuledOut ? [PostReader.stem(of: path)] : [])
      if !omitted.contains(.sharedKey) {
        result.titleForms = post.sessions.flatMap { session in
          session.readings.indices.map { PaperKeys.form(ofTitle: session.readings[$0].title).hashValue }
        }
      }
      return result
    } catch {
      return FileResult(problems: [LibraryLoader.unreadable("file", path, error.reason)])
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
    counts.reserveCapacity(sessions.count)
    for session in sessions { counts[session.key, default: 0] += 1 }
    guard counts.count < sessions.count else { return }
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
  ///
  /// - Parameter forms: the hash of the ``form(ofTitle:)`` of every reading, in order; made while files are read, because
  ///   most readings have an identifier and a title of their own, and forms of all of them would cost more than the rest.
  static func share(_ sessions: inout [Session], forms: [Int]) {
    var wanted: Set<Int> = []
    var places: [(session: Int, reading: Int, form: Int)] = []
    places.reserveCapacity(forms.count)
    for (session, content) in sessions.enumerated() {
      for reading in content.readings.indices {
        let form = forms[places.count]
        places.append((session, reading, form))
        if content.readings[reading].identifiers.isEmpty { wanted.insert(form) }
      }
    }
    if wanted.isEmpty { return }
    places.removeAll { !wanted.contains($0.form) }
    var keys: [ByteText: Set<String>] = [:]
    for place in places {
      let reading = sessions[place.session].readings[place.reading]
      if !reading.identifiers.isEmpty { keys[form(ofTitle: reading.title), default: []].insert(reading.key) }
    }
    if keys.isEmpty { return }
    for place in places where sessions[place.session].readings[place.reading].identifiers.isEmpty {
      let title = form(ofTitle: sessions[place.session].readings[place.reading].title)
      guard !title.isEmpty, let shared = keys[title], shared.count == 1, let key = shared.first else {
        continue
      }
      sessions[place.session].readings[place.reading].key = key
    }
  }

  /// What titles are compared by.
  static func form(ofTitle title: String) -> ByteText { comparisonForm(ByteText(title)) }
}
