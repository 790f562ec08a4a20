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
  mutating func parseFlowCollection(parentIndent: Int, _ own: YAMLProperties) throws(SyntaxError) -> Int32 {
    let savedIndicator = pendingIndicator
    let start = offset
    let root = try openFlowCollection(own)
    while !flowFrames.isEmpty {
      try skipFlowSpace(parentIndent: parentIndent, openedAt: start)
      let byte = bytes[offset]
      let top = flowFrames[flowFrames.count - 1]
      switch byte {
      case 0x5D, 0x7D:
        try closeFlowCollection(byte)
      case 0x2C:
        try parseFlowComma()
      case 0x3F where isBlank(offset + 1) || isFlowIndicator(self.byte(offset + 1)):
        try parseFlowQuestionMark()
      case 0x3A where isFlowColon(top):
        try parseFlowColon()
      case 0x2D where isBlank(offset + 1) || isFlowIndicator(self.byte(offset + 1)):
        throw SyntaxError(
          "reserved-indicator", "a '-' item must not stand inside brackets", at: offset, to: offset + 1)
      default:
        try parseFlowNode(parentIndent: parentIndent, openedAt: start)
      }
    }
    pendingIndicator = savedIndicator
    return root
  }

  /// Whether the colon at `offset` separates key and value.
  private func isFlowColon(_ top: FlowFrame) -> Bool {
    if isBlank(offset + 1) || isFlowIndicator(byte(offset + 1)) { return true }
    // YAML 1.2.2, 7.4.2: behind a quoted key or a flow collection, the value may be adjacent.
    guard top.state == .keyDone || top.state == .itemDone, top.lastChild >= 0 else { return false }
    let last = nodes[Int(top.lastChild)]
    return last.style == .flow || last.style == .singleQuoted || last.style == .doubleQuoted
  }

  /// Opens the collection whose bracket is at `offset`.
  mutating func openFlowCollection(_ own: YAMLProperties) throws(SyntaxError) -> Int32 {
    guard frames.count + flowFrames.count <= YAMLTree.depthLimit else {
      throw SyntaxError.tooDeeplyNested(at: offset)
    }
    let isMapping = bytes[offset] == 0x7B
    if isMapping, readsPost, byte(offset + 1) == 0x7B {
      throw SyntaxError.reservedIndicator("{{", at: offset)
    }
    let node = addNode(
      YAMLNode(isMapping ? .mapping : .sequence, .flow, from: offset, to: offset + 1, flags: .open), own)
    if !flowFrames.isEmpty { try attachFlow(node) }
    flowFrames.append(FlowFrame(node: node, isPair: false, state: isMapping ? .key : .item))
    pendingIndicator = -1
    offset += 1
    return node
  }

  private mutating func closeFlowCollection(_ bracket: UInt8) throws(SyntaxError) {
    closeFlowPair()
    let top = flowFrames.count - 1
    let isMapping = flowFrames[top].state != .item && flowFrames[top].state != .itemDone
    guard isMapping == (bracket == 0x7D) else {
      throw SyntaxError(
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
    case .key:
      reportEmptyKey(at: offset)
      flowFrames[top].state = .keyDone
    case .keyDone, .value: flowFrames[top].state = .valueDone
    case .item, .itemDone, .valueDone: break
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

  /// Puts a node where one is due; an error where none is.
  mutating func attachFlow(_ node: Int32) throws(SyntaxError) {
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
      throw SyntaxError.missingComma(at: Int(nodes[Int(node)].start))
    }
  }

  private mutating func parseFlowComma() throws(SyntaxError) {
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
      throw SyntaxError(
        "missing-item", "an item must stand before a comma", at: offset, to: offset + 1)
    }
    pendingIndicator = -1
    offset += 1
  }

  private mutating func parseFlowQuestionMark() throws(SyntaxError) {
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .item:
      try openFlowPair(isExplicit: true)
    case .key where !flowFrames[top].isExplicit:
      flowFrames[top].isExplicit = true
    default:
      throw SyntaxError.missingComma(at: offset)
    }
    pendingIndicator = Int32(offset)
    offset += 1
  }

  /// Begins a mapping of a single pair, which stands in a sequence without braces of its own.
  private mutating func openFlowPair(isExplicit: Bool) throws(SyntaxError) {
    let node = addNode(
      YAMLNode(.mapping, .flow, from: offset, to: offset + 1, flags: .open), YAMLProperties())
    try attachFlow(node)
    flowFrames.append(FlowFrame(node: node, isPair: true, state: .key, isExplicit: isExplicit))
  }

  private mutating func parseFlowColon() throws(SyntaxError) {
    let top = flowFrames.count - 1
    switch flowFrames[top].state {
    case .item:
      try openFlowPair(isExplicit: false)
      linkEmptyFlowNode()
    case .itemDone:
      try wrapLastItemAsPair()
    case .key:
      linkEmptyFlowNode()
    case .keyDone: break
    case .value, .valueDone:
      throw SyntaxError.nestedMappingValue(at: offset)
    }
    let frame = flowFrames.count - 1
    flowFrames[frame].state = .value
    pendingIndicator = Int32(offset)
    offset += 1
  }

  /// YAML 1.2.2, 7.4.1: `[a: b]` holds a mapping of one entry; its key is on one line.
  private mutating func wrapLastItemAsPair() throws(SyntaxError) {
    let top = flowFrames.count - 1
    let key = flowFrames[top].lastChild
    let keyStart = Int(nodes[Int(key)].properties >= 0 ? propertiesStart(key) : Int(nodes[Int(key)].start))
    guard keyStart >= lineStart else {
      throw SyntaxError(
        "multiline-key", "a key without '?' must be on one line with its ':'", at: keyStart, to: offset)
    }
    // A character is at most four bytes.
    guard offset - keyStart <= 4 * YAMLParser.keyLengthLimit else {
      throw SyntaxError.keyTooLong(at: keyStart, to: offset)
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
}
