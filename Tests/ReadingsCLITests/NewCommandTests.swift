import Foundation
import TestSupport
import Testing

/// `readings new` in libraries of its own.
@Suite struct NewCommandTests {
  private static let latest = """
    ---
    layout: post
    title: Serving
    tags: [Serving]
    desc: 2025-S4
    term: 2025-fall
    ---

    ## Required Readings:

    ### A Paper of Some Note
    + https://example.org/a.pdf

    """

  @Test func aPostIsMadeAndFilled() throws {
    let library = try EditedLibrary(["posts/serving.md": Self.latest])
    let run = library.run("new", "Speculative", "Decoding", "--tag", "x\u{1}")
    #expect(run.status == 2 && run.errors.contains("cannot be a tag"), "\(run.errors)")
    let made = library.run("new", "Speculative", "Decoding", "--tag", "Serving")
    #expect(made.errors == "made 'posts/speculative-decoding.md': label 2025-S5, term 2025-fall\n")
    #expect(made.status == 0 && made.output == "")
    #expect(
      try library.text("posts/speculative-decoding.md") == """
        ---
        layout: post
        title: Speculative Decoding
        tags: [Serving]
        desc: 2025-S5
        term: 2025-fall
        ---

        ## Required Readings:

        ## More Readings:

        """)
    let add = library.run(
      "add", "Fast Inference by Guessing Ahead", "--to", "speculative-decoding", "--section", "required")
    #expect(add.status == 0, "\(add.errors)")
    #expect(
      try library.text("posts/speculative-decoding.md").contains(
        "## Required Readings:\n\n### Fast Inference by Guessing Ahead\n\n## More Readings:\n"))
    #expect(library.run("list", "label:2025-S5", "--count").output == "1\n")
  }

  @Test func undoTakesItAway() throws {
    let library = try EditedLibrary(["posts/serving.md": Self.latest])
    #expect(library.run("new", "Next").status == 0)
    #expect(library.run("undo").status == 0)
    #expect(!FileManager.default.fileExists(atPath: library.folder.path + "/posts/next.md"))
  }

  @Test func aDryRunShowsThePost() throws {
    let library = try EditedLibrary(["posts/serving.md": Self.latest])
    let run = library.run("new", "Next", "--dry-run", "--date", "2025-03-04", "--file", "posts/x.md")
    #expect(
      run.output.contains("+++ b/posts/x.md\n") && run.output.contains("+date: 2025-03-04\n"), "\(run.output)"
    )
    #expect(run.errors == "would make 'posts/x.md': label 2025-S5, date 2025-03-04, term 2025-fall\n")
    #expect(!FileManager.default.fileExists(atPath: library.folder.path + "/posts/x.md"))
  }

  @Test(arguments: [
    (["new"], "'new' needs a TITLE; see 'readings help new'"),
    (["new", "Serving"], "there is a post 'posts/serving.md' already; --file gives another name"),
    (["new", "x", "--date", "soon"], "'soon' for '--date' is not a day, such as 2025-03-04"),
    (
      ["new", "x", "--file", "../x.md"],
      "'../x.md' for '--file' is not the name of a Markdown file in the library, such as talk.md"
    ),
    (["new", "?!"], "the title has no letters or digits to name the file by; --file gives it a name"),
  ])
  func mistakesAreExplained(_ arguments: [String], _ message: String) throws {
    let library = try EditedLibrary(["posts/serving.md": Self.latest])
    let run = library.run(arguments)
    #expect(run.errors == "readings: error: \(message)\n" && run.status == 2)
  }
}
