import SourceText

/// Why a tree was not written as JSON.
package enum YAMLExpansionError: Error, Hashable, Sendable {
  /// The tree names anchored nodes more often than ``YAMLJSONWriter/aliasLimit`` allows.
  case tooManyAliases
  /// The text grew beyond ``YAMLJSONWriter/byteLimit`` while aliases were expanded.
  case tooLarge
}

/// Writes a document of a tree as JSON text on one line.
///
/// Aliases are written out, up to a limit; of duplicate keys the last one is kept; a key that is a collection
/// becomes its own JSON text. Numbers that JSON does not know, such as `.inf`, and dates are written as strings.
package struct YAMLJSONWriter {
  /// The number of aliases that are expanded in one document.
  package static let aliasLimit = 100
  /// The number of bytes that a document with aliases may grow to.
  package static let byteLimit = 1 << 20

  private let tree: YAMLTree
  private let schema: ScalarSchema
  private var output: [UInt8] = []
  private var aliasCount = 0
  private var tasks: [Task] = []

  private enum Task {
    case node(Int32)
    case key(Int32)
    case text(UInt8)
    /// Makes the bytes since the position into a string: the key was a collection.
    case quoteSince(Int)
  }

  /// The JSON of one document; `schema` says what plain scalars stand for.
  package static func json(
    of document: YAMLDocument, in tree: YAMLTree, schema: ScalarSchema = .core
  ) throws(YAMLExpansionError) -> [UInt8] {
    var writer = YAMLJSONWriter(tree: tree, schema: schema)
    guard document.root >= 0 else { return Array("null".utf8) }
    try writer.write(document.root)
    return writer.output
  }

  private init(tree: YAMLTree, schema: ScalarSchema) {
    self.tree = tree
    self.schema = schema
  }

  private mutating func write(_ root: Int32) throws(YAMLExpansionError) {
    tasks = [.node(root)]
    while let task = tasks.popLast() {
      if aliasCount > 0, output.count > YAMLJSONWriter.byteLimit { throw .tooLarge }
      switch task {
      case .text(let byte): output.append(byte)
      case .quoteSince(let start):
        let text = Array(output[start...])
        output.removeSubrange(start...)
        appendString(text)
      case .key(let node): try writeKey(node)
      case .node(let node): try writeNode(node)
      }
    }
  }

  private mutating func resolveAlias(_ node: Int32) throws(YAMLExpansionError) -> Int32? {
    guard tree.nodes[Int(node)].kind == .alias else { return node }
    aliasCount += 1
    if aliasCount > YAMLJSONWriter.aliasLimit { throw .tooManyAliases }
    let target = tree.nodes[Int(node)].link
    return target >= 0 ? target : nil
  }

  private mutating func writeKey(_ node: Int32) throws(YAMLExpansionError) {
    guard let target = try resolveAlias(node) else {
      appendString(Array(tree.source[tree.nodes[Int(node)].span.range]))
      return
    }
    if tree.nodes[Int(target)].kind == .scalar {
      appendString(keyText(target))
    } else {
      tasks.append(.quoteSince(output.count))
      tasks.append(.node(target))
    }
  }

  /// A key as text: one that a schema reads as another type in that type's normal form.
  private func keyText(_ node: Int32) -> [UInt8] {
    guard schema == .jekyll, case .bool(let value) = tree.resolved(node, schema) else {
      return tree.textBytes(of: node)
    }
    return Array((value ? "true" : "false").utf8)
  }

  private mutating func writeNode(_ node: Int32) throws(YAMLExpansionError) {
    guard let target = try resolveAlias(node) else {
      output += Array("null".utf8)
      return
    }
    switch tree.nodes[Int(target)].kind {
    case .scalar, .alias: writeScalar(target)
    case .sequence:
      output.append(0x5B)
      tasks.append(.text(0x5D))
      for (index, child) in tree.children(of: target).enumerated().reversed() {
        tasks.append(.node(child))
        if index > 0 { tasks.append(.text(0x2C)) }
      }
    case .mapping:
      output.append(0x7B)
      tasks.append(.text(0x7D))
      for (index, entry) in lastEntries(of: target).enumerated().reversed() {
        tasks.append(.node(entry.value))
        tasks.append(.text(0x3A))
        tasks.append(.key(entry.key))
        if index > 0 { tasks.append(.text(0x2C)) }
      }
    }
  }

  /// The entries of a mapping without those that a later one with the same key replaces.
  private func lastEntries(of mapping: Int32) -> [(key: Int32, value: Int32)] {
    let children = tree.children(of: mapping)
    var result: [(key: Int32, value: Int32)] = []
    var places: [[UInt8]: Int] = [:]
    for index in stride(from: 0, to: children.count - 1, by: 2) {
      let entry = (key: children[index], value: children[index + 1])
      if tree.nodes[Int(entry.key)].kind == .scalar {
        let text = keyText(entry.key)
        if let place = places[text] {
          result[place].value = entry.value
          continue
        }
        places[text] = result.count
      }
      result.append(entry)
    }
    return result
  }

  private mutating func writeScalar(_ node: Int32) {
    switch tree.resolved(node, schema) {
    case .null: output += Array("null".utf8)
    case .bool(let value): output += Array((value ? "true" : "false").utf8)
    case .int(let value): output += Array(String(value).utf8)
    case .float(let value) where value.isFinite:
      // A whole number beyond 64 bits keeps its digits.
      let text = tree.textBytes(of: node)
      output += text.allSatisfy(\.isDigit) && text.first != 0x30 ? text : Array(String(value).utf8)
    case .float, .timestamp, .string: appendString(tree.textBytes(of: node))
    }
  }

  private mutating func appendString(_ text: [UInt8]) {
    output.append(0x22)
    for byte in String(decoding: text, as: UTF8.self).utf8 {
      switch byte {
      case 0x22, 0x5C: output += [0x5C, byte]
      case 0x0A: output += [0x5C, 0x6E]
      case 0x0D: output += [0x5C, 0x72]
      case 0x09: output += [0x5C, 0x74]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        output += [0x5C, 0x75, 0x30, 0x30, digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
      default: output.append(byte)
      }
    }
    output.append(0x22)
  }
}
