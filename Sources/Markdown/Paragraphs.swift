import SourceText

extension BlockParser {
  mutating func openParagraph() {
    openLeaf(.paragraph, start: textOffset, end: lineEnd)
    let start = syntax.contains(.taskLists) ? takeTaskMarker() : textOffset
    appendLine(LineSlice(start, lineEnd))
  }

  /// GFM 5.3: `[ ]` or `[x]` and whitespace at the start of a list item's first paragraph. Returns where text
  /// starts.
  private mutating func takeTaskMarker() -> Int {
    let start = textOffset
    guard textByte == 0x5B, start + 4 < lineEnd, bytes[start + 2] == 0x5D, bytes[start + 3].isSpaceOrTab,
      let parent = open.last, parent.kind == .listItem, parent.block == leaf - 1
    else { return start }
    let mark = bytes[start + 1]
    let isChecked = mark.lowercased == 0x78
    guard mark == 0x20 || isChecked else { return start }
    var index = start + 4
    while index < lineEnd, bytes[index].isSpaceOrTab { index += 1 }
    guard index < lineEnd else { return start }
    blocks[parent.block].detail = (isChecked ? TaskState.checked : .unchecked).rawValue
    return index
  }

  mutating func closeParagraph() {
    takeDefinitions()
    if leaf >= 0 { trimParagraph() }
  }

  /// Leaves out whitespace at the end of the last line.
  mutating func trimParagraph() {
    let last = blocks[leaf].first + blocks[leaf].count - 1
    let end = trimmedEnd(from: lines[last].start, to: lines[last].end)
    lines[last].endOffset = end
    blocks[leaf].endOffset = end
  }

  /// Takes link reference definitions off the start of the open paragraph (CommonMark 0.31.2, 4.7).
  ///
  /// They become blocks of their own before it; `leaf` is -1 afterwards when nothing else is left.
  mutating func takeDefinitions() {
    guard bytes[lines[blocks[leaf].first].start] == 0x5B else { return }
    var paragraph = blocks[leaf]
    let endLine = paragraph.first + paragraph.count
    var taken = 0
    while paragraph.count > 0 {
      let scanner = LeafScanner(bytes: bytes, lines: lines, endLine: endLine, syntax: syntax)
      guard
        let (definition, key, nextLine) = scanner.scanDefinition(
          at: scanner.cursor(atLine: paragraph.first))
      else { break }
      if taken == 0 { blocks.removeLast() }
      addDefinition(definition, key, firstLine: paragraph.first, endLine: nextLine)
      taken += 1
      paragraph.count = endLine - nextLine
      paragraph.first = nextLine
    }
    guard taken > 0 else { return }
    guard paragraph.count > 0 else {
      leaf = -1
      return
    }
    leaf = blocks.count
    paragraph.startOffset = lines[paragraph.first].startOffset
    paragraph.subtreeEndIndex = leaf + 1
    blocks.append(paragraph)
  }

  private mutating func addDefinition(
    _ definition: LinkDefinition, _ key: [UInt8], firstLine: Int, endLine: Int
  ) {
    let end = trimmedEnd(from: lines[endLine - 1].start, to: lines[endLine - 1].end)
    var block = Block(
      .linkReferenceDefinition, start: lines[firstLine].start, end: end, index: blocks.count)
    block.first = definitions.count
    // CommonMark 0.31.2, 4.7: the first of several matching definitions takes precedence.
    if definitionIndex[key] == nil { definitionIndex[key] = block.first }
    definitions.append(definition)
    blocks.append(block)
  }
}
