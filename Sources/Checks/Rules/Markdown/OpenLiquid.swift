internal import FrontMatter
internal import ReadingsCatalog
internal import Markdown
internal import SourceText

/// Liquid that is left open.
enum OpenLiquid: PostRule {
  static let rule = Rule(
    "open-liquid", .error, .markdown, meaning: "Liquid is left open",
    explanation:
      "Jekyll stops with an error at '{{' or '{%' without its end, and at '{% if %}', '{% raw %}' and their "
      + "like without their closing tag. Liquid is read before Markdown, so code and formulas count as well; put "
      + "'{% raw %}' and '{% endraw %}' around them.",
    examples: [
      RuleExample(post("[Slides](⟦{{⟧site.baseurl}/talks/sea.pdf)\n")),
      RuleExample(post("⟦{%⟧ if page.draft %}\nA draft.\n")),
      .sound(
        post(
          "{% if page.draft %}\n[Slides]({{ site.baseurl }}/sea.pdf)\n{% endif %}\n{% raw %}{{{% endraw %}\n")
      ),
    ])
  static let rules = [rule]

  private static func post(_ body: String) -> String { "---\ntitle: Maps\n---\n" + body }

  private static let blockTags: Set<String> = [
    "if", "unless", "for", "case", "capture", "comment", "raw", "highlight", "tablerow",
  ]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    guard post.document != nil, post.isForJekyll, report.isOn(rule) else { return }
    let range = post.matter.body.range
    var open: [(name: String, span: SourceSpan)] = []
    var offset = range.lowerBound
    while let brace = post.bytes.firstOffset(of: UInt8(ascii: "{"), in: offset..<range.upperBound),
      brace + 1 < range.upperBound
    {
      offset = brace
      let isTag = post.bytes[offset + 1] == UInt8(ascii: "%")
      guard isTag || post.bytes[offset + 1] == UInt8(ascii: "{") else {
        offset += 1
        continue
      }
      let span = SourceSpan(offset, offset + 2)
      guard let end = end(isTag, from: offset + 2, range.upperBound, post.bytes) else {
        report.add(rule, isTag ? "'{%' must be ended by '%}'" : "'{{' must be ended by '}}'", at: span)
        offset += 2
        continue
      }
      offset =
        isTag ? follow(tagName(offset + 2, end, post.bytes), span, end, range, &open, post, &report) : end
    }
    for tag in open { report.add(rule, "'\(tag.name)' must be ended by 'end\(tag.name)'", at: tag.span) }
  }

  /// Where the tag or output ends whose text starts at `start`; nil when another one starts before.
  private static func end(_ isTag: Bool, from start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int? {
    var offset = start
    while offset + 1 < limit {
      switch (bytes[offset], bytes[offset + 1]) {
      case (UInt8(ascii: "%"), UInt8(ascii: "}")) where isTag: return offset + 2
      case (UInt8(ascii: "}"), UInt8(ascii: "}")) where !isTag: return offset + 2
      case (UInt8(ascii: "{"), UInt8(ascii: "%")): return nil
      case (UInt8(ascii: "{"), UInt8(ascii: "{")) where !isTag && bytes[offset - 1] != UInt8(ascii: "{"):
        return nil
      default: offset += 1
      }
    }
    return nil
  }

  private static func tagName(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> String {
    var text = bytes[start..<end].drop { $0 == UInt8(ascii: "-") }
    text = text.drop(while: \.isWhitespace)
    return String(decoding: text.prefix { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }, as: UTF8.self)
  }

  /// Opens or closes a block; returns where to read on, which is behind the closing tag of raw text.
  private static func follow(
    _ name: String, _ span: SourceSpan, _ end: Int, _ range: Range<Int>,
    _ open: inout [(name: String, span: SourceSpan)], _ post: PostContext, _ report: inout PostReport
  ) -> Int {
    if name == "raw" || name == "comment" {
      guard let close = ByteSearch(Array("end\(name)".utf8)).first(in: post.bytes, end..<range.upperBound)
      else {
        report.add(rule, "'\(name)' must be ended by 'end\(name)'", at: span)
        return range.upperBound
      }
      return self.end(true, from: close, range.upperBound, post.bytes) ?? close
    }
    if blockTags.contains(name) {
      open.append((name, span))
    } else if name.hasPrefix("end"), blockTags.contains(String(name.dropFirst(3))) {
      if let index = open.lastIndex(where: { $0.name == name.dropFirst(3) }) {
        for tag in open[(index + 1)...] {
          report.add(rule, "'\(tag.name)' must be ended by 'end\(tag.name)'", at: tag.span)
        }
        open.removeSubrange(index...)
      } else {
        report.add(rule, "'\(name)' ends nothing", at: span)
      }
    }
    return end
  }
}
