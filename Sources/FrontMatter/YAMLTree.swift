package import SourceText

/// The nodes of a YAML stream, or of the TOML in a post, with the bytes they were read from.
///
/// Invariant: every span lies in `span`; children lie inside their parent, in file order. Only tables of TOML, to
/// which entries may be added from anywhere, may lie apart from their entries.
package struct YAMLTree: Sendable {
  /// The deepest nesting of collections that is read; deeper ones give `too-deeply-nested`.
  package static let depthLimit = 256

  /// All bytes of the file; offsets in the nodes count from its start.
  package let source: [UInt8]
  /// The part of the source that was read.
  package let span: SourceSpan
  /// The nodes in the order in which they were read; documents and nodes refer to each other by index.
  package internal(set) var nodes: [YAMLNode]
  /// The anchors and tags of the nodes that have some.
  package internal(set) var properties: [YAMLProperties]
  /// The documents in file order; in front matter there is one.
  package internal(set) var documents: [YAMLDocument]
  /// Syntax errors and other problems, in file order.
  package internal(set) var diagnostics: [Diagnostic]
  /// Whether the nodes were read from TOML, whose scalars are decoded and resolved by its own rules.
  package internal(set) var isTOML = false

  /// Reads a stream of any number of documents; never fails.
  package init(parsing source: [UInt8]) {
    var parser = YAMLParser(source, in: SourceSpan(0, source.count))
    parser.parseStream()
    self.init(parser, source: source, span: SourceSpan(0, source.count))
  }

  /// A tree without nodes.
  init(_ source: [UInt8], span: SourceSpan) {
    self.source = source
    self.span = span
    nodes = []
    properties = []
    documents = []
    diagnostics = []
  }

  init(_ parser: consuming YAMLParser, source: [UInt8], span: SourceSpan) {
    self.source = source
    self.span = span
    nodes = parser.nodes
    properties = parser.properties
    documents = parser.documents
    diagnostics = parser.problems.finished()
  }

  /// The children of a collection, in file order; a mapping's alternate key, value.
  package func children(of node: Int32) -> [Int32] {
    let parent = nodes[Int(node)]
    guard parent.kind == .sequence || parent.kind == .mapping else { return [] }
    var result: [Int32] = []
    var child = parent.link
    while child >= 0 {
      result.append(child)
      child = nodes[Int(child)].nextSibling
    }
    return result
  }

  /// The text of a scalar as UTF-8, with quotes, escapes and folding resolved.
  package func textBytes(of node: Int32) -> [UInt8] {
    isTOML
      ? TOMLScalar.decode(nodes[Int(node)], in: source)
      : YAMLScalarText.decode(nodes[Int(node)], in: source, end: span.upperBound)
  }

  /// The text of a scalar; bytes that are not UTF-8 become U+FFFD.
  package func text(of node: Int32) -> String {
    let record = nodes[Int(node)]
    guard record.style == .plain, !record.flags.contains(.encoded) else {
      return String(decoding: textBytes(of: node), as: UTF8.self)
    }
    return String(decoding: source[record.span.range], as: UTF8.self)
  }

  /// The anchor's name and the tag as written, empty when absent.
  func properties(of node: Int32) -> YAMLProperties {
    let index = nodes[Int(node)].properties
    return index < 0 ? YAMLProperties() : properties[Int(index)]
  }

  /// The tag in full (YAML 1.2.2, 6.9.1), or nil when the node has none.
  package func tag(of node: Int32) -> String? {
    YAMLTag.full(properties(of: node), in: source, documents)
  }
}
