internal import ReadingsCatalog

/// What some candidate pairs came to.
struct DecidedPairs: Sendable {
  /// Each with the place of its decision among all pieces as if each were full.
  private(set) var edges: [PairEdge] = []
  /// Of each edge; a decision takes a hundred times as long to make again as to keep.
  private(set) var decisions: [PairDecision] = []
  private(set) var possible: [RecordClustering.Pair] = []
  private(set) var conflicts: [RecordClustering.Pair] = []

  /// As many pairs are decided by one thread at a time.
  static let pieceSize = 256

  /// Decides of pairs piece by piece, but not of those that somebody said are different.
  static func decide(
    _ pairs: [UInt64], _ table: RecordTable, _ distinct: DistinctPairs
  ) -> [DecidedPairs] {
    InParallel.map(pairs, pieceSize: pieceSize) { pairs in
      var decided = DecidedPairs()
      var decider = PairDecider()
      for pair in pairs {
        let (first, second) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
        if distinct.contains(first, second) { continue }
        decided.add(decider.decide(table, first, second), first, second, piece: pairs.startIndex)
      }
      return decided
    }
  }

  /// - Parameter piece: where the piece of the pair starts among all.
  private mutating func add(_ decision: PairDecision, _ first: Int, _ second: Int, piece: Int) {
    if let kind = decision.edgeKind {
      edges.append(
        PairEdge(
          first: UInt32(first), second: UInt32(second), strength: decision.strength,
          grade: decision.grade ?? .possible, kind: kind, decision: UInt32(piece + decisions.count)))
      decisions.append(decision)
    } else if decision.isConflict || DecidedPairs.isOneTitleTwice(decision) {
      conflicts.append(RecordClustering.Pair(first: first, second: second, decision: decision))
    } else if decision.grade == .possible {
      possible.append(RecordClustering.Pair(first: first, second: second, decision: decision))
    }
  }

  private static func isOneTitleTwice(_ decision: PairDecision) -> Bool {
    decision.veto == .differentIdentifiers && decision.title.isEqual && decision.title.objections.isEmpty
      && decision.title.commonWeight >= 0.9 && decision.authors.relation != .disjoint
  }
}
