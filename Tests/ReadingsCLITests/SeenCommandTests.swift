import ReadingsCLI
import ReadingsCatalog
import Testing

@Suite struct SeenCommandTests {
  @Test func eachPaperHasItsEarlierSessionsOrIsNew() {
    let run = CommandRun("seen", "2025-serving")
    #expect(
      run.output == """
        new   FlashAttention: Fast and Memory-Efficient Exact Attention with
              IO-Awareness
        new   Efficient Memory Management for Large Language Model Serving
        seen  Neural Turing Machines
              2017-03-02  Structure and Memory
                          2017-spring · Core · required · posts/2017-structure.md:12

        """)
    #expect(run.errors == "3 papers, 2 new\n")
  }

  @Test func laterSessionsAreNotEarlier() {
    #expect(CommandRun("seen", "2017").errors == "2 papers, 2 new\n")
  }

  @Test func onlyNewPapersAreListedOnRequest() {
    let run = CommandRun("seen", "2025-serving", "--new-only", "--format", "jsonl")
    #expect(run.output.split(separator: "\n").count == 2)
    #expect(run.output.split(separator: "\n").allSatisfy { $0.contains(#""status":"new""#) })
  }

  @Test func theTableOfAPostIsPrinted() {
    let run = CommandRun("seen", "2025-serving", "--format", "markdown")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "| Paper | Previous Semester | Section | Role | Team |")
    #expect(lines[1] == "| --- | --- | --- | --- | --- |")
    #expect(
      lines[4] == "| Neural Turing Machines | 2017-spring: Structure and Memory | Core | required |  |")
  }

  @Test(arguments: [
    "- [Neural Turing machine](https://arxiv.org/abs/1410.5401v2)\n* A Paper Nobody Has Read\n",
    "@misc{a, title={Neural {T}uring Machines}}\n@misc{b, title={A Paper Nobody Has Read}}\n",
    "TY  - JOUR\r\nTI  - Neural Turing Machines\r\nER  - \r\n\r\nTY  - JOUR\r\nTI  - A Paper Nobody Has Read\r\nER  - \r\n",
    "{\"title\":\"Neural Turing Machines\"}\n{\"title\":\"A Paper Nobody Has Read\"}\n",
  ])
  func aListThatIsInNoSessionIsComparedToo(_ list: String) {
    let run = CommandRun(["seen", "--records", "-"], input: Array(list.utf8)) { _ in SampleCatalog.catalog }
    #expect(run.output.contains("2025-02-18  Model Serving\n"))
    #expect(run.output.contains("2017-03-02  Structure and Memory\n"))
    #expect(run.output.hasSuffix("new   A Paper Nobody Has Read\n"))
    #expect(run.errors == "2 papers, 1 new\n")
  }

  @Test(arguments: [
    (["seen"], "'seen' needs a SESSION or '--records FILE'"),
    (["seen", "a", "--records", "-"], "a SESSION does not go with '--records'"),
    (["seen", "2025"], "'2025' fits 2 sessions"),
    (["seen", "2025-servin9"], "unknown session '2025-servin9'; did you mean '2025-serving'?"),
  ])
  func aCallWithoutOneListIsRefused(_ arguments: [String], _ message: String) {
    let run = CommandRun(arguments) { _ in SampleCatalog.catalog }
    #expect(run.errors.hasPrefix("readings: error: " + message), "\(run.errors)")
    #expect(run.status == 2)
  }
}
