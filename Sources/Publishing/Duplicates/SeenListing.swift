internal import ReadingsCatalog
internal import ReadingsQuery

/// The history of papers, in every form.
package enum SeenListing {
  /// Each paper with the sessions that had it, or `new`.
  package static func text(_ history: PaperHistory, width: Int) -> [StyledLine] {
    history.entries.flatMap { entry -> [StyledLine] in
      let isNew = entry.earlier.isEmpty
      let room = max(20, min(width, 120) - 6)
      var lines: [StyledLine] = []
      for (number, part) in TextLayout.wrapped(VisibleText.make(entry.title), to: room).enumerated() {
        var line = StyledLine(number == 0 ? (isNew ? "new   " : "seen  ") : "      ", isNew ? .note : .quiet)
        line.add(part, .strong)
        lines.append(line)
      }
      for earlier in entry.earlier {
        let session = earlier.session
        var line = StyledLine("      ")
        line.add(TextLayout.padded(session.date?.description ?? "undated", to: 12), .quiet)
        line.add(session.title, cutTo: max(20, width - line.width))
        lines.append(line)
        let indent = 18
        let place = SelectedReading(session: session, reading: earlier.reading).line
        let facts = facts(earlier) + ["\(session.file):\(place)"]
        lines += TextLayout.wrapped(
          VisibleText.make(facts.joined(separator: " · ")), to: max(20, min(width, 120) - indent)
        ).map { StyledLine(String(repeating: " ", count: indent) + $0, .quiet) }
      }
      return lines
    }
  }

  /// A table as posts keep it: the paper and where it was in previous semesters.
  package static func markdown(_ history: PaperHistory) -> [StyledLine] {
    var lines = [
      StyledLine("| Paper | Previous Semester | Section | Role | Team |"),
      StyledLine("| --- | --- | --- | --- | --- |"),
    ]
    for entry in history.entries {
      guard !entry.earlier.isEmpty else {
        lines.append(StyledLine("| \(cell(entry.title)) | new | | | |"))
        continue
      }
      for earlier in entry.earlier {
        let session = earlier.session
        let semester = [session.term ?? session.date?.description, session.title].compactMap { $0 }
        let cells = [
          entry.title, semester.joined(separator: ": "), earlier.reading.section ?? "", role(earlier) ?? "",
          session.leadTeam ?? earlier.reading.presenter ?? "",
        ]
        lines.append(StyledLine("| " + cells.map(cell).joined(separator: " | ") + " |"))
      }
    }
    return lines
  }

  /// One paper a line: `title`, `key`, `new`, `earlier`.
  package static func jsonLines(_ history: PaperHistory) -> [UInt8] {
    var writer = JSONWriter()
    for entry in history.entries {
      write(entry, &writer)
      writer.endDocument()
    }
    return writer.bytes
  }

  /// The same as one array.
  package static func json(_ history: PaperHistory) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for entry in history.entries {
      writer.elementOnNewLine()
      write(entry, &writer)
    }
    if !history.entries.isEmpty { writer.newLine() }
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }

  private static func write(_ entry: PaperHistory.Entry, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", entry.title)
    writer.member("key", entry.key)
    writer.member("status", entry.earlier.isEmpty ? "new" : "seen")
    writer.name("earlier")
    writer.beginArray()
    for earlier in entry.earlier {
      writer.beginObject()
      writer.member("session", earlier.session.key)
      writer.member("sessionTitle", earlier.session.title)
      writer.member("date", earlier.session.date?.description)
      writer.member("term", earlier.session.term)
      writer.member("section", earlier.reading.section)
      writer.member("role", earlier.reading.role.rawValue)
      writer.member("team", earlier.session.leadTeam)
      writer.member("file", earlier.session.file)
      writer.member("line", SelectedReading(session: earlier.session, reading: earlier.reading).line)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  /// A row for each earlier session, and one for a paper that is new.
  package static func csv(_ history: PaperHistory) -> [UInt8] {
    struct Row: Sendable {
      let entry: PaperHistory.Entry
      let earlier: PaperHistory.Earlier?
    }
    let rows = history.entries.flatMap { entry in
      entry.earlier.isEmpty
        ? [Row(entry: entry, earlier: nil)] : entry.earlier.map { Row(entry: entry, earlier: $0) }
    }
    let fields: [ListedField<Row>] = [
      ListedField("title") { .text($0.entry.title) },
      ListedField("status") { .text($0.earlier == nil ? "new" : "seen") },
      ListedField("key") { .text($0.entry.key) },
      ListedField("session") { .text($0.earlier?.session.key) },
      ListedField("date") { .text($0.earlier?.session.date?.description) },
      ListedField("term") { .text($0.earlier?.session.term) },
      ListedField("section") { .text($0.earlier?.reading.section) },
      ListedField("role") { .text($0.earlier.flatMap { role($0) }) },
      ListedField("team") { .text($0.earlier?.session.leadTeam) },
    ]
    return Array(DelimitedText.csv(rows, fields).joined())
  }

  private static func facts(_ earlier: PaperHistory.Earlier) -> [String] {
    let session = earlier.session
    let team =
      session.leadTeam.map { "led by \($0)" } ?? earlier.reading.presenter.map { "presented by \($0)" }
    return [session.term, earlier.reading.section, role(earlier), team].compactMap { $0 }
  }

  private static func role(_ earlier: PaperHistory.Earlier) -> String? {
    earlier.reading.role == .unspecified ? nil : earlier.reading.role.rawValue
  }

  /// The text on one line, with the bars of a table escaped.
  private static func cell(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if character == "|" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
