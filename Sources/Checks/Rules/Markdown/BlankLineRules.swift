internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Blocks that kramdown reads only with a blank line around them.
enum BlankLineRules: PostRule {
  static let table = Rule(
    "table-needs-blank-line", .warning, .markdown, fix: .safe,
    meaning: "a table without a blank line before and behind it is text on a page made by Jekyll",
    explanation:
      "kramdown reads the rows as text when anything touches them, a heading and a list as well; GitHub makes a table "
      + "of them.",
    examples: [
      RuleExample(
        post("The maps:\n⟦| Name | Year |⟧\n|---|---|\n| Sea | 1 |\n"),
        fixed: post("The maps:\n\n| Name | Year |\n|---|---|\n| Sea | 1 |\n")),
      RuleExample(
        post("| Name | Year |\n|---|---|\n| Sea | 1 |\n⟦And that is all.⟧\n"),
        fixed: post("| Name | Year |\n|---|---|\n| Sea | 1 |\n\nAnd that is all.\n")),
      RuleExample(
        post("## Maps\n⟦| Name | Year |⟧\n|---|---|\n| Sea | 1 |\n⟦- And that is all.⟧\n"),
        fixed: post("## Maps\n\n| Name | Year |\n|---|---|\n| Sea | 1 |\n\n- And that is all.\n")),
      .sound(post("The maps:\n\n| Name | Year |\n|---|---|\n| Sea | 1 |\n\nAnd that is all.\n")),
      .sound(post("The maps:\n\n| Name | Year |\n|---|---|\n| Sea | 1 |\n{: .wide}\n")),
    ])

  static let list = Rule(
    "list-needs-blank-line", .note, .markdown, fix: .safe,
    meaning: "a list follows a paragraph without a blank line, which plain kramdown does not read as a list",
    explanation:
      "Jekyll's standard setting ('input: GFM') does read it, so this is a remark; kramdown by itself and "
      + "Jekyll with 'input: kramdown' show the items as text.",
    examples: [
      RuleExample(
        post("The maps:\n⟦-⟧ sea\n- land\n"), fixed: post("The maps:\n\n- sea\n- land\n")),
      .sound(post("The maps:\n\n- sea\n  - deep\n- land\n")),
    ])

  static let heading = Rule(
    "heading-needs-blank-line", .note, .markdown, fix: .safe,
    meaning:
      "a heading follows a paragraph without a blank line, which plain kramdown does not read as a heading",
    explanation:
      "Jekyll's standard setting ('input: GFM') does read it, so this is a remark; kramdown by itself and "
      + "Jekyll with 'input: kramdown' show it as text.",
    examples: [
      RuleExample(post("All is well.\n⟦##⟧ Maps\n"), fixed: post("All is well.\n\n## Maps\n")),
      .sound(post("All is well.\n\n## Maps\n")),
    ])

  static let rules = [table, list, heading]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let document = post.document, post.isForJekyll else { return }
    let blocks = document.blocks
    var previous: (end: Int, kind: BlockKind) = (0, .document)
    // Outer items end behind inner ones.
    var itemEnd = 0
    for (index, block) in blocks.enumerated() {
      let start = block.span.lowerBound
      let isClose = previous.kind == .paragraph && isNextLine(previous.end, start, post.bytes)
      switch block.kind {
      case .listItem: itemEnd = max(itemEnd, block.subtreeEnd)
      case .table:
        checkTable(document, index, isInItem: index < itemEnd, post, &report)
        previous = (block.span.upperBound, .table)
      case .list:
        // A list inside an item needs none.
        if isClose, index >= itemEnd {
          add(
            list, "a blank line must stand before a list",
            at: SourceSpan(start, start + markerLength(start, post.bytes)), before: start, post, &report)
        }
      case .heading:
        if isClose, !block.isSetext {
          add(
            heading, "a blank line must stand before a heading", at: SourceSpan(start, start + block.level),
            before: start, post, &report)
        }
        previous = (block.span.upperBound, .heading)
      case .paragraph, .codeBlock, .htmlBlock, .thematicBreak: previous = (block.span.upperBound, block.kind)
      default: break
      }
    }
  }

  private static func checkTable(
    _ document: Document, _ index: Int, isInItem: Bool, _ post: PostContext, _ report: inout PostReport
  ) {
    let block = document.blocks[index].span
    if !BlockBoundary.isBefore(block, post) {
      add(
        table, "a blank line must stand before a table", at: block.firstLine(in: post.bytes),
        before: block.lowerBound, post, &report)
    }
    // A row without `|` ends the table of kramdown, and turns all of it into text.
    let strayRow = document.children(of: index).lazy.map { document.blocks[$0] }.first {
      let text = post.slice($0.span)
      return !$0.isHeader && !text.contains(UInt8(ascii: "|")) && !text.starts(with: "{:".utf8)
    }?.span
    let next =
      BlockBoundary.isBehind(block, isInItem: isInItem, post)
      ? nil : BlockBoundary.nextLine(behind: block, post.bytes)
    guard let stranger = strayRow ?? next else { return }
    var start = stranger.lowerBound
    while start < stranger.upperBound, post.bytes[start].isSpaceOrTab { start += 1 }
    add(
      table, "a blank line must stand behind a table", at: SourceSpan(start, stranger.upperBound),
      before: start, post, &report)
  }

  private static func add(
    _ rule: Rule, _ message: String, at span: SourceSpan, before offset: Int, _ post: PostContext,
    _ report: inout PostReport
  ) {
    guard report.isOn(rule) else { return }
    let start = BlockBoundary.lineStart(offset, post.bytes)
    // Inside quotes and items the line has marks of its own, which a blank line would need as well.
    let isPlain = post.bytes[start..<offset].allSatisfy(\.isSpaceOrTab)
    report.add(
      rule, message, at: span,
      fix: isPlain
        ? Diagnostic.Fix(
          "add a blank line",
          edits: [TextEdit(SourceSpan(start, start), lineEnding(before: start, post.bytes))])
        : nil)
  }

  private static func lineEnding(before offset: Int, _ bytes: [UInt8]) -> String {
    guard offset > 0 else { return "\n" }
    if bytes[offset - 1] == 0x0D { return "\r" }
    return offset > 1 && bytes[offset - 2] == 0x0D ? "\r\n" : "\n"
  }

  /// Whether one line ending and no blank line lies between two places.
  private static func isNextLine(_ end: Int, _ start: Int, _ bytes: [UInt8]) -> Bool {
    guard end < start else { return false }
    var count = 0
    for offset in end..<start
    where bytes[offset] == 0x0A || (bytes[offset] == 0x0D && bytes[offset + 1] != 0x0A) {
      count += 1
    }
    return count == 1
  }

  private static func markerLength(_ start: Int, _ bytes: [UInt8]) -> Int {
    var end = start
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    return min(end + 1, bytes.count) - start
  }
}
