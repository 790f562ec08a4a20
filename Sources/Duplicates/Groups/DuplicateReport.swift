internal import ReadingsCatalog

/// Two records that somebody should compare, or that hold a group together.
package struct DuplicateLink: Sendable, Hashable {
  /// Numbers of records, in ascending order.
  package let first: Int
  package let second: Int
  /// Nil for a conflict.
  package let grade: DuplicateGrade?
  /// Why, in words, the weightiest first; at least one.
  package let reasons: [String]
}

/// Records of one paper.
package struct RecordGroup: Sendable, Hashable {
  /// Numbers of records, at least two, in ascending order.
  package let records: [Int]
  /// The record whose title names the paper best.
  package let canonical: Int
  /// That of the weakest link that holds the group together.
  package let grade: DuplicateGrade
  /// Why they are one paper, in words, each once: the reasons of all links that hold the group together; at least one.
  package let reasons: [String]

  /// - Parameter links: one less than there are records, fewer where somebody's word holds them together.
  fileprivate init(_ records: [Int], canonical: Int, _ links: [DuplicateLink]) {
    self.records = records
    self.canonical = canonical
    grade = links.compactMap(\.grade).min() ?? .certain
    var reasons: [String] = []
    for link in links {
      for reason in link.reasons where !reasons.contains(reason) { reasons.append(reason) }
    }
    self.reasons = reasons.isEmpty ? ["said to be the same"] : reasons
  }
}

/// What was found among some records: groups of one paper, pairs to look at, and links that contradict each other.
///
/// The records of every group, and the order of groups and pairs, follow from what the records say and from the
/// order of the records; which records belong together does not depend on their order.
package struct DuplicateReport: Sendable {
  /// In the order of their first records; no record is in two groups.
  package let groups: [RecordGroup]
  /// Pairs of grade possible across groups, strongest first.
  package let possible: [DuplicateLink]
  /// One identifier under unrelated titles, or one title under two identifiers; in the order of the records.
  package let conflicts: [DuplicateLink]

  /// Compares records, in time nearly linear in their number.
  package init(_ records: [PaperRecord], verdicts: DuplicateVerdicts = DuplicateVerdicts()) {
    var table = RecordTable()
    for record in records { table.add(record) }
    table.weighWords()
    let judged = JudgedPairs(verdicts, records)
    self.init(RecordClustering(table, same: judged.same, distinct: judged.distinct)) { records[$0] }
  }

  /// - Parameter record: gives a record again by its number, which may cost a little.
  init(_ clustering: RecordClustering, record: @escaping @Sendable (Int) -> PaperRecord) {
    let places = Array(clustering.groups.indices)
    groups = InParallel.map(places, pieceSize: DuplicateReport.pieceSize) { places in
      var reasons = DuplicateReasons()
      return places.map { place in
        let group = clustering.groups[place]
        let links = clustering.joins[place].map { DuplicateLink($0, clustering.table, &reasons, record) }
        return RecordGroup(
          group, canonical: CanonicalTitle.choose(group, clustering.table, record), links)
      }
    }.flatMap { $0 }
    var reasons = DuplicateReasons()
    possible = clustering.possible.sorted {
      (UInt16.max - $0.decision.strength, $0.first, $0.second)
        < (UInt16.max - $1.decision.strength, $1.first, $1.second)
    }.map { DuplicateLink($0, clustering.table, &reasons, record) }
    conflicts = clustering.conflicts.map { DuplicateLink($0, clustering.table, &reasons, record) }
  }

  /// As many groups are put into words by one thread at a time.
  private static let pieceSize = 64
}

extension DuplicateLink {
  fileprivate init(
    _ pair: RecordClustering.Pair, _ table: RecordTable, _ reasons: inout DuplicateReasons,
    _ record: (Int) -> PaperRecord
  ) {
    (first, second) = (min(pair.first, pair.second), max(pair.first, pair.second))
    grade = pair.decision.grade
    self.reasons = reasons.words(pair.decision, first, second, table, record)
  }
}

/// Which of the mentions of a paper gives it its name.
enum CanonicalTitle {
  /// The title that most mentions have, and of those the one with authors and link; then the longest, as it is
  /// the fullest.
  static func choose(_ group: [Int], _ table: RecordTable, _ record: (Int) -> PaperRecord) -> Int {
    var counts: [UInt64: Int] = [:]
    for number in group { counts[key(number, table), default: 0] += 1 }
    var best: (number: Int, rank: (Int, Int, Int))?
    for number in group {
      let row = table.records[number]
      let words = row.forms.first.map { table.forms[$0].words } ?? 0..<0
      // What is said in brackets is not part of the name.
      let wordCount = words.reduce(0) { $0 + (table.titleWords[$1].isParenthesised ? 0 : 1) }
      let factCount = (row.authors.isEmpty ? 0 : 1) + (row.identifiers.isEmpty ? 0 : 1)
      // A label of one or two words is a nickname where the others have a title.
      let fullness = wordCount < 4 ? 0 : wordCount <= 20 ? 2 : 1
      let rank = (fullness, counts[key(number, table), default: 0] * 2 + factCount, min(wordCount, 20))
      guard let current = best else {
        best = (number, rank)
        continue
      }
      if rank > current.rank || rank == current.rank && isShorter(number, current.number, table, record) {
        best = (number, rank)
      }
    }
    return best?.number ?? group[0]
  }

  /// Between spellings of one title, the one without marks around it is shorter.
  private static func isShorter(
    _ one: Int, _ other: Int, _ table: RecordTable, _ record: (Int) -> PaperRecord
  ) -> Bool {
    if table.spelling(one) == table.spelling(other) { return false }
    let (title, otherTitle) = (record(one).titles.first ?? "", record(other).titles.first ?? "")
    return (title.utf8.count, title) < (otherTitle.utf8.count, otherTitle)
  }

  private static func key(_ number: Int, _ table: RecordTable) -> UInt64 {
    table.records[number].forms.first.map { table.forms[$0].key } ?? 0
  }
}
