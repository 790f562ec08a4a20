package import SourceText

/// A view of one node of front matter, YAML or TOML alike.
///
/// Cheap to make and copy; text, items and types are worked out when they are asked for.
package struct FrontMatterValue: Sendable {
  private let shared: SharedTree
  private let node: Int32

  init(_ shared: SharedTree, _ node: Int32) {
    self.shared = shared
    self.node = node
  }

  private var record: YAMLNode { shared.tree.nodes[Int(node)] }

  /// Scalar, sequence, mapping or alias; an alias is not followed.
  package var kind: YAMLNode.Kind { record.kind }
  /// How the value is written: quotes, block or flow.
  package var style: YAMLNode.Style { record.style }
  /// Where the value stands, without anchor and tag; an absent value is empty, just behind its indicator.
  package var span: SourceSpan { record.span }

  /// Where the `-`, `?` or `:` stands that introduces the node, if there is one.
  package var indicatorOffset: Int? {
    record.indicator < 0 ? nil : Int(record.indicator)
  }

  /// Whether nothing is written where the value would stand.
  package var isAbsent: Bool { record.flags.contains(.empty) }

  /// The name behind `&`, if the value has an anchor.
  package var anchor: String? {
    let span = shared.tree.properties(of: node).anchor
    return span.isEmpty ? nil : String(decoding: shared.tree.source[span.range], as: UTF8.self)
  }

  /// The tag in full, if the value has one: `tag:yaml.org,2002:str` for `!!str`.
  package var tag: String? { shared.tree.tag(of: node) }

  /// The item of a block sequence from its `-` to the end of its value; otherwise the value alone.
  package var itemSpan: SourceSpan {
    guard let start = indicatorOffset, shared.tree.source[start] == 0x2D else { return span }
    return SourceSpan(start, span.upperBound)
  }

  /// The value's bytes as they are written.
  package var rawText: String {
    String(decoding: shared.tree.source[span.range], as: UTF8.self)
  }

  /// The text of a scalar as it is meant, with quotes and folding resolved; that of the anchored scalar for an
  /// alias; nil for collections. An alias without anchor gives its own source.
  package var text: String? {
    switch kind {
    case .scalar: return shared.tree.text(of: node)
    case .alias:
      guard let target else { return rawText }
      return target.kind == .alias ? nil : target.text
    case .sequence, .mapping: return nil
    }
  }

  /// The anchored node of an alias.
  package var target: FrontMatterValue? {
    guard kind == .alias, record.link >= 0 else { return nil }
    return FrontMatterValue(shared, record.link)
  }

  /// Whether the value is absent, or a plain `~` or `null`.
  package var isNull: Bool {
    if kind == .alias { return resolved == .null }
    // The longest way to write it is `null`, and other short values begin with other letters.
    let source = shared.tree.source[span.range]
    guard style == .plain, source.count <= 4, source.first.map("~nN".utf8.contains) ?? true else {
      return false
    }
    return resolved == .null
  }

  /// What the text stands for by the core schema, dates included; nil for collections.
  package var resolved: ResolvedScalar? { resolved(by: .core) }

  /// What the text stands for by a schema; aliases as their anchored scalar; nil for collections.
  package func resolved(by schema: ScalarSchema) -> ResolvedScalar? {
    if let target { return target.kind == .alias ? nil : target.resolved(by: schema) }
    return kind == .scalar ? shared.tree.resolved(node, schema) : nil
  }

  /// The items of a sequence, of the anchored one for an alias; empty for anything else.
  package var items: [FrontMatterValue] {
    if let target, target.kind != .alias { return target.items }
    guard kind == .sequence else { return [] }
    return shared.tree.children(of: node).map { FrontMatterValue(shared, $0) }
  }

  /// The entries of a mapping in file order, of the anchored one for an alias; empty for anything else.
  package var entries: [(key: FrontMatterValue, value: FrontMatterValue)] {
    if let target, target.kind != .alias { return target.entries }
    guard kind == .mapping else { return [] }
    var result: [(key: FrontMatterValue, value: FrontMatterValue)] = []
    var key = record.link
    while key >= 0 {
      let value = shared.tree.nodes[Int(key)].nextSibling
      guard value >= 0 else { break }
      result.append((FrontMatterValue(shared, key), FrontMatterValue(shared, value)))
      key = shared.tree.nodes[Int(value)].nextSibling
    }
    return result
  }

  /// The value of the last entry whose key has the same bytes as `key`.
  package subscript(key: String) -> FrontMatterValue? {
    if let target, target.kind != .alias { return target[key] }
    guard kind == .mapping else { return nil }
    let value = shared.tree.lastValue(in: node, forKey: key.utf8)
    return value < 0 ? nil : FrontMatterValue(shared, value)
  }
}

/// One tree for all the views of it: a view then costs one reference, however many there are.
final class SharedTree: Sendable {
  let tree: YAMLTree
  /// A bit for each key at the top level, by its length and first byte: it rules out most keys that are asked for.
  private let keyBits: UInt64

  init(_ tree: YAMLTree) {
    self.tree = tree
    var bits: UInt64 = 0
    if let root = tree.documents.first?.root, root >= 0, tree.nodes[Int(root)].kind == .mapping {
      var key = tree.nodes[Int(root)].link
      while key >= 0 {
        let record = tree.nodes[Int(key)]
        bits |= SharedTree.bit(of: record, in: tree)
        key = record.nextSibling < 0 ? -1 : tree.nodes[Int(record.nextSibling)].nextSibling
      }
    }
    keyBits = bits
  }

  /// Whether there may be an entry at the top level with a key.
  func mayHave(key: String) -> Bool {
    guard let first = key.utf8.first else { return true }
    return keyBits & SharedTree.bit(length: key.utf8.count, first: first) != 0
  }

  /// All bits for a key that is not written as it is meant.
  private static func bit(of key: YAMLNode, in tree: YAMLTree) -> UInt64 {
    guard key.kind == .scalar, key.style == .plain, !key.flags.contains(.encoded), key.end > key.start else {
      return .max
    }
    return bit(length: Int(key.end - key.start), first: tree.source[Int(key.start)])
  }

  private static func bit(length: Int, first: UInt8) -> UInt64 {
    1 << UInt64((length &* 5 &+ Int(first)) & 63)
  }
}

extension YAMLTree {
  /// The value of the last entry of a mapping whose key's text has the same bytes as `key`; -1 when there is none.
  fileprivate func lastValue(in mapping: Int32, forKey key: String.UTF8View) -> Int32 {
    nodes.withUnsafeBufferPointer { nodes in
      var result: Int32 = -1
      var child = nodes[Int(mapping)].link
      while child >= 0 {
        let node = nodes[Int(child)]
        guard node.nextSibling >= 0 else { break }
        if isKey(child, key) { result = node.nextSibling }
        child = nodes[Int(node.nextSibling)].nextSibling
      }
      return result
    }
  }

  /// Whether a scalar's text has the same bytes as `text`.
  private func isKey(_ node: Int32, _ text: String.UTF8View) -> Bool {
    let record = nodes[Int(node)]
    guard record.kind == .scalar else { return false }
    guard record.style == .plain, !record.flags.contains(.encoded) else {
      return textBytes(of: node).elementsEqual(text)
    }
    // Most keys differ in length, and nothing else of them is looked at.
    return Int(record.end - record.start) == text.count && source[record.span.range].elementsEqual(text)
  }
}
