internal import Markdown
internal import SourceText

/// Turns a Markdown tree into an ``Outline``.
struct MarkdownOutline {
  private let document: Document
  private var inlines: InlineReader
  private let file: SourceFile
  private var outline = Outline()
  private let code: CodeShortcodes
  /// Up to where tables in HTML have been looked for, so that no part is searched twice.
  private var searchedTables = 0

  static func read(_ file: SourceFile, body: SourceSpan) -> Outline {
    let document = Document(parsing: file.bytes, in: body.range, syntax: .post)
    var reader = MarkdownOutline(document: document, file: file, body: body)
    reader.readBlocks()
    return reader.outline
  }

  private init(document: Document, file: SourceFile, body: SourceSpan) {
    self.document = document
    inlines = InlineReader(document)
    self.file = file
    code = CodeShortcodes(ByteText(file.bytes, in: body.range))
  }

  private mutating func readBlocks() {
    var index = 1
    // The lists that enclose the block at `index`.
    var lists: [(end: Int, nextNumber: Int?)] = []
    var footnoteEnd = 0
    var pendingItem: (depth: Int, number: Int?, span: SourceSpan)?
    var htmlEnd = 0
    while index < document.blocks.count {
      let block = document.blocks[index]
      // The rows of an HTML table are read with its beginning.
      let isCode = block.kind.hasInlines && code.contains(block.span.lowerBound)
      if isCode || block.span.lowerBound < htmlEnd {
        index += 1
        continue
      }
      while let list = lists.last, list.end <= index { lists.removeLast() }
      if index < footnoteEnd {
        if block.kind == .paragraph {
          outline.footnotes[outline.footnotes.count - 1].lines += textLines(index)
        }
        index += 1
        continue
      }
      // Below the mark only footnotes belong to the readings.
      if outline.excerptOffset != nil, block.kind != .footnoteDefinition {
        index += 1
        continue
      }
      switch block.kind {
      case .list: lists.append((block.subtreeEnd, block.startNumber))
      case .listItem:
        let number = lists.last?.nextNumber
        if number != nil { lists[lists.count - 1].nextNumber = number.map { $0 &+ 1 } }
        if let waiting = pendingItem, waiting.depth == lists.count - 2 {
          // `+ 1. Title`: two marks on one line make one item.
          pendingItem = (waiting.depth, number, waiting.span)
        } else {
          flush(&pendingItem)
          pendingItem = (max(0, lists.count - 1), number, block.span)
        }
      case .footnoteDefinition:
        footnoteEnd = block.subtreeEnd
        let label = block.labelSpan.map { ByteText(file.bytes, in: $0.range).lowercased }
        outline.footnotes.append(Outline.Footnote(label: label ?? ByteText()))
      case .paragraph:
        readParagraph(index, depth: lists.isEmpty ? nil : lists.count - 1, &pendingItem)
      case .heading:
        flush(&pendingItem)
        outline.nodes.append(
          OutlineNode(kind: .heading(block.level), lines: textLines(index), span: block.span))
      case .table:
        flush(&pendingItem)
        outline.nodes.append(OutlineNode(kind: .table(table(index)), lines: [], span: block.span))
        index = block.subtreeEnd
        continue
      case .thematicBreak:
        flush(&pendingItem)
        outline.nodes.append(OutlineNode(kind: .rule, lines: [], span: block.span))
      case .htmlBlock: htmlEnd = readHTML(index)
      default: break
      }
      index += 1
    }
    flush(&pendingItem)
    joinLooseRows()
  }

  /// Paragraphs of lines between pipes are rows, as Jekyll's kramdown reads them, though blank lines part them and no
  /// delimiter row says so; the first is the header.
  private mutating func joinLooseRows() {
    guard outline.nodes.contains(where: \.isLooseRow) else { return }
    var joined: [OutlineNode] = []
    var rows: [[TextLine]] = []
    var start: SourceSpan?
    func close() {
      guard let span = start, let header = rows.first else { return }
      joined.append(
        OutlineNode(
          kind: .table(TableContent(header: header, rows: Array(rows.dropFirst()))), lines: [], span: span))
      (rows, start) = ([], nil)
    }
    for node in outline.nodes {
      if node.isLooseRow {
        start = start ?? node.span
        rows += node.lines.map(\.cells)
      } else {
        close()
        joined.append(node)
      }
    }
    close()
    outline.nodes = joined
  }

