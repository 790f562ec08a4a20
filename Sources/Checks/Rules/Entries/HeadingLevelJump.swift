internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Headings that skip a level.
enum HeadingLevelJump: PostRule {
  static let rule = Rule(
    "heading-level-jump", .note, .entries, meaning: "a heading is more than one level below the one above it",
    explanation:
      "Readers who move by headings, and programs that make an outline, look for the level between. A remark "
      + "only: many seminars write '##' for sections and '####' for papers throughout.",
    examples: [
      RuleExample("---\ntitle: Maps\n---\n## Readings\n\n⟦####⟧ Fast Maps\n"),
      .sound("---\ntitle: Maps\n---\n#### Readings\n\n##### Fast Maps\n\n## More\n"),
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let document = post.document else { return }
    var last = 0
    for index in post.body.headings {
      let block = document.blocks[index]
      defer { last = block.level }
      guard last > 0, block.level > last + 1 else { continue }
      let marks =
        block.isSetext
        ? HeadingText.span(of: index, document)
        : SourceSpan(block.span.lowerBound, block.span.lowerBound + block.level)
      report.add(rule, "a heading of level \(block.level) must not follow one of level \(last)", at: marks)
    }
  }
}
