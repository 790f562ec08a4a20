import ReadingsCatalog
import TestSupport
import Testing

@Suite struct SearchCommandTests {
  @Test func hitsAreMarkedAndCounted() {
    let run = CommandRun("search", "memory", "sort", environment: ["COLUMNS": "60"])
    #expect(
      run.output == """
        Neural Turing Machines
          Graves et al. · 2014 · 1410.5401 · in 2017-structure
          A network with a *memory* beside it learns to copy and to
          *sort*.

        Structure and *Memory*
          session · 2017-03-02 · 2017-structure

        Efficient *Memory* Management for Large Language Model
        Serving
          Kwon, Li · 2023 · 2309.06180 · in 2025-serving

        FlashAttention: Fast and *Memory*-Efficient Exact Attention
        with IO-Awareness
          Dao et al. · 2022 · 2205.14135 · in 2025-serving

        """)
    #expect(run.errors == "3 readings and 1 session\n")
    #expect(run.status == 0)
  }

  @Test func onAColourTerminalHitsHaveAStyle() {
    let run = CommandRun("search", "memory network", "-n1", "--in", "abstract", terminal: 60)
    #expect(run.output.contains("A \u{1B}[1;31mnetwork\u{1B}[0m with a \u{1B}[1;31mmemory\u{1B}[0m beside"))
    #expect(!run.output.contains("*"))
  }

  @Test func aWorkReadTwiceIsShownOnce() {
    let run = CommandRun("search", "turing", environment: ["COLUMNS": "80"])
    #expect(
      run.output == """
        Neural *Turing* Machines
          Graves et al. · 2014 · 1410.5401 · in 2017-structure, 2025-serving

        """)
    #expect(run.errors == "2 readings\n")
    // The limit is one of works.
    let first = CommandRun("search", "turing", "-n1", environment: ["COLUMNS": "80"])
    #expect(first.output == run.output)
    #expect(first.errors == run.errors)
  }

  @Test func optionsAndTermsNarrowAndFormatsFollowTheRank() {
    let run = CommandRun("search", "memory", "--role", "required", "--columns", "key", "--format", "csv")
    #expect(run.output == "key\r\n2205.14135\r\n1410.5401\r\n")
    #expect(run.errors == "2 readings\n")
    #expect(CommandRun("search", "memory role:required", "--columns", "key", "-fcsv").output == run.output)
    let first = CommandRun("search", "memory", "-n", "1", "-fplain")
    #expect(first.output == "Structure and *Memory*  [session; 2017-03-02; 2017-structure]\n")
    #expect(first.errors == "3 readings and 1 session, the best 1 shown\n")
    #expect(CommandRun("search", "memory", "--count").output == "3\n")
    #expect(
      CommandRun("search", "memory", "-fpaths").output == "posts/2017-structure.md\nposts/2025-serving.md\n")
  }

  @Test func jsonSaysHowAHitWasFound() {
    let run = CommandRun("search", "network planning", "-fjsonl")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix(#"{"key":"2025-planned","title":"Planning Ahead","date":"2025-09-01","#))
    #expect(lines[0].contains(#","readingCount":0,"hit":{"of":"session","score":"#))
    #expect(lines[0].hasSuffix(#","passage":null,"passageLine":null}}"#))
    #expect(lines[1].hasPrefix(#"{"key":"1410.5401","title":"Neural Turing Machines","section":"Core","#))
    #expect(lines[1].contains(#","hit":{"of":"reading","score":"#))
    #expect(
      lines[1].hasSuffix(
        #","passage":"A network with a memory beside it learns to copy and to sort.","passageLine":null}}"#))
  }

  @Test func nothingFoundIsNoFailure() {
    let run = CommandRun("search", "zebra")
    #expect(run.output == "")
    #expect(run.errors == "readings: nothing has 'zebra'\n0 readings\n")
    #expect(run.status == 0)
    #expect(CommandRun("search", "zebra", "-fjson").output == "[]\n")
  }

  @Test(arguments: [
    (["memery"], "nothing has 'memery'; taken for 'memory'"),
    (["nemory"], "nothing has 'nemory'; did you mean 'memory'?"),
    (["\"memory network\""], "nothing says \"memory network\""),
    (["memory", "tag:servin"], "no tag 'servin'; did you mean 'Serving'?"),
  ])
  func wordsThatNothingHasAreNamed(_ words: [String], _ hint: String) {
    let run = CommandRun(["search"] + words, load: { _ in SampleCatalog.catalog })
    #expect(run.errors.hasPrefix("readings: \(hint)\n"))
    #expect(run.status == 0)
  }

  @Test func aWriteUpIsShownWithItsPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      ---
      title: Serving
      date: 2025-02-18
      ---
      ## Required Readings:

      #### Paged Memory
      + Ann Lee, Bo Chen
      + https://arxiv.org/abs/2309.06180

      # Blog

      We saw how the **key-value** [cache](https://example.org/cache) \u{1B}[2Jgrows\u{202E}.
      """, to: "a/serving.md")
    let run = CommandRun(["search", "key value cache", "--library", folder.path]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(
      run.output == """
        Serving
          session · 2025-02-18 · serving · a/serving.md:13
          We saw how the *key-value cache* ␛[2Jgrows\\u{202E}.

        """)
    #expect(run.errors == "0 readings and 1 session\n")
  }

  @Test(arguments: [
    (["search"], "'search' needs a WORD; see 'readings help search'"),
    (
      ["search", "tag:a"],
      "there is no word to rank by outside of fields and groups; 'readings list' takes such a query"
    ), (["search", "a", "--in", "titel"], "unknown field 'titel' for '--in'; did you mean 'title'?"),
    (
      ["search", "a", "--in", "venue"],
      "unknown field 'venue' for '--in'; it takes title, authors, abstract, notes"
    ),
  ])
  func withoutWordsThereIsNoSearch(_ arguments: [String], _ message: String) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }

  @Test func aMistakeInTheQueryIsShownAtItsPlace() {
    let run = CommandRun("search", "cache", "tga:serving")
    #expect(run.errors.hasPrefix("query:1:7: error: unknown field 'tga'; did you mean 'tag'?"))
    #expect(run.status == 2)
  }
}
