internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Marks of Markdown that need a space behind them to count.
enum SpacingRules: PostRule {
  static let bullet = Rule(
    "bullet-without-space", .warning, .entries, fix: .safe,
    meaning: "a list item lacks the space behind its mark",
    explanation: "'+[Maps](...)' is text, not an item: the line becomes part of the one above.",
    examples: [
      RuleExample(
        post("+ Ann Lee\n⟦+⟧[Submitted on 27 May 2022]\n+ https://maps.example\n"),
        fixed: post("+ Ann Lee\n+ [Submitted on 27 May 2022]\n+ https://maps.example\n")),
      RuleExample(post("- Ann Lee\n⟦-⟧Bo Chen\n"), fixed: post("- Ann Lee\n- Bo Chen\n")),
      .sound(post("The change is\n-5 degrees, and +1 more\n")),
    ])

  static let heading = Rule(
    "heading-without-space", .warning, .entries, fix: .safe,
    meaning: "a heading lacks the space behind its '#'",
    explanation: "'##Maps' is text; with Jekyll as on GitHub a heading needs '## Maps'.",
    examples: [
      RuleExample(post("⟦####⟧Summary\n\nAll is well.\n"), fixed: post("#### Summary\n\nAll is well.\n")),
      .sound(post("#1 in sales, and #maps\n")),
    ])

  static let rules = [bullet, heading]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n## Readings\n\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for leaf in post.body.leaves where leaf.kind == .paragraph {
      let first = post.lines.line(at: leaf.span.lowerBound)
      let last = post.lines.line(at: max(leaf.span.lowerBound, leaf.span.upperBound - 1))
      for line in first...last {
        let content = post.lines.contentSpan(ofLine: line)
        var start = line == first ? leaf.span.lowerBound : content.lowerBound
        while start < content.upperBound, post.bytes[start].isSpaceOrTab { start += 1 }
        guard start + 1 < content.upperBound, start < leaf.span.upperBound else { continue }
        switch post.bytes[start] {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): checkBullet(start, content.upperBound, line, post, &report)
        case UInt8(ascii: "#"): checkHeading(start, content.upperBound, isAlone: first == last, post, &report)
        default: continue
        }
      }
    }
  }

  private static func checkBullet(
    _ start: Int, _ lineEnd: Int, _ line: Int, _ post: PostContext, _ report: inout PostReport
  ) {
    let mark = post.bytes[start]
    let next = post.bytes[start + 1]
    guard !post.isCode(start) else { return }
    switch next {
    case UInt8(ascii: "["): break
    case let byte where byte.isUppercaseLetter || byte == UInt8(ascii: "h"):
      guard byte.isUppercaseLetter || post.bytes[(start + 1)...].starts(with: "http".utf8),
        isItem(line - 1, mark, post) || isItem(line + 1, mark, post)
      else { return }
    default: return
    }
    let behind = SourceSpan(start + 1, start + 1)
    report.add(
      bullet, "a space must follow the '\(String(decoding: [mark], as: UTF8.self))' of a list item",
      at: SourceSpan(start, start + 1), fix: Diagnostic.Fix("add a space", edits: [TextEdit(behind, " ")]))
  }

  /// Whether a line starts an item with this mark.
  private static func isItem(_ line: Int, _ mark: UInt8, _ post: PostContext) -> Bool {
    guard line >= 1, line <= post.lines.lineCount else { return false }
    let text = post.slice(post.lines.contentSpan(ofLine: line)).drop(while: \.isSpaceOrTab)
    return text.count > 1 && text.first == mark && text[text.startIndex + 1].isSpaceOrTab
  }

  private static func checkHeading(
    _ start: Int, _ lineEnd: Int, isAlone: Bool, _ post: PostContext, _ report: inout PostReport
  ) {
    var end = start
    while end < lineEnd, post.bytes[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - start
    guard level <= 6, end < lineEnd, !post.bytes[end].isSpaceOrTab, !post.isCode(start) else { return }
    let next = post.bytes[end]
    // `#tag` and `#1` are common in text.
    guard level > 1 || (isAlone && next.isUppercaseLetter && post.bytes[end..<lineEnd].contains(0x20)),
      next.isAlphanumeric || next >= 0x80 || next == UInt8(ascii: "*") || next == UInt8(ascii: "[")
    else { return }
    report.add(
      heading, "a space must follow the '#' of a heading", at: SourceSpan(start, end),
      fix: Diagnostic.Fix("add a space", edits: [TextEdit(SourceSpan(end, end), " ")]))
  }
}
