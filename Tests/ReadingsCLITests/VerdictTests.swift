import Foundation
import ReadingsCLI
import ReadingsCatalog
import TestSupport
import Testing

/// Verdicts on papers, kept in the `readings.yml` of a library of their own.
@Suite struct VerdictTests {
  private static let posts = [
    "2024-01-10-first.md": """
    ---
    title: First
    ---
    ## Required Readings:
    ### Paged attention
    + https://arxiv.org/pdf/2309.06180.pdf
    ### SparseFox
    + A. Smith
    + https://arxiv.org/abs/2101.00001
    """,
    "2024-02-10-second.md": """
    ---
    title: Second
    ---
    ## Required Readings:
    ### Efficient Memory Management for Large Language Model Serving with PagedAttention
    + Woosuk Kwon, Zhuohan Li
    + https://arxiv.org/abs/2309.06180
    ### SparseFox: Taming Sparse Oracles
    + A. Smith
    ### Lazy Foxes and Quick Dogs
    + B. Jones
    """,
  ]

  private struct Library {
    let folder: TemporaryFolder
    let state: TemporaryFolder

    init(settings: String? = nil) throws {
      folder = try TemporaryFolder()
      state = try TemporaryFolder()
      for (path, text) in VerdictTests.posts { try folder.write(text, to: path) }
      if let settings { try folder.write(settings, to: "readings.yml") }
    }

    func run(_ arguments: String..., answers: [String] = [], terminal: Int? = nil) -> CommandRun {
      CommandRun(
        arguments + ["--library", folder.path], answers: answers,
        environment: ["XDG_STATE_HOME": state.path], terminal: terminal
      ) { loader throws(LibraryLoader.Failure) in try loader.load() }
    }

    /// Nil when there is no such file.
    var settings: String? { try? String(contentsOfFile: "\(folder.path)/readings.yml", encoding: .utf8) }

    var repeatedCount: Int { run("duplicates", "--format", "jsonl").output.split(separator: "\n").count }
  }

  private static let long = "efficient-memory-management-for-large-language-model-serving"

  @Test func distinctPapersAreKeptApartFromThenOn() throws {
    let library = try Library()
    #expect(library.repeatedCount == 1)
    let done = library.run("duplicates", "--distinct", "paged-attention", Self.long)
    #expect(done.errors == "added to readings.yml, distinct: [paged-attention, \(Self.long)]\n")
    #expect(done.status == 0)
    #expect(library.settings == "papers:\n  distinct:\n    - [paged-attention, \(Self.long)]\n")
    #expect(library.repeatedCount == 0)
    #expect(library.run("undo").status == 0)
    #expect(library.settings == nil)
    #expect(library.repeatedCount == 1)
  }

  @Test func samePapersAreOneFromThenOn() throws {
    let settings = "# of our seminar\nsite:\n  title: Ours   # short\n"
    let library = try Library(settings: settings)
    let run = library.run(
      "duplicates", "--same", "2024-01-10-first/2101.00001", "sparsefox-taming-sparse-oracles")
    #expect(run.status == 0, "\(run.errors)")
    let keys = "2024-01-10-first/2101.00001, sparsefox-taming-sparse-oracles"
    #expect(library.settings == settings + "papers:\n  same:\n    - [\(keys)]\n")
    #expect(library.repeatedCount == 2)
    let again = library.run(
      "duplicates", "--same", "sparsefox-taming-sparse-oracles", "2024-01-10-first/2101.00001")
    #expect(again.errors == "readings.yml says so already; nothing was written\n")
    let opposite = library.run(
      "duplicates", "--distinct", "2024-01-10-first/2101.00001", "sparsefox-taming-sparse-oracles")
    #expect(opposite.errors.contains("readings.yml says the opposite; nothing was written"))
    #expect(opposite.errors.contains("take out '- [\(keys)]' below 'same' first"))
    #expect(opposite.status == 2)
  }

  @Test func aDryRunShowsTheLinesAndWritesNothing() throws {
    let library = try Library()
    let run = library.run("duplicates", "--same", "2309.06180", "2101.00001", "--dry-run")
    #expect(run.output.hasSuffix("+papers:\n+  same:\n+    - ['2309.06180', '2101.00001']\n"))
    #expect(run.errors == "would add to readings.yml, same: ['2309.06180', '2101.00001']\n")
    #expect(library.settings == nil)
  }

  @Test func settingsThatCannotBeAddedToAreLeftAlone() throws {
    let library = try Library(settings: "papers: {same: [[a, b]]}\n")
    let run = library.run("duplicates", "--same", "2309.06180", "2101.00001")
    #expect(run.errors.contains("write '- ['2309.06180', '2101.00001']' below 'papers:' and 'same:' by hand"))
    #expect(run.status == 2)
    #expect(library.settings == "papers: {same: [[a, b]]}\n")
  }

  @Test func aReviewKeepsEveryAnswerAtOnce() throws {
    let library = try Library()
    #expect(library.run("duplicates", "--grade", "possible", "--format", "jsonl").output.contains("possible"))
    let quit = library.run("duplicates", "--review", answers: ["what?", "q"], terminal: 80)
    #expect(library.settings == nil)
    #expect(quit.output.split(separator: "?").filter { $0.hasSuffix("One paper") }.count == 2)
    #expect(quit.errors.contains("0 answers kept; 1 not asked"))
    let answered = library.run("duplicates", "--review", answers: ["n"], terminal: 80)
    #expect(answered.status == 0)
    #expect(
      library.settings == "papers:\n  distinct:\n    - ['2101.00001', sparsefox-taming-sparse-oracles]\n")
    #expect(answered.errors.contains("1 answer kept"))
    #expect(
      library.run("duplicates", "--review", terminal: 80).errors.contains("no possible pairs to ask about"))
  }

  @Test func theEndOfTheInputEndsTheReview() throws {
    let library = try Library()
    #expect(library.run("duplicates", "--review", terminal: 80).status == 0)
    #expect(library.settings == nil)
  }
}
