import SourceText

/// An open flow collection.
struct FlowFrame {
  enum State: UInt8 {
    /// Of a sequence: an item or the end may come; behind an item.
    case item, itemDone
    /// Of a mapping: a key or the end may come; behind a key, a colon, a value.
    case key, keyDone, value, valueDone
  }

  let node: Int32
  /// A mapping of one entry inside a sequence, without braces.
  let isPair: Bool
  var state: State
  var lastChild: Int32 = -1
  /// Whether the key was introduced by `?`, and may be of several lines.
  var isExplicit = false
}

extension YAMLParser {
  /// Reads a flow collection at `offset` to its end (YAML 1.2.2, 7.4).
  mutating func parseFlowCollection(parentIndent: Int, _ own: YAMLProperties) throws(YAMLSyntaxError) -> Int32
  {
    let savedIndicator = pendingIndicator
    let start = offset
    let root = try openFlowCollection(own)
    var lastNodeEnd = -1
    while !flowFrames.isEmpty {
      try skipFlowSpace(parentIndent: parentIndent, openedAt: start)
      let byte = bytes[offset]
      let top = flowFrames[flowFrames.count - 1]
      switch byte {
      case 0x5D, 0x7D:
        try closeFlowCollection(byte)
        lastNodeEnd = offset
      case 0x2C:
        try parseFlowComma()
      case 0x3F where isBlank(offset + 1) || isFlowIndicator(self.byte(offset + 1)):
        try parseFlowQuestionMark()
      case 0x3A where isFlowColon(top, afterNodeAt: lastNodeEnd):
        try parseFlowColon()
        lastNodeEnd = -1
      case 0x2D where isBlank(offset + 1) || isFlowIndicator(self.byte(offset + 1)):
        throw YAMLSyntaxError(
          "reserved-indicator", "a '-' item must not stand inside brackets", at: offset, to: offset + 1)
      default:
        try parseFlowNode(parentIndent: parentIndent, openedAt: start)
        lastNodeEnd = offset
      }
    }
    if nodes[Int(root)].flags.contains(.multiline) == false, lineStart > start {
      nodes[Int(root)].flags.insert(.multiline)
    }
    pendingIndicator = savedIndicator
    return root
  }

  /// Whether the colon at `offset` separates key and value.
  private func isFlowColon(_ top: FlowFrame, afterNodeAt lastNodeEnd: Int) -> Bool {
    if isBlank(offset + 1) || isFlowIndicator(byte(offset + 1)) { return true }
    // YAML 1.2.2, 7.4.2: behind a quoted key or a flow collection, the value may be adjacent.
    guard top.state == .keyDone || top.state == .itemDone, top.lastChild >= 0 else { return false }
    let last = nodes[Int(top.lastChild)]
    return last.style == .flow || last.style == .singleQuoted || last.style == .doubleQuoted
  }

  private mutating func openFlowCollection(_ own: YAMLProperties) throws(YAMLSyntaxError) -> Int32 {
    guard frames.count + flowFrames.count <= YAMLParser.depthLimit else { throw depthError() }
    let isMapping = bytes[offset] == 0x7B
    if isMapping, readsPost, byte(offset + 1) == 0x7B {
      throw YAMLSyntaxError(
        "reserved-indicator", "a value that starts with '{{' must be quoted", at: offset, to: offset + 2)
    }
    let node = addNode(
      YAMLNode(isMapping ? .mapping : .sequence, .flow, from: offset, to: offset + 1, flags: .open), own)
    if !flowFrames.isEmpty { try attachFlow(node) }
    flowFrames.append(FlowFrame(node: node, isPair: false, state: isMapping ? .key : .item))
    pendingIndicator = -1
    offset += 1
    return node
  }

  private mutating func closeFlowCollection(_ bracket: UInt8) throws(YAMLSyntaxError) {
    closeFlowPair()
    let top = flowFrames.count - 1
    let isMapping = flowFrames[top].state != .item && flowFrames[top].state != .itemDone
    guard isMapping == (bracket == 0x7D) else {
      throw YAMLSyntaxError(
        "mismatched-bracket", "a bracket must be closed by its own kind", at: offset, to: offset + 1)
    }
    if isMapping { addEmptyFlowValue() }
    let frame = flowFrames.removeLast()
    offset += 1
    nodes[Int(frame.node)].flags.remove(.open)
    nodes[Int(frame.node)].end = Int32(offset)
    if Int(nodes[Int(frame.node)].start) < lineStart { nodes[Int(frame.node)].flags.insert(.multiline) }
    if isMapping { checkDuplicateKeys(in: frame.node) }
  }

