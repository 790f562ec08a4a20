import Foundation
import TestSupport
import Testing

/// `readings add` on posts of its own, from options, records, a server on this machine, and earlier sessions.
@Suite struct AddCommandTests {
  private static let old = """
    ---
    title: Kernels
    date: 2025-02-04
    ---

    ## Required Readings:

    ### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
    + Tri Dao, Daniel Y. Fu
    + [Submitted on 27 May 2022]
    + https://arxiv.org/abs/2205.14135

    """
  private static let new = """
    ---
    title: Serving
    date: 2025-02-11
    ---

    ## Required Readings:

    ## More Readings:

    """

  private func library() throws -> EditedLibrary {
    try EditedLibrary(["kernels.md": Self.old, "serving.md": Self.new])
  }

  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2309.06180v1</id>
    <published>2023-09-12T12:50:04Z</published><title>Efficient Memory Management for Serving</title>
    <summary>High throughput serving of large language models needs many requests in one batch at a time.</summary>
    <author><name>Woosuk Kwon</name></author><author><name>Zhuohan Li</name></author></entry></feed>
    """
  private static let entry = """
    ### Efficient Memory Management for Serving
    + Woosuk Kwon, Zhuohan Li
    + [Submitted on 12 Sep 2023]
    + https://arxiv.org/abs/2309.06180
    + High throughput serving of large language models needs many requests in one batch at a time.

    """

  @Test func whatWasReadBeforeIsPointedOutAndDescribed() throws {
    let library = try library()
    let run = library.run("add", "arXiv:2205.14135v2", "--to", "serving", "--section", "more")
    let title = "FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness"
    #expect(
      run.errors == """
        read before in 'kernels' (2025-02-04, Required Readings)
        added '\(title)' to 'serving' below 'More Readings' (serving.md:10)

        """)
    #expect(run.output == "" && run.status == 0)
    #expect(
      try library.text("serving.md")
        == Self.new + """

          ### \(title)
          + Tri Dao, Daniel Y. Fu
          + [Submitted on 27 May 2022]
          + https://arxiv.org/abs/2205.14135

          """)
    #expect(library.run("list", "session:serving", "--json", "title,arxiv").output.contains("2205.14135"))
    #expect(library.run("undo").status == 0)
    #expect(try library.text("serving.md") == Self.new)
  }

  @Test func optionsDescribeAPaper() throws {
    let library = try library()
    let run = library.run(
      "add", "A Paper of Our Own", "--author", "Ann Lee", "--author", "Bo Chen", "--link",
      "https://example.org/own.pdf", "--year", "2024", "--to", "kernels")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try library.text("kernels.md")
        == Self.old + """

          ### A Paper of Our Own
          + Ann Lee, Bo Chen
          + https://example.org/own.pdf
          + Year: 2024

