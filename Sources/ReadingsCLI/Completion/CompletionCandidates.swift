internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// Finds what the last word of a command line can be.
struct CompletionCandidates {
  private let request: CompletionRequest
  /// Reads the library when it is needed, and gives an empty catalog when it cannot be read.
  private let catalog: () -> Catalog

  init(_ request: CompletionRequest, catalog: @escaping () -> Catalog) {
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
    case .author: names { $0.readings.flatMap(\.authors) }
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

  func tags(_ field: TagCount.Field) -> [CompletionCandidate] {
    TagCount.count(field, in: catalog()).map {
      CompletionCandidate($0.spelling, $0.readingCount == 1 ? "1 reading" : "\($0.readingCount) readings")
    }
  }

  var terms: [CompletionCandidate] { names { $0.term.map { [$0] } ?? [] } }

  var sessions: [CompletionCandidate] { catalog().sessions.map { CompletionCandidate($0.key, $0.title) } }

  var keys: [CompletionCandidate] {
    sessions + catalog().sessions.flatMap(\.readings).map { CompletionCandidate($0.key, $0.title) }
  }

  /// The names that sessions give, sorted, each with the number of sessions that have it.
  func names(_ names: (Session) -> [String]) -> [CompletionCandidate] {
    var counts: [String: Int] = [:]
    for session in catalog().sessions {
      for name in Set(names(session)) { counts[name, default: 0] += 1 }
    }
    return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { CompletionCandidate($0.key, $0.value == 1 ? "1 session" : "\($0.value) sessions") }
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
