internal import ReadingsCatalog
internal import ReadingsQuery

/// Finds how a word of a query can go on: the name of a field, or one of its values.
struct QueryCandidates {
  /// What stands in front of the term: signs of negation and parentheses.
  private let lead: Substring
  private let term: Substring
  private let library: CompletionCandidates

  init(_ word: String, _ library: CompletionCandidates) {
    term = word.drop { $0 == "-" || $0 == "(" }
    lead = word[..<term.startIndex]
    self.library = library
  }

  func find() -> [CompletionCandidate] {
    guard let colon = term.firstIndex(of: ":") else {
      return QueryField.Name.allCases.map {
        CompletionCandidate(lead + $0.rawValue + ":", HelpTopic.meaning(of: $0))
      }
    }
    guard case .named(let field) = QueryField(named: String(term[..<colon])) else { return [] }
    let isQuoted = term[term.index(after: colon)...].hasPrefix("\"")
    return values(of: field).map { value in
      let text = QueryCandidates.written(value.text, joinsWords: isName(field), isQuoted: isQuoted)
      return CompletionCandidate(lead + term[...colon] + text, value.meaning)
    }
  }

  private func values(of field: QueryField.Name) -> [CompletionCandidate] {
    func choices<Choice: CaseIterable & RawRepresentable<String>>(_ type: Choice.Type)
      -> [CompletionCandidate]
    {
      type.allCases.map { CompletionCandidate($0.rawValue) }
    }
    return switch field {
    case .tag: library.tags(.tags)
    case .category: library.tags(.categories)
    case .term: library.terms
    case .label: library.sessionNames { $0.label.map { [$0] } ?? [] }
    case .session: library.sessions
    case .key: library.keys
    case .author: library.readingNames(\.authors)
    case .section: library.readingNames { $0.section.map { [$0] } ?? [] }
    case .venue: library.readingNames { $0.venue.map { [$0] } ?? [] }
    case .presenter: library.readingNames { $0.presenter.map { [$0] } ?? [] }
    case .team: library.sessionNames { [$0.leadTeam, $0.blogTeam].compactMap { $0 } }
    case .lead: library.sessionNames { $0.leadTeam.map { [$0] } ?? [] }
    case .file: library.sessionNames { [$0.file] }
    case .role: choices(ReadingRole.self)
    case .kind: choices(ReadingKind.self)
    case .has: choices(Predicate.Presence.self)
    case .is: choices(Predicate.State.self)
    case .title, .abstract, .year, .citations, .date, .submitted, .arxiv, .doi: []
    }
  }

  /// Whether a hyphen in its values is as good as a space.
  private func isName(_ field: QueryField.Name) -> Bool {
    switch field {
    case .tag, .category, .term, .label, .session, .team, .lead: true
    default: false
    }
  }

  /// A value as a query takes it: words joined by hyphens where that is the same, else in quotation marks if needed.
  private static func written(_ value: String, joinsWords: Bool, isQuoted: Bool) -> String {
    let isPlain = value.utf8.allSatisfy { !QueryCandidates.endsWord($0) }
    if isPlain, !isQuoted { return value }
    let joined = value.split(separator: " ").joined(separator: "-")
    if joinsWords, !isQuoted, joined.utf8.allSatisfy({ !QueryCandidates.endsWord($0) }) { return joined }
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }

  /// What a query takes for the end of a word.
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }
}
