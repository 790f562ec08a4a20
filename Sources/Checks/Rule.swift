// This module owns the rules that judge a library: what in its posts deserves a look, as positioned diagnostics, and
// which of them are reported. It reads posts through the catalog's modules; printing and mending are done elsewhere.

package import ReadingsCatalog

/// How a rule is to be taken: not at all, as a remark, a warning or an error.
package typealias RuleLevel = LibraryConfiguration.RuleLevel

extension LibraryConfiguration.RuleLevel: Comparable {
  private var rank: Int {
    switch self {
    case .off: 0
    case .note: 1
    case .warning: 2
    case .error: 3
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One rule as commands, documentation and tests know it; the code that applies it lies beside it.
package struct Rule: Sendable {
  /// What part of a library a rule is about.
  package enum Topic: String, Sendable, CaseIterable {
    case frontMatter = "front-matter"
    case sessions, entries, markdown, library, extraction
  }

  /// Whether findings bring a change that mends them.
  package enum FixKind: String, Sendable {
    case none
    /// The change keeps what the post says.
    case safe
    /// The change decides something that its author may see otherwise.
    case unsafe
  }

  /// Stable and kebab-case.
  package let id: String
  /// The level unless a library or a call sets another.
  package let level: RuleLevel
  package let topic: Topic
  /// Of the findings that bring a fix.
  package let fix: FixKind
  /// What a finding says of a post: one line, a lowercase phrase.
  package let meaning: String
  /// Why it matters and what to do, in paragraphs.
  package let explanation: [String]
  /// At least one with a finding.
  package let examples: [RuleExample]

  /// A rule of the table.
  package init(
    _ id: String, _ level: RuleLevel, _ topic: Topic, fix: FixKind = .none, meaning: String,
    explanation: String..., examples: [RuleExample]
  ) {
    self.id = id
    self.level = level
    self.topic = topic
    self.fix = fix
    self.meaning = meaning
    self.explanation = explanation
    self.examples = examples
  }
}

/// A small library with the places that a rule must find in it, which are the rule's tests as well.
package struct RuleExample: Sendable {
  /// One file; what a finding marks stands between `⟦` and `⟧`.
  package struct File: Sendable {
    package let path: String
    package let markedText: String

    package init(_ path: String, _ markedText: String) {
      self.path = path
      self.markedText = markedText
    }
  }

  /// By path.
  package let files: [File]
  /// The first file once its fixes are applied; nil when none of its findings has one.
  package let fixed: String?

  /// An example of one post.
  package init(_ markedText: String, path: String = "2025-02-04-maps.md", fixed: String? = nil) {
    files = [File(path, markedText)]
    self.fixed = fixed
  }

  /// An example of several posts.
  package init(files: [File], fixed: String? = nil) {
    self.files = files
    self.fixed = fixed
  }

  /// A post that the rule has nothing to say of, though it comes near.
  package static func sound(_ text: String, path: String = "2025-02-04-maps.md") -> RuleExample {
    RuleExample(text, path: path)
  }

  /// Whether no finding is expected.
  package var isSound: Bool { !files.contains { $0.markedText.contains("⟦") } }
}
