internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Footnotes without text, without a mark, or under another number than their mark.
enum FootnoteRules: PostRule {
  static let undefined = Rule(
    "undefined-footnote", .warning, .entries, fix: .unsafe, meaning: "a footnote mark has no footnote",
    explanation:
      "'[^4]' without a line '[^4]: ...' stays on the page as it is written. Where a line starts with the mark and goes "
      + "on with text, its colon is missing.",
    examples: [
      RuleExample(post("Maps are flat ⟦[^4]⟧ and old [^1].\n\n[^1]: Since Ptolemy.\n")),
      RuleExample(
        post("Maps are flat ⟦[^4]⟧.\n\n⟦[^4]⟧ Since Ptolemy.\n"),
        fixed: post("Maps are flat [^4].\n\n[^4]: Since Ptolemy.\n")),
      .sound(post("Write `[^4]` for a footnote.\n")),
    ])

  static let unused = Rule(
    "unused-footnote", .warning, .entries, meaning: "no mark leads to a footnote",
    explanation: "The page leaves such a footnote out, with all it says.",
    examples: [RuleExample(post("Maps are old [^1].\n\n[^1]: Since Ptolemy.\n\n[^⟦2⟧]: And flat.\n"))])

  static let number = Rule(
    "footnote-number", .warning, .entries, fix: .unsafe,
    meaning: "a row's footnote is about the paper of another row",
    explanation:
      "The footnote that a title's mark leads to starts with another title, and the footnote that starts with "
      + "this title has another number: rows were moved and their marks were not.",
    examples: [
      RuleExample(
        post(
          "| Papers | URL |\n| --- | --- |\n| Fast Maps of the Sea [^⟦1⟧] | [PDF](https://maps.example/1) |\n"
            + "| Slow Charts of Rivers [^⟦2⟧] | [PDF](https://maps.example/2) |\n\n[^1]: Slow Charts of Rivers / Cy Dee\n"
            + "\n[^2]: Fast Maps of the Sea / Ann Lee\n"),
        fixed: post(
          "| Papers | URL |\n| --- | --- |\n| Fast Maps of the Sea [^2] | [PDF](https://maps.example/1) |\n"
            + "| Slow Charts of Rivers [^1] | [PDF](https://maps.example/2) |\n\n[^1]: Slow Charts of Rivers / Cy Dee\n"
            + "\n[^2]: Fast Maps of the Sea / Ann Lee\n"))
    ])

