internal import FrontMatter
internal import SourceText

/// Where kramdown takes a block for one of its own, apart from its neighbours: at a blank line, and at the start and end
/// of what holds it (https://kramdown.gettalong.org/syntax.html, "Block Boundaries").
enum BlockBoundary {
  /// Whether one lies before a block.
  static func isBefore(_ span: SourceSpan, _ post: PostContext) -> Bool {
    let start = lineStart(span.lowerBound, post.bytes)
    // Behind the mark of an item or a quote the block is the first of its kind.
    guard post.bytes[start..<span.lowerBound].allSatisfy(\.isSpaceOrTab) else { return true }
    guard start > post.matter.body.lowerBound else { return true }
    var end = start - 1
    if post.bytes[end] == 0x0A, end > 0, post.bytes[end - 1] == 0x0D { end -= 1 }
    return isBlank(post.bytes[lineStart(end, post.bytes)..<end])
  }

  /// Whether one lies behind a block; in an item a list below counts as one.
  static func isBehind(_ span: SourceSpan, isInItem: Bool, _ post: PostContext) -> Bool {
    guard let next = nextLine(behind: span, post.bytes) else { return true }
    let text = post.bytes[next.range].drop(while: \.isSpaceOrTab)
    // `{: .wide}` gives attributes to the block above.
    return isBlank(text) || text.starts(with: "{:".utf8) || (isInItem && startsItem(text))
  }

  /// The line below a block, without its ending; nil at the end of the file.
  static func nextLine(behind span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan? {
    var offset = span.upperBound
    while offset < bytes.count, !bytes[offset].isLineEnding { offset += 1 }
    guard offset < bytes.count else { return nil }
    offset += bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
    guard offset < bytes.count else { return nil }
    let end = bytes[offset...].firstIndex(where: \.isLineEnding) ?? bytes.count
    return SourceSpan(offset, end)
  }

  /// The start of the line that holds an offset.
  static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, !bytes[start - 1].isLineEnding { start -= 1 }
    return start
  }

  /// Whether a line has nothing but space and the marks of quotes.
  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy { $0.isSpaceOrTab || $0 == UInt8(ascii: ">") }
  }

  private static func startsItem(_ text: ArraySlice<UInt8>) -> Bool {
    let mark = text.drop(while: \.isDigit)
    guard let byte = mark.first, mark.dropFirst().first.map(\.isSpaceOrTab) ?? true else { return false }
    return mark.startIndex == text.startIndex ? "-+*".utf8.contains(byte) : ".)".utf8.contains(byte)
  }
}
