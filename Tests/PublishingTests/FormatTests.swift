import Publishing
import ReadingsCatalog
import ReadingsQuery
import TestSupport
import Testing

@Suite struct FormatTests {
  private static func reading(_ title: String) -> SelectedReading {
    var session = Session(key: "s", title: "Session", file: "posts/s.md")
    var reading = Reading(key: "k", title: title, span: anySpan, position: position(3, 5))
    reading.authors = ["Ada", "Bob \"B\" Ray"]
    reading.abstract = "About " + title + "\r\n" + title
    session.readings = [reading]
    return SelectedReading(session: session, reading: reading)
  }

  private static let titles = [
    "Plain", "A, B", "say \"hi\"", "two\nlines", "two\r\nlines", "", " spaced ", "\"", ",", "é 深度",
    "tab\there", "end\r",
  ]

  /// The grammar of RFC 4180, 2, as a strict reader.
  private func records(_ bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var offset = 0
    while offset < bytes.count {
      var field: [UInt8] = []
      if bytes[offset] == 0x22 {
        offset += 1
        while bytes[offset] != 0x22 || (offset + 1 < bytes.count && bytes[offset + 1] == 0x22) {
          if bytes[offset] == 0x22 { offset += 1 }
          field.append(bytes[offset])
          offset += 1
        }
        offset += 1
      } else {
        while ![0x2C, 0x0D, 0x0A, 0x22].contains(bytes[offset]) {
          field.append(bytes[offset])
          offset += 1
        }
      }
      record.append(String(decoding: field, as: UTF8.self))
      if bytes[offset] == 0x2C {
        offset += 1
        continue
      }
      try #require(bytes[offset] == 0x0D && bytes[offset + 1] == 0x0A)
      offset += 2
      records.append(record)
      record = []
    }
    return records
  }

  @Test func csvIsReadBackAsItWas() throws {
    let fields = try FieldCatalog.readings.fields(named: "title,year,abstract,authors,line")
    let readings = FormatTests.titles.map { FormatTests.reading($0) }
    let records = try records(Array(DelimitedText.csv(readings, fields).joined()))
    #expect(records[0] == ["title", "year", "abstract", "authors", "line"])
    #expect(records.count == readings.count + 1)
    for (title, record) in zip(FormatTests.titles, records.dropFirst()) {
      #expect(record == [title, "", "About " + title + "\r\n" + title, "Ada; Bob \"B\" Ray", "3"])
    }
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+1", "'+1"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\tx", "'\tx"),
    ("\rx", "'\rx"),
    ("a=1", "a=1"), ("=\u{301}1", "'=\u{301}1"), ("\u{1B}[2J", "␛[2J"), ("a\u{202E}b", "a\\u{202E}b"),
  ])
  func noValueIsAFormulaOrAControl(_ title: String, _ value: String) throws {
    let fields = try FieldCatalog.readings.fields(named: "title,key")
    let records = try records(Array(DelimitedText.csv([FormatTests.reading(title)], fields).joined()))
    #expect(records[1] == [value, "k"])
  }

  @Test func tsvHasOneLineForEachAndTabsOnlyBetween() throws {
    let fields = try FieldCatalog.readings.fields(named: "key,title,abstract")
    let readings = FormatTests.titles.map { FormatTests.reading($0) } + [FormatTests.reading("=x")]
    let text = String(decoding: Array(DelimitedText.tsv(readings, fields).joined()), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == readings.count + 2)
    #expect(lines.first == "key\ttitle\tabstract")
    #expect(lines.last == "")
    for line in lines.dropLast() {
      #expect(line.utf8.count { $0 == 0x09 } == 2)
    }
    #expect(lines[readings.count].split(separator: "\t")[1] == "'=x")
  }

  @Test func aTemplateFillsFieldsIn() throws {
    let template = try Template(
      parsing: #"{{{key}}} {title} ({year}) {authors}\t{session}\n\\ }"#, fields: .readings)
    let text = template.text(for: [FormatTests.reading("A\nB\u{1B}")])
    #expect(String(decoding: text, as: UTF8.self) == "{k} A B␛ () Ada; Bob \"B\" Ray\ts\n\\ }\n")
  }

  @Test func aTemplateKnowsItsFieldsAndBraces() {
    typealias Readings = Template<SelectedReading>
    #expect(throws: Readings.Failure.unknownField(name: "titel")) {
      try Readings(parsing: "{titel}", fields: .readings)
    }
    #expect(throws: Readings.Failure.unclosedBrace(column: 3)) {
      try Readings(parsing: "x {title", fields: .readings)
    }
  }

  @Test(arguments: [
    ("a *b* _c_", #"\*b\*"#), ("[x](y)", #"\[x\](y)"#), ("<b>", #"\<b\>"#), ("a | b", #"a \| b"#),
    ("`x`", #"\`x\`"#),
    ("&amp;", #"\&amp;"#), ("two\nlines", "two lines"), (#"a\b"#, #"a\\b"#), ("~~x~~", #"\~\~x\~\~"#),
  ])
  func textStaysTextInMarkdown(_ title: String, _ expected: String) throws {
    let reading = FormatTests.reading(title)
    let fields = try FieldCatalog.readings.fields(named: "key,title")
    let table = MarkdownListing.table([reading], fields).map(\.text)
    #expect(table.prefix(2) == ["| key | title |", "| --- | --- |"])
    #expect(table[2].contains(expected))
    #expect(MarkdownListing.items([reading.reading])[0].text.contains(expected))
  }

  @Test(arguments: [
    ("https://x.org/a(b)", "- [T](https://x.org/a%28b%29). Ada, Bob \"B\" Ray"),
    ("https://x.org/a b>", "- [T](https://x.org/a%20b%3E). Ada, Bob \"B\" Ray"),
    ("javascript:alert(1)", "- T. Ada, Bob \"B\" Ray"),
  ])
  func onlyLinksToTheWebAreLinks(_ url: String, _ line: String) {
    let selected = FormatTests.reading("T")
    var reading = selected.reading
    reading.urls = [url]
    #expect(
      MarkdownListing.items([reading]).map(\.text) == [
        line
      ])
  }

  @Test(arguments: [10, 20, 40, 80, 200])
  func columnsKeepToTheWidth(_ width: Int) throws {
    let fields = FieldCatalog.readings.fields
    let readings = (FormatTests.titles + ["A long title, longer than all the others are"]).map {
      FormatTests.reading($0)
    }
    for line in ColumnListing.table(readings, fields, width: width) {
      #expect(line.width <= width)
      #expect(line.text.last != " ")
    }
  }

  @Test func fieldNamesAreUnique() {
    #expect(
      Set(FieldCatalog.readings.fields.map(\.name)).count == FieldCatalog.readings.fields.count)
    #expect(
      Set(FieldCatalog.sessions.fields.map(\.name)).count == FieldCatalog.sessions.fields.count)
    #expect(FieldCatalog.readings.standard.count == 14)
    #expect(FieldCatalog.sessions.standard.count == 8)
  }
}
