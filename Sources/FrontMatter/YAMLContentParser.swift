import SourceText

/// What the content of a block line starts as, before it is known whether it is a key.
struct ContentStart {
  let offset: Int
  /// The column of the first byte, 0-based.
  let column: Int
  let isKeyPosition: Bool
  let allowsCollection: Bool
  let parentIndent: Int
}

extension YAMLParser {
  /// Reads what stands at `offset`: an entry of the open mapping, or the node that is due.
  mutating func parseBlockContent() throws(SyntaxError) {
    let frame = frames[frames.count - 1]
    let isKeyPosition = frame.state == .key
    if isKeyPosition, tabOffset >= 0 { throw SyntaxError.tab(at: tabOffset) }
    let start = ContentStart(
      offset: offset, column: offset - lineStart, isKeyPosition: isKeyPosition,
      allowsCollection: tabOffset < 0 && (isAtLineStart || frame.allowsCompact), parentIndent: frame.indent)
    if !verbatimEnds.isEmpty, !isKeyPosition, let verbatimEnd = verbatimEnds[offset] {
      takeVerbatim(to: verbatimEnd)
      return
    }
    var own = YAMLProperties()
    while true {
      let byte = bytes[offset]
      switch byte {
      case 0x2D where isBlank(offset + 1):
        try parseSequenceEntry(start, own)
        return
      case 0x3F where isBlank(offset + 1):
        try parseExplicitKey(start, own)
        return
      case 0x3A where isBlank(offset + 1):
        let node = addNode(YAMLNode(.scalar, .plain, from: offset, to: offset, flags: .empty), own)
        if !start.isKeyPosition, !start.allowsCollection { throw SyntaxError.nestedMappingValue(at: offset) }
        reportEmptyKey(at: offset)
        try parseImplicitKey(node, start)
        return
      case 0x26, 0x21:
        try scanProperty(into: &own, inFlow: false)
        skipSpacesAndTabs()
        if isLineEnd(offset) || (bytes[offset] == 0x23 && bytes[offset - 1].isSpaceOrTab) {
          guard !start.isKeyPosition else { throw missingColon(from: start.offset) }
          pendingProperties = try merged(pendingProperties, own)
          return
        }
        continue
      case 0x7C, 0x3E:
        guard !start.isKeyPosition, !(readsPost && frame.state == .root) else {
          throw missingColon(from: start.offset)
        }
        let all = try merged(pendingProperties, own)
        pendingProperties = YAMLProperties()
        let node = try parseBlockScalar(parentIndent: start.parentIndent, all)
        attach(node)
        return
      default:
        try finishNode(try parseInlineNode(start, own), start, own)
        return
      }
    }
  }

  /// YAML 1.2.2 knows keys without text; Jekyll's reader stops at them.
  mutating func reportEmptyKey(at colon: Int) {
    guard readsPost else { return }
    problems.add(
      .error, "empty-key", "a key must stand before ':'", at: SourceSpan(colon, min(colon + 1, end)))
  }

  /// Takes the text at `offset` as a value, whatever it looks like.
  private mutating func takeVerbatim(to verbatimEnd: Int) {
    let start = offset
    offset = verbatimEnd
    moveLineStart(to: offset)
    var node = YAMLNode(.scalar, .plain, from: start, to: offset, flags: .verbatim)
    if lineStart > start { node.flags.formUnion([.multiline, .encoded]) }
    let index = addNode(node, pendingProperties)
    pendingProperties = YAMLProperties()
    attach(index)
  }

  private mutating func parseSequenceEntry(_ start: ContentStart, _ own: YAMLProperties)
    throws(SyntaxError)
  {
    guard own.isEmpty, !start.isKeyPosition, start.allowsCollection else {
      if tabOffset >= 0 { throw SyntaxError.tab(at: tabOffset) }
      if start.isKeyPosition { throw missingColon(from: start.offset) }
      throw SyntaxError(
        "sequence-on-key-line", "a '- ' item must start on a line of its own", at: offset, to: offset + 1)
    }
    let indent = isAtLineStart ? lineIndent : start.column
    try openBlockCollection(.sequence, indent: indent, start: offset, state: .item)
    pendingIndicator = Int32(offset)
    offset += 1
  }

