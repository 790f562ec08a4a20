internal import ReadingsCatalog
internal import ReadingsQuery

/// What is said of a query besides its answers: names that nothing has, and why nothing was found.
struct QueryHints {
  private let query: Query
  private let catalog: Catalog

  init(_ query: Query, _ catalog: Catalog) {
    self.query = query
    self.catalog = catalog
  }

  /// One line each.
  ///
  /// - Parameter isEmpty: whether the query found nothing. Then every name is looked up that nothing has, and if there
  ///   is none, the parts of the query are counted one by one.
  func lines(isEmpty: Bool) -> [String] {
    var lines: [String] = []
    var seen: Set<QueryTerm> = []
    for term in query.wantedTerms where !term.isPrefix && seen.insert(term).inserted {
      guard case .named(let field) = term.field, isEmpty || QueryHints.shortLists.contains(field),
        !isFound(term, field), let names = names(of: field)
      else { continue }
      lines.append("no \(field.rawValue) '\(term.value)'" + hint(term.value, names))
    }
    if isEmpty, lines.isEmpty { lines += counts }
    return lines + undated(isEmpty: isEmpty)
  }

  /// The name that may have been meant, or all of them when they are few.
  private func hint(_ value: String, _ names: [String]) -> String {
    if let suggestion = Suggestion.closest(to: value, among: names) {
      return "; did you mean '\(suggestion)'?"
    }
    let distinct = Set(names)
    guard (1...QueryHints.fewNames).contains(distinct.count) else { return "" }
    return "; there " + (distinct.count == 1 ? "is " : "are ") + distinct.sorted().joined(separator: ", ")
  }

  private static let fewNames = 6

  /// The fields whose values are few, so that one that nothing has is taken for a mistake even beside answers.
  private static let shortLists: Set<QueryField.Name> = [.tag, .category, .term]

  private func isFound(_ term: QueryTerm, _ field: QueryField.Name) -> Bool {
    let filter = Query(term).filter
    return catalog.sessions.contains { session in
      filter.matches(session, nil) || session.readings.contains { filter.matches(session, $0) }
    }
  }

  /// The values that a field has in the catalog; nil for one whose values are not names.
  private func names(of field: QueryField.Name) -> [String]? {
    let sessions = catalog.sessions
    switch field {
    case .tag: return TagCount.count(.tags, in: catalog).map(\.spelling)
    case .category: return TagCount.count(.categories, in: catalog).map(\.spelling)
    case .term: return sessions.compactMap(\.term)
    case .label: return sessions.compactMap(\.label)
    case .team: return sessions.flatMap { [$0.leadTeam, $0.blogTeam].compactMap { $0 } }
    case .lead: return sessions.compactMap(\.leadTeam)
    case .session: return sessions.map(\.key)
    case .author:
      let authors = sessions.flatMap { $0.readings.flatMap(\.authors) }
      return authors.map { AuthorName.familyName(of: $0) } + authors
    case .section: return sessions.flatMap { $0.readings.compactMap(\.section) }
    case .venue: return sessions.flatMap { $0.readings.compactMap(\.venue) }
    case .presenter: return sessions.flatMap { $0.readings.compactMap(\.presenter) }
    case .key: return sessions.flatMap { [$0.key] + $0.readings.map(\.key) }
    default: return nil
    }
  }

  /// How much each part of a query finds that finds nothing as a whole.
  private var counts: [String] {
    let parts = query.conjuncts
    if catalog.sessions.isEmpty { return [] }
    guard parts.count > 1 else {
      guard let term = query.wantedTerms.first, term.field == .anywhere, !term.isPrefix else { return [] }
      return ["nothing has '\(term.value)'; 'readings search' forgives typing mistakes"]
    }
    let counts = parts.map { part in
      "\(part) \(Selection(catalog, matching: part.filter).readingCount)"
    }
    return ["nothing has all of these; alone they have: " + counts.joined(separator: ", ")]
  }

  /// Sessions that no term on dates can find.
  private func undated(isEmpty: Bool) -> [String] {
    guard isEmpty, query.wantedTerms.contains(where: { $0.field == .named(.date) }) else { return [] }
    let count = catalog.sessions.count { $0.yearHeld == nil }
    if count == 0 { return [] }
    return [count == 1 ? "1 session has no date" : "\(count) sessions have no date"]
  }
}
