import Duplicates
import ReadingsCatalog
import Testing

@Suite struct DuplicateReportTests {
  private func areOne(_ first: PaperRecord, _ second: PaperRecord) -> Bool {
    !DuplicateReport([first, second]).groups.isEmpty
  }

  @Test(arguments: [
    ("Neural Turing Machine", "Neural Turing Machines"),
    ("Efficient Whitebox Testing of Serving Systems", "Efficient White-box Testing of Serving Systems"),
    ("1. A Theory of Pointer Compression", "A theory of pointer compression [Google]"),
    ("A Theory of Pointer Compression, 2019", "A Theory of Pointer Compression (NeurIPS 2019)"),
    ("A Theory of Pointer Compression (extended abstract)", "A Theory of Pointer Compression"),
    ("Schr&ouml;dinger Bridges for Flow Matching", "Schro\u{308}dinger bridges for flow matching"),
    ("Schr{\\\"o}dinger Bridges for \\emph{Flow} Matching", "Schrödinger Bridges for Flow Matching"),
    ("Ｓｃａｌｉｎｇ Sparse Oracles", "Scaling Sparse Oracles"),
    ("Evaluating LLMs on Legal Riddles", "Evaluating Large Language Models on Legal Riddles"),
    ("SparseFox: Taming Sparse Oracles with Riddles", "Taming Sparse Oracles with Riddles"),
    ("用于图像识别的残差网络", "用于图像识别的残差网络"),
  ])
  func spellingsOfOneTitleAreOnePaper(_ first: String, _ second: String) {
    #expect(areOne(record(first), record(second)))
  }

  @Test(arguments: [
    ("SparseFox", "SparseFox-2"), ("SparseFox v2: Oracles", "SparseFox v3: Oracles"),
    ("Taming Sparse Oracles, Part I", "Taming Sparse Oracles, Part II"),
    ("Taming Sparse Oracles, Part 1", "Taming Sparse Oracles, Part II"),
    ("Fox2 Technical Report", "Fox2.5 Technical Report"), ("Fox: Sparse Oracles", "Fox+: Sparse Oracles"),
    ("Sparse Oracles are Riddles", "Sparse Oracles are not Riddles"),
    ("Supervised Taming of Sparse Oracles", "Unsupervised Taming of Sparse Oracles"),
    ("Taming Sparse Oracles: A Survey", "Taming Sparse Oracles"),
    ("Erratum: Taming Sparse Oracles", "Taming Sparse Oracles"),
    ("Sparse Oracles", "Sparse Oracles v2"), ("Tamed Sparse Oracles", "Tamed Sparse Oracles - Part Two"),
    ("Sparse Oracles: A Guide for Riddlers", "Lectures: Sparse Oracles"), ("Part 1", "Part 1"),
    ("Slides", "Slides"), ("Preface", "Preface"), ("Report on Oracles 1998", "Report on Oracles 1999"),
  ])
  func whatTellsPapersApartKeepsThemApart(_ first: String, _ second: String) {
    #expect(!areOne(record(first), record(second)))
  }

  @Test(arguments: [
    (["Tri Dao", "Daniel Y. Fu"], ["Dao, Tri", "Fu, D. Y."]), (["Tri Dao"], ["T. Dao", "D. Fu", "A. Rudra"]),
    (["Christopher Ré"], ["Christopher Re"]), (["Dao T"], ["Tri Dao"]),
    (["Bill Rosneblatt"], ["Bill Rosenblatt"]),
    (["Tri Dao", "et al."], ["Tri Dao", "Daniel Fu"]),
  ])
  func namesAreComparedHoweverTheyAreWritten(_ first: [String], _ second: [String]) throws {
    let report = DuplicateReport([
      record("Taming Sparse Oracles", first), record("Taming sparse oracles", second),
    ])
    let group = try #require(report.groups.first)
    #expect(group.grade == DuplicateGrade.certain)
    #expect(group.reasons.contains { $0.hasSuffix("authors shared") })
  }

  /// What lists of citations do to titles, authors, years and venues.
  @Test(arguments: [
    ("Taming Sparse Oracles with Riddles and ...", ["A Smith", "..."], nil, nil),
    ("taming sparse oracles with ridd…", ["A Smith", "et al."], 2001, "VLDB"),
    ("\"taming sparse oracles with riddles and jests,\" in Proceedings of VLDB", ["Smith, A."], nil, nil),
    ("Tamnig Sparse Oracles with Ridles and Jests", ["A. Smith", "B. Jones"], 2001, "Proc. 27th VLDB Conf."),
    ("Taming Sparse Oracles with Riddles and Jests", ["A. Smith"], 2002, "Very Large Data Bases"),
  ])
  func noisyCitationsAreRecognised(_ title: String, _ authors: [String], _ year: Int?, _ venue: String?) {
    let clean = record(
      "Taming Sparse Oracles with Riddles and Jests", ["A. Smith", "B. Jones"], year: 2001, venue: "VLDB")
    #expect(areOne(clean, record(title, authors, year: year, venue: venue)))
  }

