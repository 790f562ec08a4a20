internal import ReadingsCatalog
internal import SourceText

/// Entries whose heading is no title, which stands in a bullet below instead.
enum TitleInBullet: PostRule {
  static let rule = Rule(
    "title-in-bullet", .warning, .entries, meaning: "the full title of an entry stands only in a bullet",
    explanation:
      "readings finds such a title, but whoever reads the page sees the short name as the heading. Put the "
      + "title into the heading.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        ---
        ## Required Readings

        ### Gemma report
        + ⟦“Gemma: Open Models for the Reading of Maps”⟧
        + https://arxiv.org/abs/2403.08295
        + Ann Lee, Bo Chen

        """),
      .sound(
        """
        ---
        title: Maps
        ---
        ## Required Readings

        ### Gemma: Open Models for the Reading of Maps
        + https://arxiv.org/abs/2403.08295
        + Ann Lee, Bo Chen

        """),
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for reading in post.readings {
      let titles = reading.evidence.filter { $0.field == "title" }
      guard let first = titles.first, let last = titles.last, first.span != last.span,
        !first.span.contains(last.span), let heading = reading.alternativeTitles.last
      else { continue }
      // A heading without a link may be that of a section with one entry.
      let hasLink = post.body.links.contains { first.span.contains($0.span) }
      guard last.rule == "title in quotes" || (last.rule == "full title below a short name" && hasLink)
      else { continue }
      report.add(
        rule, "the title stands in a bullet below the heading '\(ShownText.cut(heading))'", at: last.span,
        notes: [Diagnostic.Note("the heading", at: first.span)])
    }
  }
}