  /// Adds an item that has no paragraph of its own.
  private mutating func flush(_ item: inout (depth: Int, number: Int?, span: SourceSpan)?) {
    if let waiting = item {
      outline.nodes.append(
        OutlineNode(kind: .item(depth: waiting.depth, number: waiting.number), lines: [], span: waiting.span))
    }
    item = nil
  }

  private mutating func readParagraph(
    _ index: Int, depth: Int?, _ item: inout (depth: Int, number: Int?, span: SourceSpan)?
  ) {
    let span = document.blocks[index].span
    let lines = textLines(index)
    if let waiting = item {
      outline.nodes.append(
        OutlineNode(kind: .item(depth: waiting.depth, number: waiting.number), lines: lines, span: span))
      item = nil
    } else if let first = lines.first, depth == nil, let pseudo = TextLine.bulletWithoutSpace(first) {
      // `+[Submitted on ...]`: a bullet whose author forgot the space.
      outline.nodes.append(
        OutlineNode(kind: .item(depth: 0, number: nil), lines: [pseudo] + lines.dropFirst(), span: span))
    } else {
      outline.nodes.append(OutlineNode(kind: .paragraph(depth: depth), lines: lines, span: span))
    }
  }

  /// `<!--excerpt.start-->` and kin mark where the write-up begins; a table is read with all its rows. Returns the
  /// end of the table, or 0.
  private mutating func readHTML(_ index: Int) -> Int {
    guard outline.excerptOffset == nil else { return 0 }
    let span = document.blocks[index].span
    let html = ByteText(file.bytes, in: span.range)
    let marks: [StaticString] = ["<!--excerpt", "<!-- excerpt", "<!--more-->", "<!-- more -->"]
    if marks.contains(where: html.contains) { outline.excerptOffset = span.lowerBound }
    guard let start = html.firstRange(ofLowercase: "<table")?.lowerBound, start >= searchedTables else {
      return 0
    }
    guard let table = HTMLTable.read(file, from: start) else {
      searchedTables = .max
      return 0
    }
    searchedTables = table.end
    guard table.nodes.contains(where: \.isLinkedReadingTable) else { return 0 }
    outline.nodes += table.nodes
    return table.end
  }

  private mutating func table(_ index: Int) -> TableContent {
    var table = TableContent(header: [], rows: [])
    for (place, row) in document.children(of: index).enumerated() {
      let cells = document.children(of: row).map { cell in
        textLines(cell).first ?? TextLine(span: document.blocks[cell].span)
      }
      if place == 0 { table.header = cells } else { table.rows.append(cells) }
    }
    return table
  }

  // MARK: Inlines

