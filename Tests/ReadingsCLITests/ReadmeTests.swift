import Duplicates
import Foundation
import ReadingsCatalog
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private static let text =
    (try? String(contentsOfFile: PackageFolder.path("README.md"), encoding: .utf8)) ?? ""

  /// The fenced blocks of the README in order, each with the word after its fence.
  private var blocks: [(language: String, text: String)] {
    var blocks: [(String, String)] = []
    var open: (language: String, lines: [Substring])?
    for line in Self.text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        if line == "```" {
          blocks.append((block.language, block.lines.joined(separator: "\n")))
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        open = (String(line.dropFirst(3)), [])
      }
    }
    return blocks
  }

  /// The output shown below a command.
  private func output(below command: String) throws -> String {
    let index = try #require(blocks.firstIndex { $0.language == "sh" && $0.text == command })
    return blocks[index + 1].text
  }

  /// Runs a command on the sample library.
  private func run(_ arguments: String...) -> CommandRun {
    CommandRun(arguments + ["--library", PackageFolder.path("seeds")]) {
      loader throws(LibraryLoader.Failure) in try loader.load()
    }
  }

  @Test func theFirstCommandPrintsWhatIsShown() throws {
    let run = run("list", "--tag", "Serving")
    #expect(run.output == (try output(below: "swift run readings list --tag Serving")) + "\n")
    #expect(run.status == 0)
  }

  @Test func showPrintsWhatIsShown() throws {
    let run = run("show", "2205.14135")
    // The README's command is run at the top of the package, so its paths begin with the sample library's name.
    let shown = try output(below: "readings show 2205.14135").replacing(" seeds/", with: " ")
    #expect(run.output == shown + "\n")
  }

  @Test func duplicatesPrintsWhatIsShown() throws {
    let run = run("duplicates", "efficient memory management")
    let shown = try output(below: "readings duplicates 'efficient memory management'")
    #expect(run.output == shown.replacing(" seeds/", with: " ") + "\n")
  }

  @Test func everyOtherCommandShownIsUnderstood() throws {
    let commands = blocks.filter { $0.language == "sh" }.flatMap { $0.text.split(separator: "\n") }
      .filter { $0.hasPrefix("readings ") }
    #expect(commands.count >= 9)
    for command in commands {
      let run = CommandRun(Self.words(command) + ["--library", PackageFolder.path("seeds")]) {
        loader throws(LibraryLoader.Failure) in
        try loader.load()
      }
      #expect(run.status == 0, "\(command): \(run.errors)")
    }
  }

  /// A shell line's words after the program's name; single quotes keep spaces.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    for (index, part) in line.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        words.append(String(part))
      } else {
        words += part.split(separator: " ").map(String.init)
      }
    }
    return Array(words.dropFirst())
  }

  @Test func theRecipeForSparkUsesTheStagesThatThereAre() throws {
    let recipe = try #require(blocks.first { $0.language == "python" }).text
    let stages = recipe.split(separator: "stage(").dropFirst(2).compactMap { call in
      call.split(separator: "\"").dropFirst().first.map(String.init)
    }
    #expect(stages == ["words", "keys", "decide", "group"])
    for name in stages {
      let run = CommandRun(
        ["duplicates", "--records", "-", "--stage", name, "--word-counts", PackageFolder.path("Tests/none")],
        load: { _ in Catalog(sessions: []) })
      #expect(run.status == (name == "words" ? 0 : 2), "\(run.errors)")
      #expect(!run.errors.contains("--stage"), "\(run.errors)")
    }
    #expect(recipe.contains("<= \(RecordStages.largestBlock)"))
  }

  @Test func theSecondCommandRunsTheTests() {
    #expect(blocks.contains { $0.language == "sh" && $0.text == "swift test" })
  }

  @Test func theTableOfTargetsIsTheManifests() throws {
    let manifest = try String(contentsOfFile: PackageFolder.path("Package.swift"), encoding: .utf8)
    let rows = Self.text.split(separator: "\n").filter {
      $0.hasPrefix("| `") && $0.split(separator: "|").count >= 3
    }
    let table = rows.compactMap { row -> (String, [String])? in
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let name = cells[1].trimmingCharacters(in: ["`"])
      guard cells.count == 5, name.first?.isUppercase == true else { return nil }
      return (name, cells[3].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
    }
    #expect(table.count == 10)
    for (name, imports) in table where imports != ["all above"] {
      let row = "(\"\(name)\", [\(imports.map { "\"\($0)\"" }.joined(separator: ", "))])"
      #expect(manifest.contains(row), "the manifest has no row \(row)")
    }
  }

  @Test(arguments: [
    "list [QUERY...]", "show KEY", "duplicates [QUERY...]", "seen SESSION", "search WORD...", "tags",
    "export [QUERY...]", "check", "parse FILE",
    "help COMMAND",
  ])
  func everyCommandOfTheTableExists(_ command: String) {
    #expect(Self.text.contains("| `readings \(command)` |"))
    let name = command.split(separator: " ")[0]
    #expect(CommandRun("help", String(name)).status == 0)
  }
}
