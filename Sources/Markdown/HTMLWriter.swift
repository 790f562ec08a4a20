import SourceText

/// One rendering of one document; walks the arena with an explicit stack.
struct HTMLWriter {
  let document: Document
  let isUnsafe: Bool
  var reader: InlineText
  var parser: InlineParser
  var output: [UInt8] = []
  var footnotes = FootnoteNumbers()
  /// The paragraph that gets the links back from a footnote, and that footnote's number.
  var backReferenceBlock = -1
  var backReferenceNumber = 0
  /// The table that is being written.
  var table = 0
  /// Names of allowed raw tags that are open in the current leaf.
  var openTags: [String] = []

  init(_ document: Document, isUnsafe: Bool) {
    self.document = document
    self.isUnsafe = isUnsafe
    reader = InlineText(bytes: document.source, lines: document.tables.lines)
    parser = InlineParser(document)
    output.reserveCapacity(document.source.count + document.source.count / 4)
  }

  mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  mutating func write(_ text: String) {
    output += text.utf8
  }

  /// Starts a new line, unless at the start of one.
  mutating func breakLine() {
    if let last = output.last, last != 0x0A { output.append(0x0A) }
  }

  mutating func writeBlocks(_ range: Range<Int>) {
    var open: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, document.blocks[last].subtreeEnd <= index { leave(open.removeLast()) }
      let block = document.blocks[index]
      if block.kind == .footnoteDefinition {
        index = block.subtreeEnd
        continue
      }
      let parent = open.last ?? -1
      enter(index, block, parent: parent)
      if block.kind.hasInlines || block.kind == .codeBlock || block.kind == .htmlBlock {
        index = block.subtreeEnd
        continue
      }
      open.append(index)
      index += 1
    }
    while let last = open.popLast() { leave(last) }
  }

  private mutating func enter(_ index: Int, _ block: Block, parent: Int) {
    switch block.kind {
    case .document, .footnoteDefinition, .linkReferenceDefinition: break
    case .blockQuote:
      breakLine()
      write("<blockquote>\n")
    case .list: enterList(block)
    case .listItem: enterItem(block)
    case .heading: writeHeading(index, block)
    case .paragraph: writeParagraph(index, parent: parent)
    case .codeBlock: writeCode(index)
    case .htmlBlock: writeHTMLBlock(index)
    case .thematicBreak:
      breakLine()
      write("<hr />\n")
    case .table:
      table = index
      breakLine()
      write("<table>\n")
    case .tableRow: enterRow(block)
    case .tableCell: writeCell(index, block)
    }
  }

  private mutating func leave(_ index: Int) {
    let block = document.blocks[index]
    switch block.kind {
    case .blockQuote:
      breakLine()
      write("</blockquote>\n")
    case .list:
      breakLine()
      write(block.isOrdered ? "</ol>\n" : "</ul>\n")
    case .listItem: write("</li>\n")
    case .tableRow: leaveRow(index, block)
    case .table: leaveTable(index)
    default: break
    }
  }

  // MARK: Lists

  private mutating func enterList(_ block: Block) {
    breakLine()
    switch block.startNumber {
    case nil: write("<ul>\n")
    case 1: write("<ol>\n")
    case let number?: write("<ol start=\"\(number)\">\n")
    }
  }

  private mutating func enterItem(_ block: Block) {
    breakLine()
    write("<li>")
    switch block.taskState {
    case .none: break
    case .unchecked: write("<input type=\"checkbox\" disabled=\"\" /> ")
    case .checked: write("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
    }
  }

  // MARK: Leaves

  private mutating func writeHeading(_ index: Int, _ block: Block) {
    breakLine()
    write("<h\(block.level)>")
    writeInlines(of: index)
    write("</h\(block.level)>\n")
  }

  private mutating func writeParagraph(_ index: Int, parent: Int) {
    // An item shares the looseness of its list.
    if parent >= 0, document.blocks[parent].kind == .listItem, document.blocks[parent].isTight {
      writeInlines(of: index)
      return
    }
    breakLine()
    write("<p>")
    writeInlines(of: index)
    if index == backReferenceBlock {
      output.append(0x20)
      writeBackReferences(to: backReferenceNumber)
    }
    write("</p>\n")
  }

  private mutating func writeCode(_ index: Int) {
    breakLine()
    write("<pre><code")
    if let info = document.infoSpan(of: index) {
      var decoded: [UInt8] = []
      TextDecoder.append(document.source, from: info.lowerBound, to: info.upperBound, to: &decoded)
      write(decoded.starts(with: "language-".utf8) ? " class=\"" : " class=\"language-")
      HTMLEscaping.append(decoded.prefix { !$0.isWhitespace }, to: &output)
      write("\"")
    }
    write(">")
    var literal: [UInt8] = []
    document.appendLiteral(of: index, to: &literal)
    HTMLEscaping.append(literal, to: &output)
    write("</code></pre>\n")
  }

  private mutating func writeHTMLBlock(_ index: Int) {
    breakLine()
    var literal: [UInt8] = []
    document.appendLiteral(of: index, to: &literal)
    if isUnsafe { output += literal } else { writeSanitized(literal) }
    closeTags()
    breakLine()
  }

  // MARK: Tables

  private mutating func enterRow(_ block: Block) {
    if block.isHeader { write("<thead>\n") }
    write("<tr>\n")
  }

  private mutating func leaveRow(_ index: Int, _ row: Block) {
    let cells = row.subtreeEnd - index - 1
    for column in cells..<max(cells, document.blocks[table].columnCount) {
      let alignment = document.tables.alignments[document.blocks[table].first + column]
      writeCellStart(isHeader: row.isHeader, alignment)
      write(row.isHeader ? "</th>\n" : "</td>\n")
    }
    write("</tr>\n")
    if row.isHeader { write("</thead>\n") }
    if row.isHeader, row.subtreeEnd < document.blocks[table].subtreeEnd { write("<tbody>\n") }
  }

  private mutating func leaveTable(_ index: Int) {
    let header = document.blocks[index + 1]
    if header.subtreeEnd < document.blocks[index].subtreeEnd { write("</tbody>\n") }
    write("</table>\n")
  }

  private mutating func writeCellStart(isHeader: Bool, _ alignment: ColumnAlignment) {
    write(isHeader ? "<th" : "<td")
    switch alignment {
    case .none: write(">")
    case .left: write(" align=\"left\">")
    case .center: write(" align=\"center\">")
    case .right: write(" align=\"right\">")
    }
  }

  private mutating func writeCell(_ index: Int, _ block: Block) {
    writeCellStart(isHeader: block.isHeader, block.alignment)
    writeInlines(of: index)
    write(block.isHeader ? "</th>\n" : "</td>\n")
  }
}
