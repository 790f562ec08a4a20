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
      + "dashes, unless another block touches it. '\\|' is a '|' that stays one.",
    examples: [
      RuleExample(
        post("Slides ⟦|⟧ [Video](https://maps.example)\n"),
        fixed: post("Slides \\| [Video](https://maps.example)\n")),
      RuleExample(post("+ p(a⟦|⟧b) and p(b|a)\n"), fixed: post("+ p(a\\|b) and p(b\\|a)\n")),
      .sound(post("Write `a|b` for both,\nand a|b here.\n")),
      .sound(post("[Maps]({{ '/maps/' | url }}) of the sea\n\nSlides | Video\n## More\n\n$$ p(a|b) $$\n")),
      .sound(post("| Name | Year |\n|---|---|\n| Sea | 1 |\n")),
    ])
  static let rules = [rule]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard post.isForJekyll, report.isOn(rule) else { return }
    for leaf in post.body.leaves where leaf.kind == .paragraph && leaf.marks.contains(.pipe) {
      guard let pipes = pipes(leaf, post), let first = pipes.first, !isMeantOtherwise(leaf, post),
        BlockBoundary.isBefore(leaf.span, post),
        BlockBoundary.isBehind(leaf.span, isInItem: leaf.isInItem, post)
      else { continue }
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
    var offset = leaf.span.lowerBound
    while offset < leaf.span.upperBound {
      defer { offset += 1 }
      switch post.bytes[offset] {
      case UInt8(ascii: "{"): offset = liquidEnd(offset, leaf.span.upperBound, post.bytes) ?? offset
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

  /// The last byte of the output or tag that starts at an offset; Liquid is gone when kramdown reads the text.
  private static func liquidEnd(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int? {
    guard start + 1 < limit else { return nil }
    let closing = bytes[start + 1] == UInt8(ascii: "%") ? UInt8(ascii: "%") : UInt8(ascii: "}")
    guard closing == UInt8(ascii: "%") || bytes[start + 1] == UInt8(ascii: "{") else { return nil }
    var offset = start + 2
    while offset + 1 < limit {
      if bytes[offset] == closing, bytes[offset + 1] == UInt8(ascii: "}") { return offset + 1 }
      offset += 1
    }
    return nil
  }

  /// Whether the lines start with bars, as the rows of a table do, or are a formula.
  private static func isMeantOtherwise(_ leaf: BodyFacts.Leaf, _ post: PostContext) -> Bool {
    let text = post.slice(leaf.span)
    return text.first == UInt8(ascii: "|")
      || (text.starts(with: "$$".utf8) && text.suffix(2).elementsEqual("$$".utf8))
  }
}
