package import SourceText

/// One node of a tree: 28 bytes that say what it is, where it stands and what comes next.
///
/// Children form a linked list: `firstChild`, then each child's `nextSibling`. A mapping's children alternate
/// key, value. An index of -1 means none.
package struct YAMLNode: Sendable {
  /// What a node is (YAML 1.2.2, 3.2.1.1), or a reference to another by its anchor.
  package enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  /// How a node is written.
  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded, flow, block
  }

  /// What the node is.
  package let kind: Kind
  /// How it is written; plain for an alias.
  package let style: Style
  var flags: Flags = []
  /// The content without properties; an absent node is empty, just behind its indicator.
  var start: Int32
  var end: Int32
  /// Of a collection the first child, of an alias the anchored node, of a block scalar the content's indentation.
  var link: Int32 = -1
  var nextSibling: Int32 = -1
  /// The index of the anchor and tag in the tree's table.
  var properties: Int32 = -1
  /// The offset of the `-`, `?` or `:` that introduces the node.
  var indicator: Int32 = -1

  init(_ kind: Kind, _ style: Style, from start: Int, to end: Int, flags: Flags = []) {
    self.kind = kind
    self.style = style
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    self.flags = flags
  }

  /// Where the content stands, without anchor and tag.
  package var span: SourceSpan { SourceSpan(Int(start), Int(end)) }

  struct Flags: OptionSet {
    let rawValue: UInt16
    /// The content spreads over several lines.
    static let multiline = Flags(rawValue: 1)
    /// The text differs from the source bytes: escapes, doubled quotes or folding.
    static let encoded = Flags(rawValue: 2)
    /// A collection that is still being read.
    static let open = Flags(rawValue: 4)
    /// Nothing is written: the node is absent.
    static let empty = Flags(rawValue: 8)
    /// The source is not YAML here; the text is what stands there, its lines folded.
    static let verbatim = Flags(rawValue: 16)
  }
}

/// Anchor and tag of a node; absent ones are empty spans.
package struct YAMLProperties: Sendable, Hashable {
  private var anchorStart: Int32 = 0
  private var anchorEnd: Int32 = 0
  private var tagStart: Int32 = 0
  private var tagEnd: Int32 = 0
  /// The index of the document, whose directives resolve the tag.
  var document: Int32 = 0

  /// The name behind `&`.
  package var anchor: SourceSpan {
    get { SourceSpan(Int(anchorStart), Int(anchorEnd)) }
    set { (anchorStart, anchorEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }

  /// The tag as written, with its `!`.
  package var tag: SourceSpan {
    get { SourceSpan(Int(tagStart), Int(tagEnd)) }
    set { (tagStart, tagEnd) = (Int32(newValue.lowerBound), Int32(newValue.upperBound)) }
  }

  var isEmpty: Bool { anchorEnd == 0 && tagEnd == 0 }
}
