import SourceText

/// Reads the TOML of a post's `+++` front matter (TOML 1.0.0) into the nodes that YAML is read into.
///
/// A line that is not TOML is reported, and the next one is read. Tables that are opened by a header span what
/// is written in them; as headers may come in any order, tables at one level may overlap.
struct TOMLParser {
  /// How a table came to be, which decides what may be added to it.
  private enum Origin {
    case header, implicit, inline, tableArray
  }

  private struct Slot: Hashable {
    let table: Int32
    let key: [UInt8]
  }

  let bytes: [UInt8]
  let end: Int
  var offset: Int
  private(set) var nodes: [YAMLNode] = []
  private var lastChildren: [Int32: Int32] = [:]
  private var origins: [Int32: Origin] = [:]
  /// The value of each key of each table.
  private var slots: [Slot: Int32] = [:]
  var problems = ProblemList()

  static func read(_ source: [UInt8], _ content: SourceSpan, _ problems: ProblemList) -> YAMLTree {
    var parser = TOMLParser(source, content)
    parser.problems = problems
    parser.parse(content)
    var tree = YAMLTree(source, span: content)
    tree.nodes = parser.nodes
    tree.documents = [YAMLDocument(root: 0, startsExplicitly: true)]
    tree.diagnostics = parser.problems.finished()
    tree.isTOML = true
    return tree
  }

  private init(_ bytes: [UInt8], _ content: SourceSpan) {
    self.bytes = bytes
    offset = content.lowerBound
    end = content.upperBound
  }

  func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

  func isLineEnd(_ index: Int) -> Bool { index >= end || bytes[index].isLineEnding }

  mutating func skipSpaces() {
    while offset < end, bytes[offset].isSpaceOrTab { offset += 1 }
  }

  /// Moves over white space, line endings and comments.
  mutating func skipBlankLines() {
    while offset < end {
      if bytes[offset].isSpaceOrTab || bytes[offset].isLineEnding {
        offset += 1
      } else if bytes[offset] == 0x23 {
        while !isLineEnd(offset) { offset += 1 }
      } else {
        return
      }
    }
  }

  private mutating func parse(_ content: SourceSpan) {
    let root = addNode(YAMLNode(.mapping, .block, from: content.lowerBound, to: content.upperBound))
    var table = root
    while true {
      skipBlankLines()
      if offset >= end { return }
      let start = offset
      do throws(SyntaxError) {
        if bytes[offset] == 0x5B {
          table = try parseHeader(root)
        } else {
          try parseEntry(in: table)
        }
        skipSpaces()
        if byte(offset) == 0x23 {
          while !isLineEnd(offset) { offset += 1 }
        }
        guard isLineEnd(offset) else {
          throw SyntaxError.textAfterValue(at: offset, to: offset + 1)
        }
      } catch {
        problems.add(.error, error.id, error.message, at: error.span)
        offset = max(offset, start)
        while !isLineEnd(offset) { offset += 1 }
      }
    }
  }

  /// Reads `[a.b]` or `[[a.b]]` and returns the table that it opens.
  private mutating func parseHeader(_ root: Int32) throws(SyntaxError) -> Int32 {
    let start = offset
    let isArray = byte(offset + 1) == 0x5B
    offset += isArray ? 2 : 1
    var keys = try parseKeys()
    guard let last = keys.popLast(), byte(offset) == 0x5D, !isArray || byte(offset + 1) == 0x5D else {
      throw SyntaxError.unclosedBracket(at: start)
    }
    offset += isArray ? 2 : 1
    var table = root
    for key in keys { table = try descend(into: key, of: table, origin: .implicit) }
    let text = keyText(key: last)
    let existing = slots[Slot(table: table, key: text)]
    if isArray { return try appendTable(to: existing, key: last, of: table) }
    guard let existing else { return addTable(key: last, of: table, origin: .header) }
    guard origins[existing] == .implicit else { throw repeated(last, existing) }
    origins[existing] = .header
    return existing
  }

  private mutating func appendTable(
    to existing: Int32?, key: Int32, of table: Int32
  ) throws(SyntaxError) -> Int32 {
    let sequence: Int32
    if let existing {
      guard origins[existing] == .tableArray else { throw repeated(key, existing) }
      sequence = existing
      discard(key)
    } else {
      sequence = addCollection(.sequence, at: nodes[Int(key)].span, origin: .tableArray)
      addEntry(key: key, value: sequence, to: table)
    }
    let item = addCollection(.mapping, at: SourceSpan(offset, offset), origin: .header)
    append(item, to: sequence)
    return item
  }

