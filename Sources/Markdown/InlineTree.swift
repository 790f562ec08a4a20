package import SourceText

/// The inlines of one leaf block.
package struct InlineTree: Sendable {
  /// The nodes in preorder, several at the top.
  package let nodes: [InlineNode]
  let targets: [LinkTarget]
  let document: Document
  let isInTable: Bool

  private var reader: InlineText {
    InlineText(bytes: document.source, lines: document.tables.lines, isInTable: isInTable)
  }

  /// The direct children of a node, or the nodes at the top, in order.
  package func children(of index: Int? = nil) -> InlineChildren {
    InlineChildren(
      nodes: nodes, index: index.map { $0 + 1 } ?? 0, end: index.map { nodes[$0].subtreeEnd } ?? nodes.count)
  }

  /// Where a link, image or autolink leads: escapes and entities decoded, an implied scheme added; else
  /// nothing.
  package func destination(of index: Int) -> String {
    String(decoding: destinationBytes(of: index), as: UTF8.self)
  }

  /// The same as ``destination(of:)`` in bytes, none of them repaired.
  package func destinationBytes(of index: Int) -> [UInt8] {
    var output: [UInt8] = []
    let node = nodes[index]
    switch node.kind {
    case .link, .image: reader.appendDestination(targets[node.payload], to: &output)
    case .autolink: reader.appendAutolinkDestination(node, to: &output)
    default: break
    }
    return output
  }

  /// Where the source has the bytes of ``destination(of:)`` as they are; nil where they have to be made.
  package func verbatimDestinationSpan(of index: Int) -> SourceSpan? {
    let node = nodes[index]
    guard node.flags.isDisjoint(with: [.email, .www]), let span = destinationSpan(of: index) else {
      return nil
    }
    return node.kind == .autolink || TextDecoder.isVerbatim(document.source, in: span.range) ? span : nil
  }

  /// The bytes of the destination of a link or image, where it is written: for a reference, in its
  /// definition.
  package func destinationSpan(of index: Int) -> SourceSpan? {
    let node = nodes[index]
    switch node.kind {
    case .link, .image:
      let target = targets[node.payload]
      return SourceSpan(target.destinationStart, target.destinationEnd)
    case .autolink:
      let margin = node.flags.contains(.bare) ? 0 : 1
      return SourceSpan(node.span.lowerBound + margin, node.span.upperBound - margin)
    default:
      return nil
    }
  }

  /// The title of a link or image, decoded; nil without one.
  package func title(of index: Int) -> String? {
    let node = nodes[index]
    guard node.kind == .link || node.kind == .image, targets[node.payload].titleLine >= 0 else {
      return nil
    }
    var output: [UInt8] = []
    reader.appendTitle(targets[node.payload], to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The label of a footnote reference, between `[^` and `]`; nil for other nodes.
  package func footnoteLabel(of index: Int) -> String? {
    guard nodes[index].kind == .footnoteReference else { return nil }
    let span = nodes[index].span
    return String(decoding: document.source[span.lowerBound + 2..<span.upperBound - 1], as: UTF8.self)
  }

  /// The block index of the definition that a footnote reference points at; nil for other nodes.
  package func footnoteDefinition(of index: Int) -> Int? {
    nodes[index].kind == .footnoteReference ? nodes[index].payload : nil
  }

  /// The text of one node without children: decoded text, the content of code, raw HTML and Liquid as
  /// written, the visible text of an autolink, a space or line feed for a break; of a node with children,
  /// nothing.
  package func text(of index: Int) -> String {
    String(decoding: textBytes(of: index), as: UTF8.self)
  }

  /// The same as ``text(of:)`` in bytes, none of them repaired.
  package func textBytes(of index: Int) -> [UInt8] {
    var output: [UInt8] = []
    reader.appendText(nodes[index], to: &output)
    return output
  }

  /// Where the source has the bytes of ``text(of:)`` as they are; nil where they have to be made.
  package func verbatimSpan(of index: Int) -> SourceSpan? {
    let node = nodes[index]
    switch node.kind {
    case .text: return TextDecoder.isVerbatim(document.source, in: node.span.range) ? node.span : nil
    case .autolink: return destinationSpan(of: index)
    case .liquid: return node.span
    default: return nil
    }
  }

  /// The text that a reader sees of a node and its descendants, or of the whole: no markup, no raw HTML, no
  /// footnote marks, breaks as spaces; an image counts with its description.
  package func plainText(of index: Int? = nil) -> String {
    String(decoding: plainTextBytes(of: index), as: UTF8.self)
  }

  /// The same as ``plainText(of:)`` in bytes, none of them repaired.
  package func plainTextBytes(of index: Int? = nil) -> [UInt8] {
    var output: [UInt8] = []
    appendPlainText(from: index ?? 0, to: index.map { nodes[$0].subtreeEnd } ?? nodes.count, to: &output)
    return output
  }

  func appendPlainText(from start: Int, to end: Int, to output: inout [UInt8]) {
    for node in nodes[start..<end] {
      switch node.kind {
      case .rawHTML, .footnoteReference: continue
      case .softBreak, .hardBreak: output.append(0x20)
      default: reader.appendText(node, to: &output)
      }
    }
  }
}

/// The direct children of an inline node, found by stepping over subtrees.
package struct InlineChildren: Sequence, IteratorProtocol, Sendable {
  let nodes: [InlineNode]
  var index: Int
  let end: Int

  /// The index of the next child; nil after the last.
  package mutating func next() -> Int? {
    guard index < end else { return nil }
    defer { index = nodes[index].subtreeEnd }
    return index
  }
}

extension Document {
  /// Parses the inlines of a heading, paragraph or table cell; of other blocks there are none.
  ///
  /// Costs time linear in the length of the block, each time it is called.
  package func inlines(of leaf: Int) -> InlineTree {
    var reader = InlineReader(self)
    return reader.inlines(of: leaf)
  }

  /// The text that a reader sees of a block: of a leaf on one line, soft breaks as spaces; of a container the
  /// texts of its blocks on lines of their own, the cells of a row separated by tabs; code as it is, raw HTML
  /// not at all.
  package func plainText(of index: Int) -> String {
    var output: [UInt8] = []
    var isFirst = true
    for leaf in index..<blocks[index].subtreeEnd {
      let block = blocks[leaf]
      guard block.kind.hasInlines || block.kind == .codeBlock else { continue }
      if !isFirst {
        output.append(block.kind == .tableCell && blocks[leaf - 1].kind == .tableCell ? 0x09 : 0x0A)
      }
      isFirst = false
      if block.kind == .codeBlock {
        output += literal(of: leaf).utf8.dropLast()
      } else {
        let tree = inlines(of: leaf)
        tree.appendPlainText(from: 0, to: tree.nodes.count, to: &output)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

/// Parses the inlines of one leaf after the other, in any order, with one set of buffers.
package struct InlineReader: Sendable {
  private let document: Document
  private var parser: InlineParser

  package init(_ document: Document) {
    self.document = document
    parser = InlineParser(document)
  }

  /// The same as ``Document/inlines(of:)``.
  package mutating func inlines(of leaf: Int) -> InlineTree {
    let block = document.blocks[leaf]
    guard block.kind.hasInlines else {
      return InlineTree(nodes: [], targets: [], document: document, isInTable: false)
    }
    parser.parse(block)
    return parser.takeTree(of: document, isInTable: block.kind == .tableCell)
  }

  /// Where the source has the text of a leaf as it is, when text on one line is all that the leaf has; nil where its
  /// inlines have to be parsed. Most leaves of a post are so.
  package func verbatimSpan(of leaf: Int) -> SourceSpan? {
    let block = document.blocks[leaf]
    guard block.kind.hasInlines, let span = parser.plainSpan(of: block),
      TextDecoder.isVerbatim(document.source, in: span.range)
    else { return nil }
    return span
  }
}
