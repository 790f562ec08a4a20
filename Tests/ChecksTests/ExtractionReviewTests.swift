import Checks
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

@Suite struct ExtractionReviewTests {
  /// A reading with what makes it a sure one, changed by `change`.
  private func reading(_ title: String = "Fast Maps", _ change: (inout Reading) -> Void = { _ in }) -> Reading
  {
    var reading = Reading(key: "k", title: title, span: SourceSpan(20, 90), position: position(3))
    reading.section = "Readings"
    reading.authors = ["Ann Lee"]
    reading.urls = ["https://maps.example/fast"]
    change(&reading)
    return reading
  }

  private func review(_ readings: [Reading]) -> ExtractionReview {
    var session = Session(key: "s", title: "S", file: "posts/s.md")
    session.readings = readings
    return ExtractionReview(Catalog(sessions: [session]))
  }

  private func ids(_ readings: [Reading]) -> [String] { review(readings).findings.map(\.diagnostic.id) }

  @Test func anEntryWithTitleLinkAuthorsAndSectionIsSure() {
    #expect(ids([reading()]) == [])
  }

  @Test func anEntryNeedsALinkOrAuthors() {
    let bare = reading {
      $0.authors = []
      $0.urls = []
    }
    let finding = review([bare]).findings.first
    #expect(finding?.file == "posts/s.md")
    #expect(finding?.diagnostic.id == "unsure-entry")
    #expect(finding?.diagnostic.severity == .warning)
    #expect(
      finding?.diagnostic.message == "'Fast Maps' has neither a link nor authors; it may be no reading")
    #expect(ids([reading { $0.urls = [] }]) == [])
    #expect(
      ids([
        reading {
          $0.authors = []
          $0.urls = []
          $0.identifiers = [Identifier(.arxiv, "2205.14135")]
        }
      ]) == [])
  }

  @Test func aFindingStandsAtTheLastTitle() {
    let bare = reading("1984") {
      $0.evidence = [
        FieldEvidence("title", SourceSpan(20, 30), "title line"),
        FieldEvidence("title", SourceSpan(31, 39), "'Title:' line"),
        FieldEvidence("authors", SourceSpan(40, 50), "author line"),
      ]
    }
    #expect(review([bare]).findings.map(\.diagnostic.span) == [SourceSpan(31, 39)])
    #expect(review([reading("1984")]).findings.map(\.diagnostic.span) == [SourceSpan(20, 90)])
  }

  @Test(arguments: [
    ("https://maps.example/fast", "the title is only an address"),
    ("www.maps.example", "the title is only an address"),
    ("1984 / 2", "the title '1984 / 2' has no letters"),
    (
      Array(repeating: "map", count: 26).joined(separator: " "),
      "the title has 26 words; more than 25 are rare"
    ),
    (Array(repeating: "map", count: 25).joined(separator: " "), nil),
    ("https://maps.example explained", nil),
    ("地図", nil),
  ])
  func aTitleIsAName(_ title: String, _ message: String?) {
    let findings = review([reading(title)]).findings
    #expect(findings.map(\.diagnostic.message) == (message.map { [$0] } ?? []))
    #expect(findings.allSatisfy { $0.diagnostic.id == "unsure-title" })
  }

  @Test(arguments: [
    (ReadingKind.web, ["https://maps.example/fast"], true),
    (.web, ["https://blog.maps.example/fast"], false),
    (.web, ["https://maps.example/news/1"], false),
    (.web, ["https://en.wikipedia.org/wiki/Map"], false),
    (.web, ["https://maps.example/a", "https://maps.example/posts/b"], false),
    (.web, ["https://maps.example/posters"], true),
    (.paper, ["https://github.com/lee/fast-maps"], true),
    (.paper, ["https://github.com:443/lee", "http://www.gitlab.com/lee"], true),
    (.paper, ["https://maps.example/fast.pdf"], false),
    (.software, ["https://github.com/lee/fast-maps"], false),
    (.video, ["https://maps.example/talk"], false),
  ])
  func aKindIsGuessedWhereOnlyTheLinkCouldTell(_ kind: ReadingKind, _ urls: [String], _ isGuess: Bool) {
    let entry = reading {
      $0.kind = kind
      $0.authors = []
      $0.urls = urls
    }
    #expect(ids([entry]) == (isGuess ? ["unsure-kind"] : []))
    var published = entry
    published.venue = "MapConf"
    #expect(ids([published]) == [])
  }

  @Test func entriesStandInSectionsWhereOthersDo() {
    let outside = reading { $0.section = nil }
    #expect(ids([outside, reading()]) == ["unsure-section"])
    #expect(ids([outside, outside]) == [])
  }

  @Test func findingsKeepTheOrderOfTheCatalog() {
    let bare = reading("https://maps.example") {
      $0.section = nil
      $0.authors = []
      $0.urls = []
    }
    #expect(ids([bare, reading(), bare]).count == 6)
    #expect(ids([bare, reading()]) == ["unsure-title", "unsure-entry", "unsure-section"])
  }

  @Test func longTitlesAreCutInMessages() {
    let bare = reading(String(repeating: "m", count: 61)) {
      $0.authors = []
      $0.urls = []
    }
    let shown = "'" + String(repeating: "m", count: 59) + "…'"
    #expect(review([bare]).findings.first?.diagnostic.message.hasPrefix(shown) == true)
  }
}
