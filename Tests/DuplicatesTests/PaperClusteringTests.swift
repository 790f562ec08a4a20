import Duplicates
import ReadingsCatalog
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