          """)
  }

  @Test(arguments: ["paper.xml", "-"])
  func anAtomRecordIsAdded(_ file: String) throws {
    let library = try library()
    try library.folder.write(Self.atom, to: "paper.xml")
    let path = file == "-" ? "-" : library.folder.path + "/paper.xml"
    let run = library.run("add", "--from", path, "--to", "kernels", input: Self.atom)
    #expect(run.status == 0, "\(run.errors)")
    #expect(try library.text("kernels.md") == Self.old + "\n" + Self.entry)
  }

  @Test func bibTeXWithSeveralEntriesNeedsAName() throws {
    let library = try library()
    try library.folder.write(
      """
      @inproceedings{kwon, title={Serving {LLMs} Well Indeed}, author={Kwon, Woosuk and L{\\'i}, Zhuohan}, year=2023}
      @article{dao, title={Second}}
      """, to: "papers.bib")
    let path = library.folder.path + "/papers.bib"
    let without = library.run("add", "--from", path, "--to", "kernels")
    #expect(without.errors.contains("has 2 records; name one of them\n  kwon  Serving LLMs Well Indeed\n"))
    #expect(without.status == 2)
    let run = library.run("add", "kwon", "--from", path, "--to", "kernels")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try library.text("kernels.md").hasSuffix(
        "\n### Serving LLMs Well Indeed\n+ Woosuk Kwon, Zhuohan Lí\n+ Year: 2023\n"))
  }

  @Test func aDryRunWritesNothing() throws {
    let library = try library()
    let run = library.run("add", "A Title of Its Own", "--to", "serving", "--dry-run")
    #expect(
      run.output.contains("--- a/serving.md\n+++ b/serving.md\n")
        && run.output.contains("\n+### A Title of Its Own\n"))
    #expect(
      run.errors == "would add 'A Title of Its Own' to 'serving' below 'More Readings' (serving.md:10)\n")
    #expect(try library.text("serving.md") == Self.new)
  }

  @Test(arguments: [
    (
      ["add", "x"],
      "'add' needs --to SESSION, which says where\n  'readings list --sessions' shows the sessions with their keys"
    ),
    (
      ["add", "--to", "serving"], "'add' needs a PAPER, --from FILE or --title TEXT; see 'readings help add'"
    ),
    (["add", "2309.06180", "--to", "serving"], "nothing says what '2309.06180' is called"),
    (["add", "x", "--to", "servng"], "unknown session 'servng'; did you mean 'serving'?"),
    (
      ["add", "x y z", "--to", "serving", "--section", "More Redings"],
      "'serving' has no section 'More Redings'; did you mean 'More Readings'?"
    ),
    (
      ["add", "2205.14135", "--to", "kernels"],
      "'kernels' has 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness' already"
    ),
    (
      ["add", "x", "--to", "serving", "--link", "example.org"],
      "'example.org' for '--link' is not a whole address, such as https://..."
    ),
    (
      ["add", "x", "--to", "serving", "--submitted", "2022-13-01"],
      "'2022-13-01' for '--submitted' is not a day, such as 2025-03-04"
    ),
    (
      ["add", "x y", "--to", "serving", "--fetch"],
      "--fetch needs an arXiv identifier, a DOI, or a link to one"
    ),
  ])
  func mistakesAreExplained(_ arguments: [String], _ message: String) throws {
    let library = try library()
    let run = library.run(arguments)
    #expect(run.errors.hasPrefix("readings: error: \(message)\n"), "\(run.errors)")
    #expect(run.status == 2 && run.output == "")
    #expect(try library.text("serving.md") == Self.new)
  }

  // MARK: --fetch

  @Test(.enabled(if: BuiltProgram.path(of: "curl") != nil, "this system has no curl"))
  func arXivIsAsked() throws {
    let server = try LocalServer(status: "200 OK", body: Self.atom)
    let library = try library()
    let run = library.run(
      "add", "2309.06180", "--fetch", "--to", "kernels",
      environment: ["READINGS_ARXIV_URL": server.address + "/api/query"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(server.paths == ["/api/query?id_list=2309.06180"])
    #expect(try library.text("kernels.md") == Self.old + "\n" + Self.entry)
  }

  @Test(.enabled(if: BuiltProgram.path(of: "curl") != nil, "this system has no curl"))
  func crossrefIsAsked() throws {
    let record = """
      {"title": "A Registered Paper of Note", "author": [{"given": "Ann", "family": "Lee"}], "DOI": "10.1000/ab(c)",
      "issued": {"date-parts": [[2021]]}}
      """
    let server = try LocalServer(status: "200 OK", body: record)
    let library = try library()
    let run = library.run(
      "add", "10.1000/ab(c)", "--fetch", "--to", "kernels",
      environment: ["READINGS_CROSSREF_URL": server.address + "/works"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(server.paths == ["/works/10.1000/ab%28c%29/transform/application/vnd.citationstyles.csl+json"])
    #expect(
      try library.text("kernels.md").contains(
        "\n### A Registered Paper of Note\n+ Ann Lee\n+ https://doi.org/10.1000/ab(c)\n+ Year: 2021\n"))
  }

  @Test(
    .enabled(if: BuiltProgram.path(of: "curl") != nil, "this system has no curl"),
    arguments: [
      ("404 Not Found", "", "404"), ("200 OK", "<feed></feed>", "is not known there"),
      ("200 OK", "<feed>", "the answer cannot be read"),
    ])
  func anAnswerThatDoesNotHelpIsAnError(_ status: String, _ body: String, _ message: String) throws {
    let server = try LocalServer(status: status, body: body)
    let library = try library()
    let run = library.run(
      "add", "2309.06180", "--fetch", "--to", "kernels", environment: ["READINGS_ARXIV_URL": server.address])
    #expect(run.errors.hasPrefix("readings: error: ") && run.errors.contains(message), "\(run.errors)")
    #expect(run.status == 2)
    #expect(try library.text("kernels.md") == Self.old)
  }

  /// Without `--fetch` nobody is asked, whatever is missing.
  @Test func nobodyIsAskedUnasked() throws {
    let server = try LocalServer(status: "200 OK", body: Self.atom)
    let run = try library().run(
      "add", "2309.06180", "--to", "kernels", environment: ["READINGS_ARXIV_URL": server.address])
    #expect(run.status == 2 && server.paths.isEmpty)
  }
}
