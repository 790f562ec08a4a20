import SourceText

/// What a block start did with the line.
enum BlockStart {
  /// No block starts here.
  case none
  /// A container was opened; the rest of the line can start more.
  case container
  /// The line is used up.
  case leaf
}

extension BlockParser {
  /// Opens the blocks that start on the rest of the line, and gives what is left to a paragraph or table.
  mutating func openBlocks() {
    var start = BlockStart.container
    while start == .container { start = openBlock() }
    if start == .none, isBlank {
      endWithBlankLine()
      return
    }
    if start == .none { addText() }
    previousLineBlank = false
  }

  private mutating func endWithBlankLine() {
    closeLeaf()
    closeContainers(to: matched)
    let last = open[open.count - 1]
    // A blank line in a block quote, or after an item's bare marker, does not make a list loose.
    previousLineBlank = last.kind != .blockQuote && (last.kind != .listItem || last.hasChild)
  }

  /// Continues the open paragraph, lazily where containers of it do not go on (CommonMark 0.31.2, 5.1), or
  /// the open table; else starts a paragraph. A line that opened a container has closed the leaf before.
  private mutating func addText() {
    if leaf >= 0 {
      if leafKind == .paragraph {
        appendLine(LineSlice(textOffset, lineEnd))
        return
      }
      if leafKind == .table, matched == open.count, addTableRow() { return }
    }
    openParagraph()
  }

  /// Tries the block starts that the next byte allows.
  private mutating func openBlock() -> BlockStart {
    if indent >= 4 { return openIndentedCode() ? .leaf : .none }
    switch textByte {
    case 0x3E:
      openBlockQuote()
      return .container
    case 0x23:
      return openATXHeading() ? .leaf : .none
    case 0x60, 0x7E:
      return openFencedCode() ? .leaf : .none
    case 0x3C:
      return openHTMLBlock() ? .leaf : .none
    case 0x3D:
      return closeAsSetextHeading() ? .leaf : .none
    case 0x2D:
      // A delimiter row such as `- | -` is tried before a list item.
      if closeAsSetextHeading() || addThematicBreak() || openTable() { return .leaf }
      return openListItem() ? .container : .none
    case 0x2A:
      if addThematicBreak() { return .leaf }
      return openListItem() ? .container : .none
    case 0x5F:
      return addThematicBreak() ? .leaf : .none
    case 0x2B, 0x30...0x39:
      return openListItem() ? .container : .none
    case 0x5B:
      return openFootnoteDefinition() ? .container : .none
    case 0x7C, 0x3A:
      return openTable() ? .leaf : .none
    default:
      return .none
    }
  }

  /// Whether the line would interrupt a paragraph that it otherwise continues.
  var interruptsParagraph: Bool { leaf >= 0 && leafKind == .paragraph && matched == open.count }

  // MARK: Block quotes

  mutating func consumeQuoteMarker() {
    advanceToText(skipping: 1)
    if offset < lineEnd, bytes[offset].isSpaceOrTab { advanceColumns(1) }
  }

  private mutating func openBlockQuote() {
    let start = textOffset
    let block = add(.blockQuote, start: start, end: start + 1)
    push(OpenContainer(block: block, kind: .blockQuote))
    consumeQuoteMarker()
  }

  // MARK: Headings and breaks

  /// CommonMark 0.31.2, 4.2.
  private mutating func openATXHeading() -> Bool {
    var index = textOffset
    while index < lineEnd, bytes[index] == 0x23 { index += 1 }
    let level = index - textOffset
    guard level <= 6, index == lineEnd || bytes[index].isSpaceOrTab else { return false }
    let blockEnd = trimmedEnd(from: textOffset, to: lineEnd)
    while index < blockEnd, bytes[index].isSpaceOrTab { index += 1 }
    let block = addLineLeaf(.heading, start: textOffset, end: blockEnd)
    blocks[block].detail = UInt8(level)
    blocks[block].first = lines.count
    blocks[block].count = 1
    lines.append(LineSlice(index, headingContentEnd(from: index, to: blockEnd)))
    return true
  }

  /// Leaves out a closing sequence of `#`, which needs a space before it.
  private func headingContentEnd(from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, bytes[index - 1] == 0x23 { index -= 1 }
    if index == end { return end }
    if index == start { return start }
    return bytes[index - 1].isSpaceOrTab ? trimmedEnd(from: start, to: index) : end
  }

  func trimmedEnd(from start: Int, to end: Int) -> Int {
    var index = end
    while index > start, bytes[index - 1].isSpaceOrTab { index -= 1 }
    return index
  }

  /// CommonMark 0.31.2, 4.3: the underline makes a heading of the paragraph above it.
  private mutating func closeAsSetextHeading() -> Bool {
    guard interruptsParagraph else { return false }
    let byte = textByte
    var index = textOffset
    while index < lineEnd, bytes[index] == byte { index += 1 }
    let underlineEnd = index
    while index < lineEnd, bytes[index].isSpaceOrTab { index += 1 }
    guard index == lineEnd else { return false }
    takeDefinitions()
    guard leaf >= 0 else { return false }
    trimParagraph()
    blocks[leaf].kind = .heading
    blocks[leaf].flags.insert(.setext)
    blocks[leaf].detail = byte == 0x3D ? 1 : 2
    blocks[leaf].endOffset = underlineEnd
    leafKind = .heading
    closeLeaf()
    return true
  }

  /// CommonMark 0.31.2, 4.1.
  private mutating func addThematicBreak() -> Bool {
    let byte = textByte
    if byte == failedBreakByte, textOffset < failedBreakOffset { return false }
    var count = 0
    var index = textOffset
    var end = index
    while index < lineEnd {
      if bytes[index] == byte {
        count += 1
        end = index + 1
      } else if !bytes[index].isSpaceOrTab {
        failedBreakByte = byte
        failedBreakOffset = index
        return false
      }
      index += 1
    }
    guard count >= 3 else { return false }
    _ = addLineLeaf(.thematicBreak, start: textOffset, end: end)
    return true
  }
}
