import Foundation
import Publishing
import ReadingsCatalog
import ReadingsQuery
import SourceText
import Testing

/// What is written piece by piece is what would be written at once.
@Suite struct PieceTests {
  /// Sessions with none, one and two readings in turn.
  private func selection(_ sessionCount: Int) -> Selection {
    let sessions = (0..<sessionCount).map { index in
      var session = Session(key: "s\(index)", title: "Session \(index)", file: "\(index).md")
      session.readings = (0..<index % 3).map { place in
        Reading(
          key: "r\(index)-\(place)", title: "Title \(index), \(place)", span: SourceSpan(0, 0),
          position: SourcePosition(line: 1, column: 1))
      }
      return session
    }
    return Selection(Catalog(sessions: sessions))
  }

  private func text(_ pieces: some Sequence<[UInt8]>) -> String {
    String(decoding: Array(pieces.joined()), as: UTF8.self)
  }

  @Test(arguments: [0, 1, 2, 3, 64, 65, 129, 2_000])
  func anArrayIsOneDocumentWithTheObjectsOfTheLines(_ sessionCount: Int) throws {
    let selection = selection(sessionCount)
    let array = text(ReadingJSON.array(selection))
    let lines = text(ReadingJSON.lines(selection)).split(separator: "\n")
    #expect(lines.count == selection.readingCount)
    #expect(array == (lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"))
    let parsed = try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [Any]
    #expect(parsed?.count == selection.readingCount)
  }

  @Test(arguments: [0, 1, 300, 2_000])
  func rowsHaveOneHeader(_ sessionCount: Int) throws {
    let readings = selection(sessionCount).readings
    let fields = try FieldCatalog.readings.fields(named: "key,title")
    let rows = readings.map { "\($0.reading.key),\"\($0.reading.title)\"\r\n" }
    #expect(text(DelimitedText.csv(readings, fields)) == "key,title\r\n" + rows.joined())
  }

  @Test(arguments: [0, 3, 200, 2_000])
  func anEmptyLineStandsBetweenSessions(_ sessionCount: Int) {
    let selection = selection(sessionCount)
    let lines = ReadingListing.plain(selection).joined().map(\.text)
    #expect(lines.count == sessionCount + selection.readingCount + max(0, sessionCount - 1))
    #expect(lines.split(separator: "", omittingEmptySubsequences: false).count == max(1, sessionCount))
    for list in [ReadingListing.table(selection, width: 80), MarkdownListing.list(selection)] {
      let texts = list.joined().map(\.text)
      #expect(texts.first != "")
      #expect(texts.last != "" || sessionCount % 3 == 1)
    }
  }

  @Test(arguments: [0, 1, 255, 600])
  func entriesOfABibliographyAreABlankLineApart(_ sessionCount: Int) {
    let works = selection(sessionCount).readings.map { CitedWork($0) }
    let bibliography = Bibliography(works)
    let entries = works.indices.map { bibliography.bibtex(.bibtex, at: $0) }
    #expect(text(bibliography.bibtex(.bibtex)) == entries.joined(separator: "\n"))
  }
}