  private mutating func parseEntry(in table: Int32) throws(SyntaxError) {
    var keys = try parseKeys()
    guard let last = keys.popLast(), byte(offset) == 0x3D else {
      throw SyntaxError.missingEquals(at: offset, to: min(offset + 1, end))
    }
    var target = table
    for key in keys { target = try descend(into: key, of: target, origin: .implicit) }
    let indicator = Int32(offset)
    offset += 1
    skipSpaces()
    let value = try parseValue()
    nodes[Int(value)].indicator = indicator
    addEntry(key: last, value: value, to: target)
  }

  /// Reads keys with dots between them; moves to what follows, over white space.
  mutating func parseKeys() throws(SyntaxError) -> [Int32] {
    var keys: [Int32] = []
    while true {
      skipSpaces()
      let start = offset
      if byte(offset) == 0x22 || byte(offset) == 0x27 {
        keys.append(try parseString())
      } else {
        while offset < end, bytes[offset].isAlphanumeric || bytes[offset] == 0x5F || bytes[offset] == 0x2D {
          offset += 1
        }
        guard offset > start else {
          throw SyntaxError(
            "malformed-key", "a key must be letters, digits, '_' and '-', or quoted", at: start,
            to: min(start + 1, end))
        }
        keys.append(addNode(YAMLNode(.scalar, .plain, from: start, to: offset)))
      }
      skipSpaces()
      guard byte(offset) == 0x2E else { return keys }
      guard keys.count < YAMLTree.depthLimit else { throw SyntaxError.tooDeeplyNested(at: offset) }
      offset += 1
    }
  }

  private func keyText(key: Int32) -> [UInt8] {
    TOMLScalar.decode(nodes[Int(key)], in: bytes)
  }

  /// The table that `key` names in `table`; made when there is none.
  private mutating func descend(
    into key: Int32, of table: Int32, origin: Origin
  ) throws(SyntaxError) -> Int32 {
    guard let existing = slots[Slot(table: table, key: keyText(key: key))] else {
      return addTable(key: key, of: table, origin: origin)
    }
    switch origins[existing] {
    case .header, .implicit: return existing
    case .inline where origin == .inline: return existing
    case .tableArray: return lastChildren[existing] ?? existing
    case .inline, nil: throw repeated(key, existing)
    }
  }

  private func repeated(_ key: Int32, _ existing: Int32) -> SyntaxError {
    let span = nodes[Int(key)].span
    return SyntaxError(
      "duplicate-key", "key '\(String(decoding: keyText(key: key), as: UTF8.self))' already has a value",
      at: span.lowerBound, to: span.upperBound)
  }

  mutating func addNode(_ node: YAMLNode) -> Int32 {
    nodes.append(node)
    return Int32(nodes.count - 1)
  }

  private mutating func addCollection(_ kind: YAMLNode.Kind, at span: SourceSpan, origin: Origin) -> Int32 {
    let node = addNode(YAMLNode(kind, .block, from: span.lowerBound, to: span.upperBound))
    origins[node] = origin
    return node
  }

  private mutating func addTable(key: Int32, of table: Int32, origin: Origin) -> Int32 {
    let value = addCollection(.mapping, at: SourceSpan(offset, offset), origin: origin)
    addEntry(key: key, value: value, to: table)
    return value
  }

  /// A key that only repeats where values go needs no node of its own.
  private mutating func discard(_ key: Int32) {
    if Int(key) == nodes.count - 1 { nodes.removeLast() }
  }

  /// Adds an entry; reports a key that has a value already.
  mutating func addEntry(key: Int32, value: Int32, to table: Int32) {
    let slot = Slot(table: table, key: keyText(key: key))
    if let earlier = slots.updateValue(value, forKey: slot) {
      let error = repeated(key, earlier)
      problems.add(
        .error, error.id, error.message + "; the last one counts", at: error.span,
        notes: [Diagnostic.Note("the other place", at: nodes[Int(earlier)].span)])
    }
    append(key, to: table)
    append(value, to: table)
  }

  mutating func append(_ child: Int32, to parent: Int32) {
    if let last = lastChildren.updateValue(child, forKey: parent) {
      nodes[Int(last)].nextSibling = child
    } else {
      nodes[Int(parent)].link = child
    }
    if nodes[Int(parent)].style == .block {
      nodes[Int(parent)].end = max(nodes[Int(parent)].end, nodes[Int(child)].end)
    }
  }

  mutating func addFlowCollection(_ kind: YAMLNode.Kind, at start: Int) -> Int32 {
    let node = addNode(YAMLNode(kind, .flow, from: start, to: start + 1))
    if kind == .mapping { origins[node] = .inline }
    return node
  }

  mutating func close(_ node: Int32) {
    nodes[Int(node)].end = Int32(offset)
  }
}
