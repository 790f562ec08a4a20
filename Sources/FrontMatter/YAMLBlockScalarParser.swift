import SourceText

extension YAMLParser {
  /// Reads a literal or folded scalar (YAML 1.2.2, 8.1); the node's link is the content's indentation.
  mutating func parseBlockScalar(
    parentIndent: Int, _ own: YAMLProperties
  ) throws(SyntaxError) -> Int32 {
    let start = offset
    let header = try parseBlockScalarHeader(start)
    var scalarEnd = offset
    var index = offset < end ? lineEndingEnd(offset) : end
    let indent =
      header.indent > 0
      ? max(parentIndent, 0) + header.indent : try scanContentIndent(from: index, parentIndent: parentIndent)
    while index < end {
      let line = index
      while index < end, bytes[index] == 0x20, index - line < indent { index += 1 }
      if isLineEnd(index) {
        if header.keepsEnd { scalarEnd = index }
      } else if index - line < indent || (index == line && isDocumentMarker(line)) {
        index = line
        break
      } else {
        while !isLineEnd(index) { index += 1 }
        scalarEnd = index
      }
      if index >= end { break }
      index = lineEndingEnd(index)
    }
    lineStart = index
    offset = index
    if index >= end, !isLineEnd(index - 1) { moveLineStartBack() }
    let style: YAMLNode.Style = bytes[start] == 0x7C ? .literal : .folded
    var node = YAMLNode(.scalar, style, from: start, to: scalarEnd, flags: [.multiline, .encoded])
    node.link = Int32(indent)
    return addNode(node, own)
  }

  /// The indentation of the first line with text; where there is none, that of the widest blank line.
  private func scanContentIndent(from start: Int, parentIndent: Int) throws(SyntaxError) -> Int {
    var line = start
    var widest = 0
    var widestOffset = start
    while line < end {
      var index = line
      while index < end, bytes[index] == 0x20 { index += 1 }
      let column = index - line
      guard isLineEnd(index) else {
        if column <= parentIndent || (column == 0 && isDocumentMarker(line)) {
          try checkTabLine(index, column, parentIndent)
          break
        }
        guard widest <= column else {
          throw SyntaxError(
            "bad-indentation", "a blank line before the text of a block scalar is indented more than it",
            at: widestOffset - 1, to: widestOffset)
        }
        return column
      }
      if column > widest {
        widest = column
        widestOffset = index
      }
      if index >= end { break }
      line = lineEndingEnd(index)
    }
    return max(widest, parentIndent + 1)
  }

  private mutating func moveLineStartBack() {
    while lineStart > 0, !isLineEnd(lineStart - 1) { lineStart -= 1 }
  }

  private func checkTabLine(_ index: Int, _ column: Int, _ parentIndent: Int) throws(SyntaxError) {
    guard bytes[index] == 0x09, column <= parentIndent else { return }
    var content = index
    while content < end, bytes[content].isSpaceOrTab { content += 1 }
    if content >= end || isLineEnd(content) || bytes[content] != 0x23 {
      throw SyntaxError.tab(at: index)
    }
  }

  private mutating func parseBlockScalarHeader(
    _ start: Int
  ) throws(SyntaxError) -> (indent: Int, keepsEnd: Bool) {
    offset += 1
    var indent = 0
    var keepsEnd = false
    var hasChomping = false
    while true {
      let byte = byte(offset)
      if byte == 0x2B || byte == 0x2D, !hasChomping {
        hasChomping = true
        keepsEnd = byte == 0x2B
      } else if byte >= 0x31, byte <= 0x39, indent == 0 {
        indent = Int(byte & 0x0F)
      } else {
        break
      }
      offset += 1
    }
    let headerEnd = offset
    skipSpacesAndTabs()
    if byte(offset) == 0x23, offset > headerEnd {
      while !isLineEnd(offset) { offset += 1 }
    }
    guard isLineEnd(offset) else {
      throw SyntaxError(
        "block-scalar-header",
        "a value that starts with '\(bytes[start] == 0x7C ? "|" : ">")' must be quoted, or go on in the next line",
        at: start, to: start + 1)
    }
    return (indent, keepsEnd)
  }

}
