import SourceText

extension YAMLParser {
  /// Reads a literal or folded scalar (YAML 1.2.2, 8.1); the node's link is the content's indentation.
  mutating func parseBlockScalar(parentIndent: Int, _ own: YAMLProperties) throws(YAMLSyntaxError) -> Int32 {
    let start = offset
    let style: YAMLNode.Style = bytes[start] == 0x7C ? .literal : .folded
    offset += 1
    let header = try parseBlockScalarHeader(start)
    let base = max(parentIndent, 0)
    var indent = header.indent > 0 ? base + header.indent : -1
    var scalarEnd = offset
    var index = offset
    if index < end { index = lineEndingEnd(index) }
    var widestBlank = 0
    var widestBlankOffset = index
    while index < end {
      let line = index
      while index < end, bytes[index] == 0x20, indent < 0 || index - line < indent { index += 1 }
      if isLineEnd(index) {
        if indent < 0, index - line > widestBlank {
          widestBlank = index - line
          widestBlankOffset = index
        }
        if header.keepsEnd { scalarEnd = index }
        if index >= end { break }
        index = lineEndingEnd(index)
        continue
      }
      let column = index - line
      if indent < 0 {
        if column <= parentIndent || (column == 0 && isDocumentMarker(line)) {
          try checkTabLine(index, column, parentIndent)
          index = line
          break
        }
        if widestBlank > column {
          throw YAMLSyntaxError(
            "bad-indentation", "a blank line before the text of a block scalar is indented more than it",
            at: widestBlankOffset - 1, to: widestBlankOffset)
        }
        indent = column
      }
      if column < indent || (column == 0 && isDocumentMarker(line)) {
        index = line
        break
      }
      while !isLineEnd(index) { index += 1 }
      scalarEnd = index
      if index < end { index = lineEndingEnd(index) }
    }
    lineStart = index
    offset = index
    if index >= end, index > 0, !isLineEnd(index - 1) { moveLineStartBack() }
    var node = YAMLNode(.scalar, style, from: start, to: scalarEnd, flags: [.multiline, .encoded])
    node.link = Int32(indent < 0 ? widestBlank : indent)
    return addNode(node, own)
  }

  private mutating func moveLineStartBack() {
    while lineStart > 0, !isLineEnd(lineStart - 1) { lineStart -= 1 }
  }

  private func checkTabLine(_ index: Int, _ column: Int, _ parentIndent: Int) throws(YAMLSyntaxError) {
    guard bytes[index] == 0x09, column <= parentIndent else { return }
    var content = index
    while content < end, bytes[content].isSpaceOrTab { content += 1 }
    if content >= end || isLineEnd(content) || bytes[content] != 0x23 {
      throw YAMLSyntaxError("tab-indentation", "a tab must not indent a line", at: index, to: index + 1)
    }
  }

  private mutating func parseBlockScalarHeader(
    _ start: Int
  ) throws(YAMLSyntaxError) -> (indent: Int, keepsEnd: Bool) {
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
      throw YAMLSyntaxError(
        "block-scalar-header",
        "a value that starts with '\(style(start))' must be quoted, or go on in the next line",
        at: start, to: start + 1)
    }
    return (indent, keepsEnd)
  }

  private func style(_ start: Int) -> String { bytes[start] == 0x7C ? "|" : ">" }
}
