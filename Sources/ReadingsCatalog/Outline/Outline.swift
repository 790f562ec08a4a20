internal import SourceText

/// A post's body as a flat list of the things that entries are made of, in file order.
struct Outline: Sendable {
  var nodes: [OutlineNode] = []
  /// Footnote definitions by label, in lower case; several may carry the same label.
  var footnotes: [Footnote] = []
  /// Offset where the write-up starts that follows the readings, if the author marked it.
  var excerptOffset: Int?

  struct Footnote: Sendable {
    let label: ByteText
    var lines: [TextLine] = []
  }
}

struct OutlineNode: Sendable {
  enum Kind: Sendable, Equatable {
    /// A heading, level 1 to 6; 7 for a bold line that serves as a heading.
    case heading(Int)
    /// A list item; `depth` counts the lists it stands in, from 0; `number` is set in ordered lists.
    case item(depth: Int, number: Int?)
    /// A paragraph outside lists, or a further paragraph of the list item before it (`depth` as that item's).
    case paragraph(depth: Int?)
    case table(TableContent)
    /// A thematic break.
    case rule
  }

  var kind: Kind
  var lines: [TextLine]
  var span: SourceSpan

  /// From the first line's text to the last's.
  private var textSpan: SourceSpan {
    guard let first = lines.first, let last = lines.last else { return span }
    return SourceSpan(first.span.lowerBound, max(first.span.lowerBound, last.span.upperBound))
  }

  /// All lines as one.
  var joined: TextLine {
    if lines.count == 1 { return lines[0] }
    let gap = TextLine.Segment.text(ByteText([0x20]), isStrong: false)
    return TextLine(segments: Array(lines.map(\.segments).joined(separator: [gap])), span: textSpan)
  }

  /// Whether a line has links.
  var hasLinks: Bool { lines.contains(where: \.hasLinks) }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
  var isItem: Bool { if case .item = kind { true } else { false } }
  var isNumbered: Bool { if case .item(_, .some) = kind { true } else { false } }
  var isTable: Bool { if case .table = kind { true } else { false } }

  /// How many lists the node stands in, from 0; nil outside lists.
  var depth: Int? {
    switch kind {
    case .item(let depth, _): depth
    case .paragraph(let depth): depth
    case .heading, .table, .rule: nil
    }
  }
}

struct TableContent: Sendable, Equatable {
  var header: [TextLine]
  var rows: [[TextLine]]
}
