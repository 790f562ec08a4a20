internal import ReadingsCatalog
internal import SourceText

/// Entries without a link, and papers without authors.
enum MissingParts: PostRule {
  static let link = Rule(
    "missing-link", .warning, .entries, meaning: "an entry has no link",
    explanation:
      "Readers have to search for the work, and two entries for it cannot be told to be the same. Where no "
      + "entry of a session has a link, that is said once, at the first.",
    examples: [
      RuleExample(post("### ⟦Fast Maps: Drawing Less⟧\n+ Ann Lee, Bo Chen\n\n" + sound)),
      RuleExample(
        post(
          "### ⟦Fast Maps: Drawing Less⟧\n+ Ann Lee, Bo Chen\n\n### Slow Maps: Drawing More\n+ Cy Dee, Eve Fox\n"
        )),
      .sound(post(sound)),
    ])

  static let authors = Rule(
    "missing-authors", .note, .entries, meaning: "a paper has no authors",
    explanation:
      "Queries such as 'author:lee' do not find it. Where no paper of a session has authors, that is said "
      + "once, at the first.",
    examples: [
      RuleExample(post("### ⟦Fast Maps: Drawing Less⟧\n+ https://arxiv.org/abs/2205.14135\n\n" + sound)),
      .sound(post(sound)),
    ])

  static let rules = [link, authors]

  private static let sound =
    "### Sea Maps: Drawing Waves\n+ Ann Lee, Bo Chen\n+ https://arxiv.org/abs/2205.14136\n"

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n## Readings\n\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for session in post.sessions {
      let works = session.readings.filter { $0.kind != .other }
      let unlinked = works.filter { $0.urls.isEmpty && $0.identifiers.isEmpty && $0.slides.isEmpty }
      add(link, unlinked, of: works, "a link", &report) { "'\($0)' has no link" }
      let papers = works.filter { $0.kind == .paper }
      add(authors, papers.filter(\.authors.isEmpty), of: papers, "authors", &report) {
        "'\($0)' has no authors"
      }
    }
  }

  private static func add(
    _ rule: Rule, _ lacking: [Reading], of all: [Reading], _ what: String, _ report: inout PostReport,
    _ message: (String) -> String
  ) {
    guard report.isOn(rule) else { return }
    if lacking.count == all.count, all.count > 1 {
      report.add(rule, "none of the \(all.count) entries has \(what)", at: all[0].titleSpan)
      return
    }
    for reading in lacking { report.add(rule, message(reading.shownTitle), at: reading.titleSpan) }
  }
}
