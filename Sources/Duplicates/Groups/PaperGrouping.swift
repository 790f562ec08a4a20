/// A decided pair that can join records, or that keeps others apart.
struct PairEdge {
  /// What the edge counts for.
  enum Kind: String {
    /// Joins its records.
    case plain
    /// Joins its records where neither has another such edge.
    case onlyOne = "only-one"
    /// Joins its records though authors or years differ; not where the title is found to recur.
    case loose
    /// Joins nothing: the same place printed the same title in different years, so the title recurs.
    case recurrence
  }

  let first: UInt32
  let second: UInt32
  let strength: UInt16
  let grade: DuplicateGrade
  let kind: Kind
  /// The place of its decision, where decisions are kept.
  var decision: UInt32 = 0
}

/// Joins records by their edges, the strongest first, into groups that hold together.
struct PaperGrouping {
  /// The records of each group of two or more, in ascending order; groups in the order of their first records.
  private(set) var groups: [[Int]] = []
  /// The edges that joined groups, strongest first: as many as there are joins.
  private(set) var joins: [PairEdge] = []
  private var parents: [UInt32]
  /// The members of a group, at its root; empty for a record by itself.
  private var members: [UInt32: [UInt32]] = [:]
  private let table: RecordTable
  private let distinct: DistinctPairs
  private var decider = PairDecider()
  /// At most as many pairs between two groups are looked at before they are joined.
  private static let largestSample = 64

  /// - Parameters:
  ///   - edges: of grade likely and above; in any order.
  ///   - same: pairs that somebody said are one paper.
  init(
    _ table: RecordTable, _ edges: [PairEdge], same: [(Int, Int)] = [],
    distinct: DistinctPairs = DistinctPairs()
  ) {
    self.table = table
    self.distinct = distinct
    parents = (0..<UInt32(table.count)).map { $0 }
    for pair in same { join(root(UInt32(pair.0)), root(UInt32(pair.1))) }
    for edge in PaperGrouping.sorted(PaperGrouping.withoutAmbiguous(edges), table) {
      let (first, second) = (root(edge.first), root(edge.second))
      // What was found out about a record holds for one that says the same.
      let saysSame = table.records[Int(edge.first)].content == table.records[Int(edge.second)].content
      if first != second, saysSame ? !areDistinct(first, second) : mayJoin(first, second) {
        join(first, second)
        joins.append(edge)
      }
    }
    groups = members.values.map { $0.map { Int($0) }.sorted() }.sorted { $0[0] < $1[0] }
    members = [:]
  }

  /// Leaves out the edges that need to be the only one of their records and are not, and those of recurring titles
  /// that do not agree in everything.
  private static func withoutAmbiguous(_ edges: [PairEdge]) -> [PairEdge] {
    var counts: [UInt32: Int] = [:]
    var recurring: Set<UInt32> = []
    for edge in edges {
      switch edge.kind {
      case .plain, .loose: break
      case .onlyOne:
        counts[edge.first, default: 0] += 1
        counts[edge.second, default: 0] += 1
      case .recurrence:
        recurring.insert(edge.first)
        recurring.insert(edge.second)
      }
    }
    return edges.filter { edge in
      switch edge.kind {
      case .plain: true
      case .onlyOne: counts[edge.first] == 1 && counts[edge.second] == 1
      case .loose: !recurring.contains(edge.first) && !recurring.contains(edge.second)
      case .recurrence: false
      }
    }
  }

  /// By strength, then by what the records say, so that the order of the records plays no part.
  private static func sorted(_ edges: [PairEdge], _ table: RecordTable) -> [PairEdge] {
    func place(_ edge: PairEdge) -> (UInt64, UInt64) {
      let first = table.records[Int(edge.first)].content
      let second = table.records[Int(edge.second)].content
      return (min(first, second), max(first, second))
    }
    return edges.sorted { left, right in
      if left.strength != right.strength { return left.strength > right.strength }
      return place(left) < place(right)
    }
  }

  private mutating func root(_ record: UInt32) -> UInt32 {
    var record = record
    while parents[Int(record)] != record {
      parents[Int(record)] = parents[Int(parents[Int(record)])]
      record = parents[Int(record)]
    }
    return record
  }

  private mutating func join(_ first: UInt32, _ second: UInt32) {
    guard first != second else { return }
    let all = (members[first] ?? [first]) + (members[second] ?? [second])
    parents[Int(second)] = first
    members[second] = nil
    members[first] = all
  }

  private func areDistinct(_ first: UInt32, _ second: UInt32) -> Bool {
    distinct.separates(members[first] ?? [first], members[second] ?? [second])
  }

  /// Whether two groups may become one: nobody said that they are different, less than half of the pairs between
  /// them are vetoed, and they are not two versions that each appeared by itself.
  private mutating func mayJoin(_ first: UInt32, _ second: UInt32) -> Bool {
    let (left, right) = (members[first] ?? [first], members[second] ?? [second])
    if areDistinct(first, second) { return false }
    if left.count == 1, right.count == 1 { return true }
    if areVersions(left, right) { return false }
    var vetoCount = 0
    var pairCount = 0
    // Only where not all pairs are looked at does it matter which come first.
    let isSampled = left.count * right.count > PaperGrouping.largestSample
    for one in isSampled ? ordered(left) : left {
      for other in isSampled ? ordered(right) : right where pairCount < PaperGrouping.largestSample {
        let decision = decider.decide(table, Int(one), Int(other))
        pairCount += 1
        if decision.veto != nil || decision.isConflict { vetoCount += 1 }
      }
    }
    return vetoCount * 2 < pairCount
  }

  /// The members by what they say.
  private func ordered(_ records: [UInt32]) -> [UInt32] {
    records.sorted { table.records[Int($0)].content < table.records[Int($1)].content }
  }

  /// A conference paper and the article made of it: every mention names year and venue, no year and no venue is on
  /// both sides, and one side has two mentions that agree.
  private func areVersions(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    let all = left + right
    guard all.allSatisfy({ year($0) != 0 && venue($0) != 0 }) else { return false }
    let (leftYear, rightYear) = (year(left[0]), year(right[0]))
    guard leftYear != rightYear, left.allSatisfy({ year($0) == leftYear }),
      right.allSatisfy({ year($0) == rightYear })
    else { return false }
    return !left.contains { one in right.contains { venue($0) == venue(one) } }
  }

  private func year(_ record: UInt32) -> UInt16 { table.records[Int(record)].year }

  private func venue(_ record: UInt32) -> UInt64 { table.records[Int(record)].venue }
}

/// Pairs of records that somebody said are different papers.
struct DistinctPairs {
  private var pairs: Set<UInt64> = []

  mutating func insert(_ first: Int, _ second: Int) {
    pairs.insert(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
  }

  func contains(_ first: Int, _ second: Int) -> Bool {
    !pairs.isEmpty && pairs.contains(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
  }

  func separates(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    if pairs.isEmpty { return false }
    return left.contains { one in right.contains { contains(Int(one), Int($0)) } }
  }
}
