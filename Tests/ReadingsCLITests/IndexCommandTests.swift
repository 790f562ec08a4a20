import Foundation
import TestSupport
import Testing

@Suite struct IndexCommandTests {
  @Test func oneTagAsText() {
    let run = CommandRun(
      "index", "--by", "tag", "--only", "serving", "--format", "text", "--title", "On serving")
    #expect(
      run.output == """
        Serving


        On serving (Index of Posts):

        No. Read Date Title and Information We Read @
        1 2025, Feb, 18 Model Serving W6
        2 2017, Mar, 2 Structure and Memory 2017-spring


        Here is a detailed list of posts!



        [1]: Model Serving


        Serving Efficiency

        FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness

          • Tri Dao, Daniel Y. Fu, Stefano Ermon, Atri Rudra, Christopher Ré
          • 2022
          • https://arxiv.org/abs/2205.14135

        Efficient Memory Management for Large Language Model Serving

          • Woosuk Kwon, Zhuohan Li
          • 2023

        Neural Turing Machines


        [2]: Structure and Memory


        Memory

        Core:

        Neural Turing Machines

          • Alex Graves, Greg Wayne, Ivo Danihelka
          • 2014
          • https://arxiv.org/abs/1410.5401

        Tools:

        Sonnet

          • https://github.com/google-deepmind/sonnet
          • Tags: serving




        Here is a name list of posts!

          • Model Serving
          • Structure and Memory

        """)
    #expect(run.errors == "5 readings in 3 sessions\n" && run.status == 0)
  }

  @Test(arguments: ["category", "tag", "term", "year", "author", "date", "paper", "schedule"])
  func everyFieldAndFormatWorks(_ field: String) {
    for format in ["markdown", "html", "text"] {
      let run = CommandRun("index", "--by", field, "--format", format)
      #expect(run.status == 0 && !run.output.isEmpty, "\(format): \(run.errors)")
    }
  }

  @Test func aTableAlone() {
    let run = CommandRun("index", "--by", "paper", "--detail", "none", "author:dao")
    #expect(
      run.output == """
        # Papers Read

        ## Papers

        | No. | Title and Information | Authors | Year | We Read @ |
        | --: | --- | --- | --: | --- |
        | 1 | FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness | Dao et al. | 2022 | W6 |


        """)
  }

  @Test func anUnknownValueIsAnErrorWithASuggestion() {
    let run = CommandRun("index", "--by", "tag", "--only", "servin")
    #expect(run.errors == "readings: error: unknown tag 'servin' for '--only'; did you mean 'Serving'?\n")
    #expect(run.status == 2 && run.output == "")
  }

  @Test func frontMatterNeedsMarkdown() {
    #expect(CommandRun("index", "--front-matter", "--format", "html").status == 2)
  }

  @Test func aFileIsWrittenOnlyWhenItChanges() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/index.md"
    #expect(CommandRun("index", "--by", "tag", "--output", path).output == "")
    let old = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    _ = CommandRun("index", "--by", "tag", "--output", path)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == old)
    _ = CommandRun("index", "--by", "term", "--output", path)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("# Readings by Term\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["index.md"])
    #expect(CommandRun("index", "--output", folder.path + "/none/x.md").status == 2)
  }
}
