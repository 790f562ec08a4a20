import SourceText

/// An open block collection, or the document itself.
struct BlockFrame {
  enum State: UInt8 {
    /// A node is due: the document's, a sequence item, an explicit key, a value.
    case root, item, explicitKey, explicitValue, implicitValue
    /// Nothing is due: the document is complete, or the next `-`, key or `:` may come.
    case complete, entry, key, explicitKeyDone
  }

  let node: Int32
  var indent: Int
  var state: State
  var lastChild: Int32 = -1

  var expectsNode: Bool { state.rawValue <= State.implicitValue.rawValue }
  /// YAML 1.2.2, 8.2: `-`, `?` and an explicit `:` may be followed by a collection on their own line.
  var allowsCompact: Bool { state == .item || state == .explicitKey || state == .explicitValue }
}

extension YAMLParser {
  /// Reads the nodes of one document; stops at a document marker or the end.
  mutating func parseDocumentContent() throws(SyntaxError) -> Int32 {
    frames.removeAll(keepingCapacity: true)
    frames.append(BlockFrame(node: -1, indent: -1, state: .root))
    pendingProperties = YAMLProperties()
    pendingIndicator = -1
    let contentStart = offset
    while true {
      skipToContent()
      if offset >= end || (offset == lineStart && isDocumentMarker(offset)) { break }
      if isAtLineStart {
        if try parseIndentation() { continue }
      } else if !frames[frames.count - 1].expectsNode {
        throw unexpectedContent()
      }
      try parseBlockContent()
    }
    while frames.count > 1 { closeBlockFrame() }
    if frames[0].state == .root { addEmptyNode(at: contentStart) }
    return frames[0].lastChild
  }

  private func unexpectedContent() -> SyntaxError {
    let last = frames[frames.count - 1].lastChild
    if suspiciousQuote >= 0, last >= 0, Int(nodes[Int(last)].start) == suspiciousQuote {
      return SyntaxError.unclosedQuote(at: suspiciousQuote)
    }
    if byte(offset) == 0x3A, isBlank(offset + 1) {
      return SyntaxError.nestedMappingValue(at: offset)
    }
    var lineEnd = offset
    while !isLineEnd(lineEnd) { lineEnd += 1 }
    return SyntaxError.textAfterValue(at: offset, to: lineEnd)
  }

  /// Closes the collections that a new line's indentation ends; true when an indicator was consumed.
  private mutating func parseIndentation() throws(SyntaxError) -> Bool {
    while true {
      let frame = frames[frames.count - 1]
      if frame.expectsNode {
        if lineIndent > frame.indent { return false }
        // YAML 1.2.2, 8.2.1: a sequence as a mapping's value may stand at the mapping's indentation.
        let isMapping = frame.state != .item && frame.state != .root
        if isMapping, lineIndent == frame.indent, byte(offset) == 0x2D, isBlank(offset + 1) { return false }
        addEmptyNode()
        continue
      }
      if lineIndent > frame.indent {
        throw tabOrIndentationError(frame)
      }
      if lineIndent == frame.indent {
        switch frame.state {
        case .entry:
          if byte(offset) == 0x2D, isBlank(offset + 1) {
            if tabOffset >= 0 { throw SyntaxError.tab(at: tabOffset) }
            consumeIndicator(.item)
            return true
          }
        case .explicitKeyDone:
          if byte(offset) == 0x3A, isBlank(offset + 1) {
            if tabOffset >= 0 { throw SyntaxError.tab(at: tabOffset) }
            consumeIndicator(.explicitValue)
            return true
          }
          addEmptyValue()
          continue
        default: return false
        }
      }
      if readsPost, frames.count == 2, frame.state == .key, looksLikeEntry(offset) {
        adoptIndentation(of: frame)
        return false
      }
      if frame.state == .explicitKeyDone { addEmptyValue() }
      closeBlockFrame()
    }
  }

