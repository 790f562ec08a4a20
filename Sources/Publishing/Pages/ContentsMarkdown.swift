internal import Markdown
internal import ReadingsCatalog

/// The contents of a post written anew as Markdown: the same structure below smaller headings, text escaped, raw HTML and
/// Liquid as text, links only where they are safe.
enum ContentsMarkdown {
  /// - Parameter labelPrefix: keeps the footnotes of one post apart from those of another.
  static func write(_ contents: PostContents, labelPrefix: String, to output: inout MarkdownBuffer) {
    guard contents.isMarkdown else {
      for line in contents.source[contents.range].split(separator: 0x0A) {
        let text = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard let first = text.first else { continue }
        let rest = MarkdownListing.escaped(text.dropFirst(first == "•" ? 1 : 0).joined(separator: " "))
        if first != "•" { output.line("") }
        output.line((first == "•" ? "- " : "") + rest, blankAfter: first != "•")
      }
      output.line("")
      return
    }
    var writer = Writer(
      document: Document(parsing: contents.source, in: contents.range, syntax: .post),
      labelPrefix: labelPrefix, output: output)
    writer.write()
    output = writer.output
  }

  private struct Writer {
    let document: Document
    let labelPrefix: String
    var output: MarkdownBuffer
    /// What encloses the block: how far its lines are indented, and what its next item begins with.
    private var containers: [Container] = []
    /// The mark of the item or footnote whose first line is still to come.
    private var mark: String?

    private struct Container {
      let end: Int
      let indent: String
      var number: Int?
      var isTight = true
    }

    init(document: Document, labelPrefix: String, output: MarkdownBuffer) {
      self.document = document
      self.labelPrefix = labelPrefix
      self.output = output
    }

    private var indent: String { containers.last?.indent ?? "" }

    mutating func write() {
      var index = 1
      while index < document.blocks.count {
        let block = document.blocks[index]
        while let container = containers.last, container.end <= index {
          flushMark()
          containers.removeLast()
          if containers.isEmpty { output.line("") }
        }
        enter(index, block)
        let isDone = block.kind == .table || block.kind.hasInlines
        index = isDone ? block.subtreeEnd : index + 1
      }
      flushMark()
      output.line("")
    }

    private mutating func enter(_ index: Int, _ block: Block) {
      switch block.kind {
      case .list:
        flushMark()
        containers.append(
          Container(end: block.subtreeEnd, indent: indent, number: block.startNumber, isTight: block.isTight))
      case .listItem: startItem(block)
      case .blockQuote:
        flushMark()
        output.line("")
        containers.append(Container(end: block.subtreeEnd, indent: indent + "> "))
      case .footnoteDefinition:
        flushMark()
        output.line("")
        mark = "[^\(label(document.footnoteLabel(of: index) ?? ""))]: "
        containers.append(Container(end: block.subtreeEnd, indent: indent + "    "))
      case .heading:
        add(String(repeating: "#", count: min(6, block.level + 2)) + " " + text(of: index))
        output.line(indent)
      case .paragraph:
        add(text(of: index))
        if containers.last.map({ !$0.isTight || $0.indent.isEmpty }) ?? true { output.line(indent) }
      case .codeBlock: addCode(index)
      case .table: addTable(index)
      case .thematicBreak: flushMark()
      default: break
      }
    }

    private mutating func startItem(_ block: Block) {
      flushMark()
      guard let last = containers.indices.last else { return }
      let outer = containers[last].indent
      if let number = containers[last].number {
        mark = outer + "\(number). "
        containers[last].number = number &+ 1
      } else {
        mark = outer + "- "
      }
      let width = (mark?.utf8.count ?? 0) - outer.utf8.count
      containers.append(
        Container(
          end: block.subtreeEnd, indent: outer + String(repeating: " ", count: width),
          isTight: containers[last].isTight))
    }

    private mutating func flushMark() {
      if mark != nil { add("") }
    }

    private mutating func add(_ text: String) {
      output.line((mark ?? indent) + text)
      mark = nil
    }

    /// Code stands between `pre` tags with every mark of Markdown, HTML and Liquid as a reference, since Jekyll would run
    /// Liquid in a fenced block.
    private mutating func addCode(_ index: Int) {
      output.line(indent)
      add("<pre><code>" + MarkdownReferences.code(document.literal(of: index)) + "</code></pre>")
      output.line(indent)
    }

    private mutating func addTable(_ table: Int) {
      flushMark()
      output.line(indent)
      for row in document.children(of: table) {
        let cells = document.children(of: row).map { text(of: $0) }
        output.line(indent + "| " + cells.joined(separator: " | ") + " |")
        if document.blocks[row].isHeader {
          output.line(indent + "|" + String(repeating: " --- |", count: max(1, cells.count)))
        }
      }
      output.line(indent)
    }

    /// A footnote's label, from letters, digits and hyphens alone.
    private func label(_ written: String) -> String { labelPrefix + slug(of: written) }

    // MARK: Inlines

    private func text(of leaf: Int) -> String {
      let tree = document.inlines(of: leaf)
      var text = ""
      var open: [(end: Int, close: String)] = []
      for (index, node) in tree.nodes.enumerated() {
        while let last = open.last, last.end <= index { text += open.removeLast().close }
        switch node.kind {
        case .text, .liquid: text += MarkdownListing.escapedPart(tree.text(of: index))
        case .rawHTML:
          let raw = tree.text(of: index)
          if !raw.hasPrefix("<!--") { text += MarkdownListing.escapedPart(raw) }
        case .softBreak, .hardBreak: text += " "
        case .code: text += "<code>" + MarkdownReferences.code(tree.text(of: index)) + "</code>"
        case .emphasis: text += MarkdownReferences.open("*", until: node.subtreeEnd, &open)
        case .strong: text += MarkdownReferences.open("**", until: node.subtreeEnd, &open)
        case .strikethrough: text += MarkdownReferences.open("~~", until: node.subtreeEnd, &open)
        case .link:
          guard let address = WebLink.address(tree.destination(of: index)) else { continue }
          text += "["
          open.append((node.subtreeEnd, "](\(address))"))
        case .autolink:
          let label = MarkdownListing.escapedPart(tree.text(of: index))
          text += WebLink.address(tree.destination(of: index)).map { "[\(label)](\($0))" } ?? label
        case .footnoteReference: text += "[^\(label(tree.footnoteLabel(of: index) ?? ""))]"
        case .image: break
        }
      }
      while let last = open.popLast() { text += last.close }
      return text
    }
  }
}

/// Text between tags inside Markdown, where neither Markdown nor Liquid may find a mark.
enum MarkdownReferences {
  /// Code with its marks as character references; a line feed becomes one too, so that no blank line ends the element.
  static func code(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x80: result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func open(_ mark: String, until end: Int, _ open: inout [(end: Int, close: String)]) -> String {
    open.append((end, mark))
    return mark
  }
}
