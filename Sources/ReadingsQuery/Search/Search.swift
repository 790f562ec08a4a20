package import ReadingsCatalog

/// Readings and sessions ranked by how well they answer some words.
///
/// A reading is searched in its title, authors, abstract, and the rest of its entry; a session in its title and in what
/// its post says outside the readings: its write-up. Nothing is stored: a search reads every text once, in time linear
/// in their length.
package struct Search: Sendable {
  /// Where words are sought; the raw value is the place in the order of weights.
  package enum Field: Int, Sendable, CaseIterable {
    /// Titles and alternative titles of readings, titles of sessions.
    case title
    case authors, abstract
    /// What the post says besides: of a reading in its entry, of a session outside its readings.
    case notes

    /// What the field is called where fields are chosen.
    package var name: String {
      switch self {
      case .title: "title"
      case .authors: "authors"
      case .abstract: "abstract"
      case .notes: "notes"
      }
    }
  }

  /// A reading or a session that answers.
  package struct Hit: Sendable {
    /// More than 0; larger is better.
    package let score: Double
    /// An index into the session's readings; nil when it is the session itself.
    let readingIndex: Int?
    private let sessions: [Session]
    private let sessionIndex: Int

    /// Of a catalog's sessions the one at an index, or one of its readings.
    init(_ sessions: [Session], _ sessionIndex: Int, reading: Int?, score: Double) {
      self.sessions = sessions
      self.sessionIndex = sessionIndex
      self.score = score
      readingIndex = reading
    }

    /// The session that answers, or that the reading stands in.
    package var session: Session { sessions[sessionIndex] }

    /// Whether it is a reading rather than a session.
    package var isReading: Bool { readingIndex != nil }

    /// The key of the reading; nil when it is the session itself.
    package var readingKey: String? { readingIndex.map { sessions[sessionIndex].readings[$0].key } }

    /// Nil when it is the session itself.
    package var reading: Reading? { readingIndex.map { session.readings[$0] } }

    /// The reading in its session; nil when the hit is a session.
    package var selected: SelectedReading? {
      reading.map { SelectedReading(session: session, reading: $0) }
    }
  }

  let terms: [SearchTerm]
  /// What readings and sessions must match besides.
  package let narrowing: Query
  let filter: Filter
  let fields: Set<Field>

  /// The words and phrases of a query, to be sought in `fields`, in what the rest of the query lets pass; a session
  /// passes by what is its own. Nil when the query has no words outside of fields and groups.
  package init?(_ query: Query, in fields: Set<Field> = Set(Field.allCases)) {
    let (texts, narrowing) = query.searchParts()
    terms = SearchTerm.terms(texts)
    if terms.isEmpty { return nil }
    self.narrowing = narrowing
    filter = narrowing.filter
    self.fields = fields
  }

  /// What answers, best first, equals in the catalog's order.
  ///
  /// - Parameter bytes: those of a post, named as in ``Session/file``; nil when they are not to be had, which leaves the
  ///   fields that the catalog holds. Called on several threads.
  package func results(
    in catalog: Catalog, bytes: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) -> SearchResults {
    let count = count(in: catalog, bytes)
    let ranking = SearchRanking(terms: terms, count)
    let order = count.documents.indices.compactMap { index -> (index: Int, score: Double)? in
      let score = ranking.score(count.documents[index])
      return score > 0 ? (index, score) : nil
    }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    let hits = order.map { place -> Hit in
      let document = count.documents[place.index]
      return Hit(catalog.sessions, document.session, reading: document.reading, score: place.score)
    }
    return SearchResults(
      hits: hits, search: self, ranking: ranking, notices: notices(ranking, count, catalog), bytes: bytes)
  }

  /// Most words are written as they are meant: mistakes are looked for only once some are found to be rare.
  private func count(in catalog: Catalog, _ bytes: @escaping @Sendable (String) -> [UInt8]?) -> SearchCount {
    let none = terms.map { _ in false }
    let count = CatalogCounter(self, forgives: none, catalog.sessions, bytes).count()
    let forgives = SearchRanking.forgives(terms, count)
    if forgives == none { return count }
    return CatalogCounter(self, forgives: forgives, catalog.sessions, bytes).count()
  }

  /// What is to be said of words that nothing has.
  private func notices(_ ranking: SearchRanking, _ count: SearchCount, _ catalog: Catalog) -> [SearchNotice] {
    let absent = terms.indices.filter { index in
      terms[index].kind != .pair && (ranking.documentCounts[index] == 0 || ranking.onlyMisspelt[index])
    }
    let taken = absent.map { ranking.onlyMisspelt[$0] ? count.commonestSpelling(of: $0) : nil }
    let unknown = zip(absent, taken).filter { $1 == nil && terms[$0].words.count == 1 }.map(\.0)
    let suggestions =
      unknown.isEmpty ? [] : Vocabulary(catalog).closest(to: unknown.map { terms[$0].words[0] })
    return zip(absent, taken).map { index, taken in
      SearchNotice(
        text: terms[index].text, isPhrase: terms[index].words.count > 1,
        isNarrowed: narrowing != .everything, taken: taken,
        suggestion: unknown.firstIndex(of: index).flatMap { suggestions[$0] })
    }
  }
}

/// A word of a search that nothing has.
package struct SearchNotice: Sendable, Hashable {
  /// The word or phrase, folded.
  package let text: String
  package let isPhrase: Bool
  /// Whether other terms narrow the search, so that it may be there elsewhere.
  package let isNarrowed: Bool
  /// The word that was sought instead, as a misspelling of which `text` was taken.
  package let taken: String?
  /// A word that may have been meant.
  package let suggestion: String?
}

extension Selection {
  /// The readings of hits one by one, in their order; a session that is a hit itself comes without readings.
  package init(_ hits: [Search.Hit]) {
    let groups = hits.map { Group(session: $0.session, readings: $0.reading.map { [$0] } ?? []) }
    self = Selection(Catalog(sessions: [])).with(groups, isGroupedBySession: false)
  }
}
