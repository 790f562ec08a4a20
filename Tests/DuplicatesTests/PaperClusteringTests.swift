import Duplicates
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

/// A catalog of sessions whose readings are given as records.
func catalog(_ sessions: [[PaperRecord]]) -> Catalog {
  Catalog(
    sessions: sessions.enumerated().map { number, records in
      var session = Session(key: "s\(number)", title: "Session \(number)", file: "s\(number).md")
      session.readings = records.enumerated().map { line, record in
        let identifiers = record.identifiers.sorted()
        var reading = Reading(
          key: identifiers.first?.value ?? slug(of: record.titles[0]), title: record.titles[0], span: anySpan,
          position: position(line + 1))
        reading.identifiers = identifiers
        reading.authors = record.authors
        reading.year = record.year
        reading.venue = record.venue
        reading.abstract = record.abstract
        return reading
      }
      return session
    })
}

func record(
  _ title: String, _ authors: [String] = [], arxiv: String? = nil, year: Int? = nil, venue: String? = nil
) -> PaperRecord {
  var record = PaperRecord(id: title, title: title)
  record.authors = authors
  record.identifiers = arxiv.map { [Identifier(.arxiv, $0)] } ?? []
  record.year = year
  record.venue = venue
  return record
}

@Suite struct PaperClusteringTests {
  @Test func aLinkInPassingIsNoIdentifierOfTheRecord() {
    var reading = Reading(
      key: "1705.02953", title: "Maps in Films", span: SourceSpan(0, 0),
      position: SourcePosition(line: 1, column: 1))
    reading.urls = ["https://arxiv.org/abs/1608.00859", "https://arxiv.org/abs/1705.02953"]
    reading.identifiers = [Identifier(.arxiv, "1705.02953")]
    #expect(PaperRecord(reading, id: "films").identifiers == reading.identifiers)
  }

  private let library = catalog([
    [
      record("Paged attention", arxiv: "2309.06180"),
      record("FlashAttention", ["Tri Dao"]),
    ],
    [
      record(
        "Efficient Memory Management for Large Language Model Serving with PagedAttention",
        ["Woosuk Kwon", "Zhuohan Li"], arxiv: "2309.06180"),
      record("Sonnet"),
    ],
    [record("Efficient memory management for large language model serving with paged attention")],
  ])

  /// The posts are read in pieces, one of which would not hold these.
  @Test func postsFarApartAreComparedLikeThoseSideBySide() {
    let names = ["oracle", "riddle", "bridge", "river", "jester", "anchor", "meadow", "lantern", "pebble"]
    let records = (0..<600).map { number in
      let place = number % 300
      let words = [place % 9, place / 9 % 9, place / 81].map { names[$0] }
      return record(
        "Taming \(words[0]) \(words[1]) \(number < 300 ? words[2] : words[2] + "s")",
        ["Ada \(names[place % 7])", "Bo \(names[place % 5])"],
        arxiv: place % 3 == 0 ? "21\(place + 10).00001" : nil,
        year: 2000 + place % 20)
    }
    let report = DuplicateReport(records)
    let clustering = PaperClustering(catalog(records.map { [$0] }))
    let repeated = clustering.papers.filter { $0.mentions.count > 1 }
    #expect(repeated.count > 200)
    #expect(repeated.map { $0.mentions.map(\.session) } == report.groups.map(\.records))
    #expect(repeated.map(\.evidence) == report.groups.map(\.reasons))
    #expect(clustering.possible.map(\.first.session) == report.possible.map(\.first))
  }

  @Test func everyReadingIsAMentionOfExactlyOnePaper() {
    let papers = PaperClustering(library).papers
    let mentions = papers.flatMap(\.mentions)
    #expect(mentions.count == 5)
    #expect(Set(mentions).count == 5)
    #expect(papers.map(\.mentions.count) == [3, 1, 1])
  }

  @Test func theFullTitleNamesThePaperAndTheIdentifierIsItsKey() throws {
    let clustering = PaperClustering(library)
    let paper = clustering.paper(of: Paper.Mention(session: 2, reading: 0))
    #expect(paper.title == "Efficient Memory Management for Large Language Model Serving with PagedAttention")
    #expect(paper.key == "2309.06180")
    #expect(paper.sessions == [0, 1, 2])
    #expect(paper.grade == DuplicateGrade.likely)
    #expect(paper.evidence.first == "same arXiv identifier 2309.06180")
  }

  @Test func verdictsAreObeyed() {
    let distinct = DuplicateVerdicts(distinct: [
      ["paged-attention", "efficient-memory-management-for-large-language-model-serving"]
    ])
    #expect(PaperClustering(library, verdicts: distinct).papers.map(\.mentions.count) == [1, 1, 2, 1])
    let same = DuplicateVerdicts(same: [["flashattention", "sonnet"]])
    let papers = PaperClustering(library, verdicts: same).papers
    #expect(papers.map(\.mentions.count) == [3, 2])
    #expect(papers[1].evidence == ["said to be the same"])
  }
}
