import SourceText

/// The part of one source line that belongs to a leaf block: bytes `start..<end` without the line ending.
///
/// `padding` counts the columns of a tab that was cut by the indentation of a container; they are spaces of
/// the content that have no byte of their own.
struct LineSlice: Sendable {
  @Compact var startOffset: Int
  @Compact var endOffset: Int
  @Compact var padding: Int

  init(_ start: Int, _ end: Int, padding: Int = 0) {
    startOffset = start
    endOffset = end
    self.padding = padding
  }

  var start: Int { Int(startOffset) }
  var end: Int { Int(endOffset) }
  var span: SourceSpan { SourceSpan(start, end) }
}
