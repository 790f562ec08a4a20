internal import ReadingsCatalog

/// Front matter that is not found, as its parser reports it.
enum FenceRules {
  static let rules = [
    Rule(
      "unclosed-front-matter", .warning, .frontMatter,
      meaning: "the line that opens front matter is never closed",
      explanation:
        "All is read as body, so the post has no title, tags or date. Close the front matter with '---' on a line of its own.",
      examples: [RuleExample("⟦---⟧\ntitle: Maps\ntags: [sea]\n\nThe maps.\n")]),
    Rule(
      "malformed-fence", .warning, .frontMatter,
      meaning: "the line that opens front matter holds more than '---'",
      explanation: "Jekyll takes front matter only behind a line of '---' alone; everything is read as body.",
      examples: [RuleExample("⟦---yaml⟧\ntitle: Maps\n---\n")]),
    Rule(
      "indented-fence", .warning, .frontMatter,
      meaning: "front matter does not start at the very start of the file",
      explanation: "A blank line or space before '---' makes front matter a part of the page.",
      examples: [RuleExample("\n⟦---⟧\ntitle: Maps\n---\n")]),
    Rule(
      "json-front-matter", .warning, .frontMatter, meaning: "front matter is written as JSON",
      explanation: "Neither Jekyll nor readings reads it. Write YAML between lines of '---'.",
      examples: [RuleExample("⟦{⟧\n\"title\": \"Maps\"\n}\n")]),
    Rule(
      "carriage-return-only", .warning, .frontMatter,
      meaning: "the lines of a file end in carriage returns alone",
      explanation: "Jekyll sees no front matter in such a file. Save it with line feeds.",
      examples: [RuleExample("⟦---\r⟧title: Maps\r---\r")]),
  ]
}
