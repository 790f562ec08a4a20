import SourceText

extension TOMLParser {
  /// Reads a value at `offset`: a scalar, or an array or inline table with all it holds.
  mutating func parseValue() throws(SyntaxError) -> Int32 {
    guard byte(offset) == 0x5B || byte(offset) == 0x7B else { return try parseScalar() }
    let first = openCollection()
    var open = [first]
    var keys: [Int32] = []
    // Whether an item may come next: not behind an item without a comma.
    var expectsItem = true
    while let top = open.last {
      skipBlankLines()
      guard offset < end else {
        let start = Int(nodes[Int(open[0])].start)
        throw SyntaxError.unclosedBracket(at: start)
      }
      let isTable = nodes[Int(top)].kind == .mapping
      if bytes[offset] == (isTable ? 0x7D : 0x5D) {
        offset += 1
        close(top)
        open.removeLast()
        attach(top, to: open.last, &keys)
        expectsItem = false
        continue
      }
      if bytes[offset] == 0x2C, !expectsItem {
        offset += 1
        expectsItem = true
        continue
      }
      guard expectsItem else {
        throw SyntaxError.missingComma(at: offset)
      }
      if isTable { keys.append(try parseInlineKey(of: &open)) }
      if byte(offset) == 0x5B || byte(offset) == 0x7B {
        guard open.count < YAMLTree.depthLimit else { throw SyntaxError.tooDeeplyNested(at: offset) }
        open.append(openCollection())
      } else {
        attach(try parseScalar(), to: open.last, &keys)
        expectsItem = false
      }
    }
    return first
  }

  private mutating func openCollection() -> Int32 {
    let node = addFlowCollection(byte(offset) == 0x5B ? .sequence : .mapping, at: offset)
    offset += 1
    return node
  }

  /// Reads `key =` inside an inline table; a dotted key is kept as one key with dots.
  private mutating func parseInlineKey(of open: inout [Int32]) throws(SyntaxError) -> Int32 {
    let start = offset
    let keys = try parseKeys()
    guard byte(offset) == 0x3D else {
      throw SyntaxError.missingEquals(at: offset, to: min(offset + 1, end))
    }
    guard keys.count == 1 else {
      throw SyntaxError(
        "dotted-inline-key", "a key with dots is not read inside braces", at: start, to: offset)
    }
    offset += 1
    skipSpaces()
    return keys[0]
  }

  private mutating func attach(_ node: Int32, to parent: Int32?, _ keys: inout [Int32]) {
    guard let parent else { return }
    if nodes[Int(parent)].kind == .mapping, let key = keys.popLast() {
      addEntry(key: key, value: node, to: parent)
    } else {
      append(node, to: parent)
    }
  }

  private mutating func parseScalar() throws(SyntaxError) -> Int32 {
    if byte(offset) == 0x22 || byte(offset) == 0x27 { return try parseString() }
    let start = offset
    while !isLineEnd(offset), !",]}#".utf8.contains(bytes[offset]) { offset += 1 }
    var stop = offset
    while stop > start, bytes[stop - 1].isSpaceOrTab { stop -= 1 }
    guard stop > start else {
      throw SyntaxError("missing-value", "a value must stand behind '='", at: start, to: start)
    }
    var node = YAMLNode(.scalar, .plain, from: start, to: stop)
    if !TOMLScalar.isBareValue(Array(bytes[start..<stop])) {
      let span = SourceSpan(start, stop)
      node.flags.insert(.verbatim)
      problems.add(
        .error, "unquoted-text", "text must be quoted in TOML", at: span,
        fix: Diagnostic.Fix(
          "quote the value", edits: [TextEdit(span, TOMLScalar.quoted(bytes[start..<stop]))]))
    }
    return addNode(node)
  }

  /// Reads a string of one of the four kinds (TOML 1.0.0, String).
  mutating func parseString() throws(SyntaxError) -> Int32 {
    let start = offset
    let quote = bytes[start]
    let isLong = byte(start + 1) == quote && byte(start + 2) == quote
    offset += isLong ? 3 : 1
    while offset < end {
      let byte = bytes[offset]
      if byte == 0x5C, quote == 0x22 {
        offset = min(offset + 2, end)
      } else if byte.isLineEnding, !isLong {
        break
      } else if byte == quote {
        if !isLong {
          offset += 1
          return addString(quote, from: start)
        }
        var count = 0
        while self.byte(offset + count) == quote, count < 5 { count += 1 }
        offset += count
        if count >= 3 { return addString(quote, from: start) }
      } else {
        offset += 1
      }
    }
    throw SyntaxError.unclosedQuote(at: start)
  }

  private mutating func addString(_ quote: UInt8, from start: Int) -> Int32 {
    addNode(
      YAMLNode(
        .scalar, quote == 0x22 ? .doubleQuoted : .singleQuoted, from: start, to: offset, flags: .encoded))
  }
}
