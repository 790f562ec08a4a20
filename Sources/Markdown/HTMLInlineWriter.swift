import SourceText

extension HTMLWriter {
  mutating func writeInlines(of index: Int) {
    let block = document.blocks[index]
    parser.parse(block)
    reader.isInTable = block.kind == .tableCell
    var open: [Int] = []
    var next = 0
    while next < parser.nodes.count {
      while let last = open.last, parser.nodes[last].subtreeEnd <= next {
        leave(parser.nodes[open.removeLast()])
      }
      let node = parser.nodes[next]
      if node.kind == .image {
        writeImage(node, description: next + 1..<node.subtreeEnd)
        next = node.subtreeEnd
        continue
      }
      if node.kind == .link {
        // A link that leads nowhere safe is its text.
        if writeLinkStart(parser.targets[node.payload]) { open.append(next) }
        next += 1
        continue
      }
      enter(node)
      if node.kind == .emphasis || node.kind == .strong || node.kind == .strikethrough {
        open.append(next)
      }
      next += 1
    }
    while let last = open.popLast() { leave(parser.nodes[last]) }
    closeTags()
  }

  private mutating func enter(_ node: InlineNode) {
    let (start, end) = (node.startOffset, node.endOffset)
    switch node.kind {
    case .text:
      HTMLEscaping.appendMarkdown(
        document.source, from: start, to: end, isInTable: reader.isInTable, to: &output)
    case .softBreak: output.append(0x0A)
    case .hardBreak: write("<br />\n")
    case .code: writeCode(node)
    case .emphasis: write("<em>")
    case .strong: write("<strong>")
    case .strikethrough: write("<del>")
    case .link, .image: break
    case .autolink: writeAutolink(node)
    case .rawHTML: writeRawHTML(node)
    case .footnoteReference: writeFootnoteReference(node)
    case .liquid: HTMLEscaping.append(document.source[start..<end], to: &output)
    }
  }

  private mutating func leave(_ node: InlineNode) {
    switch node.kind {
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .strikethrough: write("</del>")
    case .link: write("</a>")
    default: break
    }
  }

  private mutating func writeCode(_ node: InlineNode) {
    var code: [UInt8] = []
    reader.appendCode(node, to: &code)
    write("<code>")
    HTMLEscaping.append(code, to: &output)
    write("</code>")
  }

  // MARK: Links

  private mutating func writeLinkStart(_ target: LinkTarget) -> Bool {
    guard let destination = allowedDestination(of: target) else { return false }
    write("<a href=\"")
    HTMLEscaping.appendURL(destination, to: &output)
    write("\"")
    writeTitle(target)
    write(">")
    return true
  }

  private func allowedDestination(of target: LinkTarget) -> [UInt8]? {
    var destination: [UInt8] = []
    reader.appendDestination(target, to: &destination)
    return isUnsafe || URLSafety.isSafe(destination) ? destination : nil
  }

  private mutating func writeTitle(_ target: LinkTarget) {
    guard target.titleLine >= 0, target.titleEnd > target.titleStart else { return }
    var title: [UInt8] = []
    reader.appendTitle(target, to: &title)
    write(" title=\"")
    HTMLEscaping.append(title, to: &output)
    write("\"")
  }

  private mutating func writeImage(_ node: InlineNode, description: Range<Int>) {
    let target = parser.targets[node.payload]
    var text: [UInt8] = []
    for inner in parser.nodes[description] where inner.kind != .rawHTML {
      reader.appendText(inner, to: &text)
    }
    guard let destination = allowedDestination(of: target) else {
      HTMLEscaping.append(text, to: &output)
      return
    }
    write("<img src=\"")
    HTMLEscaping.appendURL(destination, to: &output)
    write("\" alt=\"")
    HTMLEscaping.append(text, to: &output)
    write("\"")
    writeTitle(target)
    write(" />")
  }

  private mutating func writeAutolink(_ node: InlineNode) {
    var destination: [UInt8] = []
    reader.appendAutolinkDestination(node, to: &destination)
    let isLink = isUnsafe || URLSafety.isSafe(destination)
    if isLink {
      write("<a href=\"")
      HTMLEscaping.appendURL(destination, to: &output)
      write("\">")
    }
    let margin = node.flags.contains(.bare) ? 0 : 1
    let text = node.startOffset + margin..<node.endOffset - margin
    HTMLEscaping.append(document.source[text], to: &output)
    if isLink { write("</a>") }
  }

  private mutating func writeRawHTML(_ node: InlineNode) {
    if isUnsafe {
      reader.appendRaw(node, to: &output)
    } else {
      var raw: [UInt8] = []
      reader.appendRaw(node, to: &raw)
      writeSanitized(raw)
    }
  }
}
