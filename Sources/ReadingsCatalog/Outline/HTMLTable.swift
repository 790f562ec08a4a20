internal import Markdown
internal import SourceText

/// Reads a table that is written in HTML as headings and tables of an ``Outline``: a row of `<th>` begins a table, a
/// row of one cell with `<h3>` or the like is a heading.
struct HTMLTable {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var nodes: [OutlineNode] = []
  /// Rows of the table that is being read, the header first, with where it begins.
  private var rows: [[TextLine]] = []
  private var cells: [TextLine] = []
  private var segments: [TextLine.Segment] = []
  private var text: [UInt8] = []
  private var linkTarget: ByteText?
  private var cellStart: Int?
  private var isHeaderRow = false
  private var headingLevel: Int?

  /// What stands in the table that begins at an offset of the file, nothing where Liquid makes its rows; nil when no
  /// table and no row ends behind the offset.
  static func read(_ file: SourceFile, from start: Int) -> (nodes: [OutlineNode], end: Int)? {
    let rest = ByteText(file.bytes, in: start..<file.bytes.count)
    guard let close = rest.firstRange(ofLowercase: "</table") ?? lastRow(of: rest) else { return nil }
    let content = rest[..<close.lowerBound]
    guard !content.contains("{%"), !content.contains("{{") else { return ([], close.upperBound) }
    var table = HTMLTable(file.bytes, end: close.lowerBound)
    table.readTags(from: start)
    return (table.nodes, close.upperBound)
  }

  /// The end of the last row: browsers close a table that its author left open.
  private static func lastRow(of text: ByteText) -> Range<Int>? {
    let mark: StaticString = "</tr"
    var index = text.endIndex - mark.utf8CodeUnitCount
    while index >= text.startIndex {
      if text[index...].hasPrefix(lowercase: mark) { return index..<(index + mark.utf8CodeUnitCount) }
      index -= 1
    }
    return nil
  }

  private init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  private mutating func readTags(from start: Int) {
    /// No tag of a table is longer.
    let longestTag = 4096
    var index = start
    while index < end {
      if bytes[index] == UInt8(ascii: "<"),
        let tag = RawTag(bytes, at: index, limit: min(end, index + longestTag))
      {
        read(tag, at: index)
        index = tag.end
      } else {
        if cellStart != nil { text.append(bytes[index]) }
        index += 1
      }
    }
    closeRow(at: end)
    closeTable(at: end)
  }

  private mutating func read(_ tag: RawTag, at offset: Int) {
    switch tag.name {
    case "tr":
      closeRow(at: offset)
    case "td", "th":
      closeCell(at: offset)
      if !tag.isClosing {
        cellStart = tag.end
        if tag.name == "th" { isHeaderRow = true }
      }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      if !tag.isClosing, cellStart != nil {
        headingLevel = tag.name.utf8.last.map { Int($0) - Int(UInt8(ascii: "0")) }
      }
    case "a":
      closeText()
      let target = tag.attributes.first { $0.name == "href" }?.value
      linkTarget = tag.isClosing ? nil : target.map { ByteText(TextDecoder.decodingReferences($0)).trimmed }
    case "br", "p", "li", "div":
      text.append(0x20)
    default: break
    }
  }

  private mutating func closeText() {
    let piece = ByteText(TextDecoder.decodingReferences(text))
    text = []
    if let target = linkTarget {
      segments.append(.link(TextLine.Link(label: piece.collapsingWhitespace, url: target)))
    } else if !piece.isEmpty {
      segments.append(.text(piece, isStrong: false))
    }
  }

  private mutating func closeCell(at offset: Int) {
    guard let start = cellStart else { return }
    closeText()
    cells.append(TextLine(segments: segments, span: SourceSpan(start, max(start, offset))))
    segments = []
    linkTarget = nil
    cellStart = nil
  }

  private mutating func closeRow(at offset: Int) {
    closeCell(at: offset)
    defer { (cells, isHeaderRow, headingLevel) = ([], false, nil) }
    guard let first = cells.first, let last = cells.last else { return }
    if isHeaderRow {
      closeTable(at: offset)
      rows = [cells]
    } else if let headingLevel, cells.count == 1 {
      closeTable(at: offset)
      let span = SourceSpan(first.span.lowerBound, last.span.upperBound)
      nodes.append(OutlineNode(kind: .heading(headingLevel), lines: [first], span: span))
    } else if !rows.isEmpty {
      rows.append(cells)
    }
  }

  private mutating func closeTable(at offset: Int) {
    defer { rows = [] }
    guard let header = rows.first, rows.count > 1, let start = header.first?.span.lowerBound else { return }
    let content = TableContent(header: header, rows: Array(rows.dropFirst()))
    nodes.append(
      OutlineNode(kind: .table(content), lines: [], span: SourceSpan(start, max(start, offset))))
  }
}
