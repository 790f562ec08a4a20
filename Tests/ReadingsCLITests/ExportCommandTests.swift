import Foundation
import Testing

@Suite struct ExportCommandTests {
  /// The names and their order are a contract.
  @Test func aReadingIsALine() {
    let run = CommandRun("export", "--author", "dao")
    #expect(
      run.output == """
        {"key":"2205.14135","title":"FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness",\
        "section":null,"role":"required","kind":"paper","urls":["https://arxiv.org/abs/2205.14135"],\
        "arxiv":"2205.14135","doi":null,"openreview":null,"authors":["Tri Dao","Daniel Y. Fu","Stefano Ermon",\
        "Atri Rudra","Christopher Ré"],"submitted":"2022-05-27","year":null,"venue":null,"citations":null,\
        "affiliation":null,"abstract":null,"tags":[],"presenter":null,"file":"posts/2025-serving.md","line":8,\
        "column":5,"session":{"key":"2025-serving","title":"Model Serving","date":"2025-02-18",\
        "term":"2025-fall","label":"W6","lecture":null,"tags":["Serving","Efficiency"],"categories":[]}}

        """)
    #expect(run.errors == "1 reading in 1 session\n")
    #expect(run.status == 0)
  }

  @Test func everyLineAndTheArrayParse() throws {
    let lines = CommandRun("export").output.split(separator: "\n")
    let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary }
    let array = CommandRun("export", "--format", "json").output
    let parsed = try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [NSDictionary]
    #expect(objects.count == 5)
    #expect(parsed == objects.compactMap { $0 })
    #expect(CommandRun("list", "--format", "json").output == array)
  }

  @Test func bibliographiesAreFormats() {
    #expect(
      CommandRun("export", "-f", "bibtex", "key:2309.06180").output == """
        @misc{kwon2023efficient,
          author = {Kwon, Woosuk and Li, Zhuohan},
          title = {Efficient Memory Management for Large Language Model Serving},
          year = {2023},
          eprint = {2309.06180},
          archiveprefix = {arXiv},
          keywords = {Serving, Efficiency},
        }

        """)
    #expect(
      CommandRun("export", "-f", "biblatex", "key:2309.06180").output.hasPrefix("@online{kwon2023efficient,"))
    #expect(CommandRun("export", "-f", "ris", "key:2309.06180").output.hasPrefix("TY  - UNPB\r\n"))
    #expect(CommandRun("export", "-f", "csl-json", "author:nobody").output == "[]\n")
  }

  @Test(arguments: ["--columns", "--template", "--json"])
  func bibliographiesHaveFieldsOfTheirOwn(option: String) {
    let run = CommandRun("export", "--format", "bibtex", option, "title")
    #expect(run.status == 2)
    #expect(run.errors.contains("does not go with"))
  }

  @Test func sortAndLimitApply() {
    let run = CommandRun("export", "--sort", "title-", "--limit", "2")
    #expect(
      run.output.split(separator: "\n").map { $0.prefix(18) } == [
        #"{"key":"sonnet","t"#, #"{"key":"1410.5401""#,
      ])
    #expect(run.errors == "2 readings in 1 session\n")
  }
}
