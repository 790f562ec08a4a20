internal import Markdown
internal import ReadingsCatalog

/// The contents of a post as plain text: headings and paragraphs between blank lines, bullets as `•`, numbers kept.
enum ContentsText {
  static func write(_ contents: PostContents, to lines: inout TextLines) {
    guard contents.isMarkdown else {
      let text = String(decoding: contents.source[contents.range], as: UTF8.self)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        let line = line.last == "\r" ? line.dropLast() : line
        if line.allSatisfy(\.isWhitespace) { lines.addBlank(1) } else { lines.addLiteral(String(line)) }
      }
      lines.needBlank(1)
      return
    }
    var writer = Writer(
      document: Document(parsing: contents.source, in: contents.range, syntax: .post), lines: lines)
    writer.write()
    lines = writer.lines
  }

  private struct Writer {
    let document: Document
    var lines: TextLines
    /// The lists that enclose the block, from the outermost in.
    private var lists: [List] = []
    /// The mark of the item whose first line is still to come.
    private var mark: String?

    private struct List {
      let end: Int
      let isTight: Bool
      var number: Int?
    }

    init(document: Document, lines: TextLines) {
      self.document = document
      self.lines = lines
    }

    mutating func write() {
      var index = 1
      while index < document.blocks.count {
        let block = document.blocks[index]
        while let list = lists.last, list.end <= index {
          flushMark()
          lists.removeLast()
          if lists.isEmpty { lines.needBlank(1) }
        }
        switch block.kind {
        case .list:
          flushMark()
          if lists.isEmpty { lines.needBlank(1) }
          lists.append(List(end: block.subtreeEnd, isTight: block.isTight, number: block.startNumber))
        case .listItem: startItem()
        case .heading:
          lines.needBlank(1)
          add(document.plainText(of: index))
          lines.needBlank(1)
        case .paragraph:
          if lists.isEmpty { lines.needBlank(1) }
          add(text(of: index))
          if lists.last.map({ !$0.isTight }) ?? true { lines.needBlank(1) }
        case .codeBlock:
          lines.needBlank(1)
          flushMark()
          for line in document.literal(of: index).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { lines.addBlank(1) } else { lines.addLiteral("    " + line) }
          }
          lines.needBlank(1)
        case .tableRow: addRow(index)
        case .table: lines.needBlank(1)
        default: break
        }
        index += 1
        if block.kind == .tableRow { index = block.subtreeEnd }
      }
      flushMark()
      lines.needBlank(1)
    }

    private mutating func startItem() {
      flushMark()
      guard let last = lists.indices.last else { return }
      if let number = lists[last].number {
        mark = "\(number). "
        lists[last].number = number &+ 1
      } else {
        mark = "• "
      }
    }

    private mutating func flushMark() {
      if mark != nil { add("") }
    }

    private mutating func add(_ text: String) {
      let indent = String(repeating: " ", count: lists.count * 2)
      lines.add(indent + (mark ?? (lists.isEmpty ? "" : "  ")) + text)
      mark = nil
    }

    private mutating func addRow(_ row: Int) {
      let cells = document.children(of: row).map { document.plainText(of: $0) }
      add(cells.filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// The text of a paragraph, the address after a link whose text does not say it.
    private func text(of leaf: Int) -> String {
      let tree = document.inlines(of: leaf)
      guard tree.nodes.contains(where: { $0.kind == .link }) else { return tree.plainText() }
      var text = ""
      var end = 0
      var index = 0
      while index < tree.nodes.count {
        let node = tree.nodes[index]
        if node.kind == .link {
          let label = tree.plainText(of: index)
          text += label
          if let address = WebLink.address(tree.destination(of: index)), label != address {
            text += " <\(address)>"
          }
          index = node.subtreeEnd
        } else {
          if node.subtreeEnd == index + 1 { text += tree.plainText(of: index) }
          index += 1
        }
        end = index
      }
      return end == 0 ? tree.plainText() : text
    }
  }
}
