import Testing

/// A query on the command line is words among options.
@Suite struct QueryArgumentTests {
  @Test(arguments: [
    (["tag:serving", "-role:optional"], ["sonnet", "2205.14135", "1410.5401"]),
    (["-role:optional", "-n", "2", "tag:serving", "-is:next"], ["sonnet", "2205.14135"]),
    (["-(role:optional or role:background)", "--term", "2025-fall"], ["2205.14135"]),
    (["--tag", "serv*", "year:>=2023"], ["2309.06180"]),
    (["(author:dao", "or", "author:kwon)", "year:2022..2024"], ["2205.14135", "2309.06180"]),
    (["\"neural turing\"", "--role", "required"], ["1410.5401"]),
    (["--", "-memory", "kind:paper"], ["1410.5401"]),
    (["--author", "dao", "--author", "kwon", "not", "role:optional"], ["2205.14135"]),
  ])
  func wordsAndOptionsMakeOneQuery(_ arguments: [String], _ keys: [String]) {
    let run = CommandRun(["export"] + arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.errors.contains("reading"))
    #expect(run.output.split(separator: "\n").map { String($0.split(separator: "\"")[3]) } == keys)
    #expect(run.status == 0)
  }

  @Test func anErrorShowsItsPlaceInTheQuery() {
    let run = CommandRun("list", "tag:serving", "kind:papr", "x")
    #expect(run.output == "")
    #expect(
      run.errors == """
        query:1:18: error: unknown value 'papr' for 'kind:'; did you mean 'paper'? [unknown-value]
        tag:serving kind:papr x
                         ^~~~

        """)
    #expect(run.status == 2)
  }

  @Test func aNameThatNothingHasIsPointedOut() {
    let run = CommandRun("list", "tag:Servng", "-tag:other", "term:2025*")
    #expect(run.errors == "readings: no tag 'Servng'; did you mean 'Serving'?\n0 readings in 0 sessions\n")
    #expect(run.status == 0)
  }

  /// `-word` is options, as everywhere; whoever meant a word is told what to write.
  @Test(arguments: [
    (["list", "-flash"], "unknown value 'lash' for '-f'; it takes table, plain", 2),
    (["list", "-serving"], "unknown field 'erving' for '--sort'", 2),
    (["list", "-year"], "'ear' is not a year", 2), (["list", "-zebra"], "option '-a' needs a value", 2),
    (["export", "-attention"], "", 0), (["list", "-compression"], "no category 'ompression'", 0),
  ])
  func aDashedWordIsExplained(_ arguments: [String], _ message: String, _ status: Int32) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    let word = arguments[1]
    #expect(run.errors.contains(message))
    let advice = "'\(word)' was taken for options; to leave out a word, write 'not \(word.dropFirst())', "
    #expect(run.errors.contains(advice + "or '--' before the query\n"))
    #expect(run.output == "" && run.status == status)
  }

  @Test(arguments: [
    ["tags", "-flash"], ["list", "-tServing"], ["list", "-fjson"], ["list", "-n5"], ["list", "-vz"],
  ])
  func otherShortOptionsAreNotExplained(_ arguments: [String]) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(!run.errors.contains("taken for options"))
  }
}
