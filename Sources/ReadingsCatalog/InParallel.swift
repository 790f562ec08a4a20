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
    map(elements[...], pieceSize: pieceSize, transform)
  }

  fileprivate static func map<Element: Sendable, Result: Sendable>(
    _ elements: ArraySlice<Element>, pieceSize: Int, _ transform: @Sendable (ArraySlice<Element>) -> Result
  ) -> [Result] {
    if elements.count <= pieceSize { return elements.isEmpty ? [] : [transform(elements)] }
    let pieceCount = (elements.count + pieceSize - 1) / pieceSize
    let results = Mutex([Result?](repeating: nil, count: pieceCount))
    DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
      let start = elements.startIndex + piece * pieceSize
      let result = transform(elements[start..<min(elements.endIndex, start + pieceSize)])
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}

/// What a function makes of the pieces of a list, in their order.
///
/// The pieces are worked out by all processors, a few of them ahead of who asks for the next: results that are written as
/// they come take little memory, and none are made in vain when nobody reads on.
package struct PiecesInParallel<Element: Sendable, Result: Sendable>: Sequence, IteratorProtocol {
  private var rest: ArraySlice<Element>
  private let pieceSize: Int
  private let transform: @Sendable (ArraySlice<Element>) -> Result
  /// Worked out and not asked for, the next one last.
  private var ready: [Result] = []
  private var hasStarted = false
  private static var batchCount: Int { 16 }

  /// Cuts a list into pieces of so many elements, the last of which can be shorter; an empty list is one empty piece.
  ///
  /// - Parameter transform: is given pieces with the indices that their elements have in `elements`.
  package init(
    _ elements: [Element], size: Int, _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) {
    self.init(elements[...], size: size, transform)
  }

  private init(
    _ elements: ArraySlice<Element>, size: Int,
    _ transform: @escaping @Sendable (ArraySlice<Element>) -> Result
  ) {
    rest = elements
    pieceSize = size
    self.transform = transform
  }

  /// What another function makes of the pieces, before the first is asked for.
  package func followed<Next>(by next: @escaping @Sendable (Result) -> Next) -> PiecesInParallel<
    Element, Next
  > {
    PiecesInParallel<Element, Next>(rest, size: pieceSize) { [transform] in next(transform($0)) }
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