  /// Goes on with a post's fields where their indentation falls below that of the first one: otherwise all but
  /// the first would be lost to a space in front of it.
  private mutating func adoptIndentation(of frame: BlockFrame) {
    problems.add(
      .error, "bad-indentation", "the line is indented less than the fields above it",
      at: SourceSpan(offset, offset + 1),
      notes: [Diagnostic.Note("the first field", at: nodes[Int(nodes[Int(frame.node)].link)].span)])
    frames[frames.count - 1].indent = lineIndent
  }

  private func tabOrIndentationError(_ frame: BlockFrame) -> SyntaxError {
    if tabOffset >= 0 { return SyntaxError.tab(at: tabOffset) }
    if frame.state == .complete {
      // In a post it is the node above that is out of place, when fields follow it.
      let root = nodes[Int(frame.lastChild)]
      if readsPost, root.kind != .mapping || root.style == .flow, looksLikeEntry(offset) {
        return missingColon(from: Int(root.start))
      }
      return SyntaxError(
        "unexpected-content", "a document holds one node; this line belongs to none", at: offset,
        to: offset + 1)
    }
    return SyntaxError(
      "bad-indentation", "the line is indented more than the entries beside it", at: offset, to: offset + 1)
  }

  mutating func consumeIndicator(_ state: BlockFrame.State) {
    pendingIndicator = Int32(offset)
    frames[frames.count - 1].state = state
    offset += 1
  }

  private mutating func addEmptyValue() {
    pendingIndicator = -1
    frames[frames.count - 1].state = .implicitValue
    addEmptyNode()
  }

  /// Fills the place that is due with an absent node.
  mutating func addEmptyNode(at documentStart: Int? = nil) {
    var place = documentStart ?? Int(pendingIndicator) + 1
    if pendingIndicator < 0, documentStart == nil {
      let last = frames[frames.count - 1].lastChild
      place = last >= 0 ? Int(nodes[Int(last)].end) : lineStart
    }
    if !pendingProperties.isEmpty {
      place = max(pendingProperties.anchor.upperBound, pendingProperties.tag.upperBound)
    }
    let node = addNode(
      YAMLNode(.scalar, .plain, from: place, to: place, flags: .empty), pendingProperties)
    pendingProperties = YAMLProperties()
    attach(node)
  }

  /// Links a node into the place that is due and says what the frame waits for next.
  mutating func attach(_ node: Int32) {
    nodes[Int(node)].indicator = pendingIndicator
    pendingIndicator = -1
    let top = frames.count - 1
    let last = frames[top].lastChild
    if last >= 0 {
      nodes[Int(last)].nextSibling = node
    } else if frames[top].node >= 0 {
      nodes[Int(frames[top].node)].link = node
    }
    frames[top].lastChild = node
    switch frames[top].state {
    case .root: frames[top].state = .complete
    case .item: frames[top].state = .entry
    case .explicitKey: frames[top].state = .explicitKeyDone
    case .explicitValue, .implicitValue: frames[top].state = .key
    case .complete, .entry, .key, .explicitKeyDone: break
    }
  }

  mutating func closeBlockFrame() {
    if frames[frames.count - 1].expectsNode { addEmptyNode() }
    if frames[frames.count - 1].state == .explicitKeyDone { addEmptyValue() }
    let frame = frames.removeLast()
    let node = Int(frame.node)
    nodes[node].flags.remove(.open)
    if frame.lastChild >= 0 { nodes[node].end = nodes[Int(frame.lastChild)].end }
    if nodes[node].kind == .mapping { checkDuplicateKeys(in: frame.node) }
  }

  /// Opens a block collection in the place that is due.
  mutating func openBlockCollection(
    _ kind: YAMLNode.Kind, indent: Int, start: Int, state: BlockFrame.State
  ) throws(SyntaxError) {
    guard frames.count + flowFrames.count <= YAMLTree.depthLimit else {
      throw SyntaxError.tooDeeplyNested(at: offset)
    }
    let node = addNode(
      YAMLNode(kind, .block, from: start, to: start, flags: [.open, .multiline]), pendingProperties)
    pendingProperties = YAMLProperties()
    attach(node)
    frames.append(BlockFrame(node: node, indent: indent, state: state))
  }
}
