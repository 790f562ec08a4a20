internal import Markdown
internal import ReadingsCatalog
internal import SourceText

/// What is left of a page that an entry was copied from.
enum LeftoverRules: PostRule {
  static let truncated = Rule(
    "truncated-abstract", .warning, .entries, meaning: "an abstract was cut when it was copied",
    explanation:
      "'Show more' and 'Show less' are buttons of the page, and the abstract of a linked work that ends with three "
      + "dots is not all there is.",
    examples: [
      RuleExample(entry("+ We read maps with care and find that most are flat. ⟦Show more⟧")),
      RuleExample(
        entry("+ We read maps with care and find that most of them are flat, and some are not⟦...⟧")),
      .sound(entry("+ We show more maps than others, and find that most of them are flat and some are not.")),
    ])

  static let phrase = Rule(
    "leftover-link-text", .warning, .entries, meaning: "'this https URL' stands where arXiv had a link",
    explanation:
      "arXiv writes 'this https URL' for the links of an abstract. Copied as text it leads nowhere: put the "
      + "address in its place, or leave it out.",
    examples: [
      RuleExample(entry("+ We read maps with care. The code can be found at ⟦this https URL⟧.")),
      .sound(
        entry("+ We read maps with care. The code can be found at [this https URL](https://maps.example).")),
    ])

  static let entity = Rule(
    "leftover-entity", .warning, .entries, fix: .safe, meaning: "'&nbsp;' is left in an entry",
    explanation:
      "A space that must not break, copied from a page or made by an editor. It is in the way of searches.",
    examples: [
      RuleExample(
        entry("+ We read maps⟦&nbsp;⟧with care and find that most of them are flat."),
        fixed: entry("+ We read maps with care and find that most of them are flat."))
    ])

  static let rules = [truncated, phrase, entity]

  private static func entry(_ line: String) -> String {
    "---\ntitle: Maps\n---\n## Readings\n\n### Fast Maps\n+ Ann Lee, Bo Chen\n+ https://arxiv.org/abs/2205.14135\n\(line)\n"
  }

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for reading in post.readings {
      let range = reading.span.range
      for search in phrases {
        for offset in search.offsets(in: post.bytes, range) {
          let span = SourceSpan(offset, offset + search.count)
          guard !isLinkText(span, post) else { continue }
          report.add(
            phrase, "the address must stand here instead of '\(ShownText.cut(post.slice(span)))'", at: span)
        }
      }
      checkEntities(range, post, &report)
      checkAbstract(reading, post, &report)
    }
  }

  private static let phrases = ["this https URL", "this http URL", "this URL"].map {
    ByteSearch(Array($0.utf8))
  }
  private static let nbsp = ByteSearch("&nbsp;")
  private static let buttons = ["Show more", "Show less", "△ Less", "▽ More"].map {
    ByteSearch(Array($0.utf8))
  }

  private static func isLinkText(_ span: SourceSpan, _ post: PostContext) -> Bool {
    post.body.links.contains { $0.span.contains(span) }
  }

  private static func checkEntities(_ range: Range<Int>, _ post: PostContext, _ report: inout PostReport) {
    var end = -1
    for offset in nbsp.offsets(in: post.bytes, range) where !post.isCode(offset) {
      // A run of them, with the spaces between, is one finding.
      guard offset >= end else { continue }
      end = offset
      var next = offset
      while post.bytes[next...].starts(with: "&nbsp;".utf8) {
        end = next + 6
        next = end
        while next < range.upperBound, post.bytes[next] == 0x20 { next += 1 }
      }
      let span = SourceSpan(offset, end)
      let isAtBlank =
        (offset > 0 && post.bytes[offset - 1] == 0x20) || end == range.upperBound
        || post.bytes[end].isWhitespace
      report.add(
        entity, "a space must stand here instead of '&nbsp;'", at: span,
        fix: Diagnostic.Fix(
          isAtBlank ? "take it out" : "write a space", edits: [TextEdit(span, isAtBlank ? "" : " ")]))
    }
  }

  private static func checkAbstract(_ reading: Reading, _ post: PostContext, _ report: inout PostReport) {
    guard let abstract = reading.evidence.last(where: { $0.field == "abstract" })?.span else { return }
    for search in buttons {
      for offset in search.offsets(in: post.bytes, reading.span.range) {
        let span = SourceSpan(offset, offset + search.count)
        report.add(
          truncated,
          "the abstract must be whole; '\(ShownText.cut(post.slice(span)))' is a button of the page", at: span
        )
        return
      }
    }
    var end = abstract.upperBound
    while end > abstract.lowerBound, post.bytes[end - 1].isWhitespace { end -= 1 }
    let text = post.bytes[abstract.lowerBound..<end]
    // Without a link the abstract was written for the post, and its dots may be meant.
    guard text.count >= 40, !reading.urls.isEmpty || !reading.identifiers.isEmpty else { return }
    for dots in ["...", "…"] where text.suffix(dots.utf8.count).elementsEqual(dots.utf8) {
      report.add(
        truncated, "the abstract must be whole; it ends with '\(dots)'",
        at: SourceSpan(end - dots.utf8.count, end))
    }
  }
}
