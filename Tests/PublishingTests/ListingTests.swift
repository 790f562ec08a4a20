import Publishing
import ReadingsCatalog
import ReadingsQuery
import TestSupport
import Testing

@Suite struct ListingTests {
  private static let titles = [
    "Short", "A Title of Words that Go On and On until no Line of any Terminal is Wide Enough to Hold it",
    "深度学习中的注意力机制：综述与展望以及未来的研究方向和挑战",
    "Averyveryverylongwordwithoutanyspacesthatmustbebrokensomewhereinthemiddle",
    "Hostile \u{1B}[2J\u{202E}title\r\n", "Cafe\u{301} 👩‍🔬",
  ]

  private static var selection: Selection {
    let sessions = titles.enumerated().map { index, title in
      var session = Session(key: "a-rather-long-key-of-session-\(index)", title: title, file: "s.md")
      session.date = CalendarDate(year: 2024, month: 1, day: index + 1)
      session.term = "2024-spring"
      session.label = title
      session.tags = titles.map { Tag($0) }
      session.readings = titles.map { title in
        var reading = Reading(key: title, title: title, span: anySpan, position: position(1))
        reading.role = .required
        reading.year = 2024
        reading.authors = [title, "B", "C"]
        reading.urls = ["https://www.example.org/\(title)"]
        return reading
      }
      return session
    }
    return Selection(Catalog(sessions: sessions))
  }

  @Test(arguments: [40, 41, 59, 60, 79, 80, 99, 100, 132, 160, 300])
  func tablesKeepToTheWidth(_ width: Int) throws {
    let selection = ListingTests.selection
    let flat = selection.sorted(by: try Sorting(parsing: "title"))
    let sessions = selection.groups.map(\.session)
    let pages = [
      Array(ReadingListing.table(selection, width: width).joined()),
      Array(ReadingListing.table(flat, width: width).joined()),
      SessionListing.table(sessions, width: width),
      TagListing.table(TagCount.count(.tags, in: Catalog(sessions: sessions)), width: width),
      sessions.flatMap { ItemPage.session($0, width: width) },
      ItemPage.paper(selection.readings.filter { $0.reading.title == $0.session.title }, width: width),
    ]
    for line in pages.joined() {
      #expect(line.width <= width, "\(line.text)")
      #expect(line.text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      #expect(line.text.last != " ", "\(line.text)")
    }
  }

  @Test func aTitleGoesOnIndentedAndKeepsItsWords() {
    let title = "Several  words   that do not fit\tin one line"
    let reading = Reading(key: "k", title: title, span: anySpan, position: position(1))
    let lines = ReadingRows([[reading]], width: 30).lines(for: reading).map(\.text)
    #expect(lines == ["  Several words that do not", "    fit in one line"])
  }

  @Test func plainCutsNothing() {
    let lines = ReadingListing.plain(ListingTests.selection).joined().map(\.text)
    for title in ListingTests.titles {
      #expect(lines.contains { $0.contains(VisibleText.make(title)) })
    }
    #expect(!lines.contains { $0.contains("…") })
  }
}
