import SourceText

/// The opening fence of the open code block.
struct Fence {
  var byte: UInt8 = 0
  var length = 0
  var indent = 0
}

extension BlockParser {
  // MARK: Indented

  /// CommonMark 0.31.2, 4.4. Returns whether the line is used up.
  mutating func openIndentedCode() -> Bool {
    guard !isBlank, !(leaf >= 0 && leafKind == .paragraph) else { return false }
    advanceColumns(4)
    let slice = restOfLine()
    openLeaf(.codeBlock, start: slice.start, end: lineEnd)
    appendLine(slice)
    return true
  }

  mutating func continueIndentedCode() -> Bool {
    if indent >= 4 {
      advanceColumns(4)
      appendLine(restOfLine())
      return true
    }
    guard isBlank else {
      closeLeaf()
      return false
    }
    appendLine(LineSlice(lineEnd, lineEnd))
    return true
  }

  /// Blank lines at the end do not belong to an indented code block.
  mutating func trimIndentedCode() {
    while let last = lines.last, trimmedEnd(from: last.start, to: last.end) == last.start {
      lines.removeLast()
      blocks[leaf].count -= 1
    }
    blocks[leaf].endOffset = lines.last?.endOffset ?? blocks[leaf].endOffset
  }

  // MARK: Fenced

  /// CommonMark 0.31.2, 4.5. The info string is the first line slice of the block.
  mutating func openFencedCode() -> Bool {
    let byte = textByte
    var index = textOffset
    while index < lineEnd, bytes[index] == byte { index += 1 }
    let length = index - textOffset
    guard length >= 3 else { return false }
    while index < lineEnd, bytes[index].isSpaceOrTab { index += 1 }
    let end = trimmedEnd(from: index, to: lineEnd)
    if byte == 0x60, bytes[index..<end].contains(0x60) { return false }
    fence = Fence(byte: byte, length: length, indent: indent)
    openLeaf(.codeBlock, start: textOffset, end: end > index ? end : textOffset + length)
    blocks[leaf].flags.insert(.fenced)
    appendLine(LineSlice(index, end))
    return true
  }

  mutating func continueFencedCode() -> Bool {
    if indent <= 3, textByte == fence.byte, let end = scanClosingFence() {
      blocks[leaf].endOffset = end
      closeLeaf()
      return true
    }
    advanceColumns(min(indent, fence.indent))
    appendLine(restOfLine())
    extend(leaf, to: lineEnd)
    return true
  }

  private func scanClosingFence() -> Int? {
    var index = textOffset
    while index < lineEnd, bytes[index] == fence.byte { index += 1 }
    guard index - textOffset >= fence.length else { return nil }
    return onlySpaces(from: index) ? index : nil
  }

  func onlySpaces(from start: Int) -> Bool {
    var index = start
    while index < lineEnd, bytes[index].isSpaceOrTab { index += 1 }
    return index == lineEnd
  }
}
