import Foundation
import ReadingsCLI
import ReadingsCatalog
import Testing

/// Commands on a folder of posts, with the loader that the program has.
@Suite struct LibraryTests {
  private static let post = """
    ---
    title: Model Serving
    date: 2025-02-18
    tags: [ Serving, serving ]
    ---

    ## Required Readings:

    ### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
    + Tri Dao, Daniel Y. Fu
    + https://arxiv.org/abs/2205.14135
    """

  /// Runs a command on a library of one post, and of a link that leads nowhere if one is named.
  private func run(_ arguments: [String], danglingLink: String? = nil) throws -> CommandRun {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "readings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(LibraryTests.post.utf8).write(to: folder.appendingPathComponent("serving.md"))
    if let danglingLink {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(danglingLink).path, withDestinationPath: "nowhere.md")
    }
    return CommandRun(arguments + ["--library", folder.path]) { (loader) throws(LibraryLoader.Failure) in
      try loader.load()
    }
  }

  @Test func aPostIsListed() throws {
    let run = try run(["list"])
    #expect(
      run.output == """
        2025-02-18  Model Serving
                    serving · Serving, serving
          req  FlashAttention: Fast and Memory-Efficient Exact       Dao, Fu  2205.14135
                 Attention with IO-Awareness

        """)
    #expect(run.errors == "1 reading in 1 session\n")
    #expect(run.status == 0)
  }

  @Test func explainSaysWhereEveryFieldStands() throws {
    let run = try run(["show", "2205", "--explain"])
    #expect(
      run.output == """
        FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
        key          2205.14135
        authors      Tri Dao, Daniel Y. Fu
        kind         paper
        links        https://arxiv.org/abs/2205.14135
        identifiers  arxiv:2205.14135

        Read in
          2025-02-18  Model Serving
                      required · Required Readings · serving.md:9

        How 'FlashAttention: Fast and Memory-Efficient Exact Attention with
        IO-Awareness' was read in serving.md:9
        title        FlashAttention: Fast and Memory-Efficient Exact Attention with
                     IO-Awareness
                     at 9:5, by the rule 'title line'
        authors      Tri Dao, Daniel Y. Fu
                     at 10:3, by the rule 'author line'
        urls         https://arxiv.org/abs/2205.14135
                     at 11:3, by the rule 'link'
        arxiv        2205.14135
                     at 11:3, by the rule 'link'

        """)
    #expect(run.status == 0)
  }

  @Test(arguments: [["list"], ["list", "--sessions"], ["show", "2205.14135"], ["tags"], ["export"]])
  func whatCanBeReadIsPrintedBesideAFileThatCannot(_ arguments: [String]) throws {
    let whole = try run(arguments)
    let partial = try run(arguments, danglingLink: "x.md")
    #expect(partial.output == whole.output)
    #expect(whole.output != "")
    #expect([whole.status, partial.status] == [0, 2])
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    let message =
      "x.md:1:1: error: the file cannot be read: no such file or directory [unreadable-file]\n"
    #expect(try run(["list"], danglingLink: "x.md").errors == message + "1 reading in 1 session\n")
  }
}
