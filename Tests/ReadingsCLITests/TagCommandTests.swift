import Foundation
import ReadingsCLI
import ReadingsCatalog
import TestSupport
import Testing

/// Commands that edit, on a library of their own with a state folder of its own.
@Suite struct TagCommandTests {
  private static let serving = """
    ---
    title: Model Serving
    tags: [ Serving ]
    ---

    ## Required Readings:

    ### FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness
    + Tri Dao, Daniel Y. Fu
    + https://arxiv.org/abs/2205.14135

    """
  private static let broken = "---\ntitle: [1900] Mixed\ntags: [ Serving ]\n---\n"

  private struct Library {
    let folder: TemporaryFolder
    let state: TemporaryFolder

    init(_ files: [String: String] = ["serving.md": TagCommandTests.serving]) throws {
      folder = try TemporaryFolder()
      state = try TemporaryFolder()
      for (path, text) in files { try folder.write(text, to: path) }
    }

    func run(_ arguments: String...) -> CommandRun { run(arguments) }

    func run(_ arguments: [String]) -> CommandRun {
      CommandRun(
        arguments + ["--library", folder.path], environment: ["XDG_STATE_HOME": state.path]
      ) { loader throws(LibraryLoader.Failure) in try loader.load() }
    }

    func text(_ path: String = "serving.md") throws -> String {
      try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    }

