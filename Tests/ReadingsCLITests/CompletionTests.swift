import Foundation
import ReadingsCatalog
import TestSupport
import Testing

/// What `readings complete` offers for the last word of a line.
@Suite struct CompletionTests {
  private func candidates(_ words: [String]) -> [String] {
    let run = CommandRun(["complete", "--"] + words, catalog: SampleCatalog.catalog)
    #expect(run.errors == "" && run.status == 0)
    return run.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
  }

  @Test(arguments: [
    (["ex"], ["export"]), (["complet"], ["completions"]), (["-L", "posts", "sh"], ["show"]),
    (["--library=posts", "sh"], ["show"]), (["list", "--tag", "s"], ["Serving"]),
    (["list", "--tag=EFF"], ["Efficiency"]), (["list", "-tmem"], ["Memory"]),
    (["list", "-vt", "mem"], ["Memory"]),
    (["list", "--category", ""], ["Architecture"]),
    (["--term", "2025-fall", "list", "--term", "2017"], ["2017-spring"]),
    (["list", "--author", "christopher r"], ["Christopher Ré"]), (["list", "--role", "o"], ["optional"]),
    (["list", "--format", "json"], ["json", "jsonl"]), (["tags", "--format", "j"], ["json"]),
    (["show", "2025-s"], ["2025-serving"]), (["show", "2205"], ["2205.14135"]), (["show", "sonnet", ""], []),
    (["list", "--columns", "title,session-t"], ["title,session-title", "title,session-tags"]),
    (["list", "--columns", "key,ke"], []), (["list", "--sessions", "--columns", "rea"], ["readings"]),
    (["list", "--sort", "date-,ti"], ["date-,title"]), (["list", "--sessions", "--sort", "au"], []),
    (["list", "tag:s"], ["tag:Serving"]), (["list", "-tag:s"], ["-tag:Serving"]),
    (["list", "(tag:s"], ["(tag:Serving"]), (["list", "has:ab"], ["has:abstract"]),
    (["list", "cat"], ["category:"]),
    (["list", "author:\"tri"], ["author:\"Tri Dao\""]), (["list", "presenter:"], ["presenter:team-2"]),
    (["list", "session:2025-p"], ["session:2025-planned"]), (["list", "--", "kind:so"], ["kind:software"]),
    (["list", "--sess"], ["--sessions"]), (["show", "--ta"], []), (["help", "configu"], ["configuration"]),
    (["completions", "f"], ["fish"]), (["ta"], ["tags", "tag"]), (["tag", "re"], ["remove", "rename"]),
    (["tag", "add", "mem"], ["Memory"]), (["tag", "add", "Memory", "--to", "2205"], ["2205.14135"]),
    (["tag", "add", "Memory", "--to", "sonnet", "2205"], ["2205.14135"]),
    (["tag", "add", "Memory", "--where", "kind:so"], ["kind:software"]), (["list", "title:x"], []),
    (["nonsense", "x"], []),
    (["list", "--limit", ""], []),
  ])
  func theLastWordIsCompleted(_ words: [String], _ expected: [String]) {
    #expect(candidates(words) == expected, "\(words)")
  }

  @Test func namesOfSeveralWordsAreWrittenAsAQueryTakesThem() {
    var session = SampleCatalog.serving
    session.tags = [Tag("Long Context"), Tag("Odd (one)")]
    let catalog = Catalog(sessions: [session])
    func candidates(_ words: String...) -> String {
      CommandRun(["complete", "--"] + words, catalog: catalog).output
    }
    #expect(candidates("list", "tag:long") == "tag:Long-Context\t1 session\n")
    #expect(candidates("list", "tag:\"long") == "tag:\"Long Context\"\t1 session\n")
    #expect(candidates("list", "tag:\"odd") == "tag:\"Odd (one)\"\t1 session\n")
    #expect(candidates("list", "--tag", "long") == "Long Context\t1 session\n")
  }

  @Test func whatNoLineCanHoldIsLeftOut() {
    var session = SampleCatalog.serving
    session.tags = [Tag("Bad\u{1B}[2J"), Tag("Bag")]
    session.title = "\u{1B}[2J\tx"
    let run = CommandRun(["complete", "--", "list", "--tag", "Ba"], catalog: Catalog(sessions: [session]))
    #expect(run.output == "Bag\t1 session\n")
    let key = CommandRun(["complete", "--", "show", "2025"], catalog: Catalog(sessions: [session]))
    #expect(key.output == "2025-serving\t␛[2J x\n")
  }

  @Test func aLibraryThatCannotBeReadGivesNothing() {
    let run = CommandRun(["complete", "--", "list", "--tag", ""]) { (_) throws(LibraryLoader.Failure) in
      throw .noSuchFolder("x")
    }
    #expect(run.output == "" && run.errors == "" && run.status == 0)
  }

  /// What front matter says is found without reading what stands below it, and is the same.
  @Test(
    arguments: [
      ["list", "--category", ""], ["list", "--term", ""], ["list", "session:"], ["list", "lead:"],
      ["add", "x", "--to", ""], ["list", "tag:"], ["list", "--tag", ""],
    ])
  func noReadingIsReadThatCannotBeWanted(_ words: [String]) throws {
    let seeds = PackageFolder.path("seeds")
    let everything = try LibraryLoader(folder: seeds).load()
    var readingCount = 0
    let words = ["complete", "--", "-L", seeds] + words
    let partial = CommandRun(words) { loader throws(LibraryLoader.Failure) in
      let catalog = try loader.load()
      readingCount = catalog.sessions.reduce(0) { $0 + $1.readings.count }
      return catalog
    }
    #expect(!partial.output.isEmpty && partial.output == CommandRun(words) { _ in everything }.output)
    #expect(readingCount < everything.sessions.reduce(0) { $0 + $1.readings.count })
  }

  @Test func theLibraryOfTheLineIsRead() throws {
    var folder = ""
    _ = CommandRun(["complete", "--", "list", "-L", "posts", "--tag", "x"]) {
      loader throws(LibraryLoader.Failure) in
      folder = loader.folder
      return SampleCatalog.catalog
    }
    #expect(folder == "posts")
  }

  @Test func itIsNotForPeople() {
    #expect(!CommandRun("help").output.contains("  complete "))
    for shell in ["bash", "zsh", "fish"] {
      let script = CommandRun("completions", shell).output
      #expect(!script.contains("__readings_is complete'") && !script.contains("('complete')"))
    }
  }

  @Test(arguments: [
    ("fishy", "unknown SHELL 'fishy'; did you mean 'fish'?"),
    ("tcsh", "unknown SHELL 'tcsh'; 'completions' takes bash, zsh, fish"),
  ])
  func anotherShellIsAnError(_ shell: String, _ message: String) {
    let run = CommandRun("completions", shell)
    #expect(run.errors == "readings: error: \(message)\n" && run.status == 2)
  }
}