  static let rules = [undefined, unused, number]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n" + body }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard let document = post.document else { return }
    checkUndefined(post, &report)
    let definitions = document.blocks.indices.filter { document.blocks[$0].kind == .footnoteDefinition }
    guard !definitions.isEmpty else { return }
    let used = Set(post.body.footnoteMarks.map(\.definition))
    var seen: Set<[UInt8]> = []
    for index in definitions {
      guard let label = document.blocks[index].labelSpan else { continue }
      // A label that is defined twice is the first one's; the second can have no mark.
      let isRepeated = !seen.insert(post.slice(label).map(\.lowercased)).inserted
      guard !used.contains(index) else { continue }
      let text = ShownText.cut(post.slice(label))
      report.add(
        unused,
        isRepeated
          ? "footnote '\(text)' stands here a second time; only the first one counts"
          : "no mark leads to footnote '\(text)'",
        at: label)
    }
    if report.isOn(number) { checkNumbers(post, document, definitions, &report) }
  }

  private static func checkUndefined(_ post: PostContext, _ report: inout PostReport) {
    let marks = undefinedMarks(post)
    let labels = Dictionary(grouping: marks) { Array(post.slice($0.span)) }
    for (span, startsText) in marks {
      let label = ShownText.cut(post.slice(SourceSpan(span.lowerBound + 2, span.upperBound - 1)))
      let end = SourceSpan(span.upperBound, span.upperBound)
      // One of several lines that start so would stay without effect.
      if startsText, let same = labels[Array(post.slice(span))], same.count > 1,
        same.count(where: \.startsText) == 1
      {
        report.add(
          undefined, "the text of footnote '\(label)' must follow a colon", at: span,
          fix: Diagnostic.Fix("add a colon", edits: [TextEdit(end, ":")]))
      } else {
        report.add(undefined, "there is no footnote '\(label)'", at: span)
      }
    }
  }

  /// The marks of no footnote, in file order; `startsText` when one starts a paragraph and a text follows.
  private static func undefinedMarks(_ post: PostContext) -> [(span: SourceSpan, startsText: Bool)] {
    var marks: [(span: SourceSpan, startsText: Bool)] = []
    for leaf in post.body.leaves where leaf.marks.contains(.bracket) {
      var offset = leaf.span.lowerBound
      while let start = opener.first(in: post.bytes, offset..<leaf.span.upperBound) {
        offset = start + 2
        var end = offset
        while end < leaf.span.upperBound,
          post.bytes[end].isAlphanumeric || "-_".utf8.contains(post.bytes[end])
        { end += 1 }
        guard end > offset, end < leaf.span.upperBound, post.bytes[end] == UInt8(ascii: "]"),
          !post.isCode(start),
          !post.body.footnoteMarks.contains(where: { $0.span.lowerBound == start }),
          // `[^a-z]` is a set of characters.
          !(end - offset == 3 && post.bytes[offset + 1] == UInt8(ascii: "-")),
          !isEscaped(start, post)
        else { continue }
        let behind = post.bytes[(end + 1)..<leaf.span.upperBound]
        let startsText =
          leaf.kind == .paragraph && start == leaf.span.lowerBound && behind.first == 0x20
          && !behind.allSatisfy(\.isWhitespace)
        marks.append((SourceSpan(start, end + 1), startsText))
      }
    }
    return marks
  }

  private static let opener = ByteSearch("[^")

  private static func isEscaped(_ offset: Int, _ post: PostContext) -> Bool {
    offset > 0 && post.bytes[offset - 1] == UInt8(ascii: "\\")
  }

  // MARK: Numbers

  private static func checkNumbers(
    _ post: PostContext, _ document: Document, _ definitions: [Int], _ report: inout PostReport
  ) {
    let texts = definitions.compactMap { index -> (index: Int, words: [Substring])? in
      guard let first = document.children(of: index).first(where: { _ in true }),
        document.blocks[first].kind == .paragraph
      else { return nil }
      let text = document.inlines(of: first).plainText().prefix(200)
      return (index, TitleForm(String(text)).words)
    }
    for mark in post.body.footnoteMarks where post.body.leaves[mark.leaf].kind == .tableCell {
      let cell = document.inlines(of: post.body.leaves[mark.leaf].block).plainText()
      let title = Array(TitleForm(cell).words.prefix(5))
      guard title.count >= 3 else { continue }
      guard let own = texts.first(where: { $0.index == mark.definition }), !own.words.starts(with: title),
        !shares(own.words, title)
      else { continue }
      let matching = texts.filter { $0.words.starts(with: title) }
      guard matching.count == 1, let other = matching.first,
        let label = document.blocks[other.index].labelSpan,
        let ownLabel = document.blocks[mark.definition].labelSpan
      else { continue }
      let span = SourceSpan(mark.span.lowerBound + 2, mark.span.upperBound - 1)
      let name = ShownText.cut(post.slice(label))
      report.add(
        number,
        "footnote '\(ShownText.cut(post.slice(span)))' is about another paper; this title starts footnote '\(name)'",
        at: span,
        notes: [
          Diagnostic.Note("what the mark leads to", at: ownLabel),
          Diagnostic.Note("what it should", at: label),
        ],
        fix: Diagnostic.Fix("write '\(name)'", edits: [TextEdit(span, name)]))
    }
  }

  /// Whether most words of a title are among the first of a footnote.
  private static func shares(_ text: [Substring], _ title: [Substring]) -> Bool {
    let first = Set(text.prefix(12))
    return title.count { first.contains($0) } * 2 > title.count
  }
}
