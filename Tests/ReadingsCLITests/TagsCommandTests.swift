import ReadingsCatalog
import Testing

@Suite struct TagsCommandTests {
  @Test func tagsAreCountedAndOddSpellingsPointedOut() {
    let run = CommandRun("tags")
    #expect(
      run.output == """
        Serving     2 sessions  4 readings  4 papers  also spelled 'serving' 1×
        Efficiency   1 session  3 readings  3 papers
        Memory       1 session  2 readings  2 papers

        """)
    #expect(run.errors == "3 tags in 3 sessions, 2 used once\n")
    #expect(run.status == 0)
  }

  @Test func categoriesAreCountedLikewise() {
    let run = CommandRun("tags", "--field", "categories", "--format", "plain")
    #expect(run.output == "Architecture  1 session  2 readings  2 papers\n")
    #expect(run.errors == "1 category in 3 sessions, 1 used once\n")
  }

  @Test(arguments: [
    ("once", ["Efficiency", "Memory"]), ("variants", ["Serving"]), ("unused", [String]()),
  ])
  func aPartCanBeListedAlone(_ part: String, _ tags: [String]) {
    let run = CommandRun("tags", "--only", part, "--format", "plain")
    #expect(run.output.split(separator: "\n").map { $0.prefix { $0 != " " } }.map(String.init) == tags)
  }

  @Test func jsonHasEverySpelling() {
    let run = CommandRun("tags", "--format", "json")
    let first = #"{"tag":"Serving","key":"serving","sessions":2,"readings":4,"papers":4,"#
    let spellings =
      #""spellings":[{"spelling":"Serving","count":1},{"spelling":"serving","count":1}],"near":[]},"#
    #expect(run.output.hasPrefix("[\n" + first + spellings + "\n{\"tag\":\"Efficiency\""))
    #expect(run.output.hasSuffix("}\n]\n"))
  }

  @Test func remarksThatDoNotFitStandBelow() {
    let run = CommandRun("tags", environment: ["COLUMNS": "50"])
    #expect(
      run.output.hasPrefix(
        """
        Serving     2 sessions  4 readings  4 papers
            also spelled 'serving' 1×
        Efficiency
        """))
  }
}
