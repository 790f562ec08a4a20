internal import Duplicates
internal import ReadingsCatalog

/// What `duplicates` found, for other programs.
///
/// Each element has a `kind`: `copies` (sessions), `paper`, `possible` or `conflict`.
package enum DuplicateJSON {
  /// One element a line.
  package static func lines(_ findings: DuplicateFindings) -> [UInt8] {
    var writer = JSONWriter()
    write(findings, &writer) {
      $0.endDocument()
    } before: { _ in
    }
    return writer.bytes
  }

  /// One array, one element a line.
  package static func array(_ findings: DuplicateFindings) -> [UInt8] {
    var writer = JSONWriter()
    var count = 0
    writer.beginArray()
    write(findings, &writer) { _ in
      count += 1
    } before: {
      $0.elementOnNewLine()
    }
    if count > 0 { writer.newLine() }
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }

  private static func write(
    _ findings: DuplicateFindings, _ writer: inout JSONWriter, after: (inout JSONWriter) -> Void,
    before: (inout JSONWriter) -> Void
  ) {
    for copies in findings.copies {
      before(&writer)
      writer.beginObject()
      writer.member("kind", "copies")
      writer.member("sharedPapers", copies.sharedPaperCount)
      writer.member("sessions", copies.sessions.map { findings.catalog.sessions[$0].key })
      writer.endObject()
      after(&writer)
    }
    for paper in findings.papers {
      before(&writer)
      writer.beginObject()
      writer.member("kind", "paper")
      writer.member("key", paper.key)
      writer.member("title", paper.title)
      writer.member("grade", paper.grade?.rawValue)
      writer.member("reasons", paper.evidence)
      writer.name("mentions")
      writer.beginArray()
      for mention in paper.mentions {
        write(mention, findings.differences(mention, paper), findings, &writer)
      }
      writer.endArray()
      writer.endObject()
      after(&writer)
    }
    for (kind, pairs) in [("possible", findings.possible), ("conflict", findings.conflicts)] {
      for pair in pairs {
        before(&writer)
        writer.beginObject()
        writer.member("kind", kind)
        writer.member("reasons", pair.reasons)
        writer.name("mentions")
        writer.beginArray()
        for mention in [pair.first, pair.second] { write(mention, [], findings, &writer) }
        writer.endArray()
        writer.endObject()
        after(&writer)
      }
    }
  }

  private static func write(
    _ mention: Paper.Mention, _ differences: [String], _ findings: DuplicateFindings,
    _ writer: inout JSONWriter
  ) {
    let (session, reading) = (findings.session(mention), findings.reading(mention))
    writer.beginObject()
    writer.member("key", reading.key)
    writer.member("title", reading.title)
    writer.member("session", session.key)
    writer.member("date", session.date?.description)
    writer.member("term", session.term)
    writer.member("section", reading.section)
    writer.member("role", reading.role.rawValue)
    writer.member("url", reading.urls.first)
    writer.member("file", session.file)
    writer.member("line", findings.line(mention))
    writer.member("differs", differences)
    writer.endObject()
  }
}

/// What `duplicates` found, for spreadsheets: a row for each mention of a paper.
package enum DuplicateTable {
  /// Comma-separated, with a header.
  package static func csv(_ findings: DuplicateFindings) -> [UInt8] {
    let rows = findings.papers.flatMap { paper in paper.mentions.map { Row(paper: paper, mention: $0) } }
    let fields: [ListedField<Row>] = [
      ListedField("key") { .text($0.paper.key) },
      ListedField("grade") { .text($0.paper.grade?.rawValue) },
      ListedField("paper") { .text($0.paper.title) },
      ListedField("title") { .text(findings.reading($0.mention).title) },
      ListedField("session") { .text(findings.session($0.mention).key) },
      ListedField("date") { .text(findings.session($0.mention).date?.description) },
      ListedField("term") { .text(findings.session($0.mention).term) },
      ListedField("section") { .text(findings.reading($0.mention).section) },
      ListedField("role") { .text(findings.reading($0.mention).role.rawValue) },
      ListedField("file") { .text(findings.session($0.mention).file) },
      ListedField("line") { .number(findings.line($0.mention)) },
      ListedField("reasons") { .list($0.paper.evidence) },
    ]
    return Array(DelimitedText.csv(rows, fields).joined())
  }

  private struct Row: Sendable {
    let paper: Paper
    let mention: Paper.Mention
  }
}