  private mutating func parseExplicitKey(_ start: ContentStart, _ own: YAMLProperties) throws(SyntaxError) {
    guard own.isEmpty, start.isKeyPosition || start.allowsCollection else {
      if tabOffset >= 0 { throw SyntaxError.tab(at: tabOffset) }
      throw SyntaxError.nestedMappingValue(at: offset)
    }
    if !start.isKeyPosition {
      try openBlockCollection(.mapping, indent: start.column, start: offset, state: .explicitKey)
    }
    consumeIndicator(.explicitKey)
  }

  /// Reads a node that starts and may end on this line: alias, quoted, flow or plain.
  private mutating func parseInlineNode(_ start: ContentStart, _ own: YAMLProperties) throws(SyntaxError)
    -> Int32
  {
    switch bytes[offset] {
    case 0x2A:
      guard own.isEmpty else {
        throw SyntaxError.aliasWithProperties(at: offset, to: offset + 1)
      }
      return try parseAlias()
    case 0x22: return try parseDoubleQuoted(parentIndent: start.parentIndent, own)
    case 0x27: return try parseSingleQuoted(parentIndent: start.parentIndent, own)
    case 0x5B, 0x7B: return try parseFlowCollection(parentIndent: start.parentIndent, own)
    default: return try parsePlainScalar(start, own)
    }
  }

  /// Decides whether the node that was just read is a key, and puts it in its place.
  private mutating func finishNode(_ node: Int32, _ start: ContentStart, _ own: YAMLProperties)
    throws(SyntaxError)
  {
    var index = offset
    while index < end, bytes[index].isSpaceOrTab { index += 1 }
    if byte(index) == 0x3A, isBlank(index + 1) {
      if nodes[Int(node)].flags.contains(.multiline) || (!start.isKeyPosition && !start.allowsCollection) {
        offset = index
        if suspiciousQuote == start.offset { throw SyntaxError.unclosedQuote(at: start.offset) }
        if tabOffset >= 0, isAtLineStart || frames[frames.count - 1].allowsCompact {
          throw SyntaxError.tab(at: tabOffset)
        }
        var error = SyntaxError.nestedMappingValue(at: offset)
        let record = nodes[Int(node)]
        if record.style == .plain, record.flags.contains(.multiline) { error.scalarStart = Int(record.start) }
        throw error
      }
      offset = index
      try parseImplicitKey(node, start)
      return
    }
    if start.isKeyPosition { throw missingColon(from: start.offset) }
    if !pendingProperties.isEmpty {
      guard nodes[Int(node)].kind != .alias else {
        throw SyntaxError.aliasWithProperties(at: start.offset, to: offset)
      }
      setProperties(try merged(pendingProperties, own), of: node)
      pendingProperties = YAMLProperties()
    }
    attach(node)
  }

  /// Makes `node` a key of the open mapping, or of a new one; `offset` is at the colon.
  private mutating func parseImplicitKey(_ node: Int32, _ start: ContentStart) throws(SyntaxError) {
    if offset - start.offset > YAMLParser.keyLengthLimit,
      characterCount(start.offset, offset) > YAMLParser.keyLengthLimit
    {
      throw SyntaxError.keyTooLong(at: start.offset, to: offset)
    }
    if !start.isKeyPosition {
      let indent = isAtLineStart ? lineIndent : start.column
      try openBlockCollection(.mapping, indent: indent, start: start.offset, state: .key)
    }
    pendingIndicator = -1
    attach(node)
    consumeIndicator(.implicitValue)
  }

  private func characterCount(_ from: Int, _ to: Int) -> Int {
    bytes[from..<to].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  func missingColon(from start: Int) -> SyntaxError {
    var lineEnd = start
    while !isLineEnd(lineEnd) { lineEnd += 1 }
    return SyntaxError.missingColon(at: start, to: lineEnd)
  }

  /// Puts the properties of two lines together.
  func merged(_ first: YAMLProperties, _ second: YAMLProperties) throws(SyntaxError) -> YAMLProperties {
    if first.isEmpty { return second }
    if second.isEmpty { return first }
    guard first.anchor.isEmpty || second.anchor.isEmpty, first.tag.isEmpty || second.tag.isEmpty else {
      let place = second.anchor.isEmpty ? second.tag : second.anchor
      throw SyntaxError.repeatedProperty(at: place.lowerBound, to: place.upperBound)
    }
    var result = first
    if result.anchor.isEmpty { result.anchor = second.anchor }
    if result.tag.isEmpty { result.tag = second.tag }
    return result
  }
}
