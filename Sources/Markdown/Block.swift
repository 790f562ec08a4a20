package import SourceText

/// What a block is; the names are CommonMark's.
package enum BlockKind: UInt8, Sendable {
  case document, blockQuote, list, listItem, footnoteDefinition
  case heading, paragraph, codeBlock, htmlBlock, thematicBreak, linkReferenceDefinition
  case table, tableRow, tableCell

  /// Whether ``Document/inlines(of:)`` gives the content of such a block.
  package var hasInlines: Bool { self == .paragraph || self == .heading || self == .tableCell }
}

/// The alignment of a table column, from its delimiter row.
package enum ColumnAlignment: UInt8, Sendable {
  case none, left, center, right
}

/// Whether a list item is a task, and done (GFM 5.3).
package enum TaskState: UInt8, Sendable {
  case none, unchecked, checked
}

/// One node of the block tree.
///
/// Blocks lie in one array in preorder: the children of the block at `i` are in `i + 1 ..< subtreeEnd`.
/// Invariant: the span of a child lies inside its parent's, and siblings follow each other without overlap.
package struct Block: Sendable {
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let loose = Flags(rawValue: 1)
    static let header = Flags(rawValue: 2)
    static let fenced = Flags(rawValue: 4)
    static let setext = Flags(rawValue: 8)
  }

  /// What the block is.
  package internal(set) var kind: BlockKind
  var flags: Flags = []
  /// Heading level, list marker, task state, or alignment of a cell.
  var detail: UInt8 = 0
  @Compact var startOffset: Int
  @Compact var endOffset: Int
  @Compact var subtreeEndIndex: Int
  /// First line slice of a leaf, first number of a list, first alignment of a table, index of a definition,
  /// or start of a footnote label.
  @Compact var first: Int = 0
  /// Number of line slices of a leaf, number of columns of a table, or end of a footnote label.
  @Compact var count: Int = 0

  init(_ kind: BlockKind, start: Int, end: Int, index: Int) {
    self.kind = kind
    startOffset = start
    endOffset = end
    subtreeEndIndex = index + 1
  }

  /// The bytes of the block from its first marker to the end of its last line's content, line ending
  /// excluded.
  package var span: SourceSpan { SourceSpan(Int(startOffset), Int(endOffset)) }

  /// The index after the last descendant.
  package var subtreeEnd: Int { Int(subtreeEndIndex) }

  /// 1 to 6 for a heading, else 0.
  package var level: Int { kind == .heading ? Int(detail) : 0 }

  /// Whether a heading is written with an underline.
  package var isSetext: Bool { flags.contains(.setext) }

  /// Whether a code block is written with fences.
  package var isFenced: Bool { flags.contains(.fenced) }

  /// Whether a list is numbered.
  package var isOrdered: Bool { kind == .list && (marker == 0x2E || marker == 0x29) }

  /// The first number of an ordered list, else nil.
  package var startNumber: Int? { isOrdered ? Int(first) : nil }

  /// The byte that marks the items of a list: one of `-`, `+`, `*`, or the `.` or `)` after a number; else 0.
  package var marker: UInt8 { kind == .list ? detail : 0 }

  /// Whether no blank line separates the items of a list or their children.
  package var isTight: Bool { !flags.contains(.loose) }

  /// Whether a list item is a task, and done.
  package var taskState: TaskState { kind == .listItem ? TaskState(rawValue: detail) ?? .none : .none }

  /// Whether a row or cell belongs to the head of its table.
  package var isHeader: Bool { flags.contains(.header) }

  /// The alignment of a cell's column.
  package var alignment: ColumnAlignment {
    kind == .tableCell ? ColumnAlignment(rawValue: detail) ?? .none : .none
  }

  /// The number of columns of a table, else 0.
  package var columnCount: Int { kind == .table ? Int(count) : 0 }

  /// The label of a footnote definition, between `[^` and `]`.
  package var labelSpan: SourceSpan? {
    kind == .footnoteDefinition ? SourceSpan(Int(first), Int(count)) : nil
  }
}
