import SourceText

extension YAMLParser {
  /// Reads a plain scalar in block context; on several lines unless a key is due (YAML 1.2.2, 7.3.3).
  mutating func parsePlainScalar(_ start: ContentStart, _ own: YAMLProperties) throws(SyntaxError)
    -> Int32
  {
    try checkPlainStart(inFlow: false)
    let first = offset
    var scalarEnd = scanPlainLine(from: first)
    var flags: YAMLNode.Flags = []
    var index = scalarEnd
    while !start.isKeyPosition {
      while index < end, bytes[index].isSpaceOrTab { index += 1 }
      guard index < end, isLineEnd(index) else { break }
      guard let next = continuationStart(after: index, parentIndent: start.parentIndent) else { break }
      let lineEnd = scanPlainLine(from: next)
      guard lineEnd > next else { break }
      flags = [.multiline, .encoded]
      scalarEnd = lineEnd
      index = lineEnd
    }
    if !flags.isEmpty { moveLineStart(to: scalarEnd) }
    offset = scalarEnd
    return addNode(YAMLNode(.scalar, .plain, from: first, to: scalarEnd, flags: flags), own)
  }

  /// The end of the plain text that starts at `from`, without white space behind it.
  func scanPlainLine(from: Int) -> Int {
    var index = from
    while index < end {
      let byte = bytes[index]
      if byte > 0x3A || byte == 0x20 {
        index += 1
      } else if byte == 0x0A || byte == 0x0D {
        break
      } else if byte == 0x3A, isBlank(index + 1) {
        break
      } else if byte == 0x23, index == from || bytes[index - 1].isSpaceOrTab {
        break
      } else {
        index += 1
      }
    }
    while index > from, bytes[index - 1].isSpaceOrTab { index -= 1 }
    return index
  }

  /// The first content of the next line that is not blank, when it continues a plain scalar.
  private func continuationStart(after lineEnd: Int, parentIndent: Int) -> Int? {
    var index = lineEndingEnd(lineEnd)
    var start = index
    var indent = 0
    var onlySpaces = true
    while index < end {
      let byte = bytes[index]
      if byte == 0x20 {
        if onlySpaces { indent += 1 }
        index += 1
      } else if byte == 0x09 {
        onlySpaces = false
        index += 1
      } else if byte == 0x0A || byte == 0x0D {
        index = lineEndingEnd(index)
        start = index
        indent = 0
        onlySpaces = true
      } else {
        break
      }
    }
    guard index < end, indent > parentIndent, bytes[index] != 0x23 else { return nil }
    if index == start, isDocumentMarker(index) { return nil }
    return index
  }

  mutating func moveLineStart(to place: Int) {
    var index = place
    while index > lineStart, !isLineEnd(index - 1) { index -= 1 }
    lineStart = index
  }

  /// YAML 1.2.2, 7.3.3: a plain scalar must not start with most indicators.
  func checkPlainStart(inFlow: Bool) throws(SyntaxError) {
    let byte = bytes[offset]
    if byte.isAlphanumeric { return }
    switch byte {
    case 0x2D, 0x3F, 0x3A:
      guard isBlank(offset + 1) || (inFlow && isFlowIndicator(self.byte(offset + 1))) else { return }
    case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D, 0x23, 0x26, 0x2A, 0x21, 0x7C, 0x3E, 0x27, 0x22, 0x25, 0x40, 0x60: break
    default: return
    }
    throw SyntaxError.reservedIndicator(String(UnicodeScalar(byte)), at: offset)
  }

  func isFlowIndicator(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D
  }

  mutating func parseDoubleQuoted(parentIndent: Int, _ own: YAMLProperties) throws(SyntaxError) -> Int32 {
    let start = offset
    var flags: YAMLNode.Flags = []
    var index = start + 1
    while index < end {
      let byte = bytes[index]
      if byte == 0x22 {
        offset = index + 1
        return addNode(YAMLNode(.scalar, .doubleQuoted, from: start, to: offset, flags: flags), own)
      } else if byte == 0x5C {
        flags.insert(.encoded)
        index = checkEscape(at: index)
      } else if byte == 0x0A || byte == 0x0D {
        flags.formUnion([.encoded, .multiline])
        index = try quotedLineStart(after: index, parentIndent: parentIndent, openedAt: start)
      } else {
        index += 1
      }
    }
    throw SyntaxError.unclosedQuote(at: start)
  }

