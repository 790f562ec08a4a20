internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// Finds what the last word of a command line can be.
struct CompletionCandidates {
  private let request: CompletionRequest
  /// Reads the library when it is needed, with the readings of the sessions that are selected, of all when nothing
  /// is; gives an empty catalog when it cannot be read.
  private let catalog: (SessionSelection?) -> Catalog

  init(_ request: CompletionRequest, catalog: @escaping (SessionSelection?) -> Catalog) {
    self.request = request
    self.catalog = catalog
  }

  /// In the order in which they are offered, each once; all begin with what is typed.
  func find() -> [CompletionCandidate] {
    let candidates =
      switch request.subject {
      case .command(let group): commands(of: group)
      case .option: options
      case .value(let kind): values(of: kind)
      case .positional(let kind): words(of: kind)
      case .nothing: [CompletionCandidate]()
      }
    var seen: Set<String> = []
    return candidates.filter { $0.starts(with: request.text) && seen.insert($0.text).inserted }
  }

  private func commands(of group: String?) -> [CompletionCandidate] {
    CommandTable.visibleCommands.compactMap { command in
      let words = command.words
      guard let group else {
        return CompletionCandidate(words[0], words.count == 1 ? command.meaning : "")
      }
      return words.count == 2 && words[0] == group ? CompletionCandidate(words[1], command.meaning) : nil
    }
  }

  private var options: [CompletionCandidate] {
    (request.command?.allOptions ?? OptionSpecification.common).map {
      CompletionCandidate("--" + $0.name, $0.meaning)
    }
  }

  private func values(of kind: OptionSpecification.Value.Kind) -> [CompletionCandidate] {
    switch kind {
    case .choice(let choices): choices.map { CompletionCandidate($0) }
    case .tag: tags(.tags)
    case .category: tags(.categories)
    case .term: terms
    case .author: readingNames(\.authors)
    case .key: keys
    case .session: sessions
    case .fields: listed(fieldNames)
    case .sorting: listed(sortingNames)
    case .query: QueryCandidates(request.text, self).find()
    case .text, .number, .yearRange, .folder, .file: []
    }
  }

  private func words(of kind: CommandSpecification.Positional.Kind) -> [CompletionCandidate] {
    switch kind {
    case .key: keys
    case .tag: tags(.tags)
    case .query: QueryCandidates(request.text, self).find()
    case .commandName:
      CommandTable.visibleCommands.map { CompletionCandidate($0.words[0], $0.meaning) }
        + HelpTopic.all.map { CompletionCandidate($0.name, $0.meaning) }
    case .choice(let choices): choices.map { CompletionCandidate($0) }
    case .words, .file: []
    }
  }

  // MARK: Names in the library

  /// Reads nothing below the front matter, save in posts where a reading can have a tag of its own.
  func tags(_ field: TagCount.Field) -> [CompletionCandidate] {
    let catalog = catalog(SessionSelection { _, mayTagReadings in field == .tags && mayTagReadings() })
    return TagCount.count(field, in: catalog).map {
      CompletionCandidate($0.spelling, count: $0.sessionCount)
    }
  }

  var terms: [CompletionCandidate] { sessionNames { $0.term.map { [$0] } ?? [] } }

  var sessions: [CompletionCandidate] {
    catalogOfFrontMatter.sessions.map { CompletionCandidate($0.key, $0.title) }
  }

  var keys: [CompletionCandidate] {
    let sessions = catalog(nil).sessions
    return sessions.map { CompletionCandidate($0.key, $0.title) }
      + sessions.flatMap(\.readings).map { CompletionCandidate($0.key, $0.title) }
  }

  /// The names that front matter gives, sorted, each with the number of sessions that have it.
  func sessionNames(_ names: (Session) -> [String]) -> [CompletionCandidate] {
    counted(catalogOfFrontMatter.sessions.map(names))
  }

  /// The names that readings give, sorted, each with the number of sessions that have it.
  func readingNames(_ names: (Reading) -> [String]) -> [CompletionCandidate] {
    counted(catalog(nil).sessions.map { $0.readings.flatMap(names) })
  }

  private var catalogOfFrontMatter: Catalog { catalog(SessionSelection { _, _ in false }) }

  private func counted(_ namesOfSessions: [[String]]) -> [CompletionCandidate] {
    var counts: [String: Int] = [:]
    for names in namesOfSessions {
      for name in Set(names) { counts[name, default: 0] += 1 }
    }
    return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { CompletionCandidate($0.key, count: $0.value) }
  }

  // MARK: Lists of fields

  private var fieldNames: [String] {
    request.listsSessions
      ? FieldCatalog.sessions.fields.map(\.name) : FieldCatalog.readings.fields.map(\.name)
  }

  private var sortingNames: [String] {
    Sorting.Field.allCases.filter { !request.listsSessions || $0.sortsSessions }.map(\.rawValue)
  }

  /// What is typed up to its last comma, followed by each name that does not stand there yet.
  private func listed(_ names: [String]) -> [CompletionCandidate] {
    let end = request.text.lastIndex(of: ",").map { request.text.index(after: $0) } ?? request.text.startIndex
    let typed = request.text[..<end]
    let taken = Set(
      typed.split(separator: ",").map { $0.hasSuffix("-") ? String($0.dropLast()) : String($0) })
    return names.filter { !taken.contains($0) }.map { CompletionCandidate(typed + $0) }
  }
}
