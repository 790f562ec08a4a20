import Markdown
import SourceText
import Testing

/// Parses a text and checks what always holds of a tree; every test parses this way.
func parseChecked(
  _ text: String, syntax: MarkdownSyntax = .post, sourceLocation: SourceLocation = #_sourceLocation
) -> Document {
  parseChecked(Array(text.utf8), syntax: syntax, sourceLocation: sourceLocation)
}

func parseChecked(
  _ bytes: [UInt8], in range: Range<Int>? = nil, syntax: MarkdownSyntax = .post,
  sourceLocation: SourceLocation = #_sourceLocation
) -> Document {
  let document = Document(parsing: bytes, in: range, syntax: syntax)
  if let problem = TreeInvariants(document).problem() {
    Issue.record(
      "\(problem)\n\(String(decoding: bytes.prefix(2000), as: UTF8.self).debugDescription)",
      sourceLocation: sourceLocation)
  }
  return document
}

/// What holds of every tree, whatever the bytes: spans nest, siblings are ordered, and a span's bytes are the
/// node's markup.
struct TreeInvariants {
  let document: Document
  private var source: [UInt8] { document.source }

  init(_ document: Document) {
    self.document = document
  }

  /// The first thing that does not hold.
  func problem() -> String? {
    let blocks = document.blocks
    guard blocks[0].kind == .document, blocks[0].subtreeEnd == blocks.count else {
      return "no document at the root"
    }
    var open = [0]
    var previousEnds = [blocks[0].span.lowerBound]
    for index in 1..<max(blocks.count, 1) {
      while let last = open.last, blocks[last].subtreeEnd <= index {
        open.removeLast()
        previousEnds.removeLast()
      }
      guard let parent = open.last, let previousEnd = previousEnds.last else {
        return "block \(index) has no parent"
      }
      let block = blocks[index]
      let name = "\(block.kind) \(block.span.range)"
      if !blocks[parent].span.contains(block.span) {
        return "\(name) is not inside its parent \(blocks[parent].span.range)"
      }
      if block.span.lowerBound < previousEnd { return "\(name) overlaps its elder sibling" }
      if block.subtreeEnd > blocks[parent].subtreeEnd || block.subtreeEnd <= index {
        return "\(name) ends wrongly"
      }
      if cutsScalar(block.span) { return "\(name) cuts a character" }
      if !hasMarkup(block) { return "\(name) does not start with its markup" }
      if let problem = inlineProblem(of: index) { return "in \(name): \(problem)" }
      previousEnds[previousEnds.count - 1] = block.span.upperBound
      open.append(index)
      previousEnds.append(block.span.lowerBound)
    }
    return nil
  }

  private func inlineProblem(of leaf: Int) -> String? {
    guard document.blocks[leaf].kind.hasInlines else { return nil }
    let tree = document.inlines(of: leaf)
    if let span = InlineReader(document).verbatimSpan(of: leaf) {
      let isText = tree.nodes.count == 1 && tree.nodes[0].kind == .text && tree.nodes[0].span == span
      if !isText || tree.textBytes(of: 0) != Array(source[span.range]) { return "more than text" }
    }
    var open: [Int] = []
    var position = document.blocks[leaf].span.lowerBound
    for (index, node) in tree.nodes.enumerated() {
      while let last = open.last, tree.nodes[last].subtreeEnd <= index {
        position = tree.nodes[open.removeLast()].span.upperBound
      }
      let parent = open.last.map { tree.nodes[$0].span } ?? document.blocks[leaf].span
      let end = open.last.map { tree.nodes[$0].subtreeEnd } ?? tree.nodes.count
      let name = "\(node.kind) \(node.span.range)"
      if !parent.contains(node.span) { return "\(name) is not inside \(parent.range)" }
      if node.span.lowerBound < position { return "\(name) overlaps" }
      if node.subtreeEnd <= index || node.subtreeEnd > end { return "\(name) ends wrongly" }
      if node.span.isEmpty { return "\(name) is empty" }
      if cutsScalar(node.span) { return "\(name) cuts a character" }
      if !hasMarkup(node) { return "\(name) does not have its markup" }
      position = node.subtreeEnd > index + 1 ? node.span.lowerBound : node.span.upperBound
      if node.subtreeEnd > index + 1 { open.append(index) }
    }
    return nil
  }

  private func cutsScalar(_ span: SourceSpan) -> Bool {
    isInsideScalar(span.lowerBound) || isInsideScalar(span.upperBound)
  }

  /// Whether an offset lies inside a well-formed sequence of UTF-8.
  private func isInsideScalar(_ offset: Int) -> Bool {
    guard offset < source.count, source[offset] & 0xC0 == 0x80 else { return false }
    var start = offset
    while start > 0, offset - start < 3, source[start] & 0xC0 == 0x80 { start -= 1 }
    let length = source[start] >= 0xF0 ? 4 : source[start] >= 0xE0 ? 3 : source[start] >= 0xC0 ? 2 : 1
    guard start + length > offset, start + length <= source.count else { return false }
    return String(validating: source[start..<start + length], as: UTF8.self) != nil
  }

  /// By bytes: a mark with a combining character behind it would be another Character.
  private func hasMarkup(_ block: Block) -> Bool {
    let slice = source[block.span.range]
    func isFirst(_ marks: String) -> Bool { slice.first.map(marks.utf8.contains) ?? false }
    func isLast(_ marks: String) -> Bool { slice.last.map(marks.utf8.contains) ?? false }
    switch block.kind {
    case .blockQuote: return isFirst(">")
    case .list, .listItem: return isFirst("-+*0123456789")
    case .heading: return block.isSetext ? isLast("=-") : isFirst("#")
    case .codeBlock:
      return !block.isFenced || slice.starts(with: "```".utf8) || slice.starts(with: "~~~".utf8)
    case .thematicBreak: return isFirst("-*_") && slice.last == slice.first
    case .linkReferenceDefinition: return isFirst("[")
    case .footnoteDefinition: return slice.starts(with: "[^".utf8)
    case .htmlBlock: return isFirst("<")
    case .paragraph, .table: return !block.span.isEmpty
    default: return true
    }
  }

  private func hasMarkup(_ node: InlineNode) -> Bool {
    let slice = Array(source[node.span.range])
    switch node.kind {
    case .emphasis: return (slice.first == 0x2A || slice.first == 0x5F) && slice.last == slice.first
    case .strong: return slice.count > 4 && slice.starts(with: slice.suffix(2)) && slice[0] == slice[1]
    case .strikethrough: return slice.first == 0x7E && slice.last == 0x7E
    case .code: return slice.first == 0x60 && slice.last == 0x60
    case .link: return slice.first == 0x5B && (slice.last == 0x29 || slice.last == 0x5D)
    case .image: return slice.starts(with: [0x21, 0x5B]) && (slice.last == 0x29 || slice.last == 0x5D)
    case .rawHTML: return slice.first == 0x3C && slice.last == 0x3E
    case .footnoteReference: return slice.starts(with: [0x5B, 0x5E]) && slice.last == 0x5D
    case .liquid: return slice.first == 0x7B && slice.last == 0x7D
    default: return true
    }
  }
}
