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
    let decided = DecidedPairs.decide(CandidatePairs(table).pairs, table, distinct)
    let grouping = PaperGrouping(table, decided.flatMap(\.edges), same: same, distinct: distinct)
    var places = [Int](repeating: -1, count: table.count)
    for (place, group) in grouping.groups.enumerated() {
      for record in group { places[record] = place }
    }
    func areApart(_ pair: Pair) -> Bool {
      places[pair.first] != places[pair.second] || places[pair.first] < 0
    }
    var joins = [[Pair]](repeating: [], count: grouping.groups.count)
    for edge in grouping.joins {
      let (piece, place) = Int(edge.decision).quotientAndRemainder(dividingBy: DecidedPairs.pieceSize)
      joins[places[Int(edge.first)]].append(
        Pair(first: Int(edge.first), second: Int(edge.second), decision: decided[piece].decisions[place]))
    }
    self.table = table
    groups = grouping.groups
    self.joins = joins
    possible = decided.flatMap(\.possible).filter(areApart)
    conflicts = decided.flatMap(\.conflicts).filter(areApart)
  }
}
