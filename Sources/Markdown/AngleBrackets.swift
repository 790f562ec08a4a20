import SourceText

extension InlineParser {
  /// An autolink (CommonMark 0.31.2, 6.5), raw HTML (6.6), or a plain `<`.
  mutating func parseAngleBracket() {
    if let (end, isEmail) = scanAutolink() {
      flushText(to: offset)
      append(InlineNode(.autolink, offset, end, flags: isEmail ? .email : []))
      offset = end
      textStart = end
    } else if let end = scanRawHTML() {
      flushText(to: offset)
      append(InlineNode(.rawHTML, offset, end.offset, payload: line))
      move(to: end)
      textStart = offset
    } else {
      offset += 1
    }
  }

  private func scanAutolink() -> (end: Int, isEmail: Bool)? {
    let start = offset + 1
    guard start < lineEnd else { return nil }
    var index = start
    while index < lineEnd, bytes[index].isAlphanumeric || isSchemeMark(bytes[index]) { index += 1 }
    if index < lineEnd, bytes[index] == 0x3A, bytes[start].isLetter, 2...32 ~= index - start {
      while index < lineEnd, bytes[index] > 0x20, bytes[index] != 0x3C, bytes[index] != 0x3E { index += 1 }
      return index < lineEnd && bytes[index] == 0x3E ? (index + 1, false) : nil
    }
    return scanEmail(from: start).map { ($0, true) }
  }

  private func isSchemeMark(_ byte: UInt8) -> Bool { byte == 0x2B || byte == 0x2E || byte == 0x2D }

  private func scanEmail(from start: Int) -> Int? {
    var index = start
    while index < lineEnd, isLocalPartByte(bytes[index]) { index += 1 }
    guard index > start, index < lineEnd, bytes[index] == 0x40 else { return nil }
    repeat {
      index += 1
      let labelStart = index
      while index < lineEnd, bytes[index].isAlphanumeric || bytes[index] == 0x2D { index += 1 }
      guard 1...63 ~= index - labelStart, bytes[labelStart] != 0x2D, bytes[index - 1] != 0x2D else {
        return nil
      }
    } while index < lineEnd && bytes[index] == 0x2E
    return index < lineEnd && bytes[index] == 0x3E ? index + 1 : nil
  }

  private func isLocalPartByte(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D...0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  // MARK: Raw HTML

  private mutating func scanRawHTML() -> LeafCursor? {
    guard offset + 1 < lineEnd else { return nil }
    switch bytes[offset + 1] {
    case 0x3F:
      guard !failures.hasNoInstructionEnd else { return nil }
      let end = scanUntil([0x3F, 0x3E], skipping: 2)
      failures.hasNoInstructionEnd = end == nil
      return end
    case 0x21:
      return scanDeclaration()
    default:
      return scanner.scanTag(at: cursor)
    }
  }

  private mutating func scanDeclaration() -> LeafCursor? {
    guard offset + 2 < lineEnd else { return nil }
    if starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
      if starts(with: [0x3C, 0x21, 0x2D, 0x2D, 0x3E]) { return scanUntil([0x3E], skipping: 4) }
      if starts(with: [0x3C, 0x21, 0x2D, 0x2D, 0x2D, 0x3E]) { return scanUntil([0x3E], skipping: 5) }
      guard !failures.hasNoCommentEnd else { return nil }
      let end = scanUntil([0x2D, 0x2D, 0x3E], skipping: 4)
      failures.hasNoCommentEnd = end == nil
      return end
    }
    if starts(with: [0x3C, 0x21, 0x5B, 0x43, 0x44, 0x41, 0x54, 0x41, 0x5B]) {
      guard !failures.hasNoCDATAEnd else { return nil }
      let end = scanUntil([0x5D, 0x5D, 0x3E], skipping: 9)
      failures.hasNoCDATAEnd = end == nil
      return end
    }
    guard bytes[offset + 2].isLetter, !failures.hasNoDeclarationEnd else { return nil }
    let end = scanUntil([0x3E], skipping: 2)
    failures.hasNoDeclarationEnd = end == nil
    return end
  }

  private func starts(with word: [UInt8]) -> Bool {
    offset + word.count <= lineEnd && bytes[offset..<offset + word.count].elementsEqual(word)
  }

  /// The place after the next `word`, which does not run over a line ending.
  private func scanUntil(_ word: [UInt8], skipping count: Int) -> LeafCursor? {
    var index = offset + count
    var current = line
    var end = lineEnd
    while true {
      while index + word.count <= end {
        if bytes[index] == word[0], bytes[index..<index + word.count].elementsEqual(word) {
          return LeafCursor(offset: index + word.count, line: current, lineEnd: end)
        }
        index += 1
      }
      current += 1
      guard current < endLine else { return nil }
      index = lines[current].start
      end = lines[current].end
    }
  }
}
