internal import ReadingsCatalog
internal import SourceText

/// Entries that may have been read otherwise than they were meant, by ``ExtractionReview``; off unless asked for, since
/// they are about this program's reading more than about the post.
enum ExtractionRules: PostRule {
  static let title = Rule(
    "unsure-title", .off, .extraction,
    meaning: "the title of an entry is an address, has no letters or is very long",
    explanation: "Something else may have been taken for the title.",
    examples: [RuleExample(post("### ⟦https://maps.example/fast⟧\n+ Ann Lee, Bo Chen\n"))])

  static let entry = Rule(
    "unsure-entry", .off, .extraction, meaning: "an entry has neither a link nor authors",
    explanation: "It may be no reading at all, but a heading or a remark.",
    examples: [RuleExample(post("### ⟦Fast Maps⟧\n\n### Slow Maps\n+ Ann Lee, Bo Chen\n"))])

  static let kind = Rule(
    "unsure-kind", .off, .extraction, meaning: "the kind of an entry is a guess",
    explanation: "Nothing but its title and link says whether it is a paper, a page or software.",
    examples: [RuleExample(post("### ⟦Slow Maps and Where to Read Them⟧\n+ https://maps.example/slow\n"))])

  static let section = Rule(
    "unsure-section", .off, .extraction,
    meaning: "an entry stands in no section, though others of the post do",
    explanation: "It may be no reading, or lack the heading that says whether it is required.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\n---\n### ⟦Slow Maps⟧\n+ Ann Lee, Bo Chen\n+ https://maps.example/slow\n\n## Readings\n### Fast Maps\n+ Ann Lee, Bo Chen\n"
      )
    ])

  static let rules = [title, entry, kind, section]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n## Readings\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for finding in ExtractionReview(Catalog(sessions: post.sessions)).findings {
      guard let rule = rules.first(where: { $0.id == finding.diagnostic.id }) else { continue }
      report.add(rule, finding.diagnostic.message, at: finding.diagnostic.span)
    }
  }
}
