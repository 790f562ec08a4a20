package import ReadingsCatalog

/// What a key names: a session, or a paper with every reading of it.
package enum KeyedItem: Sendable {
  case session(Session)
  /// At least one reading, in catalog order, all of the same paper.
  case paper([SelectedReading])

  /// The key that names exactly this.
  package var key: String {
    switch self {
    case .session(let session): session.key
    case .paper(let readings): readings.first.map { $0.reading.paper?.key ?? $0.reading.key } ?? ""
    }
  }

  /// The session's title, or that of the paper.
  package var title: String {
    switch self {
    case .session(let session): session.title
    case .paper(let readings): readings.first.map { $0.reading.paper?.title ?? $0.reading.title } ?? ""
    }
  }
}

/// Finds sessions and papers by their keys, the beginnings of keys, or phrases of titles.
package struct KeyLookup: Sendable {
  /// What a name stands for.
  package enum Answer: Sendable {
    case found(KeyedItem)
    /// At least two, sessions before papers, in catalog order.
    case ambiguous([KeyedItem])
    /// Nothing; perhaps with the one key that was meant.
    case unknown(suggestion: String?)
  }

  private let items: [KeyedItem]

  /// Gathers sessions and papers; where readings do not know their papers, those of the same key are one.
  package init(_ catalog: Catalog) {
    var papers: [[SelectedReading]] = []
    var places: [String: Int] = [:]
    for session in catalog.sessions {
      for reading in session.readings {
        let selected = SelectedReading(session: session, reading: reading)
        let key = reading.paper.map { "paper \($0.paper)" } ?? reading.key
        if let place = places[key] {
          papers[place].append(selected)
        } else {
          places[key] = papers.count
          papers.append([selected])
        }
      }
    }
    items = catalog.sessions.map { .session($0) } + papers.map { .paper($0) }
  }

  /// Looks for `name` as an exact key or identifier, then as a whole title, then as the beginning of a key or title, then
  /// as a phrase of a title; the first way that finds anything decides.
  ///
  /// A session comes before a paper of exactly the same key.
  package func find(_ name: String) -> Answer {
    let folded = FoldedText.fold(name)
    guard !folded.isEmpty else { return .unknown(suggestion: nil) }
    if let exact = items.first(where: { $0.key == name }) { return .found(exact) }
    if let exact = items.first(where: { $0.otherKeys.contains(name) }) { return .found(exact) }
    let words = FoldedText.words(of: name)
    let ways: [(KeyedItem) -> Bool] = [
      { FoldedText.fold($0.key) == folded || $0.hasIdentifier(folded) },
      { item in !words.isEmpty && item.titles.contains { FoldedText.words(of: $0) == words } },
      { item in
        FoldedText.fold(item.key).hasPrefix(folded)
          || item.titles.contains { FoldedText.fold($0).hasPrefix(folded) }
      },
      { item in item.titles.contains { FoldedText.text($0, holds: name) } },
    ]
    for way in ways {
      let found = items.filter(way)
      if found.count == 1 { return .found(found[0]) }
      if found.count > 1 { return .ambiguous(found) }
    }
    return .unknown(suggestion: Suggestion.closest(to: name, among: items.map(\.key)))
  }
}

extension KeyedItem {
  /// What readings of the paper are called by while nobody knows that they are of it.
  fileprivate var otherKeys: [String] {
    guard case .paper(let readings) = self else { return [] }
    return readings.map(\.reading.key)
  }

  fileprivate var titles: [String] {
    switch self {
    case .session(let session): [session.title]
    case .paper(let readings): readings.flatMap { [$0.reading.title] + $0.reading.alternativeTitles }
    }
  }

  /// Whether `folded` is an identifier of the paper, with or without its scheme (`arxiv:2205.14135`).
  fileprivate func hasIdentifier(_ folded: String) -> Bool {
    guard case .paper(let readings) = self else { return false }
    return readings.contains { selected in
      selected.reading.identifiers.contains {
        FoldedText.fold($0.value) == folded || FoldedText.fold($0.description) == folded
      }
    }
  }
}
