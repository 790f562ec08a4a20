internal import ReadingsCatalog
internal import FrontMatter
internal import SourceText

/// Tags or categories that are written as one text.
enum ScalarList: PostRule {
  static let rule = Rule(
    "scalar-for-list", .warning, .frontMatter, fix: .safe,
    meaning: "tags or categories are one text where a list is meant",
    explanation:
      "Jekyll parts such a text at its spaces, so that 'Model Serving, RAG' becomes the three tags 'Model', 'Serving,' "
      + "and 'RAG'; here it is parted at commas. A list says what is meant to both. One word alone is fine.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        tags: ⟦Sea Charts, Atlas⟧
        categories: Maps
        ---

        """,
        fixed: """
          ---
          title: Maps
          tags: [Sea Charts, Atlas]
          categories: Maps
          ---

          """)
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for field in post.fields where ["tags", "categories"].contains(field.key) {
      let value = field.value
      guard value.kind == .scalar, !value.isNull, let text = value.text, !text.hasPrefix("[") else {
        continue
      }
      let parts = text.split(separator: ",").map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      .filter { !$0.isEmpty }
      guard text.contains(",") || text.contains(where: \.isWhitespace), !parts.isEmpty,
        // Key and text of a mapping on one line, or several lines, are another mistake.
        !text.contains(": "), !text.contains(where: \.isNewline)
      else { continue }
      let isTOML = post.matter.block?.format == .toml
      let items = parts.map {
        isTOML ? "\"\($0)\"" : YAMLScalarEncoder.encode($0, context: .flow)
      }
      let list = "[" + items.joined(separator: ", ") + "]"
      report.add(
        rule, "'\(field.key)' must be a list; Jekyll parts '\(ShownText.cut(text))' at its spaces",
        at: value.span,
        fix: Diagnostic.Fix("write \(ShownText.cut(list))", edits: [TextEdit(value.span, list)]))
    }
  }
}
