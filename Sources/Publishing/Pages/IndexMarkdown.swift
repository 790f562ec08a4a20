package import ReadingsCatalog
internal import ReadingsQuery

/// An index page as Markdown that GitHub and Jekyll render alike; text from posts is escaped, for Liquid too.
package enum IndexMarkdown {
  /// - Parameters:
  ///   - hasFrontMatter: whether Jekyll's `layout`, `title` and `permalink` stand on top.
  ///   - contents: finds what a post says, for pages with full details.
  ///     Called on several threads.
  package static func page(
    _ page: IndexPage, hasFrontMatter: Bool, contents: @Sendable (Session) -> PostContents?
  ) -> [UInt8] {
    var output = MarkdownBuffer()
    if hasFrontMatter { writeFrontMatter(page, to: &output) }
    // Jekyll's layouts show the title of the front matter.
    if !hasFrontMatter { output.line("# " + MarkdownListing.escaped(page.title), blankAfter: true) }
    for (number, group) in page.groups.enumerated() {
      let prefix = "g\(number + 1)-"
      output.line("## " + MarkdownListing.escaped(group.name), blankAfter: true)
      write(group.table, anchors: page.options.detail == .none ? nil : prefix, to: &output)
      output.line("")
      guard page.options.detail != .none else { continue }
      output.add(
        InParallel.map(group.entries, pieceSize: pieceSize) { entries in
          var output = MarkdownBuffer()
          for (index, entry) in zip(entries.indices, entries) {
            write(entry, index + 1, prefix, page.options.detail, contents, to: &output)
          }
          return output
        })
    }
    return output.bytes
  }

  /// As many entries are written by one thread at a time.
  private static let pieceSize = 64

  private static func write(
    _ entry: IndexPage.Entry, _ number: Int, _ prefix: String, _ detail: IndexPage.Detail,
    _ contents: (Session) -> PostContents?, to output: inout MarkdownBuffer
  ) {
    output.line("<a name=\"\(prefix)\(number)\"></a>", blankAfter: true)
    output.line("### \\[\(number)\\]: " + MarkdownListing.escaped(entry.title), blankAfter: true)
    if !entry.tags.isEmpty {
      let tags = entry.tags.map { MarkdownListing.escaped($0) }
      output.line("Tags: " + tags.joined(separator: ", "), blankAfter: true)
    }
    write(entry, detail, contents, labelPrefix: "\(prefix)\(number)-", to: &output)
  }

  private static func writeFrontMatter(_ page: IndexPage, to output: inout MarkdownBuffer) {
    output.line("---")
    output.line("layout: page")
    output.line("title: " + quoted(page.title))
    output.line("permalink: /\(slug(of: page.title))/")
    output.line("---", blankAfter: true)
  }

  /// A YAML scalar in double quotes (YAML 1.2.2, 7.3.1).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in VisibleText.make(text) {
      if character == "\"" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return result + "\""
  }

  private static func write(_ table: IndexTable, anchors: String?, to output: inout MarkdownBuffer) {
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    output.line(row(table.columns))
    output.line(row(table.columns.map { $0 == "No." || $0 == "Year" ? "--:" : "---" }))
    for line in table.rows {
      switch line {
      case .cells(let cells): output.line(row(cells.map { cell($0, anchors) }))
      case .weAreHere:
        output.line(row(table.columns.indices.map { $0 == 2 ? "**\(IndexTable.weAreHere)**" : "" }))
      }
    }
  }

  private static func cell(_ cell: IndexTable.Cell, _ anchors: String?) -> String {
    let text = MarkdownListing.escaped(cell.text)
    switch cell.target {
    case .entry(let number): return anchors.map { "[\(text)](#\($0)\(number))" } ?? text
    case .web(let address): return "[\(text)](\(address))"
    case nil: return text
    }
  }

  private static func write(
    _ entry: IndexPage.Entry, _ detail: IndexPage.Detail, _ contents: (Session) -> PostContents?,
    labelPrefix: String, to output: inout MarkdownBuffer
  ) {
    if detail == .full, let session = entry.session, let contents = contents(session) {
      ContentsMarkdown.write(contents, labelPrefix: labelPrefix, to: &output)
      return
    }
    if entry.session == nil {
      for occasion in entry.occasions {
        output.line("- " + occasion.map { MarkdownListing.escaped($0) }.joined(separator: " · "))
      }
      output.line("")
      if let reading = entry.readings.first { write([reading.reading], detail, to: &output) }
      return
    }
    for run in entry.sections {
      if let section = run.section {
        output.line("#### " + MarkdownListing.escaped(section), blankAfter: true)
      }
      write(Array(run.readings), detail, to: &output)
    }
  }

  private static func write(
    _ readings: [Reading], _ detail: IndexPage.Detail, to output: inout MarkdownBuffer
  ) {
    for reading in readings {
      let title = MarkdownListing.escaped(reading.title)
      let links = reading.urls.compactMap { WebLink.address($0) }
      var parts = [links.first.map { "[\(title)](\($0))" } ?? title]
      if !reading.authors.isEmpty {
        parts.append(MarkdownListing.escaped(reading.authors.joined(separator: ", ")))
      }
      parts += [reading.venue, reading.yearOfPublication.map { String($0) }].compactMap { $0 }
        .map { MarkdownListing.escaped($0) }
      output.line("- " + parts.joined(separator: ". "))
      for link in links.dropFirst() {
        output.line("  - [\(MarkdownListing.escaped(WebLink.host(of: link)))](\(link))")
      }
      if !reading.tags.isEmpty {
        let tags = reading.tags.map { MarkdownListing.escaped($0.spelling) }
        output.line("  - Tags: " + tags.joined(separator: ", "))
      }
      if detail == .full, let abstract = reading.abstract {
        output.line("")
        output.line("  " + MarkdownListing.escaped(abstract), blankAfter: true)
      }
    }
    if !readings.isEmpty { output.line("") }
  }
}

/// Markdown that is being written line by line.
struct MarkdownBuffer: Sendable {
  private(set) var bytes: [UInt8] = []

  /// Adds a line with its controls made visible; an empty one is not added below another.
  mutating func line(_ text: String, blankAfter: Bool = false) {
    if text.isEmpty {
      guard bytes.last == 0x0A, bytes.count > 1, bytes[bytes.count - 2] != 0x0A else { return }
    }
    bytes += VisibleText.make(text).utf8
    bytes.append(0x0A)
    if blankAfter { bytes.append(0x0A) }
  }

  /// Adds what was written elsewhere.
  mutating func add(_ parts: [MarkdownBuffer]) {
    for part in parts { bytes += part.bytes }
  }

  /// Adds a line as it is, in a block of code.
  mutating func codeLine(_ text: String) {
    bytes += VisibleText.make(text).utf8
    bytes.append(0x0A)
  }
}