  /// Ends a mapping of one entry that stands inside a sequence.
  private mutating func closeFlowPair() {
    guard flowFrames[flowFrames.count - 1].isPair else { return }
    addEmptyFlowValue()
    let frame = flowFrames.removeLast()
    nodes[Int(frame.node)].flags.remove(.open)
    if frame.lastChild >= 0 { nodes[Int(frame.node)].end = nodes[Int(frame.lastChild)].end }
  }

  private mutating func addEmptyFlowValue() {
    let top = flowFrames.count - 1
    if flowFrames[top].isExplicit, flowFrames[top].state == .key { linkEmptyFlowNode() }
    if flowFrames[top].state == .keyDone || flowFrames[top].state == .value { linkEmptyFlowNode() }
    if flowFrames[top].state == .value { linkEmptyFlowNode() }
  }

  /// Puts an absent node where one is due, and moves the state on.
  private mutating func linkEmptyFlowNode() {
    let top = flowFrames.count - 1
    var place = Int(pendingIndicator) + 1
    if pendingIndicator < 0 {
      let last = flowFrames[top].lastChild
      place = last >= 0 ? Int(nodes[Int(last)].end) : offset
    }
    let node = addNode(YAMLNode(.scalar, .plain, from: place, to: place, flags: .empty), YAMLProperties())
    linkFlow(node)
    switch flowFrames[top].state {
    case .key: flowFrames[top].state = .keyDone
    case .keyDone, .value: flowFrames[top].state = .valueDone
    default: break
    }
  }

  private mutating func linkFlow(_ node: Int32) {
    nodes[Int(node)].indicator = pendingIndicator
    pendingIndicator = -1
    let top = flowFrames.count - 1
    let last = flowFrames[top].lastChild
    if last >= 0 {
      nodes[Int(last)].nextSibling = node
    } else {
      nodes[Int(flowFrames[top].node)].link = node
    }
    flowFrames[top].lastChild = node
  }

