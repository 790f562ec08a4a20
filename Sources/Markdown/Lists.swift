import SourceText

/// A bullet or number that can start a list item.
struct ListMarker {
  /// `-`, `+`, `*`, `.` or `)`.
  var byte: UInt8
  var number: Int
  /// Bytes of the marker itself.
  var length: Int
}

extension BlockParser {
  /// CommonMark 0.31.2, 5.2.
  mutating func openListItem() -> Bool {
    let isInList = open[matched - 1].kind == .list
    guard nestedCount < Limit.containerDepth || isInList, let marker = scanListMarker() else { return false }
    let start = textOffset
    let markerIndent = indent
    if !isInList || blocks[open[matched - 1].block].detail != marker.byte {
      let list = add(.list, start: start, end: start + marker.length)
      blocks[list].detail = marker.byte
      blocks[list].first = marker.number
      push(OpenContainer(block: list, kind: .list))
    }
    let item = add(.listItem, start: start, end: start + marker.length)
    advanceToText(skipping: marker.length)
    let padding = consumeListPadding()
    push(
      OpenContainer(block: item, kind: .listItem, contentIndent: markerIndent + marker.length + padding))
    return true
  }

  private func scanListMarker() -> ListMarker? {
    var index = textOffset
    let byte = textByte
    var marker = ListMarker(byte: byte, number: 0, length: 1)
    if byte.isDigit {
      while index < lineEnd, bytes[index].isDigit, index - textOffset < Limit.orderedDigits {
        marker.number = marker.number * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      guard index < lineEnd, bytes[index] == 0x2E || bytes[index] == 0x29 else { return nil }
      marker.byte = bytes[index]
      marker.length = index + 1 - textOffset
    }
    let end = textOffset + marker.length
    guard end == lineEnd || bytes[end].isSpaceOrTab else { return nil }
    // An empty item, or one that does not start with 1, cannot interrupt a paragraph.
    if interruptsParagraph, onlySpaces(from: end) || (byte.isDigit && marker.number != 1) { return nil }
    return marker
  }

  /// Consumes the whitespace after a marker and returns how many columns of it belong to the item's
  /// indentation.
  private mutating func consumeListPadding() -> Int {
    if isBlank || indent >= 5 {
      if offset < lineEnd { advanceColumns(1) }
      return 1
    }
    let padding = indent
    advanceColumns(padding)
    return padding
  }
}
