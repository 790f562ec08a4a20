import ReadingsCatalog
import ReadingsQuery
import TestSupport
import Testing

@Suite struct SearchTests {
  /// Readings named by number, each with a title, an author and an abstract.
  private static let texts = [
    ("Memory for Serving", "Ann Lee", "We serve large models."),
    ("A Survey", "Bo Serving", "Nothing of note."),
    ("Caching Keys", "Ángel Ré", "The cache of keys makes serving fast, and serving is what counts."),
    ("注意力机制综述", "Li Wei", "A survey of attention."),
    ("Other Work", "Cy Dee", "Something else entirely."),
  ]

  private func found(_ words: String, in texts: [(String, String, String)] = SearchTests.texts) throws
    -> [String]
  {
    var session = Session(key: "s", title: "S", file: "s.md")
    session.readings = texts.enumerated().map { index, text in
      var reading = Reading(key: String(index), title: text.0, span: anySpan, position: position(1))
      reading.authors = [text.1]
      reading.abstract = text.2
      return reading
    }
    let hits = try #require(Search(words)).hits(in: Selection(Catalog(sessions: [session])))
    #expect(hits.allSatisfy { $0.score > 0 })
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.score >= $1.score })
    return hits.map(\.selected.reading.key)
  }

  @Test(arguments: [
    ("nothing", ["1"]), ("serving", ["0", "1", "2"]), ("RE", ["2"]), ("angel", ["2"]),
    ("意力", ["3"]), ("entire", ["4"]), ("en", []), ("absent", []), ("survey", ["1", "3"]),
  ])
  func wordsRankByFieldAndRarity(_ words: String, _ keys: [String]) throws {
    #expect(try found(words) == keys)
  }

  @Test func wholeWordsCountMoreThanStarts() throws {
    #expect(
      try found("cache", in: [("Caches", "A", ""), ("Cache", "B", ""), ("cached", "C", "")]) == [
        "1", "0", "2",
      ])
    #expect(try found("cach", in: [("Caches", "A", ""), ("Cach", "B", "")]) == ["1", "0"])
  }

  @Test func shortTextsCountMoreThanLong() throws {
    let long = String(repeating: "filler ", count: 50)
    #expect(try found("cache", in: [("x", "A", long + "cache"), ("x", "B", "cache it")]) == ["1", "0"])
  }

  @Test func equalsKeepTheirOrder() throws {
    #expect(try found("x", in: Array(repeating: ("x", "A", ""), count: 4)) == ["0", "1", "2", "3"])
  }

  @Test func withoutALetterThereIsNothingToSearch() {
    #expect(Search("") == nil)
    #expect(Search("?! --") == nil)
    #expect(Search("a a b A")?.words == ["a", "b"])
  }
}
