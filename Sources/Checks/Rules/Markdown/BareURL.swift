internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Addresses that GitHub links and Jekyll does not.
enum BareURL: PostRule {
  static let rule = Rule(
    "bare-url", .warning, .markdown, fix: .safe,
    meaning: "a bare address is no link on a page made by Jekyll",
    explanation:
      "kramdown, which Jekyll uses, links an address only in '<...>' or '[text](...)'. On GitHub the same "
      + "address is a link, so the mistake is easily missed.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\n---\n+ Paper: ⟦https://arxiv.org/abs/2205.14135⟧\n",
        fixed: "---\ntitle: Maps\n---\n+ Paper: <https://arxiv.org/abs/2205.14135>\n"),
      .sound(
        "---\ntitle: Maps\n---\n<https://maps.example> and `https://maps.example` and [m](https://maps.example)\n"
      ),
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard post.isForJekyll, report.isOn(rule) else { return }
    for link in post.body.links where link.form == .bare {
      let text = post.slice(link.span)
      guard let first = text.first, text.contains(UInt8(ascii: "/")) || first | 0x20 == UInt8(ascii: "w"),
        !text.contains(UInt8(ascii: "@")) || text.starts(with: "http".utf8)
      else { continue }
      let hasScheme = text.contains(UInt8(ascii: ":"))
      let start = SourceSpan(link.span.lowerBound, link.span.lowerBound)
      let end = SourceSpan(link.span.upperBound, link.span.upperBound)
      report.add(
        rule, "an address must stand in '<...>' to be a link", at: link.span,
        fix: Diagnostic.Fix(
          "put it in '<...>'", edits: [TextEdit(start, hasScheme ? "<" : "<http://"), TextEdit(end, ">")]))
    }
  }
}
