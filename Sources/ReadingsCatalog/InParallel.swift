internal import Dispatch
internal import Synchronization

/// Work on the elements of a list, by all processors.
package enum InParallel {
  /// What `transform` makes of pieces of `elements`, in their order; on this thread when there is but one piece.
  ///
  /// - Parameter pieceSize: the number of elements of each piece but the last; small enough to even out elements that
  ///   take longer, large enough for some microseconds of work.
  package static func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], pieceSize: Int, _ transform: @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    map(elements.indices, pieceSize: pieceSize) { transform(elements[$0]) }
  }

  fileprivate static func map<Result: Sendable>(
    _ places: Range<Int>, pieceSize: Int, _ transform: @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    if places.count <= pieceSize { return places.isEmpty ? [] : [transform(places)] }
    let pieceCount = (places.count + pieceSize - 1) / pieceSize
    let results = Mutex([Result?](repeating: nil, count: pieceCount))
    DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
      let start = places.lowerBound + piece * pieceSize
      let result = transform(start..<min(places.upperBound, start + pieceSize))
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}

/// What a function makes of the pieces of a list, in their order.
///
/// The pieces are worked out by all processors, a few of them ahead of who asks for the next: results that are written as
/// they come take little memory, and none are made in vain when nobody reads on.
package struct PiecesInParallel<Result: Sendable>: Sequence, IteratorProtocol {
  private var rest: Range<Int>
  private let pieceSize: Int
  private let transform: @Sendable (Range<Int>) -> Result
  /// Worked out and not asked for, the next one last.
  private var ready: [Result] = []
  private var hasStarted = false
  private static var batchCount: Int { 16 }

  /// Cuts a list into pieces of so many elements, the last of which can be shorter; an empty list is one empty piece.
  ///
  /// - Parameter transform: is given pieces with the indices that their elements have in `elements`.
  package init<Element: Sendable>(
    _ elements: [Element], size: Int, _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) {
    self.init(elements.indices, size: size) { transform(elements[$0]) }
  }

  private init(_ places: Range<Int>, size: Int, _ transform: @escaping @Sendable (Range<Int>) -> Result) {
    rest = places
    pieceSize = size
    self.transform = transform
  }

  /// What another function makes of the pieces, before the first is asked for.
  package func followed<Next>(by next: @escaping @Sendable (Result) -> Next) -> PiecesInParallel<Next> {
    PiecesInParallel<Next>(rest, size: pieceSize) { [transform] in next(transform($0)) }
  }

  package mutating func next() -> Result? {
    if ready.isEmpty, !rest.isEmpty || !hasStarted {
      hasStarted = true
      let batch = rest.prefix(PiecesInParallel.batchCount * pieceSize)
      rest = rest.dropFirst(batch.count)
      ready =
        batch.isEmpty ? [transform(batch)] : InParallel.map(batch, pieceSize: pieceSize, transform).reversed()
    }
    return ready.popLast()
  }
}
