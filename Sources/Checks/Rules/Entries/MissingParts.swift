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
      "Queries such as 'author:lee' do not find it. Where more than three papers of a session lack authors, and most of "
      + "them do, that is said once, at the first. A paper without a link is reported for that.",
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
      let works = only(session.readings) { $0.kind != .other }
      if report.isOn(link) { checkLinks(works, &report) }
      if report.isOn(authors) { checkAuthors(only(works) { $0.kind == .paper }, &report) }
    }
  }

  /// Those that are wanted; mostly all are, and a copy of them would take longer than the rest.
  private static func only(_ readings: [Reading], _ isWanted: (Reading) -> Bool) -> [Reading] {
    readings.indices.allSatisfy { isWanted(readings[$0]) } ? readings : readings.filter(isWanted)
  }

  private static func checkLinks(_ works: [Reading], _ report: inout PostReport) {
    let lacking = works.filter { !hasLink($0) }
    if lacking.count == works.count, works.count > 1 {
      report.add(link, "none of the \(works.count) entries has a link", at: works[0].titleSpan)
      return
    }
    for reading in lacking {
      let parts = reading.authors.isEmpty ? "neither a link nor authors" : "no link"
      report.add(link, "'\(reading.shownTitle)' has \(parts)", at: reading.titleSpan)
    }
  }

  private static func hasLink(_ reading: Reading) -> Bool {
    !reading.urls.isEmpty || !reading.identifiers.isEmpty || !reading.slides.isEmpty
  }

  private static func checkAuthors(_ papers: [Reading], _ report: inout PostReport) {
    let lacking = papers.filter { $0.authors.isEmpty && hasLink($0) }
    if lacking.count > 3, lacking.count * 2 > papers.count {
      let count = lacking.count == papers.count ? "none of the" : "\(lacking.count) of the"
      let verb = lacking.count == papers.count ? "has" : "have no"
      report.add(authors, "\(count) \(papers.count) papers \(verb) authors", at: lacking[0].titleSpan)
      return
    }
    for reading in lacking {
      report.add(authors, "'\(reading.shownTitle)' has no authors", at: reading.titleSpan)
    }
  }
}
