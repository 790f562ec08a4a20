/// A problem in a file, as data.
///
/// The message is a lowercase phrase without a full stop that states the rule; names stand in single quotes.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable {
    /// This file or request cannot be used as it is.
    case error
    /// Used, but look.
    case warning
    /// Sound, yet worth knowing.
    case note
  }

  /// Another place that the problem has to do with.
  package struct Note: Sendable, Hashable {
    package let message: String
    package let span: SourceSpan

    package init(_ message: String, at span: SourceSpan) {
      self.message = message
      self.span = span
    }
  }

  /// A change that mends the problem.
  package struct Fix: Sendable, Hashable {
    package let message: String
    package let edits: [TextEdit]

    package init(_ message: String, edits: [TextEdit]) {
      self.message = message
      self.edits = edits
    }
  }

  /// Stable and kebab-case, such as `unclosed-front-matter`.
  package let id: String
  package let severity: Severity
  package let message: String
  package let span: SourceSpan
  package let notes: [Note]
  package let fix: Fix?

  package init(
    _ severity: Severity, _ id: String, _ message: String, at span: SourceSpan, notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.fix = fix
  }
}
