import ReadingsCatalog
import Testing

@Suite struct ListCommandTests {
  @Test func readingsAreGroupedBySession() {
    let run = CommandRun("list")
    #expect(
      run.output == """
        2017-03-02  Structure and Memory
                    2017-structure · 2017-spring · Memory
          req  Neural Turing Machines                    2014  Graves et al.  1410.5401
               Sonnet                                                         github.com
                 tags: serving

        2025-02-18  Model Serving
                    2025-serving · 2025-fall · W6 · Serving, Efficiency
          req  FlashAttention: Fast and                  2022  Dao et al.     2205.14135
                 Memory-Efficient Exact Attention with
                 IO-Awareness
          opt  Efficient Memory Management for Large     2023  Kwon, Li       2309.06180
                 Language Model Serving
          bg   Neural Turing Machines                                         1410.5401

        2025-09-01  Planning Ahead
                    2025-planned · 2025-fall

        """)
    #expect(run.errors == "5 readings in 3 sessions\n")
    #expect(run.status == 0)
  }

  @Test func aSessionsTagCountsForAllItsReadingsAndAReadingsTagForItself() {
    let run = CommandRun("list", "--tag", "SERVING", "--format", "plain")
    #expect(
      run.output == """
        2017-03-02  Structure and Memory  [2017-structure; 2017-spring; Memory]
          Sonnet  https://github.com/google-deepmind/sonnet  tags: serving

        2025-02-18  Model Serving  [2025-serving; 2025-fall; W6; Serving, Efficiency]
          required: FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness (2022)  Tri Dao, \
        Daniel Y. Fu, Stefano Ermon, Atri Rudra, Christopher Ré  https://arxiv.org/abs/2205.14135
          optional: Efficient Memory Management for Large Language Model Serving (2023)  Woosuk Kwon, Zhuohan Li  \
        arxiv:2309.06180
          background: Neural Turing Machines  arxiv:1410.5401

        """)
    #expect(run.errors == "4 readings in 2 sessions\n")
  }

  @Test func sortedByAFieldOfReadingsTheListIsNotGrouped() {
    let run = CommandRun("list", "--sort", "year-,title", terminal: 60)
    #expect(
      run.colorlessOutput == """
          opt  Efficient Memory Management for  2023  2025-serving
                 Large Language Model Serving
          req  FlashAttention: Fast and         2022  2025-serving
                 Memory-Efficient Exact
                 Attention with IO-Awareness
          req  Neural Turing Machines           2014  2017-structure
          bg   Neural Turing Machines                 2025-serving
               Sonnet                                 2017-structure
                 tags: serving

        """)
  }

  @Test func sessionsAloneAreRows() {
    let run = CommandRun("list", "--sessions", "--sort", "date-", "--limit", "2")
    #expect(
      run.output == """
        2025-09-01  Planning Ahead  0 readings  2025-fall      2025-planned
        2025-02-18  Model Serving   3 readings  2025-fall  W6  2025-serving

        """)
    #expect(run.errors == "2 sessions\n")
  }

  @Test(arguments: [
    (["--author", "re"], ["2205.14135"]), (["--author", "Dao, Tri"], ["2205.14135"]),
    (["--author", "Da"], []),
    (["--author", "kwon", "--author", "graves"], ["1410.5401", "2309.06180"]),
    (["--role", "required"], ["1410.5401", "2205.14135"]), (["--kind", "software"], ["sonnet"]),
    (["--year", "2022"], ["2205.14135"]), (["--year", "..2022"], ["1410.5401", "2205.14135"]),
    (["--term", "2017-Spring"], ["1410.5401", "sonnet"]),
    (["--term", "2025 fall", "--role", "background"], ["1410.5401"]),
    (["--category", "architecture", "--tag", "memory"], ["1410.5401", "sonnet"]),
    (["--tag", "Planning"], []),
  ])
  func flagsFilter(_ flags: [String], _ keys: [String]) {
    let run = CommandRun(["export"] + flags, load: { _ in SampleCatalog.catalog })
    #expect(run.output.split(separator: "\n").map { String($0.split(separator: "\"")[3]) } == keys)
    #expect(run.status == 0)
  }

  @Test(arguments: [("json", "[]\n"), ("jsonl", ""), ("table", ""), ("plain", "")])
  func nothingMatchingIsNoFailure(_ format: String, _ output: String) {
    let run = CommandRun("list", "--author", "nobody", "--format", format)
    #expect(run.output == output)
    #expect(run.errors == "readings: no author 'nobody'\n0 readings in 0 sessions\n")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("--tag", "no tag 'Servng'; did you mean 'Serving'?"),
    ("--term", "no term 'Servng'; there are 2017-spring, 2025-fall"),
    ("--category", "no category 'Servng'; there is Architecture"),
  ])
  func aValueThatNothingHasIsPointedOut(_ flag: String, _ hint: String) {
    let run = CommandRun("list", flag, "Servng")
    #expect(run.errors == "readings: \(hint)\n0 readings in 0 sessions\n")
    #expect(run.status == 0)
  }

  @Test func theLibraryIsAskedForInOrder() {
    func folder(_ arguments: [String], _ environment: [String: String]) -> String {
      CommandRun(["list"] + arguments, environment: environment, load: { _ in Catalog(sessions: []) }).errors
    }
    let remedy = "; --library DIR names the folder of posts\n"
    #expect(folder(["--library", "a"], ["READINGS_LIBRARY": "b"]) == "no sessions in 'a'" + remedy)
    #expect(folder([], ["READINGS_LIBRARY": "b"]) == "no sessions in 'b'" + remedy)
    #expect(folder([], ["READINGS_LIBRARY": ""]) == "no sessions in '.'" + remedy)
  }

  @Test func aMissingFolderIsSaidWithWhereItWasNamed() {
    func errors(_ arguments: [String], _ environment: [String: String]) -> String {
      CommandRun(["list"] + arguments, environment: environment) { loader throws(LibraryLoader.Failure) in
        throw .noSuchFolder(loader.folder)
      }.errors
    }
    let message = "readings: error: there is no folder 'x'"
    #expect(errors(["-L", "x"], [:]) == message + "; --library takes the folder of posts\n")
    #expect(errors([], ["READINGS_LIBRARY": "x"]) == message + ", which READINGS_LIBRARY names\n")
  }

  @Test(arguments: [
    (LibraryLoader.Failure.noSuchFolder("x"), "there is no folder 'x'"),
    (.notAFolder("x"), "'x' is not a folder"),
    (.unreadable(path: "x", reason: "Permission denied"), "cannot read 'x': Permission denied"),
  ])
  func aLibraryThatCannotBeReadIsAnError(_ failure: LibraryLoader.Failure, _ message: String) {
    let run = CommandRun(["list"]) { (_) throws(LibraryLoader.Failure) in throw failure }
    #expect(run.output == "")
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }
}
