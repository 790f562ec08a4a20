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
  let lines: [LineSlice]
  let definitions: [LinkDefinition]
  let definitionIndex: [[UInt8]: Int32]
  let footnoteIndex: [[UInt8]: Int32]
  let alignments: [ColumnAlignment]
  /// The bytes at which inline text can end: 1 in a table of 256.
  let specialBytes: [UInt8]

  /// Parses a file, or the part of it in `range`, into blocks.
  package init(parsing source: [UInt8], in range: Range<Int>? = nil, syntax: MarkdownSyntax = .post) {
    var parser = BlockParser(source, range: range ?? 0..<source.count, syntax: syntax)
    parser.parse()
    self.source = source
    self.syntax = syntax
    blocks = parser.blocks
    lines = parser.lines
    definitions = parser.definitions
    definitionIndex = parser.definitionIndex
    footnoteIndex = parser.footnoteIndex
    alignments = parser.alignments
    specialBytes = InlineParser.specialBytes(syntax)
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
    let first = Int(blocks[table].first)
    return Array(alignments[first..<first + blocks[table].columnCount])
  }

  /// The info string of a fenced code block as it is written; nil for other blocks and when empty.
  package func infoSpan(of index: Int) -> SourceSpan? {
    guard blocks[index].kind == .codeBlock, blocks[index].isFenced else { return nil }
    let span = lines[Int(blocks[index].first)].span
    return span.isEmpty ? nil : span
  }

  /// The parts of a link reference definition, escapes and entities decoded; nil for other blocks.
  package func definition(of index: Int) -> (label: String, destination: String, title: String?)? {
    guard blocks[index].kind == .linkReferenceDefinition else { return nil }
    let definition = definitions[Int(blocks[index].first)]
    let reader = InlineText(bytes: source, lines: lines)
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
    for line in literalLines(of: index) {
      result.append(contentsOf: repeatElement(0x20, count: Int(lines[line].padding)))
      result += source[lines[line].start..<lines[line].end]
      result.append(0x0A)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The indices of the line slices that hold the content of a code or HTML block.
  func literalLines(of index: Int) -> Range<Int> {
    let block = blocks[index]
    guard block.kind == .codeBlock || block.kind == .htmlBlock else { return 0..<0 }
    return Int(block.first) + (block.isFenced ? 1 : 0)..<Int(block.first + block.count)
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
