/// Which of some records are of one paper: the whole way from records to groups.
struct RecordClustering {
  /// A decided pair that somebody should see.
  struct Pair {
    let first: Int
    let second: Int
    let decision: PairDecision
  }

  let table: RecordTable
  /// Groups of two or more records, each in ascending order.
  let groups: [[Int]]
  /// The pairs that hold each group together, strongest first.
  let joins: [[Pair]]
  /// Pairs of grade possible whose records are in different groups.
  let possible: [Pair]
  /// Pairs with one identifier under unrelated titles, or one title under two identifiers of arXiv.
  let conflicts: [Pair]

  /// Compares the records of a table, whose words are weighed already.
  ///
  /// - Parameters:
  ///   - same: pairs that somebody said are one paper.
  ///   - distinct: pairs that somebody said are not.
  init(_ table: RecordTable, same: [(Int, Int)] = [], distinct: DistinctPairs = DistinctPairs()) {
    var edges: [PairEdge] = []
    // Of each edge; a decision takes a hundred times as long to make again as to keep.
    var decisions: [PairDecision] = []
    var possible: [Pair] = []
    var conflicts: [Pair] = []
    var decider = PairDecider()
    let candidates = CandidatePairs(table).pairs
    for pair in candidates {
      let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
      if distinct.contains(first, second) { continue }
      let decision = decider.decide(table, first, second)
      if let kind = decision.edgeKind {
        edges.append(
          PairEdge(
            first: UInt32(first), second: UInt32(second), strength: decision.strength,
            grade: decision.grade ?? .possible, kind: kind, decision: UInt32(decisions.count)))
        decisions.append(decision)
      } else if decision.isConflict || RecordClustering.isOneTitleTwice(decision) {
        conflicts.append(Pair(first: first, second: second, decision: decision))
      } else if decision.grade == .possible {
        possible.append(Pair(first: first, second: second, decision: decision))
      }
    }
    let grouping = PaperGrouping(table, edges, same: same, distinct: distinct)
    var places = [Int](repeating: -1, count: table.count)
    for (place, group) in grouping.groups.enumerated() {
      for record in group { places[record] = place }
    }
    func areApart(_ pair: Pair) -> Bool {
      places[pair.first] != places[pair.second] || places[pair.first] < 0
    }
    var joins = [[Pair]](repeating: [], count: grouping.groups.count)
    for edge in grouping.joins {
      joins[places[Int(edge.first)]].append(
        Pair(first: Int(edge.first), second: Int(edge.second), decision: decisions[Int(edge.decision)]))
    }
    self.table = table
    groups = grouping.groups
    self.joins = joins
    self.possible = possible.filter(areApart)
    self.conflicts = conflicts.filter(areApart)
  }

  private static func isOneTitleTwice(_ decision: PairDecision) -> Bool {
    decision.veto == .differentIdentifiers && decision.title.isEqual && decision.title.objections.isEmpty
      && decision.title.commonWeight >= 0.9 && decision.authors.relation != .disjoint
  }
}
