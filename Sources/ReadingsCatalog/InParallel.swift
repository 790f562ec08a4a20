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
    if elements.count <= pieceSize { return elements.isEmpty ? [] : [transform(elements[...])] }
    let pieceCount = (elements.count + pieceSize - 1) / pieceSize
    let results = Mutex([Result?](repeating: nil, count: pieceCount))
    DispatchQueue.concurrentPerform(iterations: pieceCount) { piece in
      let start = piece * pieceSize
      let result = transform(elements[start..<min(elements.count, start + pieceSize)])
      results.withLock { $0[piece] = result }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }
}
