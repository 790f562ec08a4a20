import Foundation
import ReadingsCatalog
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private func run(_ arguments: [String], _ files: KeyValuePairs<String, String>) throws -> CommandRun {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return CommandRun(["check", "--library", folder.path] + arguments) {
      (loader) throws(LibraryLoader.Failure) in try loader.load()
    }
  }

  private static let sound = """
    ---
    title: Maps
    ---
    ## Readings
    ### Fast Maps: Reading Less
    + Ann Lee, Bo Chen
    + <https://arxiv.org/abs/2205.14135>

    ### Slow Maps and Where to Read Them
    + <https://maps.example/slow>

    """

  @Test func aSoundLibraryHasNoFindings() throws {
    let run = try run([], ["a.md": CheckCommandTests.sound])
    #expect(run.output == "")
    #expect(run.errors == "no findings in 1 session\n")
    #expect(run.status == 0)
  }

  @Test func problemsOfFilesAreListedOnTheOutput() throws {
    let run = try run(
      [], ["b.md": "---\ntitle: Sea: Maps\n---\n", "a.md": "---\ntitle: Maps\ntitle: Charts\n---\n"])
    let places = run.output.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(places.map { $0.prefix { $0 != " " } } == ["a.md:3:1:", "b.md:2:11:"])
    #expect(run.errors == "2 findings in 2 files; 1 can be mended with --fix\n")
    #expect(run.status == 1)
  }

  /// The other commands stop after a few.
  @Test func allProblemsAreListed() throws {
    let keys = (0..<10).map { "key\($0): a: b\n" }.joined()
    let post = "---\ntitle: T\n\(keys)---\n"
    let run = try run([], ["a.md": post, "b.md": post, "c.md": post])
    #expect(run.output.split(separator: "\n").count { $0.contains(": error: ") } == 30)
    #expect(run.errors == "30 findings in 3 files; 30 can be mended with --fix\n")
  }

  @Test func unsureEntriesAreListedWhenAskedFor() throws {
    let run = try run(["--extraction"], ["a.md": CheckCommandTests.sound])
    #expect(
      run.output == """
        a.md:9:5: warning: 'Slow Maps and Where to Read Them' is taken for 'web' by its title and link alone \
        [unsure-kind]
        ### Slow Maps and Where to Read Them
            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

        """)
    #expect(run.errors == "1 finding in 1 file\n")
    #expect(run.status == 1)
  }

  @Test func bothAreOrderedByPlace() throws {
    let post = "---\ntitle: Sea: Maps\n---\n## Readings\n### Slow Maps\n+ <https://maps.example/slow>\n"
    let run = try run(["--extraction"], ["b.md": post, "a.md": CheckCommandTests.sound])
    let lines = run.output.split(separator: "\n")
    let places = lines.filter { $0.contains(": error: ") || $0.contains(": warning: ") }
    #expect(places.map { $0.prefix { $0 != " " } } == ["a.md:9:5:", "b.md:2:11:", "b.md:5:5:"])
  }

  @Test func aFileThatCannotBeReadDecidesTheStatus() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/x.md", withDestinationPath: "nowhere.md")
    let run = CommandRun(["check", "--library", folder.path]) { (loader) throws(LibraryLoader.Failure) in
      try loader.load()
    }
    #expect(run.output.hasPrefix("x.md:1:1: error: "))
    #expect(run.output.hasSuffix(" [unreadable-file]\n"))
    #expect(run.status == 2)
  }
}
