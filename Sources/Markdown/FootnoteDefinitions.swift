import SourceText

extension BlockParser {
  /// `[^label]:` opens a container, as on GitHub: the label has no space, and content is indented by four
  /// columns.
  mutating func openFootnoteDefinition() -> Bool {
    guard syntax.contains(.footnotes), nestedCount < Limit.containerDepth, textOffset + 4 < lineEnd,
      bytes[textOffset + 1] == 0x5E
    else { return false }
    let labelStart = textOffset + 2
    var index = labelStart
    while index < lineEnd, bytes[index] != 0x5D {
      if bytes[index].isWhitespace || bytes[index] == 0 || index - labelStart > Limit.labelLength {
        return false
      }
      index += 1
    }
    guard index > labelStart, index + 1 < lineEnd, bytes[index + 1] == 0x3A else { return false }
    let length = index + 2 - textOffset
    let block = add(.footnoteDefinition, start: textOffset, end: textOffset + length)
    blocks[block].first = labelStart
    blocks[block].count = index
    let key = LinkLabel.key(of: bytes, labelStart..<index)
    if footnoteIndex[key] == nil { footnoteIndex[key] = block }
    push(OpenContainer(block: block, kind: .footnoteDefinition))
    advanceToText(skipping: length)
    advanceToText()
    return true
  }
}
