internal import ReadingsCatalog
internal import SourceText

/// What is wrong in `readings.yml`.
enum ConfigurationRules: LibraryRule {
  static let unknownRule = Rule(
    "unknown-rule", .warning, .library, fix: .unsafe,
    meaning: "readings.yml sets the level of a rule that does not exist",
    explanation: "A misspelt name sets nothing. 'readings check --rules' lists the names.",
    examples: [
      RuleExample(
        files: [
          .init("readings.yml", "check:\n  rules:\n    ⟦bare-ulr⟧: off\n"),
          .init("sub/a.md", "---\ntitle: Maps\n---\n"),
        ],
        fixed: "check:\n  rules:\n    bare-url: off\n")
    ])

  /// What the reader of the file reports.
  static let unknownSetting = Rule(
    "unknown-setting", .warning, .library, meaning: "readings.yml has a setting that does not exist",
    explanation: "'readings config' shows the settings that are in force.",
    examples: [RuleExample(files: [.init("readings.yml", "⟦sites⟧:\n  title: Maps\n")])])

  static let badSetting = Rule(
    "bad-setting", .warning, .library, meaning: "a setting in readings.yml has a value that it cannot have",
    explanation: "The setting is left out; the message says what it takes.",
    examples: [RuleExample(files: [.init("readings.yml", "check:\n  rules:\n    bare-url: ⟦never⟧\n")])])

  static let reported = [unknownSetting, badSetting]
  static let rules = [unknownRule]

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    guard let file = library.configuration.file else { return }
    for setting in library.configuration.ruleSettings where RuleTable.rule(setting.rule) == nil {
      let near = Spelling.closest(to: setting.rule, among: RuleTable.rules.map(\.id))
      report.add(
        unknownRule, "there is no rule '\(setting.rule)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
        in: file,
        at: setting.span,
        fix: near.map { Diagnostic.Fix("write '\($0)'", edits: [TextEdit(setting.span, $0)]) })
    }
  }
}
