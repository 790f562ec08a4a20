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
    /// The session that answers, or that the reading stands in.
    package let session: Session
    /// An index into the session's readings; nil when it is the session itself.
    let readingIndex: Int?
    /// More than 0; larger is better.
    package let score: Double

    /// Nil when it is the session itself.
    package var reading: Reading? { readingIndex.map { session.readings[$0] } }

    /// The reading in its session; nil when the hit is a session.
    package var selected: SelectedReading? {
      reading.map { SelectedReading(session: session, reading: $0) }
    }
  }

  let terms: [SearchTerm]
  let filter: Filter
  let fields: Set<Field>

  /// The words and phrases of a query, to be sought in `fields`, in what the rest of the query lets pass; a session
  /// passes by what is its own. Nil when the query has no words outside of fields and groups.
  package init?(_ query: Query, in fields: Set<Field> = Set(Field.allCases)) {
    let (texts, filter) = query.searchParts()
    terms = SearchTerm.terms(texts)
    if terms.isEmpty { return nil }
    self.filter = filter.filter
    self.fields = fields
  }

  /// What answers, best first, equals in the catalog's order.
  ///
  /// - Parameter bytes: those of a post, named as in ``Session/file``; nil when they are not to be had, which leaves the
  ///   fields that the catalog holds. Called on several threads.
  package func results(
    in catalog: Catalog, bytes: @escaping @Sendable (String) -> [UInt8]? = { _ in nil }
  ) -> SearchResults {
    let count = CatalogCounter(self, catalog.sessions, bytes).count()
    let ranking = SearchRanking(terms: terms, count)
    let order = count.documents.indices.compactMap { index -> (index: Int, score: Double)? in
      let score = ranking.score(count.documents[index])
      return score > 0 ? (index, score) : nil
    }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    let hits = order.map { place -> Hit in
      let document = count.documents[place.index]
      let session = catalog.sessions[document.session]
      return Hit(session: session, readingIndex: document.reading, score: place.score)
    }
    return SearchResults(
      hits: hits, search: self, ranking: ranking, notices: notices(ranking, count, catalog), bytes: bytes)
  }

  /// What is to be said of words that nothing has.
  private func notices(_ ranking: SearchRanking, _ count: SearchCount, _ catalog: Catalog) -> [SearchNotice] {
    terms.indices.compactMap { index in
      let term = terms[index]
      guard term.kind != .pair, ranking.documentCounts[index] == 0 || ranking.onlyMisspelt[index] else {
        return nil
      }
      if ranking.onlyMisspelt[index], let taken = count.commonestSpelling(of: index) {
        return SearchNotice(text: term.text, isPhrase: false, taken: taken, suggestion: nil)
      }
      let suggestion =
        term.words.count == 1 ? Vocabulary(catalog).closest(to: term.words[0]) : nil
      return SearchNotice(
        text: term.text, isPhrase: term.words.count > 1, taken: nil, suggestion: suggestion)
    }
  }
}

/// A word of a search that nothing has.
package struct SearchNotice: Sendable, Hashable {
  /// The word or phrase, folded.
  package let text: String
  package let isPhrase: Bool
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
