package import ReadingsCatalog

/// Sessions that repeat each other: the same post in two places, or an export beside the posts it was made of.
package struct SessionCopies: Sendable, Hashable {
  /// Places in ``Catalog/sessions``, at least two, ascending.
  package let sessions: [Int]
  /// The number of papers that stand in all of them or, where there are more than two, in at least two.
  package let sharedPaperCount: Int
  /// The number of papers of the session that has the fewest.
  package let leastPaperCount: Int

  /// As many papers two sessions must share, unless that is all they have.
  private static let leastShared = 3

  /// Finds the copies in a catalog, in catalog order: sessions of which one holds most of the papers of the other, and
  /// the other at least half as much of its own.
  package static func find(in catalog: Catalog, _ clustering: PaperClustering) -> [SessionCopies] {
    var paperCounts = [Int](repeating: 0, count: catalog.sessions.count)
    var shared: [Pair: Int] = [:]
    for paper in clustering.papers {
      if paper.mentions.count == 1 {
        paperCounts[paper.canonical.session] += 1
        continue
      }
      let sessions = paper.sessions
      for session in sessions { paperCounts[session] += 1 }
      // A paper that everybody reads says nothing of copies, and would cost its square.
      guard sessions.count <= 40 else { continue }
      for first in sessions.indices {
        for second in sessions[(first + 1)...] { shared[Pair(sessions[first], second), default: 0] += 1 }
      }
    }
    var roots = Array(catalog.sessions.indices)
    func root(_ session: Int) -> Int {
      var session = session
      while roots[session] != session { session = roots[session] }
      return session
    }
    let copies = shared.filter { isCopy($0.value, paperCounts, $0.key) }
    for pair in copies.keys.sorted() {
      let (first, second) = (root(pair.first), root(pair.second))
      roots[max(first, second)] = min(first, second)
    }
    var groups: [Int: [Int]] = [:]
    for session in catalog.sessions.indices { groups[root(session), default: []].append(session) }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { sessions in
      let members = Set(sessions)
      let count = clustering.papers.reduce(0) {
        $0 + ($1.sessions.filter { members.contains($0) }.count > 1 ? 1 : 0)
      }
      let least = sessions.map { paperCounts[$0] }.min() ?? 0
      return SessionCopies(sessions: sessions, sharedPaperCount: count, leastPaperCount: least)
    }
  }

  private static func isCopy(_ shared: Int, _ paperCounts: [Int], _ pair: Pair) -> Bool {
    let less = min(paperCounts[pair.first], paperCounts[pair.second])
    let more = max(paperCounts[pair.first], paperCounts[pair.second])
    return (shared >= leastShared || shared > 1 && shared == more) && shared * 10 >= less * 7
      && shared * 10 >= more * 4
  }

  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }

    static func < (left: Pair, right: Pair) -> Bool {
      (left.first, left.second) < (right.first, right.second)
    }
  }
}
