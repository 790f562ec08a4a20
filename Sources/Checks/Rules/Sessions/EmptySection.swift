internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Sections for required readings that hold nothing.
enum EmptySection: PostRule {
  static let rule = Rule(
    "empty-required", .warning, .sessions, meaning: "a section of required readings is empty",
    explanation:
      "The session tells its readers that something is required and not what. A section of further readings "
      + "may stay empty.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        ---
        ## ⟦Required Readings:⟧

        ## More Readings:

        ### Fast Maps
        + https://maps.example/fast

        """),
      .sound(
        """
        ---
        title: Maps
        ---
        ## Required Readings:

        ### Fast Maps
        + https://maps.example/fast

        ## More Readings:

        """),
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let document = post.document else { return }
    let blocks = Array(document.children(of: 0))
    for (place, index) in blocks.enumerated() where document.blocks[index].kind == .heading {
      let block = document.blocks[index]
      guard words.contains(where: { $0.first(in: post.bytes, block.span.range) != nil }) else { continue }
      let text = document.inlines(of: index).plainText().lowercased()
      guard text.utf8.count <= 60, required.isPart(of: text), read.isPart(of: text) else { continue }
      let rest = blocks[(place + 1)...].first { !isComment(document, $0, post) }
      if let rest, document.blocks[rest].kind != .heading || document.blocks[rest].level > block.level,
        document.blocks[rest].kind != .thematicBreak, !startsWriteUp(document, rest, post)
      {
        continue
      }
      report.add(
        rule, "the section must name what is required, or go", at: HeadingText.span(of: index, document))
    }
  }

  /// What few headings have, whatever their case.
  private static let words = ["equired", "EQUIRED"].map { ByteSearch(Array($0.utf8)) }

  private static let required = ByteSearch("required")
  private static let read = ByteSearch("read")

  private static func isComment(_ document: Document, _ index: Int, _ post: PostContext) -> Bool {
    document.blocks[index].kind == .htmlBlock
      && post.slice(document.blocks[index].span).starts(with: "<!--".utf8)
      && !startsWriteUp(document, index, post)
  }

  private static func startsWriteUp(_ document: Document, _ index: Int, _ post: PostContext) -> Bool {
    document.blocks[index].kind == .htmlBlock
      && post.slice(document.blocks[index].span).starts(with: "<!--excerpt.start-->".utf8)
  }
}

/// Where the text of a heading stands.
enum HeadingText {
  /// The span of a heading without its marks; that of its first line when it is underlined.
  static func span(of index: Int, _ document: Document) -> SourceSpan {
    let block = document.blocks[index]
    let bytes = document.source
    var start = block.span.lowerBound
    var end = block.span.upperBound
    if block.isSetext {
      while end > start, !bytes[end - 1].isLineEnding { end -= 1 }
      while end > start, bytes[end - 1].isWhitespace { end -= 1 }
      return SourceSpan(start, end)
    }
    while start < end, bytes[start] == UInt8(ascii: "#") { start += 1 }
    while start < end, bytes[start].isSpaceOrTab { start += 1 }
    var close = end
    while close > start, bytes[close - 1] == UInt8(ascii: "#") { close -= 1 }
    if close < end, close > start, bytes[close - 1].isSpaceOrTab { end = close }
    while end > start, bytes[end - 1].isSpaceOrTab { end -= 1 }
    return start < end ? SourceSpan(start, end) : block.span
  }
}
