import Publishing
import ReadingsCatalog
import ReadingsQuery
import SourceText
import Testing

@Suite struct HelpTopicTests {
  private func help(_ topic: String) -> [Substring] {
    CommandRun("help", topic).output.split(separator: "\n")
  }

  /// The words of an example as a shell would split them.
  private func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    for character in line + " " {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return words
  }

  @Test(arguments: ["query", "formats"])
  func topicsStartWithExamplesThatRun(_ topic: String) {
    let lines = help(topic)
    #expect(lines[0].hasPrefix("readings help \(topic): "))
    #expect(lines[1] == "Examples:")
    #expect(lines.allSatisfy { $0.count <= 80 })
    let examples = lines.dropFirst(2).prefix { $0 != "Terms:" && $0 != "Formats:" }
      .filter { $0.hasPrefix("  readings ") }
    #expect(examples.count == 6)
    for example in examples {
      let command = example.firstRange(of: "   ").map { example[..<$0.lowerBound] } ?? example
      let text = command.split(separator: "  ").first.map { $0.drop { $0 == " " } } ?? command
      let arguments = Array(words(text).dropFirst())
      let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
      #expect(run.status == 0, "\(text): \(run.errors)")
    }
  }

  @Test func everyFieldOfAQueryIsExplained() {
    let lines = help("query")
    for name in QueryField.names {
      #expect(lines.contains { $0.hasPrefix("  \(name): ") }, "\(name)")
    }
    for presence in Predicate.Presence.allCases {
      #expect(lines.joined().contains(presence.rawValue))
    }
  }

  @Test func everyFormatAndFieldIsNamed() {
    let text = help("formats").joined(separator: " ")
    let names = FieldCatalog.readings.fields.map(\.name) + FieldCatalog.sessions.fields.map(\.name)
    for name in names + ["table", "jsonl", "csv", "tsv", "markdown-table", "paths"] {
      #expect(text.contains(name))
    }
  }

  @Test(arguments: ["keys", "configuration", "environment", "status"])
  func everyTopicStartsWithExamplesAndFitsTheScreen(_ topic: String) {
    let lines = help(topic)
    #expect(lines[0].hasPrefix("readings help \(topic): "))
    #expect(lines[1] == "Examples:" && lines[2].contains("  "))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  /// The file that help shows uses settings of every section, and every setting that is understood is explained.
  @Test func theConfigurationOfTheHelpIsUnderstood() {
    let lines = help("configuration")
    let example = lines.drop { $0 != "For example:" }.dropFirst().map { $0.dropFirst(2) + "\n" }.joined()
    let configuration = LibraryConfiguration(reading: SourceFile(path: "readings.yml", text: example))
    #expect(configuration.diagnostics.isEmpty)
    #expect(configuration.settings.count == 7)
    #expect(configuration.siteTitle == "Machine Learning Seminar" && configuration.sameWorks.count == 1)
    for name in [
      "site.title", "site.url", "site.description", "site.author", "roles.required", "roles.optional",
      "roles.background", "check.rules.RULE", "check.known-keys", "papers.same", "papers.distinct",
    ] {
      #expect(lines.contains { $0.hasPrefix("  \(name) ") }, "\(name)")
    }
  }

  @Test func topicsAreFoundFromTheOverviewAndWhenMistyped() {
    let overview = CommandRun("help").output
    for topic in ["query", "formats", "keys", "configuration", "environment", "status"] {
      #expect(overview.contains("\n  help \(topic) "))
    }
    #expect(
      CommandRun("help", "format").errors
        == "readings: error: unknown topic 'format'; did you mean 'formats'?\n")
  }
}
