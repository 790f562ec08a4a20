internal import Markdown
internal import SourceText

/// The leaves of a post's body and what stands in their text, gathered in one walk over the tree.
struct BodyFacts: Sendable {
  /// A paragraph, heading or table cell.
  struct Leaf: Sendable {
    /// Its index among the document's blocks.
    let block: Int
    let kind: BlockKind
    let span: SourceSpan
    let marks: Marks
    /// Whether it stands in a list item.
    let isInItem: Bool
  }

  /// The bytes that are rare in prose and start what rules look for; each is a bit.
  struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    static let bracket = Marks(rawValue: 1)
    static let angle = Marks(rawValue: 2)
    /// `//` or `w.`, which an address without markup has.
    static let slashes = Marks(rawValue: 4)
    static let pipe = Marks(rawValue: 8)
    static let ampersand = Marks(rawValue: 16)
    static let backtick = Marks(rawValue: 32)
    static let brace = Marks(rawValue: 64)
    static let dot = Marks(rawValue: 128)

    /// What inlines other than emphasis start with.
    static let inline: Marks = [.bracket, .angle, .slashes, .backtick, .brace]
  }

  /// A link, image or bare address.
  struct Link: Sendable {
    enum Form: Sendable { case link, image, bare, angled }
    let form: Form
    /// With its markup.
    let span: SourceSpan
    /// Where it leads, as written.
    let destination: SourceSpan
    /// The index of its leaf.
    let leaf: Int
  }

  /// `[^label]` in a text, with a definition.
  struct FootnoteMark: Sendable {
    let span: SourceSpan
    /// The index of the definition among the document's blocks.
    let definition: Int
    let leaf: Int
  }

  /// In file order.
  private(set) var leaves: [Leaf] = []
  /// In file order.
  private(set) var links: [Link] = []
  /// In file order.
  private(set) var footnoteMarks: [FootnoteMark] = []
  /// Code blocks and code spans, and comments, in file order.
  private(set) var codeSpans: [SourceSpan] = []
  /// Raw HTML, blocks and inlines, and Liquid, in file order.
  private(set) var htmlSpans: [SourceSpan] = []
  /// Indices of the document's headings.
  private(set) var headings: [Int] = []

  init() {}

  init(_ document: Document) {
    // Outer items end behind inner ones.
    var itemEnd = 0
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .listItem: itemEnd = max(itemEnd, block.subtreeEnd)
      case .codeBlock: codeSpans.append(block.span)
      case .htmlBlock: htmlSpans.append(block.span)
      case .heading, .paragraph, .tableCell:
        if block.kind == .heading { headings.append(index) }
        let marks = BodyFacts.marks(document.source, block.span)
        leaves.append(
          Leaf(block: index, kind: block.kind, span: block.span, marks: marks, isInItem: index < itemEnd))
        if !marks.isDisjoint(with: .inline) { addInlines(of: index, document) }
      default: break
      }
    }
  }

  private mutating func addInlines(of block: Int, _ document: Document) {
    let tree = document.inlines(of: block)
    let leaf = leaves.count - 1
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .link, .image, .autolink:
        guard let destination = tree.destinationSpan(of: index) else { continue }
        let form: Link.Form =
          node.kind == .link
          ? .link
          : node.kind == .image
            ? .image : document.source[node.span.lowerBound] == UInt8(ascii: "<") ? .angled : .bare
        links.append(Link(form: form, span: node.span, destination: destination, leaf: leaf))
      case .footnoteReference:
        guard let definition = tree.footnoteDefinition(of: index) else { continue }
        footnoteMarks.append(FootnoteMark(span: node.span, definition: definition, leaf: leaf))
      case .code: codeSpans.append(node.span)
      case .rawHTML, .liquid: htmlSpans.append(node.span)
      default: break
      }
    }
  }

  private static func marks(_ bytes: [UInt8], _ span: SourceSpan) -> Marks {
    // Every byte of the text is looked at; with checks of the bounds that takes three times as long.
    let bits = bytes.withUnsafeBufferPointer { bytes in
      marksOfBytes.withUnsafeBufferPointer { marks in
        var bits: UInt16 = 0
        for offset in span.range { bits |= marks[Int(bytes[offset])] }
        return bits
      }
    }
    var marks = Marks(rawValue: bits)
    // `www.` is linked without a scheme.
    if marks.contains(.slashes), !hasAddress.contains(where: { $0.first(in: bytes, span.range) != nil }) {
      marks.remove(.slashes)
    }
    return marks
  }

  private static let marksOfBytes: [UInt16] = {
    var marks = [Marks](repeating: [], count: 256)
    let bytes: [(Unicode.Scalar, Marks)] = [
      ("[", .bracket), ("<", .angle), ("|", .pipe), ("&", .ampersand), ("`", .backtick), ("{", .brace),
      ("/", .slashes), (".", [.dot, .slashes]),
    ]
    for (scalar, mark) in bytes { marks[Int(scalar.value)] = mark }
    return marks.map(\.rawValue)
  }()

  private static let hasAddress = ["//", "w.", "W."].map { ByteSearch(Array($0.utf8)) }

  /// Whether a place lies in a code block or code span. O(log spans).
  func isCode(_ offset: Int) -> Bool { BodyFacts.holds(codeSpans, offset) }

  /// Whether a place lies in raw HTML or Liquid. O(log spans).
  func isHTML(_ offset: Int) -> Bool { BodyFacts.holds(htmlSpans, offset) }

  /// Whether one of the spans, which are in order and apart, holds an offset.
  private static func holds(_ spans: [SourceSpan], _ offset: Int) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].lowerBound <= offset
  }
}
