package import ReadingsCatalog

/// How often a tag or category is used, and how it is spelled.
package struct TagCount: Sendable {
  /// Which field is counted.
  package enum Field: String, Sendable, CaseIterable {
    case tags, categories
  }

  /// A way to spell the tag, with the number of places that spell it so.
  package struct Spelling: Sendable, Hashable {
    /// The spelling as it is written.
    package let text: String
    /// The number of sessions and readings that spell the tag so.
    package let count: Int
  }

  /// What all spellings have in common, see ``Tag/key``.
  package let key: String
  /// The sessions that carry the tag themselves or by one of their readings.
  package let sessionCount: Int
  /// The readings that carry the tag, all those of a session that carries it among them.
  package let readingCount: Int
  /// The different papers among those readings; where readings do not know their papers, those of the same key are one.
  package let paperCount: Int
  /// Most frequent first, then by text; never empty.
  package let spellings: [Spelling]
  /// The main spellings of other tags that differ by one letter, sorted.
  package let neighbours: [String]

  /// In how many places the tag is written.
  package var useCount: Int { spellings.reduce(0) { $0 + $1.count } }

  /// The spelling used most.
  package var spelling: String { spellings.first?.text ?? key }

  /// Counts the tags of a catalog: most sessions first, then most readings, then by key.
  ///
  /// - Parameter paperKey: the key of the paper that a reading is of, by the place of its session in the catalog and its own
  ///   in the session; nil to ask the readings.
  package static func count(
    _ field: Field, in catalog: Catalog, paperKey: ((_ session: Int, _ reading: Int) -> String)? = nil
  ) -> [TagCount] {
    var tallies: [String: Tally] = [:]
    var numbers: [String: Int] = [:]
    for (index, session) in catalog.sessions.enumerated() {
      let papers = session.readings.indices.map { reading in
        let key = paperKey?(index, reading) ?? session.readings[reading].paperKey
        let number = numbers[key] ?? numbers.count
        if number == numbers.count { numbers[key] = number }
        return number
      }
      add(session, papers, field, to: &tallies)
    }
    let neighbours = neighbours(of: tallies)
    return tallies.map { key, tally in
      TagCount(
        key: key, sessionCount: tally.sessions, readingCount: tally.readings,
        paperCount: tally.papers.count,
        spellings: tally.sortedSpellings, neighbours: neighbours[key] ?? [])
    }.sorted {
      ($1.sessionCount, $1.readingCount, $0.key) < ($0.sessionCount, $0.readingCount, $1.key)
    }
  }

  private struct Tally {
    var sessions = 0
    var readings = 0
    /// Numbers that stand for keys.
    var papers: Set<Int> = []
    var spellings: [String: Int] = [:]

    /// Counts a session with all its readings.
    mutating func add(_ papers: [Int]) {
      sessions += 1
      readings += papers.count
      self.papers.formUnion(papers)
    }

    var sortedSpellings: [Spelling] {
      spellings.map { Spelling(text: $0, count: $1) }
        .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    }
  }

  /// - Parameter papers: of each reading a number that its paper alone has.
  private static func add(
    _ session: Session, _ papers: [Int], _ field: Field, to tallies: inout [String: Tally]
  ) {
    let own = field == .tags ? session.tags : session.categories
    for tag in own { tallies[tag.key, default: Tally()].spellings[tag.spelling, default: 0] += 1 }
    let ownKeys = Set(own.map(\.key))
    for key in ownKeys { tallies[key, default: Tally()].add(papers) }
    guard field == .tags else { return }
    var readingKeys: Set<String> = []
    for (reading, paper) in papers.enumerated() {
      let tags = session.readings[reading].tags
      if tags.isEmpty { continue }
      for tag in tags { tallies[tag.key, default: Tally()].spellings[tag.spelling, default: 0] += 1 }
      for key in Set(tags.map(\.key)).subtracting(ownKeys) {
        tallies[key, default: Tally()].readings += 1
        tallies[key, default: Tally()].papers.insert(paper)
        readingKeys.insert(key)
      }
    }
    for key in readingKeys { tallies[key, default: Tally()].sessions += 1 }
  }

  /// For each key, the spellings of keys at edit distance 1; only keys of five letters and more are compared, since
  /// short ones are often different words, and none that differ in a digit.
  ///
  /// Two keys one edit apart agree once one letter is dropped from either or both, so candidates are found by what
  /// is left of each key without each of its letters: O(sum of the squared key lengths).
  private static func neighbours(of tallies: [String: Tally]) -> [String: [String]] {
    var keysByRemainder: [String: Set<String>] = [:]
    for key in tallies.keys where key.unicodeScalars.count >= 5 {
      keysByRemainder[key, default: []].insert(key)
      for index in key.unicodeScalars.indices {
        var remainder = key.unicodeScalars
        remainder.remove(at: index)
        keysByRemainder[String(remainder), default: []].insert(key)
      }
    }
    var found: [String: Set<String>] = [:]
    for keys in keysByRemainder.values where keys.count > 1 {
      for left in keys {
        for right in keys where left != right && areNear(left, right) {
          found[left, default: []].insert(tallies[right]?.sortedSpellings.first?.text ?? right)
        }
      }
    }
    return found.mapValues { $0.sorted() }
  }

  private static func areNear(_ left: String, _ right: String) -> Bool {
    func digits(_ key: String) -> [UInt8] { key.utf8.filter { (0x30...0x39).contains($0) } }
    return digits(left) == digits(right) && Suggestion.editDistance(left, right, limit: 1) != nil
  }
}

extension Reading {
  /// The key of the paper that it is of.
  fileprivate var paperKey: String { paper?.key ?? key }
}
