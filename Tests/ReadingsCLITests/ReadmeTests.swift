import Checks
import Duplicates
import Foundation
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

/// What the README shows is what the program does.
@Suite struct ReadmeTests {
  private static let text = text(of: "README.md")

  private static func text(of path: String) -> String {
    (try? String(contentsOfFile: PackageFolder.path(path), encoding: .utf8)) ?? ""
  }

  private var blocks: [(language: String, text: String)] { Self.blocks(of: Self.text) }

  /// The fenced blocks of a page in order, each with the word after its fence.
  private static func blocks(of text: String) -> [(language: String, text: String)] {
    var blocks: [(String, String)] = []
    var open: (language: String, lines: [Substring])?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
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

  @Test func whatRunsWithoutInstallingFindsTheSampleLibrary() throws {
    let lines = blocks.filter { $0.language == "sh" }.flatMap { $0.text.split(separator: "\n") }
    let line = try #require(lines.first { $0.hasPrefix("swift run readings ") })
    let words = Self.words(line.dropFirst("swift run ".count)) + ["--library", PackageFolder.path("seeds")]
    let run = CommandRun(words) { loader throws(LibraryLoader.Failure) in try loader.load() }
    #expect(run.status == 0 && run.output.contains("FlashAttention"))
    #expect(lines.contains("swift test"))
  }

  @Test func checkPrintsWhatIsShown() throws {
    let run = run("check", "--only", "list-disagrees,same-lecture")
    #expect(run.output == (try output(below: "readings check --only list-disagrees,same-lecture")) + "\n")
    #expect(run.status == 1)
  }

  @Test func theSettingsShownAreUnderstood() throws {
    let settings = try #require(blocks.first { $0.language == "yaml" }).text
    let configuration = LibraryConfiguration(
      reading: SourceFile(path: LibraryConfiguration.fileName, text: settings + "\n"))
    #expect(configuration.diagnostics == [])
    #expect(configuration.settings.count == 7)
    let known = Set(RuleTable.rules.map(\.id))
    #expect(configuration.ruleSettings.allSatisfy { known.contains($0.rule) })
  }

  @Test func everyOtherCommandShownIsUnderstood() throws {
    let commands = blocks.filter { $0.language == "sh" }.flatMap { $0.text.split(separator: "\n") }
      .filter { $0.hasPrefix("readings ") }
    #expect(commands.count >= 9)
    for command in commands {
      var words = Self.words(command) + ["--library", PackageFolder.path("seeds")]
      // The sample library stays as it is.
      if words[0] == "tag" { words.append("--dry-run") }
      let run = CommandRun(words) { loader throws(LibraryLoader.Failure) in try loader.load() }
      // What is checked may well have findings.
      let isSound = run.status == 0 || (run.status == 1 && command.hasPrefix("readings check"))
      #expect(isSound, "\(command): \(run.errors)")
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
    // What stands behind '>' is the shell's.
    return Array(words.dropFirst().prefix { $0 != ">" })
  }

  /// The tour's commands run one after the other on a copy of the sample library, as a newcomer runs them.
  @Test func theTourPrintsWhatIsShown() throws {
    let (folder, state) = (try TemporaryFolder(), try TemporaryFolder())
    let library = folder.path + "/seminar"
    try FileManager.default.copyItem(atPath: PackageFolder.path("seeds"), toPath: library)
    var count = 0
    for block in blocks where block.language == "console" {
      for step in ("\n" + block.text).components(separatedBy: "\n$ ").dropFirst() {
        let lines = step.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        // Files are written beside the copy, since a test has no current folder of its own.
        let words = Self.words(lines[0]).map { word in
          ["tags.md", "public", "docs"].contains(word) ? "\(folder.path)/\(word)" : word
        }
        let run = CommandRun(
          words, environment: ["READINGS_LIBRARY": library, "XDG_STATE_HOME": state.path]
        ) { loader throws(LibraryLoader.Failure) in try loader.load() }
        let shown = lines.count > 1 ? lines[1] + "\n" : ""
        #expect(run.output + run.errors == shown, "\(lines[0])")
        // What is checked may well have findings.
        #expect(run.status == (lines[0].hasPrefix("readings check --only") ? 1 : 0))
        count += 1
      }
    }
    #expect(count >= 10)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/public/index.html"))
  }

  @Test func theRecipeForSparkUsesTheStagesThatThereAre() throws {
    let recipes = Self.blocks(of: Self.text(of: "Sources/readings/readings.docc/Data.md")).filter {
      $0.language == "python"
    }
    let recipe = try #require(recipes.first { $0.text.contains("stage(") }).text
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
    "list [QUERY...]", "show KEY", "search WORD...", "new TITLE...", "add [PAPER]", "tags",
    "duplicates [QUERY...]", "seen SESSION",
    "tag add TAG...", "tag remove TAG...", "tag rename OLD NEW", "undo", "index [QUERY...]",
    "site --output DIR", "export [QUERY...]", "check", "config", "parse FILE", "completions SHELL", "manual",
    "help COMMAND",
  ])
  func everyCommandOfTheTableExists(_ command: String) {
    #expect(Self.text.contains("| `readings \(command)` |"))
    let names = command.split(separator: " ").map(String.init).filter {
      $0 == $0.lowercased() && !$0.hasPrefix("-")
    }
    #expect(CommandRun(["help"] + names, load: { _ in SampleCatalog.catalog }).status == 0)
  }
}
