/// A half-open range of byte offsets into one file, 0-based.
///
/// Invariant: `lowerBound <= upperBound`. Offsets are stored in 32 bits because arenas hold millions of spans;
/// files of 2 GiB and more are refused before they are parsed (``SourceFile/maximumByteCount``).
package struct SourceSpan: Hashable, Sendable, Comparable {
  private let start: Int32
  private let end: Int32

  package var lowerBound: Int { Int(start) }
  package var upperBound: Int { Int(end) }

  package init(_ lowerBound: Int, _ upperBound: Int) {
    precondition(lowerBound <= upperBound, "a span must not end before it starts")
    start = Int32(lowerBound)
    end = Int32(upperBound)
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  package var range: Range<Int> { lowerBound..<upperBound }
  package var count: Int { upperBound - lowerBound }
  package var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies in this span; an empty span on the border counts as inside.
  package func contains(_ other: SourceSpan) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Orders by start, then by end.
  package static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
