import SourceText

extension Document {
  /// The tree as text, one node a line: two spaces for each level, the kind, `start..<end` in bytes,
  /// attributes.
  ///
  /// Indentation stops growing at 100 levels, so that the dump stays linear in the tree. Inlines stand below
  /// the leaf that they belong to; text is quoted, with control characters escaped.
  package func treeDump() -> String {
    var dump = TreeDump(document: self)
    for index in blocks.indices { dump.addBlock(index) }
    return dump.output
  }
}

private struct TreeDump {
  let document: Document
  var output = ""
  private var open: [Int] = []

  init(document: Document) {
    self.document = document
  }

  mutating func addBlock(_ index: Int) {
    while let last = open.last, document.blocks[last].subtreeEnd <= index { open.removeLast() }
    let block = document.blocks[index]
    addLine(open.count, "\(block.kind)", block.span, attributes(of: index))
    if block.kind.hasInlines { addInlines(of: index, depth: open.count + 1) }
    open.append(index)
  }

  private mutating func addInlines(of leaf: Int, depth: Int) {
    let tree = document.inlines(of: leaf)
    var open: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, last <= index { open.removeLast() }
      addLine(depth + open.count, "\(node.kind)", node.span, attributes(of: index, in: tree))
      open.append(node.subtreeEnd)
    }
  }

  private mutating func addLine(_ depth: Int, _ kind: String, _ span: SourceSpan, _ attributes: [String]) {
    output +=
      String(repeating: "  ", count: min(depth, 100)) + kind + " \(span.lowerBound)..<\(span.upperBound)"
    for attribute in attributes { output += " " + attribute }
    output += "\n"
  }

  private func attributes(of index: Int) -> [String] {
    let block = document.blocks[index]
    switch block.kind {
    case .heading:
      return ["level=\(block.level)"]
    case .list:
      let marker = Character(Unicode.Scalar(block.marker))
      let start = block.startNumber.map { ["start=\($0)"] } ?? []
      return ["marker=\(marker)"] + start + [block.isTight ? "tight" : "loose"]
    case .listItem:
      return block.taskState == .none ? [] : ["task=\(block.taskState)"]
    case .codeBlock:
      let info = document.infoSpan(of: index).map { ["info=" + quoted(document.source[$0.range])] } ?? []
      return [block.isFenced ? "fenced" : "indented"] + info
    case .table:
      return ["columns=" + document.alignments(of: index).map { "\($0)" }.joined(separator: ",")]
    case .tableRow, .tableCell:
      return block.isHeader ? ["header"] : []
    case .footnoteDefinition:
      return block.labelSpan.map { ["label=" + quoted(document.source[$0.range])] } ?? []
    case .linkReferenceDefinition:
      return document.definition(of: index).map {
        ["label=" + quoted($0.label.utf8), "destination=" + quoted($0.destination.utf8)]
      } ?? []
    default:
      return []
    }
  }

  private func attributes(of index: Int, in tree: InlineTree) -> [String] {
    switch tree.nodes[index].kind {
    case .text, .code, .rawHTML, .liquid:
      return [quoted(tree.text(of: index).utf8)]
    case .link, .image, .autolink:
      let title = tree.title(of: index).map { ["title=" + quoted($0.utf8)] } ?? []
      return ["destination=" + quoted(tree.destination(of: index).utf8)] + title
    case .footnoteReference:
      return tree.footnoteLabel(of: index).map { ["label=" + quoted($0.utf8)] } ?? []
    default:
      return []
    }
  }

  private func quoted(_ text: some Sequence<UInt8>) -> String {
    var result = "\""
    for scalar in String(decoding: Array(text), as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
