package import SourceText

/// A parsed Markdown text: its blocks with exact spans, and its inlines on demand.
///
/// Total: any bytes give a tree, in time linear in their number. Invariant: `blocks[0]` is the document, and
/// ``Block`` says how the rest lie.
package struct Document: Sendable {
  /// The whole file; all spans are offsets into it.
  package let source: [UInt8]
  /// The constructs that were recognised.
  package let syntax: MarkdownSyntax
  /// The block tree in preorder.
  package let blocks: [Block]
  let tables: DocumentTables

  /// Parses a file, or the part of it in `range`, into blocks.
  package init(parsing source: [UInt8], in range: Range<Int>? = nil, syntax: MarkdownSyntax = .post) {
    var parser = BlockParser(source, range: range ?? 0..<source.count, syntax: syntax)
    parser.parse()
    self.source = source
    self.syntax = syntax
    blocks = parser.blocks
    tables = DocumentTables(parser)
  }

  /// Parses a text.
  package init(parsing text: String, syntax: MarkdownSyntax = .post) {
    self.init(parsing: Array(text.utf8), syntax: syntax)
  }

  /// The indices of the direct children of a block, in order.
  package func children(of index: Int) -> BlockChildren {
    BlockChildren(blocks: blocks, index: index + 1, end: blocks[index].subtreeEnd)
  }

  /// The alignments of a table's columns.
  package func alignments(of table: Int) -> [ColumnAlignment] {
    guard blocks[table].kind == .table else { return [] }
    let first = blocks[table].first
    return Array(tables.alignments[first..<first + blocks[table].columnCount])
  }

  /// The info string of a fenced code block as it is written; nil for other blocks and when empty.
  package func infoSpan(of index: Int) -> SourceSpan? {
    guard blocks[index].kind == .codeBlock, blocks[index].isFenced else { return nil }
    let span = tables.lines[blocks[index].first].span
    return span.isEmpty ? nil : span
  }

  /// The label of a footnote definition as it is written; nil for other blocks.
  package func footnoteLabel(of index: Int) -> String? {
    blocks[index].labelSpan.map { String(decoding: source[$0.range], as: UTF8.self) }
  }

  /// The parts of a link reference definition, escapes and entities decoded; nil for other blocks.
  package func definition(of index: Int) -> (label: String, destination: String, title: String?)? {
    guard blocks[index].kind == .linkReferenceDefinition else { return nil }
    let definition = tables.definitions[blocks[index].first]
    let reader = InlineText(bytes: source, lines: tables.lines)
    var destination: [UInt8] = []
    var title: [UInt8] = []
    reader.appendDestination(definition.target, to: &destination)
    reader.appendTitle(definition.target, to: &title)
    let label = source[Int(definition.label.lowerBound)..<Int(definition.label.upperBound)]
    return (
      String(decoding: label, as: UTF8.self), String(decoding: destination, as: UTF8.self),
      definition.target.titleLine < 0 ? nil : String(decoding: title, as: UTF8.self)
    )
  }

  /// The content of a code or HTML block, each line ended by a line feed; of other blocks, nothing.
  package func literal(of index: Int) -> String {
    var result: [UInt8] = []
    appendLiteral(of: index, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  func appendLiteral(of index: Int, to output: inout [UInt8]) {
    for line in literalLines(of: index) {
      let slice = tables.lines[line]
      output.append(contentsOf: repeatElement(0x20, count: slice.padding))
      output += source[slice.start..<slice.end]
      output.append(0x0A)
    }
  }

  /// The indices of the line slices that hold the content of a code or HTML block.
  func literalLines(of index: Int) -> Range<Int> {
    let block = blocks[index]
    guard block.kind == .codeBlock || block.kind == .htmlBlock else { return 0..<0 }
    return block.first + (block.isFenced ? 1 : 0)..<block.first + block.count
  }
}

/// What the block tree and the inline parser look up in.
///
/// A class, so that a document, and a tree of inlines that refers to it, is copied by counting one reference:
/// with the arrays in the struct, parsing the inlines of every leaf of a 5 MB text took a tenth longer.
final class DocumentTables: Sendable {
  /// The line slices of all leaves, in order.
  let lines: [LineSlice]
  let definitions: [LinkDefinition]
  /// Definitions by the key of their label.
  let definitionIndex: [[UInt8]: Int]
  /// Block indices of footnote definitions by the key of their label.
  let footnoteIndex: [[UInt8]: Int]
  /// The alignments of the columns of all tables.
  let alignments: [ColumnAlignment]
  /// The bytes at which inline text can end: 1 in a table of 256.
  let specialBytes: [UInt8]

  init(_ parser: BlockParser) {
    lines = parser.lines
    definitions = parser.definitions
    definitionIndex = parser.definitionIndex
    footnoteIndex = parser.footnoteIndex
    alignments = parser.alignments
    specialBytes = InlineParser.specialBytes(parser.syntax)
  }
}

/// The direct children of a block, found by stepping over subtrees.
package struct BlockChildren: Sequence, IteratorProtocol, Sendable {
  let blocks: [Block]
  var index: Int
  let end: Int

  /// The index of the next child; nil after the last.
  package mutating func next() -> Int? {
    guard index < end else { return nil }
    defer { index = blocks[index].subtreeEnd }
    return index
  }
}
