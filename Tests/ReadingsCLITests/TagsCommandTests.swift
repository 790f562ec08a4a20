import ReadingsCatalog
import Testing

@Suite struct TagsCommandTests {
  @Test func tagsAreCountedAndOddSpellingsPointedOut() {
    let run = CommandRun("tags")
    #expect(
      run.output == """
        Serving     2 sessions  4 readings  also spelled 'serving' 1×
        Efficiency   1 session  3 readings
        Memory       1 session  2 readings

        """)
    #expect(run.errors == "3 tags in 3 sessions\n")
    #expect(run.status == 0)
  }

  @Test func categoriesAreCountedLikewise() {
    let run = CommandRun("tags", "--field", "categories", "--format", "plain")
    #expect(run.output == "Architecture  1 session  2 readings\n")
    #expect(run.errors == "1 category in 3 sessions\n")
  }

  @Test func jsonHasEverySpelling() {
    let run = CommandRun("tags", "--format", "json")
    let first = #"{"tag":"Serving","key":"serving","sessions":2,"readings":4,"#
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
        Serving     2 sessions  4 readings
            also spelled 'serving' 1×
        Efficiency
        """))
  }
}
