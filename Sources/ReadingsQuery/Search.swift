#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import ReadingsCatalog

/// Readings ranked by how well their titles, authors and abstracts answer some words.
///
/// BM25F (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009, 3.6): the counts of a word in each
/// field are weighted and set against the length of the field, then added up before they saturate. Nothing is stored:
/// a search reads every text once, in time linear in their length.
package struct Search: Sendable {
  /// Where words are sought.
  package enum Field: String, Sendable, CaseIterable {
    case title, authors, abstract

    fileprivate var weight: Double {
      switch self {
      case .title: 3
      case .authors: 2
      case .abstract: 1
      }
    }
  }

  /// A reading that has at least one of the words.
  package struct Hit: Sendable {
    /// The reading in its session.
    package let selected: SelectedReading
    /// More than 0; larger is better.
    package let score: Double
  }

  /// How fast more of the same word counts less, and how much the length of a field counts.
  private static let saturation = 1.2
  private static let lengthShare = 0.75
  /// What a word is worth that only starts with the one sought.
  private static let prefixWorth = 0.5
  private static let shortestPrefix = 3

  /// The words sought, folded, each once.
  package let words: [String]

  /// Nil when the text has no letter or digit to look for.
  package init?(_ text: String) {
    var seen: Set<String> = []
    words = FoldedText.words(of: text).filter { seen.insert($0).inserted }
    if words.isEmpty { return nil }
  }

  /// The readings of a selection that have any of the words, best first, equals in the selection's order.
  package func hits(in selection: Selection) -> [Hit] {
    let readings = selection.readings
    var totals = Array(repeating: 0, count: Field.allCases.count)
    let counts = readings.map { selected in
      Field.allCases.enumerated().map { index, field in
        let count = count(in: Search.texts(of: selected, field))
        totals[index] += count.length
        return count
      }
    }
    // Over the readings that have the field, since an absent abstract does not make the others long.
    let averages = totals.indices.map { field in
      Double(max(1, totals[field])) / Double(max(1, counts.count { $0[field].length > 0 }))
    }
    let documentCounts = words.indices.map { word in
      counts.count { fields in fields.contains { $0.frequencies[word] > 0 } }
    }
    let rarities = documentCounts.map { count in
      log(1 + (Double(readings.count) - Double(count) + 0.5) / (Double(count) + 0.5))
    }
    let hits = readings.indices.compactMap { index -> (index: Int, hit: Hit)? in
      let score = score(counts[index], averages, rarities)
      return score > 0 ? (index, Hit(selected: readings[index], score: score)) : nil
    }
    return hits.sorted { ($1.hit.score, $0.index) < ($0.hit.score, $1.index) }.map(\.hit)
  }

  /// What a word of a text is worth to the search: 1 for a word sought, less for one that starts so, else 0.
  package func worth(of word: String) -> Double { words.reduce(0) { max($0, worth(of: word, for: $1)) } }

  /// The texts that a field of a reading consists of.
  static func texts(of selected: SelectedReading, _ field: Field) -> [String] {
    switch field {
    case .title: [selected.reading.title] + selected.reading.alternativeTitles
    case .authors: selected.reading.authors
    case .abstract: selected.reading.abstract.map { [$0] } ?? []
    }
  }

  private func worth(of word: String, for sought: String) -> Double {
    if word == sought { return 1 }
    let isPrefix = sought.utf8.count >= Search.shortestPrefix && word.hasPrefix(sought)
    return isPrefix ? Search.prefixWorth : 0
  }

  /// The number of all words, and how often each of those sought is among them.
  private func count(in texts: [String]) -> (length: Int, frequencies: [Double]) {
    var length = 0
    var frequencies = Array(repeating: 0.0, count: words.count)
    for text in texts {
      for word in FoldedText.words(of: text) {
        length += 1
        for (index, sought) in words.enumerated() { frequencies[index] += worth(of: word, for: sought) }
      }
    }
    return (length, frequencies)
  }

  private func score(
    _ fields: [(length: Int, frequencies: [Double])], _ averages: [Double], _ rarities: [Double]
  ) -> Double {
    var score = 0.0
    for word in words.indices {
      var frequency = 0.0
      for (index, field) in Field.allCases.enumerated() {
        let length = Double(fields[index].length) / averages[index]
        let norm = 1 - Search.lengthShare + Search.lengthShare * length
        frequency += field.weight * fields[index].frequencies[word] / norm
      }
      score += rarities[word] * frequency / (Search.saturation + frequency)
    }
    return score
  }
}

extension Selection {
  /// The readings of hits one by one, in their order.
  package init(_ hits: [Search.Hit]) {
    let groups = hits.map { Group(session: $0.selected.session, readings: [$0.selected.reading]) }
    self = Selection(Catalog(sessions: [])).with(groups, isGroupedBySession: false)
  }
}
