internal import ReadingsCatalog
internal import SourceText

/// A rule, or a family of closely alike ones, that judges each post by itself.
protocol PostRule: SendableMetatype {
  /// In the order of the documentation.
  static var rules: [Rule] { get }
  /// Reports what the rules find in a post. Costs at most one pass over the post.
  static func check(_ post: PostContext, _ report: inout PostReport)
}

/// What the rules found in one post.
struct PostReport {
  /// As they were found.
  private(set) var diagnostics: [Diagnostic] = []
  private let levels: RuleLevels

  init(_ levels: RuleLevels) {
    self.levels = levels
  }

  /// Whether findings of a rule are of any use.
  func isOn(_ rule: Rule) -> Bool { levels[rule.id] != .off }

  /// Adds a finding, unless its rule is off.
  mutating func add(
    _ rule: Rule, _ message: @autoclosure () -> String, at span: SourceSpan,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> Diagnostic.Fix? = nil
  ) {
    guard let severity = levels.severity(of: rule.id) else { return }
    diagnostics.append(Diagnostic(severity, rule.id, message(), at: span, notes: notes(), fix: fix()))
  }
}