  @Test func aColumnOfEveryYearIsNotOneText() {
    let first = record("Report on Oracles", ["A. Smith"], year: 2001, venue: "Oracle Record")
    #expect(!areOne(first, record("Report on Oracles", ["A. Smith"], year: 2002, venue: "Oracle Rec.")))
  }

  @Test func aFieldOfStudyUnderTwoLinksIsNoPaper() {
    func linked(_ title: String, _ link: String) -> PaperRecord {
      var record = record(title)
      record.link = link
      return record
    }
    let (first, second) = ("https://a.org/x", "https://b.org/y")
    #expect(!areOne(linked("Machine Learning", first), linked("Machine learning", second)))
    #expect(areOne(linked("Machine Learning", first), linked("Machine learning", first)))
    #expect(areOne(linked("Slides", first), linked("Slides", first)))
    #expect(areOne(linked("Taming Sparse Oracles", first), linked("Taming sparse oracles", second)))
  }

  @Test func otherAuthorsOfAShortTitleKeepPapersApart() {
    let (first, second) = (record("Sparse Oracles", ["A. Smith"]), record("Sparse Oracles", ["B. Jones"]))
    #expect(!areOne(first, second))
  }

  @Test func twoIdentifiersOfArXivAreTwoPapersAndAreReported() {
    let report = DuplicateReport([
      record("Taming Sparse Oracles", arxiv: "2101.00001"),
      record("Taming Sparse Oracles", arxiv: "2101.00002"),
    ])
    #expect(report.groups.isEmpty)
    #expect(report.conflicts.count == 1)
    #expect(
      report.conflicts.first?.reasons.first == "different arXiv identifiers 2101.00001 and 2101.00002")
  }

  @Test func oneSecondNameUnderTwoIdentifiersOfArXivIsReported() {
    func named(_ title: String, _ name: String, _ identifier: String) -> PaperRecord {
      var record = record(title, arxiv: identifier)
      record.titles.append(name)
      return record
    }
    func conflictCount(_ name: String) -> Int {
      DuplicateReport([
        named("Taming Sparse Oracles", "Riddles of Jesters", "2101.00001"),
        named("Quiet Bridges over Rivers", name, "2101.00002"),
      ]).conflicts.count
    }
    #expect(conflictCount("Riddles of jesters") == 1)
    #expect(conflictCount("Riddles of Jesters and Kings") == 0)
  }

  /// The words that count are the first twelve, whatever follows them.
  @Test(arguments: [
    ("and nothing more", true), ("and nothing more: déjà vu", true), ("and nothing\r\nmore", true),
    ("and " + String(repeating: "nothing ", count: 60), true), ("", false),
  ])
  func abstractsThatBeginAlikeAreSaidTo(_ end: String, _ beginAlike: Bool) {
    func paper(_ end: String) -> PaperRecord {
      var record = record("Taming Sparse Oracles", ["A. Smith"])
      record.abstract = "One two three four five six seven eight nine ten eleven twelve " + end
      return record
    }
    let reasons = DuplicateReport([paper("thirteen"), paper(end)]).groups.first?.reasons ?? []
    #expect(reasons.contains("abstracts begin alike") == beginAlike)
  }

  @Test func aConferencePaperAndItsArticleStayApartWhereEachIsListedTwice() {
    func paper(_ id: String, _ year: Int, _ venue: String) -> PaperRecord {
      record("Taming Sparse Oracles with Riddles", ["A. Smith"], year: year, venue: venue)
    }
    let records = [
      paper("a", 1999, "VLDB"), paper("b", 2001, "VLDB Journal"), paper("c", 1999, "Very Large Data Bases"),
      paper("d", 2001, "The VLDB Journal"),
    ]
    #expect(DuplicateReport(records).groups.map(\.records) == [[0, 2], [1, 3]])
  }

  /// However many mention a paper: the blocks of its words are too large to compare all pairs then.
  @Test(arguments: [201, 1000])
  func aPaperThatManyMentionIsOnePaper(_ count: Int) throws {
    let records = (0..<count).map { number in
      record(
        number % 3 == 0 ? "Taming Sparse Oracles" : "Taming Sparse Oracles, 2019",
        number % 2 == 0 ? ["A. Smith", "B. Jones"] : [], arxiv: "2009.00001")
    }
    let group = try #require(DuplicateReport(records).groups.first)
    #expect(group.records == Array(0..<count))
    let titlesOnly = (0..<count).map { _ in record("Taming Sparse Oracles with Riddles") }
    #expect(DuplicateReport(titlesOnly).groups.map(\.records.count) == [count])
  }

  /// Few words name more than one thing where the links differ.
  @Test func aShortTitleWithOtherLinksIsNotEnough() {
    func linked(_ title: String, _ link: String, _ authors: [String] = []) -> PaperRecord {
      var record = record(title, authors)
      record.link = link
      return record
    }
    let (here, there) = ("https://oracles.example/one", "https://riddles.example/two")
    #expect(!areOne(linked("Awesome Oracles", here), linked("Awesome Oracles (Beta)", there)))
    #expect(areOne(linked("Awesome Oracles", here), linked("Awesome Oracles (Beta)", here)))
    #expect(areOne(linked("Awesome Oracles", here), record("Awesome Oracles (Beta)")))
    let long = "Taming Many Sparse Oracles with Riddles and Old Jests"
    #expect(areOne(linked(long, here), linked(long + " (Beta)", there)))
    // A front page is the home of a thing, a page of another site tells of one.
    let home = "https://prose.example/"
    #expect(!areOne(linked("Neural Oracles in Prose", here), linked("Neural oracles in prose", home)))
    #expect(areOne(linked("Neural Oracles in Prose", home + "a"), linked("Neural oracles in prose", home)))
    #expect(areOne(linked("Neural Oracles in Prose", home), linked("Neural oracles in prose", home)))
  }

  @Test func oneNameOfTwoRepositoriesIsNotOneWork() {
    func linked(_ link: String) -> PaperRecord {
      var record = record("Taming Sparse Oracles with Riddles, Jests and Resources")
      record.link = link
      return record
    }
    let one = linked("https://github.com/anna/oracles/blob/main/README.md")
    #expect(!areOne(one, linked("https://github.com/bob/oracles")))
    #expect(areOne(one, linked("http://www.GitHub.com//Anna/oracles/")))
    #expect(areOne(one, linked("https://anna.example/oracles")))
  }

  @Test func shortTitlesOfOnePersonWithOtherLinksAreOfASeries() {
    func linked(_ title: String, _ link: String) -> PaperRecord {
      var record = record(title, ["Ann Smith"])
      record.link = link
      return record
    }
    let talk = linked("Sparse Oracles", "https://oracles.example/one")
    for other in ["Sparse Oracles", "More Sparse Oracles"] {
      #expect(!areOne(talk, linked(other, "https://riddles.example/two")), "\(other)")
    }
    #expect(areOne(talk, linked("Sparse Oracles", "https://oracles.example/one")))
  }

  @Test func aSummaryOfAWorkIsNotTheWork() {
    let title = "Taming Sparse Oracles with Riddles"
    #expect(!areOne(record(title), record(title + " — Summary")))
    #expect(areOne(record(title), record(title + " — Slides")))
  }

  @Test func theOrderOfTheRecordsPlaysNoPart() {
    let titles = [
      "Taming Sparse Oracles with Riddles", "Taming sparse oracles with riddles (extended abstract)",
      "Taming Sparse Oracle with Riddles", "Taming Sparse Oracles without Riddles", "SparseFox",
      "SparseFox-2",
      "SparseFox: Taming Sparse Oracles with Riddles", "Guest Editorial", "Editorial", "Guest editorial",
    ]
    let records = titles.enumerated().flatMap { number, title in
      [[], ["A. Smith", "B. Jones"], ["A. Smith"]].enumerated().map { side, authors in
        var record = record(title, authors, year: 2000 + side % 2, venue: side == 0 ? nil : "V\(side)")
        record.id = "\(number).\(side)"
        return record
      }
    }
    func groups(_ records: [PaperRecord]) -> Set<Set<String>> {
      Set(DuplicateReport(records).groups.map { Set($0.records.map { records[$0].id }) })
    }
    let expected = groups(records)
    #expect(!expected.isEmpty)
    var shuffled = records
    var state: UInt64 = 1
    for _ in 0..<20 {
      for index in shuffled.indices.reversed() {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        shuffled.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
      }
      #expect(groups(shuffled) == expected)
    }
  }

  @Test func pairsAreFoundHoweverFarApartTheyStand() {
    var state: UInt64 = 1
    func word() -> String {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return String(
        (0..<7).map { Character(Unicode.Scalar(UInt8(0x61 + (state >> (20 + 5 * UInt64($0))) % 20))) })
    }
    let count = 700
    let titles = (0..<count).map { _ in [word(), word(), word(), word()].joined(separator: " ") }
    let report = DuplicateReport((titles + titles).map { record($0, ["Ada Lee"]) })
    #expect(report.groups.map(\.records) == (0..<count).map { [$0, $0 + count] })
    #expect(report.groups.allSatisfy { $0.reasons.first == "same title" })
  }
}
