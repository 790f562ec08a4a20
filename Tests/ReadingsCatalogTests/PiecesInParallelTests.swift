import ReadingsCatalog
import Synchronization
import Testing

@Suite struct PiecesInParallelTests {
  @Test(arguments: [0, 1, 3, 4, 5, 64, 65, 1_000])
  func piecesComeInOrderWithTheirIndices(_ count: Int) {
    let elements = (0..<count).map { $0 * 10 }
    let pieces = Array(PiecesInParallel(elements, size: 4) { piece in piece.indices.map { ($0, piece[$0]) } })
    #expect(pieces.joined().map(\.0) == Array(0..<count))
    #expect(pieces.joined().map(\.1) == elements)
    #expect(pieces.count == max(1, (count + 3) / 4))
    #expect(pieces.dropLast().allSatisfy { $0.count == 4 })
  }

  private final class Counter: Sendable {
    let count = Mutex(0)
  }

  @Test func piecesThatNobodyAsksForAreNotMade() {
    let made = Counter()
    var pieces = PiecesInParallel(Array(0..<100_000), size: 1) { piece in
      made.count.withLock { $0 += 1 }
      return piece.startIndex
    }
    #expect(made.count.withLock { $0 } == 0)
    #expect(pieces.next() == 0)
    #expect(made.count.withLock { $0 } < 1_000)
  }
}
