package import SourceText

/// What a library's `readings.yml` sets: the names of its site, words of headings, levels of checks, and verdicts on
/// which entries are the same paper.
///
/// Everything has a default, so that a library needs no such file.
package struct LibraryConfiguration: Sendable {
  /// The file's name, at the top of the library.
  package static let fileName = "readings.yml"

  /// One setting as the file gives it.
  package struct Setting: Sendable, Hashable {
    /// The keys on the way to it, joined by dots: `site.title`.
    package let name: String
    /// The text of a scalar; the items of a list joined by commas.
    package let value: String
    /// The bytes of the value in the file.
    package let span: SourceSpan
  }

  /// How a rule of `check` is to be taken.
  package enum RuleLevel: String, Sendable, Hashable, CaseIterable {
    case off, note, warning, error
  }

  /// The level that the file gives to one rule; whether there is such a rule is for the checks to say.
  package struct RuleSetting: Sendable, Hashable {
    package let rule: String
    package let level: RuleLevel
    /// The bytes of the rule's name in the file.
    package let span: SourceSpan
  }

  /// Words that give a role to the entries below a heading that has them.
  package struct RoleWords: Sendable, Hashable {
    package let role: ReadingRole
    /// One or several words, in any case.
    package let words: String
  }

  /// The file, nil when the library has none.
  package internal(set) var file: SourceFile?
  /// Every setting that was understood, in file order.
  package internal(set) var settings: [Setting] = []
  /// `site.title`
  package internal(set) var siteTitle: String?
  /// `site.url`: where the site is published, without a slash at its end.
  package internal(set) var siteURL: String?
  /// `site.description`
  package internal(set) var siteDescription: String?
  /// `site.author`
  package internal(set) var siteAuthor: String?
  /// `roles`, in file order; they come before the built-in words.
  package internal(set) var roleWords: [RoleWords] = []
  /// `check.rules`, in file order.
  package internal(set) var ruleSettings: [RuleSetting] = []
  /// `check.known-keys`: front-matter keys that are no mistakes.
  package internal(set) var knownKeys: [String] = []
  /// `papers.same`: keys that name one paper, a group each.
  package internal(set) var sameWorks: [[String]] = []
  /// `papers.distinct`: keys that name papers of their own each, a group each.
  package internal(set) var distinctWorks: [[String]] = []
  /// What is wrong with the file; spans are offsets into it. Ids are the YAML parser's, `unknown-setting` and
  /// `bad-setting`.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The configuration of a library without `readings.yml`.
  package init() {}

  /// Reads the bytes of a `readings.yml`; what is wrong in it costs a diagnostic and that setting alone.
  package init(reading file: SourceFile) {
    var reader = ConfigurationReader()
    reader.read(file)
    self = reader.configuration
  }

  /// The role that the file's words give to entries of a section; nil when it has none of them.
  func role(ofSection section: String) -> ReadingRole? {
    guard !roleWords.isEmpty else { return nil }
    let heading = spacedWords(of: section)
    return roleWords.first { heading.contains(spacedWords(of: $0.words)) }?.role
  }

  private func spacedWords(of text: String) -> String { " \(comparisonForm(ByteText(text)).string) " }
}
