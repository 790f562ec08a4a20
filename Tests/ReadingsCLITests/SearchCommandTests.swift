import Testing

@Suite struct SearchCommandTests {
  @Test func hitsAreMarkedAndCounted() {
    let run = CommandRun("search", "memory", "sort", terminal: 60)
    #expect(
      run.colorlessOutput == """
        Neural Turing Machines
          Graves et al. · 2014 · 2017-structure · 1410.5401
          A network with a *memory* beside it learns to copy and to
          *sort.*

        Efficient *Memory* Management for Large Language Model
        Serving
          Kwon, Li · 2023 · 2025-serving · 2309.06180

        FlashAttention: Fast and *Memory-Efficient* Exact Attention
        with IO-Awareness
          Dao et al. · 2022 · 2025-serving · 2205.14135

        """)
    #expect(run.status == 0)
  }

  @Test func optionsNarrowAndFormatsFollowTheRank() {
    let run = CommandRun("search", "memory", "--role", "required", "--columns", "key", "--format", "csv")
    #expect(run.output == "key\r\n2205.14135\r\n1410.5401\r\n")
    #expect(run.errors == "2 readings\n")
    let first = CommandRun("search", "memory", "-n", "1", "-fplain")
    #expect(first.output.hasPrefix("optional: Efficient Memory Management"))
    #expect(first.errors == "3 readings, the best 1 shown\n")
    #expect(CommandRun("search", "memory", "--count").output == "3\n")
  }

  @Test func nothingFoundIsNoFailure() {
    let run = CommandRun("search", "zebra")
    #expect(run.output == "")
    #expect(run.errors == "0 readings\n")
    #expect(run.status == 0)
    #expect(CommandRun("search", "zebra", "-fjson").output == "[]\n")
  }

  @Test(arguments: [
    (["search"], "'search' needs a WORD; see 'readings help search'"),
    (["search", "!?"], "the text '!?' has no letters to look for"),
  ])
  func withoutWordsThereIsNoSearch(_ arguments: [String], _ message: String) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }
}