  private mutating func attachFlow(_ node: Int32) throws(YAMLSyntaxError) {
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .item:
      pendingIndicator = -1
      linkFlow(node)
      flowFrames[top].state = .itemDone
    case .key:
      linkFlow(node)
      flowFrames[top].state = .keyDone
    case .value:
      linkFlow(node)
      flowFrames[top].state = .valueDone
    case .itemDone, .keyDone, .valueDone:
      throw YAMLSyntaxError(
        "missing-comma", "items inside brackets must be separated by commas", at: Int(nodes[Int(node)].start),
        to: Int(nodes[Int(node)].start) + 1)
    }
  }

  private mutating func parseFlowComma() throws(YAMLSyntaxError) {
    closeFlowPair()
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .itemDone:
      flowFrames[top].state = .item
    case .keyDone, .value, .valueDone:
      addEmptyFlowValue()
      flowFrames[top].state = .key
      flowFrames[top].isExplicit = false
    case .key where flowFrames[top].isExplicit:
      addEmptyFlowValue()
      flowFrames[top].state = .key
      flowFrames[top].isExplicit = false
    case .item, .key:
      throw YAMLSyntaxError(
        "missing-item", "an item must stand before a comma", at: offset, to: offset + 1)
    }
    pendingIndicator = -1
    offset += 1
  }

  private mutating func parseFlowQuestionMark() throws(YAMLSyntaxError) {
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .item:
      let node = addNode(
        YAMLNode(.mapping, .flow, from: offset, to: offset + 1, flags: .open), YAMLProperties())
      try attachFlow(node)
      flowFrames.append(FlowFrame(node: node, isPair: true, state: .key, isExplicit: true))
    case .key where !flowFrames[top].isExplicit:
      flowFrames[top].isExplicit = true
    default:
      throw YAMLSyntaxError(
        "missing-comma", "items inside brackets must be separated by commas", at: offset, to: offset + 1)
    }
    pendingIndicator = Int32(offset)
    offset += 1
  }

  private mutating func parseFlowColon() throws(YAMLSyntaxError) {
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .item:
      let node = addNode(
        YAMLNode(.mapping, .flow, from: offset, to: offset + 1, flags: .open), YAMLProperties())
      try attachFlow(node)
      flowFrames.append(FlowFrame(node: node, isPair: true, state: .key))
      linkEmptyFlowNode()
    case .itemDone:
      try wrapLastItemAsPair()
    case .key:
      linkEmptyFlowNode()
    case .keyDone: break
    case .value, .valueDone:
      throw YAMLSyntaxError(
        "nested-mapping-value", "a value that contains ': ' must be quoted", at: offset, to: offset + 1)
    }
    let frame = flowFrames.count - 1
    flowFrames[frame].state = .value
    pendingIndicator = Int32(offset)
    offset += 1
  }

  /// YAML 1.2.2, 7.4.1: `[a: b]` holds a mapping of one entry; its key is on one line.
  private mutating func wrapLastItemAsPair() throws(YAMLSyntaxError) {
    let top = flowFrames.count - 1
    let key = flowFrames[top].lastChild
    let keyStart = Int(nodes[Int(key)].properties >= 0 ? propertiesStart(key) : Int(nodes[Int(key)].start))
    guard keyStart >= lineStart else {
      throw YAMLSyntaxError(
        "multiline-key", "a key without '?' must be on one line with its ':'", at: keyStart, to: offset)
    }
    guard offset - keyStart <= 4 * YAMLParser.keyLengthLimit else {
      throw YAMLSyntaxError(
        "key-too-long", "a key without '?' has at most \(YAMLParser.keyLengthLimit) characters", at: keyStart,
        to: offset)
    }
    // The pair takes the key's place in the arena, so that no sibling has to be linked anew.
    var pair = YAMLNode(.mapping, .flow, from: keyStart, to: offset, flags: .open)
    var moved = nodes[Int(key)]
    pair.indicator = moved.indicator
    moved.indicator = -1
    let movedKey = Int32(nodes.count)
    nodes.append(moved)
    if moved.properties >= 0, !properties[Int(moved.properties)].anchor.isEmpty {
      anchors[bytes[properties[Int(moved.properties)].anchor.range]] = movedKey
    }
    pair.link = movedKey
    nodes[Int(key)] = pair
    flowFrames.append(FlowFrame(node: key, isPair: true, state: .keyDone, lastChild: movedKey))
  }

  private func propertiesStart(_ node: Int32) -> Int {
    let entry = properties[Int(nodes[Int(node)].properties)]
    if entry.anchor.isEmpty { return entry.tag.lowerBound }
    let anchor = entry.anchor.lowerBound - 1
    return entry.tag.isEmpty ? anchor : min(anchor, entry.tag.lowerBound)
  }

  /// Reads properties and a scalar, alias or opening bracket inside a flow collection.
  private mutating func parseFlowNode(parentIndent: Int, openedAt start: Int) throws(YAMLSyntaxError) {
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
        throw YAMLSyntaxError(
          "alias-with-properties", "an alias must not have an anchor or a tag", at: nodeStart, to: offset + 1)
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
  ) throws(YAMLSyntaxError) -> Int32 {
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
  private mutating func skipFlowSpace(parentIndent: Int, openedAt start: Int) throws(YAMLSyntaxError) {
    let before = lineStart
    let wasAtLineStart = isAtLineStart
    let tab = tabOffset
    skipToContent()
    isAtLineStart = wasAtLineStart
    tabOffset = tab
    if offset >= end || (offset == lineStart && isDocumentMarker(offset)) {
      throw YAMLSyntaxError("unclosed-bracket", "the bracket is never closed", at: start, to: start + 1)
    }
    if lineStart > before { try checkFlowIndentation(offset, parentIndent) }
  }

  /// YAML 1.2.2, 7.4: lines inside brackets are indented more than the entry they belong to.
  private mutating func checkFlowIndentation(_ index: Int, _ parentIndent: Int) throws(YAMLSyntaxError) {
    var spaces = lineStart
    while spaces < index, bytes[spaces] == 0x20 { spaces += 1 }
    guard spaces - lineStart <= parentIndent else { return }
    if looksLikeEntry(index) {
      let start = Int(nodes[Int(flowFrames[0].node)].start)
      throw YAMLSyntaxError("unclosed-bracket", "the bracket is never closed", at: start, to: start + 1)
    }
    let isBracket = bytes[index] == 0x5D || bytes[index] == 0x7D
    problems.add(
      isBracket || readsPost ? .warning : .error, "flow-indentation",
      "a line inside brackets must be indented more than its key", at: SourceSpan(index, index + 1))
  }
}