    var names: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
    }
  }

  @Test func aPaperIsTaggedInItsEntry() throws {
    let library = try Library()
    let run = library.run("tag", "add", "Kernels", "--to", "2205.14135")
    #expect(run.errors == "added 'Kernels' to 1 reading (1 file)\n")
    #expect(run.output == "")
    #expect(run.status == 0)
    #expect(try library.text() == Self.serving + "+ Tags: Kernels\n")
    #expect(library.run("list", "tag:kernels", "--count").output == "1\n")
    #expect(library.run("show", "2205.14135").output.contains("Kernels"))
    #expect(library.names == ["serving.md"])
  }

  @Test func aSessionIsTaggedInItsFrontMatter() throws {
    let library = try Library()
    let run = library.run("tag", "add", "--diff", "RAG", "Long Context", "--to", "serving")
    #expect(run.errors == "added 'RAG', 'Long Context' to 1 session (1 file)\n")
    #expect(
      run.output == """
        --- a/serving.md
        +++ b/serving.md
        @@ -1,6 +1,6 @@
         ---
         title: Model Serving
        -tags: [ Serving ]
        +tags: [ Serving, RAG, Long Context ]
         ---
         
         ## Required Readings:

        """)
    #expect(
      try library.text() == Self.serving.replacing("[ Serving ]", with: "[ Serving, RAG, Long Context ]"))
  }

  @Test func aDryRunWritesNothing() throws {
    let library = try Library()
    let run = library.run("tag", "rename", "serving", "Inference", "--dry-run")
    #expect(run.errors == "would rename 'serving' to 'Inference' in 1 session (1 file)\n")
    #expect(run.output.contains("-tags: [ Serving ]\n+tags: [ Inference ]\n"))
    #expect(try library.text() == Self.serving)
    #expect(try FileManager.default.contentsOfDirectory(atPath: library.state.path) == [])
  }

  @Test func undoTakesBackTheLastCommand() throws {
    let library = try Library()
    #expect(library.run("tag", "rename", "Serving", "a b").status == 0)
    #expect(
      library.run("undo", "--dry-run").errors
        == "would take back 'tag rename Serving \"a b\"': 1 file as before\n")
    let run = library.run("undo")
    #expect(run.errors == "took back 'tag rename Serving \"a b\"': 1 file as before\n")
    #expect(try library.text() == Self.serving)
    let again = library.run("undo")
    #expect(
      again.errors
        == "readings: error: there is nothing to undo in this library; only its last edit can be taken back\n"
    )
    #expect(again.status == 2)
  }

  @Test func undoKeepsWhatWasEditedSince() throws {
    let library = try Library()
    _ = library.run("tag", "add", "new", "--to", "serving")
    let edited = try library.text() + "More.\n"
    try library.folder.write(edited, to: "serving.md")
    let run = library.run("undo")
    #expect(
      run.errors
        == "readings: error: 'serving.md' changed since the last edit, which can no longer be undone; "
        + "nothing was written\n")
    #expect(run.status == 2)
    #expect(try library.text() == edited)
  }

  @Test func nothingToChangeTouchesNoFile() throws {
    let library = try Library()
    let path = library.folder.path + "/serving.md"
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let run = library.run("tag", "add", "SERVING", "--to", "serving")
    #expect(run.errors == "nothing to change: 'SERVING' is there already\n")
    #expect(run.status == 0)
    let after = try FileManager.default.attributesOfItem(atPath: path)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
    #expect(try FileManager.default.contentsOfDirectory(atPath: library.state.path) == [])
  }

  @Test func aBrokenPostIsLeftAloneWithItsDiagnostic() throws {
    let library = try Library(["serving.md": Self.serving, "broken.md": Self.broken])
    let run = library.run("tag", "rename", "Serving", "Inference")
    #expect(
      run.errors == """
        broken.md:2:15: error: nothing may follow a value on its line [text-after-value]
        title: [1900] Mixed
                      ^~~~~
        broken.md:2:15: note: fix: quote the value
        readings: broken.md: the post is left as it is: its front matter has errors; mend them first
        renamed 'Serving' to 'Inference' in 1 session (1 file); 1 is left as before

        """)
    #expect(run.status == 2)
    #expect(try library.text("broken.md") == Self.broken)
  }

  @Test func whereMeansReadingsAndWithSessionsTheirSessions() throws {
    let library = try Library()
    #expect(
      library.run("tag", "add", "new", "--where", "author:dao", "-role:optional").errors
        == "added 'new' to 1 reading (1 file)\n")
    #expect(
      library.run("tag", "add", "new", "--where", "author:dao", "--sessions").errors
        == "added 'new' to 1 session (1 file)\n")
    #expect(
      library.run("tag", "remove", "NEW", "--where", "tag:new").errors
        == "removed 'NEW' from 1 reading (1 file)\n")
  }

  @Test func tagsOfAPaperAreListedAndIndexed() throws {
    let library = try Library()
    #expect(library.run("tag", "add", "Kernels", "Long Context", "--to", "flashattention").status == 0)
    #expect(
      library.run("list", "tag:long-context").output.hasSuffix("\n         tags: Kernels, Long Context\n"))
    #expect(library.run("list", "-f", "plain").output.hasSuffix("  tags: Kernels, Long Context\n"))
    #expect(library.run("list", "--columns", "tags").output == "tags\nKernels; Long Context\n")
    #expect(library.run("index", "--by", "tag").output.contains("  - Tags: Kernels, Long Context\n"))
    #expect(library.run("index", "--by", "tag", "--only", "kernels").output.hasPrefix("# "))
    #expect(
      library.run("index", "--by", "tag", "-f", "html").output.contains(
        "<p class=\"tags\">Kernels, Long Context</p>"))
    #expect(
      library.run("index", "--by", "tag", "-f", "text").output.contains("\n  • Tags: Kernels, Long Context\n")
    )
  }

  @Test(arguments: [
    (["add", "x", "--where", "tag:servng"], "readings: no tag 'servng'; did you mean 'Serving'?\n"),
    (["add", "x", "--where", "year:1900"], ""), (["remove", "x", "--where", "year:1900", "--sessions"], ""),
  ])
  func aQueryThatFindsNothingIsSaid(_ words: [String], _ hint: String) throws {
    let library = try Library()
    let run = library.run(["tag"] + words)
    #expect(run.errors == hint + "readings: the query finds nothing\nnothing to change\n")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    (["add", "serving", "--to", "serving"], ": 'serving' is there already"),
    (["remove", "a", "b", "--to", "serving"], ": 'a', 'b' are not there"),
    (["rename", "Serving", "Serving"], ": 'Serving' is spelled so everywhere"),
  ])
  func whyThereIsNothingToChangeIsSaid(_ words: [String], _ reason: String) throws {
    #expect(try Library().run(["tag"] + words).errors == "nothing to change\(reason)\n")
  }

  @Test func aPaperIsTaggedInEverySessionThatReadIt() throws {
    let other = Self.serving.replacing("title: Model Serving", with: "title: Again")
      .replacing("FlashAttention: Fast and", with: "Flashattention: fast and")
    let library = try Library(["serving.md": Self.serving, "again.md": other])
    #expect(
      library.run("tag", "add", "x", "--to", "2205.14135").errors == "added 'x' to 2 readings (2 files)\n")
    #expect(library.run("tags", "-f", "plain").output.contains("x  2 sessions  2 readings  1 paper\n"))
  }

  @Test func categoriesBelongToSessions() throws {
    let library = try Library()
    let refused = library.run("tag", "add", "X", "--field", "categories", "--to", "2205.14135")
    #expect(refused.errors.contains("only sessions have categories"))
    let run = library.run("tag", "add", "X", "--field", "categories", "--to", "2205.14135", "--sessions")
    #expect(run.errors == "added 'X' to 1 session (1 file)\n")
    #expect(try library.text().contains("tags: [ Serving ]\ncategories:\n- X\n---\n"))
  }

  @Test(arguments: [
    (["tag"], "'tag' needs one more word: 'tag add', 'tag remove', 'tag rename'; see 'readings help tag'"),
    (["tag", "ad"], "unknown command 'tag ad'; did you mean 'tag add'?"),
    (["tga", "add"], "unknown command 'tga'; did you mean 'tag'?"),
    (["tag", "add"], "'tag add' needs a TAG; see 'readings help tag add'"),
    (["tag", "rename", "a"], "'tag rename' needs a NEW; see 'readings help tag rename'"),
    (
      ["tag", "rename", "a", "b", "c"],
      "unexpected argument 'c' for 'tag rename'; see 'readings help tag rename'"
    ),
    (["tag", "add", "x"], "'tag add' needs either --to KEY or --where QUERY, which say what is meant"),
    (
      ["tag", "remove", "x", "--to", "a", "--where", "b"],
      "'tag remove' needs either --to KEY or --where QUERY, which say what is meant"
    ),
    (["tag", "add", "-t", "x"], "unknown option '-t' for 'tag add'; 'list' takes it"),
    (["tag", "add", "x", "--tow", "y"], "unknown option '--tow' for 'tag add'; did you mean '--to'?"),
    (["tag", "add", "x", "--to"], "option '--to' needs a value: KEY..."),
    (
      ["tag", "add", "x\u{1B}", "--to", "serving"],
      "'x␛' cannot be a tag: a tag must not hold control characters"
    ),
    (
      ["tag", "add", "x", "--to", "2205.14135", "--to", "nosuch"],
      "unknown key 'nosuch'; 'readings search' finds papers by words"
    ),
    (["undo", "x"], "unexpected argument 'x' for 'undo'; see 'readings help undo'"),
  ])
  func wrongCallsGetOneLine(_ arguments: [String], _ message: String) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "readings: error: \(message)")
    #expect(run.status == 2)
  }

  @Test func helpKnowsTheGroupAndItsCommands() {
    let group = CommandRun("help", "tag")
    #expect(group.output.contains("\n  tag add TAG...      tag sessions or papers\n"))
    #expect(CommandRun("tag", "--help").output == group.output)
    #expect(CommandRun("help", "tag", "rename").output.hasPrefix("readings tag rename: "))
    #expect(CommandRun("tag", "rename", "--help").output == CommandRun("help", "tag", "rename").output)
    #expect(CommandRun("help", "tag", "add", "x").status == 2)
  }

  @Test func withoutAStateFolderNothingIsWritten() throws {
    let library = try Library()
    let run = CommandRun(["tag", "add", "x", "--to", "serving", "--library", library.folder.path]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(
      run.errors
        == "readings: error: cannot keep what 'undo' needs: neither XDG_STATE_HOME nor HOME names a folder; "
        + "nothing was written\n")
    #expect(try library.text() == Self.serving)
  }
}
