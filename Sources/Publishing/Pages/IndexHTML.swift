internal import Markdown
package import ReadingsCatalog
internal import ReadingsQuery

/// An index page as one HTML file that needs no other.
package enum IndexHTML {
  /// - Parameter contents: finds what a post says, for pages with full details.
  package static func page(_ page: IndexPage, contents: (Session) -> PostContents?) -> [UInt8] {
    var output = MarkupBuffer()
    output.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    output.text(page.title)
    output.markup(
      """
      </title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      base-uri 'none'; form-action 'none'">
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.55 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; \
      overflow-wrap: break-word; }
      table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem; }
      th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; \
      border-bottom: 1px solid #8886; }
      h2 { margin-top: 3rem; }
      .tags, .facts { opacity: .8; }
      .here { font-weight: bold; }
      pre { overflow-x: auto; }
      </style>
      </head>
      <body>
      <main>
      <h1>
      """)
    output.text(page.title)
    output.markup("</h1>\n")
    for (number, group) in page.groups.enumerated() {
      write(group, "g\(number + 1)-", page.options.detail, contents, to: &output)
    }
    output.markup("</main>\n</body>\n</html>\n")
    return output.bytes
  }

  private static func write(
    _ group: IndexPage.Group, _ prefix: String, _ detail: IndexPage.Detail,
    _ contents: (Session) -> PostContents?, to output: inout MarkupBuffer
  ) {
    output.markup("<section>\n<h2>")
    output.text(group.name)
    output.markup("</h2>\n")
    write(group.table, anchors: detail == .none ? nil : prefix, to: &output)
    if detail != .none {
      for (index, entry) in group.entries.enumerated() {
        output.markup("<article")
        output.attribute("id", "\(prefix)\(index + 1)")
        output.markup(">\n<h3>[")
        output.number(index + 1)
        output.markup("]: ")
        output.text(entry.title)
        output.markup("</h3>\n")
        if !entry.tags.isEmpty {
          output.markup("<p class=\"tags\">")
          output.text(entry.tags.joined(separator: ", "))
          output.markup("</p>\n")
        }
        write(entry, detail, contents, to: &output)
        output.markup("</article>\n")
      }
    }
    output.markup("</section>\n")
  }

  private static func write(_ table: IndexTable, anchors: String?, to output: inout MarkupBuffer) {
    output.markup("<table>\n<thead><tr>")
    for column in table.columns {
      output.markup("<th scope=\"col\">")
      output.text(column)
      output.markup("</th>")
    }
    output.markup("</tr></thead>\n<tbody>\n")
    for row in table.rows {
      output.markup("<tr>")
      switch row {
      case .weAreHere:
        output.markup("<td class=\"here\"")
        output.attribute("colspan", String(table.columns.count))
        output.markup(">")
        output.text(IndexTable.weAreHere)
        output.markup("</td>")
      case .cells(let cells):
        for cell in cells {
          output.markup("<td>")
          write(cell, anchors, to: &output)
          output.markup("</td>")
        }
      }
      output.markup("</tr>\n")
    }
    output.markup("</tbody>\n</table>\n")
  }

  private static func write(_ cell: IndexTable.Cell, _ anchors: String?, to output: inout MarkupBuffer) {
    let target: String? =
      switch cell.target {
      case .entry(let number): anchors.map { "#\($0)\(number)" }
      case .web(let address): address
      case nil: nil
      }
    output.link(to: target, cell.text)
  }

  private static func write(
    _ entry: IndexPage.Entry, _ detail: IndexPage.Detail, _ contents: (Session) -> PostContents?,
    to output: inout MarkupBuffer
  ) {
    if detail == .full, let session = entry.session, let contents = contents(session) {
      write(contents, to: &output)
      return
    }
    if entry.session == nil {
      output.markup("<ul>\n")
      for occasion in entry.occasions {
        output.markup("<li>")
        output.text(occasion.joined(separator: " · "))
        output.markup("</li>\n")
      }
      output.markup("</ul>\n")
      if let reading = entry.readings.first { write([reading.reading], detail, to: &output) }
      return
    }
    for run in entry.sections {
      if let section = run.section {
        output.markup("<h4>")
        output.text(section)
        output.markup("</h4>\n")
      }
      write(Array(run.readings), detail, to: &output)
    }
  }

  private static func write(_ readings: [Reading], _ detail: IndexPage.Detail, to output: inout MarkupBuffer)
  {
    guard !readings.isEmpty else { return }
    output.markup("<ul>\n")
    for reading in readings {
      let links = reading.urls.compactMap { WebLink.address($0) }
      output.markup("<li>")
      output.link(to: links.first, reading.title)
      let facts =
        [reading.authors.joined(separator: ", "), reading.venue ?? ""]
        + [reading.yearOfPublication.map { String($0) } ?? ""]
      let text = facts.filter { !$0.isEmpty }.joined(separator: ". ")
      if !text.isEmpty {
        output.markup("<br>\n<span class=\"facts\">")
        output.text(text)
        output.markup("</span>")
      }
      for link in links.dropFirst() {
        output.markup(" · ")
        output.link(to: link, WebLink.host(of: link))
      }
      if !reading.tags.isEmpty {
        output.markup("\n<p class=\"tags\">")
        output.text(reading.tags.map(\.spelling).joined(separator: ", "))
        output.markup("</p>")
      }
      if detail == .full, let abstract = reading.abstract {
        output.markup("\n<p>")
        output.text(abstract)
        output.markup("</p>")
      }
      output.markup("</li>\n")
    }
    output.markup("</ul>\n")
  }

  private static func write(_ contents: PostContents, to output: inout MarkupBuffer) {
    if contents.isMarkdown {
      let document = Document(parsing: contents.source, in: contents.range, syntax: .post)
      output.markup("<div>\n")
      output.escaped(HTMLRenderer().render(document))
      output.markup("</div>\n")
    } else {
      output.markup("<pre>")
      output.text(String(decoding: contents.source[contents.range], as: UTF8.self))
      output.markup("</pre>\n")
    }
  }
}

extension MarkupBuffer {
  /// Adds text, as a link where there is a target.
  mutating func link(to target: String?, _ text: String) {
    if let target {
      markup("<a")
      attribute("href", target)
      markup(">")
    }
    self.text(text)
    if target != nil { markup("</a>") }
  }
}
