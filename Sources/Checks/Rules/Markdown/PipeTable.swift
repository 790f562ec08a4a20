internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Text with `|` that kramdown turns into a table.
enum PipeTable: PostRule {
  static let rule = Rule(
    "pipe-makes-table", .warning, .markdown, fix: .safe,
    meaning: "a text with '|' becomes a table on a page made by Jekyll",
    explanation:
      "kramdown makes a table of every paragraph and list item whose lines all have a '|', without a row of "
      + "dashes. '\\|' is a '|' that stays one.",
    examples: [
      RuleExample(
        post("Slides ⟦|⟧ [Video](https://maps.example)\n"),
        fixed: post("Slides \\| [Video](https://maps.example)\n")),
      RuleExample(post("+ p(a⟦|⟧b) and p(b|a)\n"), fixed: post("+ p(a\\|b) and p(b\\|a)\n")),
      .sound(post("Write `a|b` for both,\nand a|b here.\n")),
      .sound(post("| Name | Year |\n|---|---|\n| Sea | 1 |\n")),
    ])
  static let rules = [rule]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for leaf in post.body.leaves where leaf.kind == .paragraph && leaf.marks.contains(.pipe) {
      guard let pipes = pipes(leaf, post), let first = pipes.first, !isMeantAsTable(leaf, post) else {
        continue
      }
      report.add(
        rule, "the lines become a table; a '|' in text must be written '\\|'",
        at: SourceSpan(first, first + 1),
        fix: Diagnostic.Fix("write '\\|'", edits: pipes.map { TextEdit(SourceSpan($0, $0), "\\") }))
    }
  }

  /// The bars that part cells; nil unless every line has one.
  private static func pipes(_ leaf: BodyFacts.Leaf, _ post: PostContext) -> [Int]? {
    var pipes: [Int] = []
    var hasPipe = false
    for offset in leaf.span.range {
      switch post.bytes[offset] {
      case UInt8(ascii: "|"):
        guard post.bytes[offset - 1] != UInt8(ascii: "\\"), !post.isCode(offset), !post.body.isHTML(offset)
        else { continue }
        pipes.append(offset)
        hasPipe = true
      case 0x0A, 0x0D:
        if post.bytes[offset] == 0x0A, post.bytes[offset - 1] == 0x0D { continue }
        guard hasPipe else { return nil }
        hasPipe = false
      default: break
      }
    }
    return hasPipe ? pipes : nil
  }

  /// Whether the lines start and end with bars, as the rows of a table do.
  private static func isMeantAsTable(_ leaf: BodyFacts.Leaf, _ post: PostContext) -> Bool {
    post.bytes[leaf.span.lowerBound] == UInt8(ascii: "|")
  }
}
