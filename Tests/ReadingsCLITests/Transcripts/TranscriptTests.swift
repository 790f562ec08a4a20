import Foundation
import ReadingsQuery
import TestSupport
import Testing

/// What the program prints for every field, sort key, grouping, format and mistake.
@Suite struct TranscriptTests {
  private static let fields = Transcript.read(FieldTranscripts.text)
  private static let orders = Transcript.read(OrderTranscripts.text)
  private static let formats = Transcript.read(FormatTranscripts.text)
  private static let errors = Transcript.read(ErrorTranscripts.text)
  private static let hints = Transcript.read(HintTranscripts.text)
  private static let questions = Transcript.read(QuestionTranscripts.text)

  @Test(arguments: fields)
  func aFieldSelects(_ transcript: Transcript) throws {
    #expect(try transcript.run(after: ["list"], before: ["--template", "{key}"]) == transcript.printed)
  }

  @Test(arguments: orders + formats)
  func anOrderOrFormatPrints(_ transcript: Transcript) throws {
    #expect(try transcript.run() == transcript.printed)
  }

  @Test(arguments: errors)
  func aMistakeIsShownAtItsPlace(_ transcript: Transcript) throws {
    #expect(try transcript.run() == transcript.printed)
    #expect(transcript.printed.hasSuffix("[status 2]"))
  }

  @Test(arguments: hints + questions)
  func aQuestionIsAnswered(_ transcript: Transcript) throws {
    #expect(try transcript.run() == transcript.printed)
    #expect(!transcript.printed.contains("[status"))
  }

  // MARK: Nothing is left out

  @Test(arguments: QueryField.Name.allCases)
  func everyFieldHasATranscriptThatFindsSomething(_ field: QueryField.Name) {
    let found = Self.fields.filter { !$0.printed.hasPrefix("0 readings") }
    #expect(found.contains { $0.command.lowercased().hasPrefix("\(field.rawValue):") })
  }

  @Test func everyChoiceOfAFieldHasATranscript() {
    let choices: [(field: QueryField.Name, values: [String])] = [
      (.role, ["required", "optional", "background", "unspecified"]),
      (.kind, ["paper", "software", "web", "video", "slides", "book", "other"]),
      (.has, Predicate.Presence.allCases.map(\.rawValue)), (.is, Predicate.State.allCases.map(\.rawValue)),
    ]
    for choice in choices {
      for value in choice.values {
        let term = "\(choice.field.rawValue):\(value)"
        #expect(Self.fields.contains { $0.command.lowercased() == term }, "\(term)")
      }
    }
    #expect(Self.fields.contains { $0.command.hasPrefix("meta.") })
  }

  @Test(arguments: [
    ("--sort", Sorting.Field.allCases.map(\.rawValue)),
    ("--group-by", Grouping.Field.allCases.map(\.rawValue)),
  ])
  func everyOrderHasATranscript(_ option: String, _ names: [String]) {
    for name in names {
      let isShown = Self.orders.contains { transcript in
        let values = zip(transcript.words, transcript.words.dropFirst()).filter { $0.0 == option }.map(\.1)
        return values.contains { value in
          value.split(separator: ",").contains { $0 == name || $0 == name + "-" }
        }
      }
      #expect(isShown, "\(option) \(name)")
    }
  }

  /// The help is made from the table of formats.
  @Test func everyFormatHasATranscript() throws {
    let help = CommandRun("help", "formats").output.split(separator: "\n", omittingEmptySubsequences: false)
    let rows = help.drop { $0 != "Formats:" }.dropFirst().prefix { $0.hasPrefix("  ") }
    let names = rows.compactMap { row in row.hasPrefix("   ") ? nil : row.split(separator: " ").first }
    #expect(names.count >= 13)
    for name in names {
      #expect(Self.formats.contains { $0.command.contains("--format \(name)") }, "\(name)")
    }
  }

  @Test(arguments: QueryField.Name.allCases)
  func everyFieldThatRefusesAValueHasATranscriptOfIt(_ field: QueryField.Name) {
    let refuses = (try? Query(parsing: "\(field.rawValue):!")) == nil
    let isShown = Self.errors.contains { $0.command.contains("\(field.rawValue):") }
    #expect(isShown || !refuses)
  }

  /// The ids as the sources name them.
  @Test func everyKindOfMistakeHasATranscript() throws {
    let folder = PackageFolder.path("Sources/ReadingsQuery/Language")
    var ids: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let source = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      let calls = source.components(separatedBy: "QueryFailure(").dropFirst()
      ids.formUnion(
        calls.map { $0.drop { $0.isWhitespace } }.filter { $0.hasPrefix("\"") }.map {
          String($0.dropFirst().prefix { $0 != "\"" })
        })
    }
    #expect(ids.count >= 6)
    for id in ids {
      #expect(Self.errors.contains { $0.printed.contains("[\(id)]") }, "\(id)")
    }
  }
}
