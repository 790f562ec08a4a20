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
}
