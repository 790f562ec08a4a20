import ReadingsCLI
import ReadingsCatalog
import TestSupport
import Testing

@Suite struct DuplicatesCommandTests {
  private static let repeated = """
    Neural Turing Machines
      1410.5401 · certain
      same arXiv identifier 1410.5401; same title
      2017-03-02  Structure and Memory
                  2017-spring · Core · required · posts/2017-structure.md:12
      2025-02-18  Model Serving
                  2025-fall · background · posts/2025-serving.md:20
                  no authors, no link

    """

  @Test func aPaperOfTwoSessionsIsListedWithEveryMention() {
    let run = CommandRun("duplicates")
    #expect(run.output == Self.repeated)
    #expect(run.errors == "1 repeated paper\n")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    (["tag:memory"], 1), (["tag:nobody"], 0), (["--grade", "certain"], 1), (["--grade", "likely"], 0),
    (["--within"], 0), (["--all"], 1), (["--sessions"], 0),
  ])
  func optionsAndQueriesNarrowTheList(_ arguments: [String], _ count: Int) {
    let run = CommandRun(["duplicates", "--format", "csv"] + arguments) { _ in SampleCatalog.catalog }
    #expect(run.output.split(whereSeparator: \.isNewline).count == 1 + 2 * count)
    let failing = CommandRun(["duplicates", "--fail"] + arguments) { _ in SampleCatalog.catalog }
    #expect(failing.status == (count > 0 ? 1 : 0))
  }

  @Test func jsonHasAnElementForEachFinding() {
    let run = CommandRun("duplicates", "--format", "jsonl")
    #expect(run.output.hasPrefix(#"{"kind":"paper","key":"1410.5401","title":"Neural Turing Machines","#))
    #expect(
      run.output.contains(#""file":"posts/2025-serving.md","line":20,"differs":["no authors","no link"]"#))
    #expect(CommandRun("duplicates", "--format", "json", "--grade", "likely").output == "[]\n")
  }

  @Test func anEmptyLineStandsBetweenPapersHoweverMany() {
    let names = (100..<200).map { "Riddles of Oracle \($0)" }
    func session(_ key: String) -> Session {
      var session = Session(key: key, title: "Session \(key)", file: "\(key).md")
      session.readings = names.enumerated().map { line, title in
        Reading(key: slug(of: title), title: title, span: anySpan, position: position(line + 3))
      }
      return session
    }
    let catalog = Catalog(sessions: [session("a"), session("b")])
    let output = CommandRun("duplicates", "--all", catalog: catalog).output
    let blocks = output.split(separator: "\n\n", omittingEmptySubsequences: false)
    #expect(blocks.dropFirst().map { $0.prefix { $0 != "\n" } } == names.map { $0[...] })
  }

  /// Two copies of one session, and a third session with one of their papers.
  private static var copies: Catalog {
    func session(_ key: String, _ titles: [String]) -> Session {
      var session = Session(key: key, title: "Oracles", file: "\(key).md")
      session.readings = titles.enumerated().map { line, title in
        Reading(key: slug(of: title), title: title, span: anySpan, position: position(line + 3))
      }
      return session
    }
    let titles = [
      "Taming Sparse Oracles with Riddles", "Pointer Compression in Practice", "Lazy Foxes and Quick Dogs",
    ]
    return Catalog(sessions: [
      session("a", titles), session("b", titles), session("c", [titles[0], "Something Else Entirely"]),
    ])
  }

  @Test func copiesOfASessionComeFirstAndCountAsOne() {
    let run = CommandRun("duplicates", catalog: Self.copies)
    #expect(run.output.hasPrefix("Copies of one session: 3 papers in common\n"))
    #expect(run.output.split(separator: "\n").filter { $0.contains("likely") }.count == 1)
    #expect(run.errors == "1 repeated paper; 2 more between copies of sessions, --all lists them\n")
    #expect(CommandRun("duplicates", "--all", catalog: Self.copies).errors == "3 repeated papers\n")
    let sessions = CommandRun("duplicates", "--sessions", "--format", "jsonl", catalog: Self.copies)
    #expect(sessions.output == #"{"kind":"copies","sharedPapers":3,"sessions":["a","b"]}"# + "\n")
  }

  @Test(arguments: [
    (["--within", "--all"], "'--within' does not go with '--all'"),
    (["--same", "a"], "'--same' needs at least two KEYs"),
    (["--same", "--distinct", "a", "b"], "'--same' does not go with '--distinct'"),
    (["--same", "1410.5401", "1410.5401"], "'1410.5401' is given twice"),
    (["--same", "1410.5401", "neural turing"], "'1410.5401' and 'neural turing' have the same key"),
    (["--distinct", "1410.5401", "2025-serving"], "'2025-serving' is a session, not a paper"),
    (["--distinct", "1410.5401", "sonett"], "unknown key 'sonett'; did you mean 'sonnet'?"),
    (["--review"], "'--review' asks questions and needs a terminal"),
    (["--stage", "words"], "'--stage' needs '--records'"),
    (["--records", "-", "--stage", "keys"], "'--stage keys' needs '--word-counts'"),
    (["--records", "/nowhere/x.bib"], "there is no file '/nowhere/x.bib'"),
    (["--records", "-", "tag:a"], "a QUERY does not go with '--records'"),
    (["--records", "-", "--within"], "'--within' does not go with '--records'"),
  ])
  func aCallThatMeansNothingIsRefused(_ arguments: [String], _ message: String) {
    let run = CommandRun(["duplicates"] + arguments) { _ in SampleCatalog.catalog }
    #expect(run.errors.hasPrefix("readings: error: " + message), "\(run.errors)")
    #expect(run.output == "")
    #expect(run.status == 2)
  }

  // MARK: Records

  private static let records = """
    {"id":"a","title":"Taming Sparse Oracles with Riddles","authors":["A. Smith","B. Jones"],"year":2001}
    {"id":"b","title":"Taming sparse oracles with riddle","authors":["Smith, A.","Jones, B."],"year":2001}
    {"id":"c","title":"Pointer Compression in Practice"}
    """

  private func run(_ arguments: String..., input: String = Self.records) -> CommandRun {
    CommandRun(["duplicates", "--records", "-"] + arguments, input: Array(input.utf8)) { _ in
      Catalog(sessions: [])
    }
  }

  @Test func idsThatMoreThanOneRecordHasAreNamed() {
    let lines = ["b", "a", "b", "a", "c", "b"].map { "{\"id\":\"\($0)\",\"title\":\"\"}" }
    let run = run("--format", "jsonl", input: lines.joined(separator: "\n"))
    #expect(
      run.errors == "warning: the ids 'b', 'a' name more than one record\n0 groups among 6 records\n")
    let single = self.run("--format", "jsonl", input: lines.prefix(3).joined(separator: "\n"))
    #expect(single.errors.hasPrefix("warning: the id 'b' names more than one record\n"))
  }

  @Test func recordsAreClusteredALineForEachGroup() {
    let run = run("--format", "jsonl")
    #expect(run.output.hasPrefix(#"{"ids":["a","b"],"title":"Taming "#))
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.errors == "1 group among 3 records\n")
    #expect(self.run("--fail").status == 1)
    #expect(self.run("--grade", "certain", "--format", "json").output == "[]\n")
  }

  @Test func aMistakeInTheRecordsIsNamedWithItsLine() {
    let run = run(input: Self.records + "\n{\"title\": }")
    #expect(run.errors.hasPrefix("readings: error: cannot read the records of '<stdin>': line 4: "))
    #expect(run.status == 2)
  }

  @Test func stagesAreFiltersOnLines() throws {
    let folder = try TemporaryFolder()
    let words = run("--stage", "words")
    #expect(words.output.hasPrefix(#"{"word":"","count":3}"# + "\n"))
    #expect(words.output.contains(#"{"word":"sparse","count":2}"# + "\n"))
    try folder.write(words.output, to: "words.jsonl")
    let counts = folder.path + "/words.jsonl"

    let lines = run("--stage", "keys", "--word-counts", counts).output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix(#"{"key":""#) })
    func keys(of id: String) -> Set<Substring> {
      Set(lines.filter { $0.hasSuffix(#""id":"\#(id)"}"#) }.map { $0.prefix { $0 != "," } })
    }
    #expect(!keys(of: "a").isDisjoint(with: keys(of: "b")))
    #expect(keys(of: "a").isDisjoint(with: keys(of: "c")))

    let records = Self.records.split(separator: "\n")
    let pairs =
      "{\"first\":\(records[0]),\"second\":\(records[1])}\n{\"first\":\(records[0]),\"second\":\(records[2])}\n"
    let edges = run("--stage", "decide", "--word-counts", counts, input: pairs).output
    #expect(edges.split(separator: "\n").count == 1)
    #expect(edges.hasPrefix(#"{"first":"a","second":"b","kind":"plain","grade":"#))

    let part = "{\"records\":[\(records[0]),\(records[1])],\"edges\":[\(edges)]}"
    let groups = run("--stage", "group", "--word-counts", counts, input: part)
    #expect(groups.output == #"{"ids":["a","b"]}"# + "\n")
  }
}