  /// The lines of a leaf: its inlines cut at soft and hard breaks.
  private mutating func textLines(_ leaf: Int) -> [TextLine] {
    if let span = inlines.verbatimSpan(of: leaf) {
      let line = TextLine(ByteText(file.bytes, in: span.range), span: span)
      return line.isBlank ? [] : [line]
    }
    let tree = inlines.inlines(of: leaf)
    var lines: [TextLine] = []
    var segments: [TextLine.Segment] = []
    var start: Int?
    var end = document.blocks[leaf].span.lowerBound
    var strongEnd = 0
    // A line of nothing but linked pictures shows something; it leads to nothing to read.
    var (sawPicture, sawOthers) = (false, false)
    func close() {
      let lower = start ?? end
      let line = MarkdownOutline.line(segments, span: SourceSpan(lower, max(lower, end)))
      if !line.isBlank || line.footnote != nil, sawOthers || !sawPicture { lines.append(line) }
      segments = []
      start = nil
      (sawPicture, sawOthers) = (false, false)
    }
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      var next = index + 1
      var isVisible = true
      switch node.kind {
      case .softBreak, .hardBreak:
        close()
        isVisible = false
      case .strong:
        strongEnd = max(strongEnd, node.subtreeEnd)
        isVisible = false
      case .emphasis, .strikethrough: isVisible = false
      case .rawHTML:
        if ByteText(file.bytes, in: node.span.range).hasPrefix(lowercase: "<br") { close() }
        isVisible = false
      case .link, .autolink:
        segments.append(.link(link(index, tree)))
        next = node.subtreeEnd
        if isPicture(index, tree) { sawPicture = true } else { sawOthers = true }
      case .image: next = node.subtreeEnd
      case .footnoteReference:
        let span = node.span
        let label = ByteText(file.bytes, in: span.lowerBound + 2..<span.upperBound - 1)
        segments.append(.footnote(label))
      case .text, .code, .liquid:
        let piece = text(index, tree)
        segments.append(.text(piece, isStrong: index < strongEnd))
        sawOthers = sawOthers || piece.hasWords(1)
      }
      if isVisible {
        start = start ?? node.span.lowerBound
        end = node.span.upperBound
      }
      index = next
    }
    close()
    return lines
  }

  private static func line(_ segments: [TextLine.Segment], span: SourceSpan) -> TextLine {
    let line = TextLine(segments: segments, span: span)
    // An address in square brackets that lead nowhere is meant as a link.
    return !line.hasLinks && line.text.contains("[http") ? TextLine(plain: line.text, span: span) : line
  }

  /// Whether the content of a link is an image.
  private func isPicture(_ index: Int, _ tree: InlineTree) -> Bool {
    let end = tree.nodes[index].subtreeEnd
    return end > index + 1 && tree.nodes[index + 1].kind == .image && tree.nodes[index + 1].subtreeEnd == end
  }

  /// The text of a node; a piece of the file where nothing in it has to be decoded.
  private func text(_ index: Int, _ tree: InlineTree) -> ByteText {
    if let span = tree.verbatimSpan(of: index) { return ByteText(file.bytes, in: span.range) }
    return ByteText(tree.textBytes(of: index))
  }

  private func link(_ index: Int, _ tree: InlineTree) -> TextLine.Link {
    let node = tree.nodes[index]
    let label: ByteText
    if node.kind == .autolink || (node.subtreeEnd == index + 2 && tree.nodes[index + 1].kind == .text) {
      label = text(node.kind == .autolink ? index : index + 1, tree)
    } else {
      label = ByteText(tree.plainTextBytes(of: index))
    }
    let url: ByteText
    if let span = tree.verbatimDestinationSpan(of: index) {
      url = ByteText(file.bytes, in: span.range)
    } else {
      url = ByteText(tree.destinationBytes(of: index))
    }
    return TextLine.Link(label: label, url: url.trimming("<>"))
  }
}

extension OutlineNode {
  /// Whether the node is a table with a column of works and one of their links. HTML tables without links are
  /// rather indexes of the site's own pages.
  fileprivate var isLinkedReadingTable: Bool {
    if case .table(let table) = kind { TableShape.isReadingTable(table, withLinks: true) } else { false }
  }

  /// Whether every line of a paragraph begins and ends with a pipe.
  fileprivate var isLooseRow: Bool {
    guard case .paragraph(nil) = kind, !lines.isEmpty else { return false }
    return lines.allSatisfy { $0.text.hasPrefix("|") && $0.text.hasSuffix("|") && $0.text.count > 2 }
  }
}

extension TextLine {
  /// The pieces of a line between its pipes.
  fileprivate var cells: [TextLine] {
    var cells: [[Segment]] = [[]]
    for segment in segments {
      guard case .text(let text, let isStrong) = segment else {
        cells[cells.count - 1].append(segment)
        continue
      }
      let pieces = text.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      for (place, piece) in pieces.enumerated() {
        if place > 0 { cells.append([]) }
        if !piece.isEmpty { cells[cells.count - 1].append(.text(piece, isStrong: isStrong)) }
      }
    }
    return cells.dropFirst().dropLast().map { TextLine(segments: $0, span: span) }
  }

  /// The line without a `+` that was meant as a bullet; nil when it does not begin with one.
  fileprivate static func bulletWithoutSpace(_ line: TextLine) -> TextLine? {
    guard case .text(let text, let isStrong)? = line.segments.first, text.hasPrefix("+") else { return nil }
    return line.with([.text(text.dropFirst(), isStrong: isStrong)] + line.segments.dropFirst())
  }
}
