package import ReadingsCatalog
internal import ReadingsQuery

/// An index page as plain text, in the layout in which a page of the seminar's own site is copied out of a browser: the
/// group's name, the table, the posts in detail below `[n]: title`, then their names.
package enum IndexText {
  /// - Parameter contents: finds what a post says, for pages with full details.
  package static func page(_ page: IndexPage, contents: (Session) -> PostContents?) -> [UInt8] {
    var lines = TextLines()
    if page.groups.count != 1 { lines.add(page.title, blankAfter: 2) }
    for group in page.groups {
      lines.add(group.name, blankAfter: page.groups.count == 1 ? 2 : 1)
      if page.groups.count == 1 { lines.add("\(page.title) (Index of Posts):", blankAfter: 1) }
      write(group.table, to: &lines)
      lines.addBlank(2)
      if page.options.detail != .none {
        lines.add("Here is a detailed list of posts!", blankAfter: 3)
        for (index, entry) in group.entries.enumerated() {
          lines.add("[\(index + 1)]: \(entry.title)", blankAfter: 2)
          if !entry.tags.isEmpty { lines.add(entry.tags.joined(separator: " "), blankAfter: 1) }
          write(entry, page.options.detail, contents, to: &lines)
          lines.addBlank(1)
        }
        lines.addBlank(2)
      }
      lines.add("Here is a name list of posts!", blankAfter: 1)
      for entry in group.entries { lines.add("  • " + entry.title) }
      lines.addBlank(2)
    }
    lines.removeBlankEnd()
    return lines.bytes
  }

  private static func write(_ table: IndexTable, to lines: inout TextLines) {
    lines.add(table.columns.joined(separator: " "))
    for row in table.rows {
      switch row {
      case .weAreHere: lines.add("-- \(IndexTable.weAreHere) --")
      case .cells(let cells):
        lines.add(cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " "))
      }
    }
  }

  private static func write(
    _ entry: IndexPage.Entry, _ detail: IndexPage.Detail, _ contents: (Session) -> PostContents?,
    to lines: inout TextLines
  ) {
    if detail == .full, let session = entry.session, let contents = contents(session) {
      ContentsText.write(contents, to: &lines)
      return
    }
    if entry.session == nil {
      for occasion in entry.occasions { lines.add("  • " + occasion.joined(separator: " ")) }
      lines.addBlank(1)
      if let reading = entry.readings.first { writeFacts(of: reading.reading, detail, to: &lines) }
      return
    }
    for run in entry.sections {
      if let section = run.section { lines.add(section + ":", blankAfter: 1) }
      for reading in run.readings {
        lines.add(reading.title, blankAfter: 1)
        writeFacts(of: reading, detail, to: &lines)
      }
    }
  }

  private static func writeFacts(of reading: Reading, _ detail: IndexPage.Detail, to lines: inout TextLines) {
    var facts: [String] = []
    if !reading.authors.isEmpty { facts.append(reading.authors.joined(separator: ", ")) }
    facts += [reading.venue, reading.yearOfPublication.map { String($0) }].compactMap { $0 }
    facts += reading.urls
    let tags = reading.tags.map(\.spelling)
    if !tags.isEmpty { facts.append("Tags: " + tags.joined(separator: ", ")) }
    if detail == .full, let abstract = reading.abstract { facts.append(abstract) }
    for fact in facts { lines.add("  • " + fact) }
    if !facts.isEmpty { lines.addBlank(1) }
  }
}

/// Lines of text as they are added: on one line each, controls made visible, with runs of blank lines kept as asked for.
struct TextLines: Sendable {
  private(set) var bytes: [UInt8] = []
  private var blankCount = 0
  private var hasLines = false

  /// Adds a line, spaces and line ends in it as single spaces after its indentation.
  mutating func add(_ text: String, blankAfter count: Int = 0) {
    if hasLines { bytes += repeatElement(0x0A, count: blankCount) }
    let indent = text.utf8.prefix { $0 == 0x20 }.count
    bytes += repeatElement(0x20, count: indent)
    bytes += VisibleText.make(OneLine.of(text)).utf8
    bytes.append(0x0A)
    blankCount = count
    hasLines = true
  }

  /// Adds a line as it is, but for controls.
  mutating func addLiteral(_ text: String) {
    if hasLines { bytes += repeatElement(0x0A, count: blankCount) }
    bytes += VisibleText.make(text).utf8
    bytes.append(0x0A)
    blankCount = 0
    hasLines = true
  }

  /// Asks for at least `count` blank lines before what follows.
  mutating func needBlank(_ count: Int) { blankCount = max(blankCount, count) }
  /// Asks for `count` more blank lines before what follows.
  mutating func addBlank(_ count: Int) { blankCount += count }
  mutating func removeBlankEnd() { blankCount = 0 }
}
