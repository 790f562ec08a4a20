internal import ReadingsCatalog
internal import FrontMatter
internal import SourceText

/// Takes one item out of a YAML list, with the comma or line that it leaves behind.
enum ListItemRemoval {
  /// Nil where more than the item would have to change.
  static func fix(_ item: FrontMatterValue, in list: FrontMatterValue, _ bytes: [UInt8]) -> Diagnostic.Fix? {
    guard list.kind == .sequence, item.anchor == nil, list.items.count > 1 else { return nil }
    let span = list.style == .flow ? flowSpan(item, bytes) : lineSpan(item, bytes)
    return span.map { Diagnostic.Fix("take it out", edits: [TextEdit($0, "")]) }
  }

  /// The item with the comma before it, or else behind it.
  private static func flowSpan(_ item: FrontMatterValue, _ bytes: [UInt8]) -> SourceSpan? {
    var start = item.span.lowerBound
    while start > 0, bytes[start - 1].isWhitespace { start -= 1 }
    if start > 0, bytes[start - 1] == UInt8(ascii: ",") { return SourceSpan(start - 1, item.span.upperBound) }
    var end = item.span.upperBound
    while end < bytes.count, bytes[end].isWhitespace { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ",") else { return nil }
    end += 1
    while end < bytes.count, bytes[end].isSpaceOrTab { end += 1 }
    return SourceSpan(item.span.lowerBound, end)
  }

  /// The lines of the item; nil when they hold something else.
  private static func lineSpan(_ item: FrontMatterValue, _ bytes: [UInt8]) -> SourceSpan? {
    var start = item.itemSpan.lowerBound
    while start > 0, bytes[start - 1].isSpaceOrTab { start -= 1 }
    guard start == 0 || bytes[start - 1].isLineEnding else { return nil }
    var end = item.itemSpan.upperBound
    while end < bytes.count, bytes[end].isSpaceOrTab { end += 1 }
    guard end < bytes.count, bytes[end].isLineEnding else { return nil }
    end += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    return SourceSpan(start, end)
  }
}
