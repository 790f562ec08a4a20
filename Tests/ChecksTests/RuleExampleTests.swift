import Checks
import SourceText
import TestSupport
import Testing

/// The examples of the rules are their tests: each rule finds in them what they mark, and nothing else.
@Suite struct RuleExampleTests {
  private static let examples = RuleTable.rules.flatMap { rule in
    rule.examples.indices.map { Case(rule: rule, index: $0) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: Rule
    let index: Int
    var example: RuleExample { rule.examples[index] }
    var testDescription: String { "\(rule.id) \(index + 1)" }
  }

  @Test(arguments: examples)
  func aRuleFindsWhatItsExampleMarks(_ item: Case) {
    let run = RuleExampleRun(item.example, of: item.rule)
    let found = run.findings.map { "\($0.file.path) \($0.diagnostic.span.range) [\($0.rule)]" }
    let expected = run.expected.map { "\($0.path) \($0.span.range) [\(item.rule.id)]" }
    #expect(found == expected)
  }

  @Test(arguments: examples.filter { $0.example.fixed != nil })
  func aFixGivesTheTextOfItsExample(_ item: Case) throws {
    let run = RuleExampleRun(item.example, of: item.rule)
    let path = try #require(item.example.files.first).path
    let file = try #require(run.library.files.first { $0.path == path })
    let fixes = run.findings.filter { $0.file.path == path }.compactMap(\.diagnostic.fix)
    let mended = try EditList(fixes.flatMap(\.edits)).applied(to: file.bytes)
    #expect(String(decoding: mended, as: UTF8.self) == item.example.fixed)
    #expect(item.rule.fix != .none)
  }

  /// Parsers of front matter give fixes whose texts their own tests hold.
  @Test(arguments: examples.filter { !$0.example.isSound && $0.rule.fix != .none })
  func aFixLeavesNothingToFind(_ item: Case) throws {
    let run = RuleExampleRun(item.example, of: item.rule)
    guard run.findings.contains(where: { $0.diagnostic.fix != nil }) else { return }
    let files = try run.library.files.map { file in
      let fixes = run.findings.filter { $0.file.path == file.path }.compactMap(\.diagnostic.fix)
      return SourceFile(path: file.path, bytes: try EditList(fixes.flatMap(\.edits)).applied(to: file.bytes))
    }
    var levels = RuleLevels()
    levels.keepOnly([item.rule.id])
    let mended = SampleLibrary(files)
    let left = Checker(levels).check(mended.catalog, in: mended).findings
    #expect(left.filter { $0.diagnostic.fix != nil }.isEmpty)
  }

  @Test func aRuleWithAFixShowsIt() {
    for rule in RuleTable.rules where rule.fix != .none && !rule.examples.allSatisfy(\.isSound) {
      let runs = rule.examples.map { RuleExampleRun($0, of: rule) }
      #expect(runs.contains { $0.findings.contains { $0.diagnostic.fix != nil } }, Comment(rawValue: rule.id))
    }
  }

  @Test func aRuleWithoutAFixGivesNone() {
    for rule in RuleTable.rules where rule.fix == .none {
      let runs = rule.examples.map { RuleExampleRun($0, of: rule) }
      #expect(
        !runs.contains { $0.findings.contains { $0.diagnostic.fix != nil } }, Comment(rawValue: rule.id))
    }
  }
}