  mutating func parseSingleQuoted(parentIndent: Int, _ own: YAMLProperties) throws(SyntaxError) -> Int32 {
    let start = offset
    var flags: YAMLNode.Flags = []
    var index = start + 1
    while index < end {
      let byte = bytes[index]
      if byte == 0x27 {
        if self.byte(index + 1) == 0x27 {
          flags.insert(.encoded)
          index += 2
          continue
        }
        offset = index + 1
        return addNode(YAMLNode(.scalar, .singleQuoted, from: start, to: offset, flags: flags), own)
      } else if byte == 0x0A || byte == 0x0D {
        flags.formUnion([.encoded, .multiline])
        index = try quotedLineStart(after: index, parentIndent: parentIndent, openedAt: start)
      } else {
        index += 1
      }
    }
    throw SyntaxError.unclosedQuote(at: start)
  }

  /// Whether the line reads `word: ...` from `index`, as an entry would.
  func looksLikeEntry(_ index: Int) -> Bool {
    var look = index
    while look < end, bytes[look].isAlphanumeric || bytes[look] == 0x5F || bytes[look] == 0x2D { look += 1 }
    return look > index && byte(look) == 0x3A && isBlank(look + 1)
  }

  /// Checks that a line inside quotes is indented, and returns where it starts.
  private mutating func quotedLineStart(
    after lineEnd: Int, parentIndent: Int, openedAt start: Int
  ) throws(SyntaxError) -> Int {
    let next = lineEndingEnd(lineEnd)
    lineStart = next
    if isDocumentMarker(next) {
      throw SyntaxError.unclosedQuote(at: start)
    }
    var index = next
    while index < end, bytes[index] == 0x20 { index += 1 }
    guard index - next <= parentIndent else { return next }
    var content = index
    while content < end, bytes[content].isSpaceOrTab { content += 1 }
    if content < end, !isLineEnd(content) {
      if looksLikeEntry(content) { suspiciousQuote = start }
      guard lastUnindentedQuote != start else { return next }
      lastUnindentedQuote = start
      problems.add(
        readsPost ? .warning : .error, "quoted-indentation",
        "a line inside quotes must be indented more than its key",
        at: SourceSpan(content, content + 1))
    }
    return next
  }

  /// Reports an escape that YAML does not know (YAML 1.2.2, 5.7); returns the index behind it.
  private mutating func checkEscape(at index: Int) -> Int {
    let digits: Int
    switch byte(index + 1) {
    case 0x0D: return index + 1
    case 0x0A: return index + 1
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    case 0x30, 0x61, 0x62, 0x74, 0x09, 0x6E, 0x76, 0x66, 0x72, 0x65, 0x20, 0x22, 0x2F, 0x5C, 0x4E, 0x5F, 0x4C,
      0x50:
      return index + 2
    default:
      problems.add(
        .error, "unknown-escape", "a backslash inside double quotes must start a known escape",
        at: SourceSpan(index, min(index + 2, end)))
      return index + 2 <= end ? index + 2 : end
    }
    var value: UInt32 = 0
    var valid = true
    for position in 0..<digits {
      let digit = byte(index + 2 + position)
      guard digit.isHexDigit else {
        valid = false
        break
      }
      value = value << 4 | UInt32(digit.isDigit ? digit & 0x0F : (digit & 0x0F) + 9)
    }
    guard valid, Unicode.Scalar(value) != nil else {
      problems.add(
        .error, "unknown-escape", "the escape must name a character with \(digits) hexadecimal digits",
        at: SourceSpan(index, min(index + 2, end)))
      return index + 2
    }
    return index + 2 + digits
  }

  mutating func parseAlias() throws(SyntaxError) -> Int32 {
    let start = offset
    let name = scanAnchorName(from: start + 1)
    guard !name.isEmpty else {
      throw SyntaxError.reservedIndicator("*", at: start)
    }
    offset = name.upperBound
    var node = YAMLNode(.alias, .plain, from: start, to: offset)
    if let target = anchors.isEmpty ? nil : anchors[bytes[name.range]] {
      node.link = target
      if nodes[Int(target)].flags.contains(.open) {
        node.link = -1
        problems.add(
          .error, "alias-inside-anchor", "an alias must not stand inside the node it names",
          at: SourceSpan(start, offset))
      }
    } else {
      problems.add(
        .error, "unknown-alias", "an alias must name an anchor above it", at: SourceSpan(start, offset),
        fix: YAMLScalarEncoder.quotingFix(SourceSpan(start, offset), in: bytes))
    }
    return addNode(node, YAMLProperties())
  }

  /// YAML 1.2.2, 6.9.2: an anchor name ends at white space or a flow indicator.
  func scanAnchorName(from: Int) -> SourceSpan {
    var index = from
    while index < end, !isBlank(index), !isFlowIndicator(bytes[index]) { index += 1 }
    return SourceSpan(from, index)
  }
}
