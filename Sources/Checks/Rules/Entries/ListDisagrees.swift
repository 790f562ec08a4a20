internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Posts of notes whose list on top names other papers than their sections.
enum ListDisagrees: PostRule {
  static let rule = Rule(
    "list-disagrees", .warning, .entries,
    meaning: "the list on top of a post and its sections name different papers",
    explanation:
      "In a post that starts with a list of papers and has a section for each, every item has its section and "
      + "every section its item. Judged where the list has three items or more and half of them have a section.",
    examples: [
      RuleExample(
        """
        ---
        title: Notes
        ---
        1. [19] Fast Maps
        2. [15] Slow Maps
        3. [12] ⟦Lost Maps⟧
        4. [9] Sea Maps

        ### [19] Fast Maps
        They are fast.

        ### [15] Slow Maps
        They are not.

        ### [9] Sea Maps [Google]
        They are wet.

        ### ⟦[0] Star Maps⟧
        They are far.

        """)
    ])
  static let rules = [rule]

  private struct Item {
    let form: TitleForm
    let span: SourceSpan
    let text: String
  }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let document = post.document, post.sessions.contains(where: { $0.readings.count >= 3 }),
      let list = firstList(document)
    else { return }
    let items = document.children(of: list).compactMap { item(document, $0) }
    guard items.count >= 3 else { return }
    let all = post.body.headings.map { heading(document, $0) }
    var level: Int?
    for (index, heading) in zip(post.body.headings, all) where items.contains(where: { matches($0, heading) })
    {
      level = level ?? document.blocks[index].level
    }
    guard let level else { return }
    let headings = zip(post.body.headings, all).filter { document.blocks[$0.0].level == level }.map(\.1)
    let found = items.filter { item in headings.contains { matches(item, $0) } }
    guard found.count >= 3 || found.count * 2 > items.count, found.count * 2 >= items.count,
      found.count * 2 >= headings.count
    else { return }
    for item in items where !headings.contains(where: { matches(item, $0) }) {
      report.add(rule, "no section below is about '\(ShownText.cut(item.text))'", at: item.span)
    }
    for heading in headings
    where !items.contains(where: { matches($0, heading) }) && !heading.form.isEmpty {
      report.add(
        rule, "the list on top has no entry for '\(ShownText.cut(heading.text))'", at: heading.span,
        notes: [Diagnostic.Note("the list", at: document.blocks[list].span.firstLine(in: post.bytes))])
    }
  }

  /// The numbered list that comes before every heading.
  private static func firstList(_ document: Document) -> Int? {
    for index in document.children(of: 0) {
      switch document.blocks[index].kind {
      case .list: return document.blocks[index].isOrdered ? index : nil
      case .paragraph, .thematicBreak, .htmlBlock, .linkReferenceDefinition: continue
      default: return nil
      }
    }
    return nil
  }

  private static func item(_ document: Document, _ index: Int) -> Item? {
    guard let first = document.children(of: index).first(where: { _ in true }),
      document.blocks[first].kind == .paragraph
    else { return nil }
    let text = document.inlines(of: first).plainText()
    let span = document.blocks[first].span.firstLine(in: document.source)
    return Item(form: TitleForm(bare(text)), span: titlePart(of: span, document.source), text: bare(text))
  }

  private static func heading(_ document: Document, _ index: Int) -> Item {
    let text = document.inlines(of: index).plainText()
    return Item(form: TitleForm(bare(text)), span: HeadingText.span(of: index, document), text: bare(text))
  }

  /// Behind `[1900] `.
  private static func titlePart(of span: SourceSpan, _ bytes: [UInt8]) -> SourceSpan {
    guard bytes[span.lowerBound] == UInt8(ascii: "["),
      let close = bytes[span.range].firstIndex(of: UInt8(ascii: "]")), close + 2 < span.upperBound
    else { return span }
    return SourceSpan(close + 2, span.upperBound)
  }

  /// Without numbers before it and an organisation behind it.
  private static func bare(_ text: String) -> String {
    var rest = text[...]
    if rest.hasPrefix("["), let close = rest.firstIndex(of: "]") { rest = rest[rest.index(after: close)...] }
    if rest.hasSuffix("]"), let open = rest.lastIndex(of: "["), open > rest.startIndex {
      rest = rest[..<open]
    }
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  private static func matches(_ left: Item, _ right: Item) -> Bool {
    let (a, b) = (left.form.words, right.form.words)
    guard !a.isEmpty, !b.isEmpty else { return false }
    return a == b || a.starts(with: b) || b.starts(with: a) || left.form.likeness(to: right.form) >= 0.8
  }
}

extension SourceSpan {
  /// The part before the first line ending.
  func firstLine(in bytes: [UInt8]) -> SourceSpan {
    let end = bytes[range].firstIndex(where: \.isLineEnding) ?? upperBound
    return SourceSpan(lowerBound, end)
  }
}
