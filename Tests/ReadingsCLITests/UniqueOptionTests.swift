import Foundation
import Testing

@Suite struct UniqueOptionTests {
  @Test func aPaperReadTwiceIsListedOnce() {
    let run = CommandRun("list", "--unique", "turing", "--format", "plain")
    #expect(
      run.output
        == "required: Neural Turing Machines (2014)  Alex Graves, Greg Wayne, Ivo Danihelka  "
        + "https://arxiv.org/abs/1410.5401  [2017-structure, 2025-serving]\n")
    #expect(run.errors == "1 paper\n")
  }

  @Test func aNarrowColumnSaysHowManySessionsReadIt() {
    #expect(CommandRun("list", "--unique", "turing").output.contains("2× 2017-structure"))
  }

  /// The later reading has neither link nor authors; the paper has both.
  @Test func whatOneReadingDoesNotSayAnotherSays() {
    let run = CommandRun(
      "export", "--unique", "--json", "title,authors,sessions", "turing", "session:serving")
    #expect(
      run.output == """
        {"title":"Neural Turing Machines","authors":["Alex Graves","Greg Wayne","Ivo Danihelka"],\
        "sessions":["2017-structure","2025-serving"]}

        """)
  }

  @Test func theContractGainsTheSessions() throws {
    let line = CommandRun("export", "--unique", "turing").output
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["sessions"] as? [String] == ["2017-structure", "2025-serving"])
    #expect((object?["session"] as? [String: Any])?["key"] as? String == "2017-structure")
    #expect(!CommandRun("export", "turing").output.contains("\"sessions\""))
  }

  @Test func bibliographiesOfPapersHaveNoDoubleKeys() {
    let bibtex = CommandRun("export", "--unique", "-f", "bibtex", "turing").output
    #expect(bibtex.split(separator: "\n").count { $0.hasPrefix("@") } == 1)
    #expect(
      CommandRun("export", "-f", "bibtex", "turing").output.split(separator: "\n").filter {
        $0.hasPrefix("@")
      } == [
        "@misc{graves2014neural,", "@misc{2014neural,",
      ])
  }

  @Test func readingsOfPapersReadElsewhereAreFound() {
    #expect(
      CommandRun("list", "is:duplicate", "--template", "{session}/{key}").output == """
        2017-structure/1410.5401
        2025-serving/1410.5401

        """)
    #expect(CommandRun("list", "-is:duplicate", "--count").output == "3\n")
  }

  @Test func sessionsAreNoPapers() {
    let run = CommandRun("list", "--unique", "--sessions")
    #expect(run.status == 2)
    #expect(run.errors == "readings: error: '--sessions' does not go with '--unique'\n")
  }
}
