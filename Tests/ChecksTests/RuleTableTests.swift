import Checks
import Foundation
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

@Suite struct RuleTableTests {
  /// Rules whose findings no short text can show: they are about bytes, the system, or very long texts.
  private static let withoutExample: Set<String> = [
    "unreadable-file", "unsupported-encoding", "invalid-utf8", "key-too-long", "too-deeply-nested",
  ]
  /// What the parsers report of streams of YAML and of front matter in files that are no posts.
  private static let elsewhere: Set<String> = [
    "malformed-directive", "repeated-directive", "missing-document-start", "not-utf8",
  ]

  @Test func idsAreUniqueAndKebabCase() {
    let ids = RuleTable.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(
        id.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D },
        Comment(rawValue: id))
    }
  }

  @Test func everyRuleIsExplained() {
    for rule in RuleTable.rules {
      let comment = Comment(rawValue: rule.id)
      #expect(
        rule.meaning.first?.isUppercase == false || rule.meaning.hasPrefix("'")
          || rule.meaning.hasPrefix("Liquid"), comment)
      #expect(!rule.meaning.hasSuffix("."), comment)
      #expect(!rule.explanation.isEmpty && rule.explanation.allSatisfy { $0.hasSuffix(".") }, comment)
    }
  }

  @Test func everyRuleHasAnExampleWithAFinding() {
    for rule in RuleTable.rules {
      let hasFinding = rule.examples.contains { !$0.isSound }
      #expect(hasFinding != RuleTableTests.withoutExample.contains(rule.id), Comment(rawValue: rule.id))
    }
  }

  @Test(arguments: [
    ("key-too-long", "---\ntitle: Maps\n", String(repeating: "k", count: 1100), ": x\n---\n"),
    (
      "too-deeply-nested", "---\ntitle: Maps\na: " + String(repeating: "[", count: 255), "[",
      String(repeating: "[", count: 44) + String(repeating: "]", count: 300) + "\n---\n"
    ),
  ])
  func rulesAboutLongTextsMarkTheirPlace(_ id: String, _ before: String, _ marked: String, _ after: String) {
    let library = SampleLibrary([SourceFile(path: "a.md", text: before + marked + after)])
    let findings = Checker(RuleLevels()).check(library.catalog, in: library).findings.filter { $0.rule == id }
    let start = before.utf8.count
    #expect(findings.map(\.diagnostic.span) == [SourceSpan(start, start + marked.utf8.count)])
  }

  @Test func noRuleHasTheNameOfATopic() {
    for topic in Rule.Topic.allCases { #expect(RuleTable.rule(topic.rawValue) == nil) }
  }

  /// What parsers report has a rule, so that calls, comments and readings.yml can name it.
  @Test(arguments: ["FrontMatter", "ReadingsCatalog"])
  func everyProblemOfAParserHasARule(_ module: String) throws {
    let folder = URL(filePath: PackageFolder.path("Sources/\(module)"))
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let url as URL in files where url.pathExtension == "swift" {
      let text = try String(contentsOf: url, encoding: .utf8)
      for pattern in [#/(?:SyntaxError\(|\.error,|\.warning,)\s*"([a-z0-9]+(?:-[a-z0-9]+)+)"/#] {
        for match in text.matches(of: pattern) {
          count += 1
          let hasRule = RuleTable.rule(String(match.1)) != nil
          #expect(
            hasRule != Self.elsewhere.contains(String(match.1)), "\(match.1) in \(url.lastPathComponent)")
        }
      }
    }
    #expect(count > 0)
  }
}
