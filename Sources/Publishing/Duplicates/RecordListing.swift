package import Duplicates

/// Groups among the records of a file, in every form.
package struct RecordListing: Sendable {
  private let groups: [RecordGroup]
  private let possible: [DuplicateLink]
  private let conflicts: [DuplicateLink]
  private let ids: [String]
  private let record: @Sendable (Int) -> PaperRecord

  /// - Parameters:
  ///   - ids: the name of each record.
  ///   - record: gives a record by its number.
  package init(
    _ report: DuplicateReport, grades: Set<DuplicateGrade>, ids: [String],
    record: @escaping @Sendable (Int) -> PaperRecord
  ) {
    groups = report.groups.filter { grades.contains($0.grade) }
    possible = grades.contains(.possible) ? report.possible : []
    conflicts = report.conflicts
    self.ids = ids
    self.record = record
  }

  /// The number of groups that are listed.
  package var groupCount: Int { groups.count }

  /// The number of pairs that may be one paper and are listed.
  package var possibleCount: Int { possible.count }

  /// The number of pairs with one identifier under unrelated titles, or the like; only the text shows them.
  package var conflictCount: Int { conflicts.count }

  /// One group a line: `ids`, `title`, `grade`, `reasons`, then the possible pairs in the same form; the pieces are
  /// handed out as they are made.
  package func writeLines(_ write: ([UInt8]) -> Void) {
    for group in groups {
      var writer = JSONWriter()
      self.write(group, &writer)
      writer.endDocument()
      write(writer.bytes)
    }
    for link in possible {
      var writer = JSONWriter()
      self.write(link, &writer)
      writer.endDocument()
      write(writer.bytes)
    }
  }

  /// The same as one array.
  package func json() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for group in groups {
      writer.elementOnNewLine()
      write(group, &writer)
    }
    for link in possible {
      writer.elementOnNewLine()
      write(link, &writer)
    }
    if !groups.isEmpty || !possible.isEmpty { writer.newLine() }
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }

  private func write(_ link: DuplicateLink, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ids", [ids[link.first], ids[link.second]])
    writer.member("title", record(link.first).titles.first)
    writer.member("grade", link.grade?.rawValue)
    writer.member("reasons", link.reasons)
    writer.endObject()
  }

  private func write(_ group: RecordGroup, _ writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("ids", group.records.map { ids[$0] })
    writer.member("title", record(group.canonical).titles.first)
    writer.member("grade", group.grade.rawValue)
    writer.member("reasons", group.reasons)
    writer.endObject()
  }

  /// A row for each record of a group, groups numbered from 1.
  package func csv() -> [UInt8] {
    struct Row: Sendable {
      let number: Int
      let group: RecordGroup
      let record: PaperRecord
    }
    let rows = groups.enumerated().flatMap { number, group in
      group.records.map { Row(number: number + 1, group: group, record: record($0)) }
    }
    let fields: [ListedField<Row>] = [
      ListedField("group") { .number($0.number) },
      ListedField("grade") { .text($0.group.grade.rawValue) },
      ListedField("id") { .text($0.record.id) },
      ListedField("title") { .text($0.record.titles.first) },
      ListedField("authors") { .list($0.record.authors) },
      ListedField("year") { .number($0.record.year) },
      ListedField("reasons") { .list($0.group.reasons) },
    ]
    return Array(DelimitedText.csv(rows, fields).joined())
  }

  /// Groups with their records, then pairs to look at and contradictions.
  package func text(width: Int) -> [StyledLine] {
    var blocks = groups.map { group in
      lines(record(group.canonical).titles.first ?? "", .strong, indent: 0, width)
        + lines(([group.grade.rawValue] + group.reasons).joined(separator: "; "), .quiet, indent: 2, width)
        + group.records.flatMap { mention($0, width) }
    }
    for (heading, links) in [
      ("Possibly the same, not merged", possible), ("Identifiers that contradict titles", conflicts),
    ] where !links.isEmpty {
      blocks.append([StyledLine(heading, .strong)])
      blocks += links.map { link in
        lines(link.reasons.joined(separator: "; "), .warning, indent: 2, width)
          + mention(link.first, width) + mention(link.second, width)
      }
    }
    return Array(blocks.joined(separator: [StyledLine()]))
  }

  private func mention(_ number: Int, _ width: Int) -> [StyledLine] {
    let record = record(number)
    var line = StyledLine("  ")
    line.add(record.id, .key)
    line.add("  ")
    let room = max(20, width - line.width)
    line.add(record.titles.first ?? "", cutTo: room)
    return [line]
  }

  private func lines(_ text: String, _ style: TextStyle, indent: Int, _ width: Int) -> [StyledLine] {
    TextLayout.wrapped(VisibleText.make(text), to: max(20, min(width, 120) - indent)).map {
      StyledLine(String(repeating: " ", count: indent) + $0, style)
    }
  }
}

/// The lines that steps of the way from records to groups hand to each other.
package enum StageJSON {
  /// `{"word":...,"count":...}` for every word, in order; the empty word counts the records.
  package static func write(_ counts: WordCounts, _ write: ([UInt8]) -> Void) {
    for (word, count) in [("", UInt32(counts.recordCount))] + counts.counts.sorted(by: { $0.key < $1.key }) {
      write(
        line { writer in
          writer.member("word", word)
          writer.member("count", Int(count))
        })
    }
  }

  /// `{"key":...,"id":...}`
  package static func key(_ id: String, _ key: UInt64) -> [UInt8] {
    line { writer in
      writer.member("key", String(key, radix: 16))
      writer.member("id", id)
    }
  }

  /// `{"first":...,"second":...,"kind":...,"grade":...,"strength":...,"reasons":[...]}`
  package static func edge(_ edge: StageEdge, _ reasons: [String]) -> [UInt8] {
    line { writer in
      writer.member("first", edge.first)
      writer.member("second", edge.second)
      writer.member("kind", edge.kindName)
      writer.member("grade", edge.grade?.rawValue)
      writer.member("strength", Int(edge.strength))
      writer.member("reasons", reasons)
    }
  }

  /// `{"ids":[...]}`
  package static func group(_ ids: [String]) -> [UInt8] {
    line { $0.member("ids", ids) }
  }

  private static func line(_ fill: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    fill(&writer)
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }
}
