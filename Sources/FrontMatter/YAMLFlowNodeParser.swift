import SourceText

extension YAMLParser {
  /// Reads properties and a scalar, alias or opening bracket inside a flow collection.
  mutating func parseFlowNode(parentIndent: Int, openedAt start: Int) throws(SyntaxError) {
    let nodeStart = offset
    var own = YAMLProperties()
    while bytes[offset] == 0x26 || bytes[offset] == 0x21 {
      try scanProperty(into: &own, inFlow: true)
      try skipFlowSpace(parentIndent: parentIndent, openedAt: start)
    }
    let savedIndicator = pendingIndicator
    let byte = bytes[offset]
    if !own.isEmpty {
      let isColon = byte == 0x3A && (isBlank(offset + 1) || isFlowIndicator(self.byte(offset + 1)))
      if byte == 0x2C || byte == 0x5D || byte == 0x7D || isColon {
        let place = max(own.anchor.upperBound, own.tag.upperBound)
        try attachFlow(addNode(YAMLNode(.scalar, .plain, from: place, to: place, flags: .empty), own))
        return
      }
    }
    let node: Int32
    switch byte {
    case 0x5B, 0x7B:
      _ = try openFlowCollection(own)
      return
    case 0x2A:
      guard own.isEmpty else {
        throw SyntaxError.aliasWithProperties(at: nodeStart, to: offset + 1)
      }
      node = try parseAlias()
    case 0x22: node = try parseDoubleQuoted(parentIndent: parentIndent, own)
    case 0x27: node = try parseSingleQuoted(parentIndent: parentIndent, own)
    default: node = try parseFlowPlain(parentIndent: parentIndent, own)
    }
    pendingIndicator = savedIndicator
    try attachFlow(node)
  }

  private mutating func parseFlowPlain(
    parentIndent: Int, _ own: YAMLProperties
  ) throws(SyntaxError) -> Int32 {
    try checkPlainStart(inFlow: true)
    let first = offset
    var scalarEnd = first
    var flags: YAMLNode.Flags = []
    var index = first
    var sawBreak = false
    scan: while index < end {
      let byte = bytes[index]
      switch byte {
      case 0x20, 0x09:
        index += 1
        continue
      case 0x0A, 0x0D:
        let next = lineEndingEnd(index)
        if isDocumentMarker(next) { break scan }
        index = next
        sawBreak = true
        continue
      case 0x2C, 0x5B, 0x5D, 0x7B, 0x7D: break scan
      case 0x3A where isBlank(index + 1) || isFlowIndicator(self.byte(index + 1)): break scan
      case 0x23 where index > first && (bytes[index - 1].isSpaceOrTab || isLineEnd(index - 1)): break scan
      default: break
      }
      if sawBreak {
        flags = [.multiline, .encoded]
        var content = index
        while content > first, bytes[content - 1].isSpaceOrTab { content -= 1 }
        lineStart = content
        try checkFlowIndentation(index, parentIndent)
        sawBreak = false
      }
      index += 1
      scalarEnd = index
    }
    offset = scalarEnd
    return addNode(YAMLNode(.scalar, .plain, from: first, to: scalarEnd, flags: flags), own)
  }

  /// Moves over white space, line endings and comments inside brackets to the next content.
  mutating func skipFlowSpace(parentIndent: Int, openedAt start: Int) throws(SyntaxError) {
    let before = lineStart
    let wasAtLineStart = isAtLineStart
    let tab = tabOffset
    skipToContent()
    isAtLineStart = wasAtLineStart
    tabOffset = tab
    if offset >= end || (offset == lineStart && isDocumentMarker(offset)) {
      throw SyntaxError.unclosedBracket(at: start)
    }
    if lineStart > before { try checkFlowIndentation(offset, parentIndent) }
  }

  /// YAML 1.2.2, 7.4: lines inside brackets are indented more than the entry they belong to.
  private mutating func checkFlowIndentation(_ index: Int, _ parentIndent: Int) throws(SyntaxError) {
    var spaces = lineStart
    while spaces < index, bytes[spaces] == 0x20 { spaces += 1 }
    guard spaces - lineStart <= parentIndent else { return }
    if looksLikeEntry(index) {
      let start = Int(nodes[Int(flowFrames[0].node)].start)
      throw SyntaxError.unclosedBracket(at: start)
    }
    let isBracket = bytes[index] == 0x5D || bytes[index] == 0x7D
    problems.add(
      isBracket || readsPost ? .warning : .error, "flow-indentation",
      "a line inside brackets must be indented more than its key", at: SourceSpan(index, index + 1))
  }
}
