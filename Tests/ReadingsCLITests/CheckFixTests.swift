import Foundation
import ReadingsCLI
import ReadingsCatalog
import TestSupport
import Testing

/// `check --fix` on a library of its own with a state folder of its own.
@Suite struct CheckFixTests {
  private static let post = "---\ntitle: Maps: a survey\n---\n+ Näh: https://maps.example/1)\n"
  private static let safe = "---\ntitle: 'Maps: a survey'\n---\n+ Näh: <https://maps.example/1>)\n"
  private static let all = "---\ntitle: 'Maps: a survey'\n---\n+ Näh: <https://maps.example/1>\n"

  private struct Library {
    let folder: TemporaryFolder
    let state: TemporaryFolder

    init(_ files: [String: String] = ["a.md": CheckFixTests.post]) throws {
      folder = try TemporaryFolder()
      state = try TemporaryFolder()
      for (path, text) in files { try folder.write(text, to: path) }
    }

    func run(_ arguments: String...) -> CommandRun {
      CommandRun(
        arguments + ["--library", folder.path], environment: ["XDG_STATE_HOME": state.path]
      ) { loader throws(LibraryLoader.Failure) in try loader.load() }
    }

    func text(_ path: String = "a.md") throws -> String {
      try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    }
  }

  @Test func safeFixesAreMadeAndTheRestIsListed() throws {
    let library = try Library()
    let run = library.run("check", "--fix")
    #expect(try library.text() == Self.safe)
    #expect(
      run.output == """
        a.md:4:32: warning: the ')' behind the link closes nothing [malformed-link]
        + Näh: <https://maps.example/1>)
                                       ^
        a.md:4:32: note: fix: take it out

        """)
    #expect(run.errors == "mended 2 findings in 1 file; 1 left\n")
    #expect(run.status == 1)
    #expect(library.run("check").output == run.output)
  }

  @Test func unsafeFixesAreMadeWhenAskedFor() throws {
    let library = try Library()
    let run = library.run("check", "--fix", "--unsafe")
    #expect(try library.text() == Self.all)
    #expect(run.output == "")
    #expect(run.errors == "mended 3 findings in 1 file; 0 left\n")
    #expect(run.status == 0)
    let again = library.run("check", "--fix", "--unsafe")
    #expect(again.errors == "nothing to mend; 0 findings\n")
    #expect(try library.text() == Self.all)
  }

  @Test func aDryRunWritesNothingAndShowsTheDiff() throws {
    let library = try Library()
    let run = library.run("check", "--fix", "--dry-run", "--only", "bare-url")
    #expect(try library.text() == Self.post)
    #expect(
      run.output == """
        --- a/a.md
        +++ b/a.md
        @@ -1,4 +1,4 @@
         ---
         title: Maps: a survey
         ---
        -+ Näh: https://maps.example/1)
        ++ Näh: <https://maps.example/1>)

        """)
    #expect(run.errors == "would mend 1 finding in 1 file; 0 left\n")
    #expect(run.status == 1)
  }

  @Test func whatWasMendedIsTakenBack() throws {
    let library = try Library(["a.md": Self.post, "b.md": Self.post])
    #expect(
      library.run("check", "--fix", "--only", "bare-url").errors.hasPrefix("mended 2 findings in 2 files"))
    let undo = library.run("undo")
    #expect(undo.errors == "took back 'check --only bare-url --fix': 2 files as before\n")
    #expect(try library.text() == Self.post)
    #expect(try library.text("b.md") == Self.post)
  }

  @Test func onlyWhatIsShownIsMended() throws {
    let text = "---\ntitle: Maps\n---\nText\n- one\n- two\n"
    let library = try Library(["a.md": text])
    #expect(library.run("check", "--fix").errors == "nothing to mend; 0 findings\n")
    #expect(try library.text() == text)
    #expect(library.run("check", "--fix", "--severity", "note").status == 0)
    #expect(try library.text() == "---\ntitle: Maps\n---\nText\n\n- one\n- two\n")
  }

  @Test func whatTheBaselineRecordsStaysAsItIs() throws {
    let library = try Library()
    let baseline = library.state.path + "/old.txt"
    #expect(library.run("check", "--write-baseline", baseline).status == 0)
    let run = library.run("check", "--fix", "--baseline", baseline)
    #expect(run.errors == "nothing to mend; 0 findings\n")
    #expect(try library.text() == Self.post)
    try library.folder.write(Self.post + "\nhttps://maps.example/2\n", to: "a.md")
    #expect(
      library.run("check", "--fix", "--baseline", baseline).errors == "mended 1 finding in 1 file; 0 left\n")
    #expect(try library.text() == Self.post + "\n<https://maps.example/2>\n")
  }

  @Test(arguments: [
    (["--dry-run"], "'--dry-run' needs '--fix'"), (["--unsafe"], "'--unsafe' needs '--fix'"),
    (["--diff"], "'--diff' needs '--fix'"),
    (["--fix", "--diff", "--format", "json"], "a diff cannot stand in '--format json'"),
    (
      ["--fix", "--write-baseline", "x"],
      "'--fix' and '--write-baseline' do not go together; mend first, then record"
    ),
  ])
  func aCallThatMeansNothingIsRefused(_ options: [String], _ message: String) throws {
    let library = try Library()
    let run = CommandRun(["check", "--library", library.folder.path] + options) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
    #expect(try library.text() == Self.post)
  }
}
