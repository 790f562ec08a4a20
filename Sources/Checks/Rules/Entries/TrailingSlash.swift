internal import Markdown
internal import ReadingsCatalog
internal import SourceText

/// Titles with a slash at their end.
enum TrailingSlash: PostRule {
  static let rule = Rule(
    "trailing-slash", .warning, .entries, fix: .safe, meaning: "the line of a title ends with ' /'",
    explanation:
      "What stood behind the slash, such as authors or a venue, was taken out and the slash stayed.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\n---\n## Readings\n\n### Fast Maps: Drawing Less⟦ /⟧ \n+ https://arxiv.org/abs/2205.14135\n",
        fixed:
          "---\ntitle: Maps\n---\n## Readings\n\n### Fast Maps: Drawing Less \n+ https://arxiv.org/abs/2205.14135\n"
      )
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for reading in post.readings {
      guard let title = reading.evidence.first(where: { $0.field == "title" })?.span, !title.isEmpty else {
        continue
      }
      let line = post.lines.contentSpan(ofLine: post.lines.line(at: title.upperBound - 1))
      var end = line.upperBound
      while end > title.lowerBound, post.bytes[end - 1].isSpaceOrTab { end -= 1 }
      guard end - 2 > title.lowerBound, post.bytes[end - 1] == UInt8(ascii: "/"),
        post.bytes[end - 2].isSpaceOrTab
      else { continue }
      var start = end - 1
      while post.bytes[start - 1].isSpaceOrTab { start -= 1 }
      let span = SourceSpan(start, end)
      report.add(
        rule, "a title must not end with ' /'", at: span,
        fix: Diagnostic.Fix("take it out", edits: [TextEdit(span, "")]))
    }
  }
}
