package import SourceText

/// What an inline is; the names are CommonMark's.
package enum InlineKind: UInt8, Sendable {
  case text, softBreak, hardBreak, code, emphasis, strong, strikethrough
  case link, image, autolink, rawHTML, footnoteReference, liquid
}

/// One node of an inline tree, in preorder: the children of the node at `i` are in `i + 1 ..< subtreeEnd`.
///
/// A text node's bytes can hold backslash escapes and entities; ``InlineTree/text(of:)`` decodes them.
package struct InlineNode: Sendable {
  struct Flags: OptionSet {
    let rawValue: UInt8
    /// The node is one end of a delimiter run; `payload` is its index.
    static let delimiterRun = Flags(rawValue: 1)
    /// The node opens or closes a link or image.
    static let opening = Flags(rawValue: 2)
    static let closing = Flags(rawValue: 4)
    /// An autolink that is written without angle brackets.
    static let bare = Flags(rawValue: 8)
    /// The destination of an autolink is an e-mail address, or lacks `http://`.
    static let email = Flags(rawValue: 16)
    static let www = Flags(rawValue: 32)
  }

  /// What the inline is.
  package internal(set) var kind: InlineKind
  var flags: Flags = []
  @Compact var startOffset: Int
  @Compact var endOffset: Int
  @Compact var subtreeEndIndex: Int = 0
  /// Index of a link's target, first line slice of code and raw HTML, or block index of a footnote's
  /// definition.
  @Compact var payload: Int = 0

  init(_ kind: InlineKind, _ start: Int, _ end: Int, payload: Int = 0, flags: Flags = []) {
    self.kind = kind
    self.flags = flags
    startOffset = start
    endOffset = end
    self.payload = payload
  }

  /// The bytes of the node with its markup.
  package var span: SourceSpan { SourceSpan(Int(startOffset), Int(endOffset)) }

  /// The index after the last descendant.
  package var subtreeEnd: Int { Int(subtreeEndIndex) }
}
