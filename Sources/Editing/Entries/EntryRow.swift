internal import ReadingsCatalog
internal import SourceText

/// An entry as a row of a table, with a footnote for what its columns have no place for.
struct EntryRow {
  /// What a column holds, in the order in which a header is asked for it.
  private enum Column: CaseIterable {
    case link, slides, title, abstract, authors, venue, date

    var words: [String] {
      switch self {
      case .link: ["url", "urls", "pdf", "arxiv", "doi", "link", "links"]
      case .slides: ["slide", "slides", "deck"]
      case .title:
        ["paper", "papers", "title", "titles", "article", "articles", "name", "reading", "readings"]
      case .abstract: ["abstract", "summary", "description"]
      case .authors: ["author", "authors"]
      case .venue: ["venue", "conference", "journal"]
      case .date: ["date", "year"]
      }
    }
  }

  private let text: EntryText
  private let source: SourceLines
  private let columns: [Column?]
  private let hasOuterPipes: Bool

  /// - Parameter row: the start of a row of the table; nil when no header stands above it.
  init?(_ text: EntryText, below row: Int, in source: SourceLines) {
    self.text = text
    self.source = source
    let cells = EntryRow.cells(source, row)
    guard let header = EntryRow.header(above: row, in: source) else { return nil }
    var columns = header.map(EntryRow.column)
    // Of two columns with the same name the first one is meant.
    for index in columns.indices where columns[..<index].contains(columns[index]) { columns[index] = nil }
    guard cells.count <= columns.count, columns.contains(.title) else { return nil }
    self.columns = columns
    hasOuterPipes = source.bytes[source.skippingSpaces(row)] == UInt8(ascii: "|")
  }

  private var entry: NewEntry { text.entry }

  private func inCell(_ cell: String) -> String {
    let written = text.escapes ? MarkdownEscape.escaped(cell) : cell
    return text.escapes
      ? written : written.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  /// The row; `footnote` is the number of the note that belongs to it.
  func line(footnote: Int?) -> String {
    let hasLinkColumn = columns.contains(.link)
    let cells = columns.map { column -> String in
      switch column {
      case .title:
        let title = inCell(entry.title)
        let link = hasLinkColumn ? nil : entry.links.first
        return (link.map { "[\(title)](\(MarkdownEscape.target($0)))" } ?? title)
          + (footnote.map { " [^\($0)]" } ?? "")
      case .link: return entry.links.joined(separator: " ")
      case .authors: return entry.authors.map(inCell).joined(separator: ", ")
      case .venue: return entry.venue.map(inCell) ?? ""
      case .date: return (entry.submitted?.year ?? entry.year).map { "\($0)" } ?? ""
      case .abstract: return entry.abstract.map(inCell) ?? ""
      case .slides, nil: return ""
      }
    }
    let row = cells.map { $0.isEmpty ? " " : " \($0) " }.joined(separator: "|")
    return hasOuterPipes ? "|\(row)|" : row
  }

  /// The note with what no column holds; nil when there is nothing.
  func note(_ number: Int) -> String? {
    func escaped(_ value: String) -> String { text.escapes ? MarkdownEscape.escaped(value) : value }
    var parts = [
      escaped(entry.title) + (entry.venue.map { columns.contains(.venue) ? "" : ", " + escaped($0) } ?? "")
    ]
    if !columns.contains(.authors), !entry.authors.isEmpty {
      parts.append(entry.authors.map(escaped).joined(separator: ", "))
    }
    if let submitted = entry.submitted { parts.append("(Submitted on \(EntryText.written(submitted)))") }
    if !columns.contains(.abstract), let abstract = entry.abstract { parts.append(escaped(abstract)) }
    return parts.count == 1 ? nil : "[^\(number)]: " + parts.joined(separator: " / ")
  }

  /// The highest number of a footnote in the file, and where the last note ends; nil when it has none.
  static func lastNote(in source: SourceLines) -> (number: Int, end: Int)? {
    var found: (number: Int, end: Int)?
    var start = 0
    while start < source.bytes.count {
      let line = source.string(start, source.end(start))
      if line.hasPrefix("[^"), let close = line.firstRange(of: "]:"),
        let number = Int(line[line.index(line.startIndex, offsetBy: 2)..<close.lowerBound])
      {
        // Its lines reach to the next empty one.
        var last = start
        while true {
          let next = source.next(last)
          if next == last || next >= source.bytes.count || source.isBlank(next, source.end(next)) { break }
          if source.string(next, source.end(next)).hasPrefix("[^") { break }
          last = next
        }
        found = (max(number, found?.number ?? 0), source.end(last))
      }
      let next = source.next(start)
      if next == start { break }
      start = next
    }
    return found
  }

  // MARK: The table

  private static func header(above row: Int, in source: SourceLines) -> [String]? {
    var start = row
    while let above = source.lineStart(before: start) {
      start = above
      let line = source.string(start, source.end(start))
      guard line.contains("|") else { return nil }
      if line.contains("-"), line.allSatisfy({ "|-: \t".contains($0) }) {
        return source.lineStart(before: start).map { cells(source, $0) }
      }
    }
    return nil
  }

  private static func column(_ header: String) -> Column? {
    let words = header.lowercased().split { !$0.isLetter }.map(String.init)
    return Column.allCases.first { column in words.contains { column.words.contains($0) } }
  }

  /// The cells of the row that starts at an offset.
  private static func cells(_ source: SourceLines, _ start: Int) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in source.string(start, source.end(start)) {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        cell.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    cells.append(cell)
    // The pipes at both ends enclose nothing.
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.count > 1, cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells
  }
}
