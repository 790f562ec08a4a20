internal import ReadingsCatalog

/// Mistakes in TOML front matter, as its parser reports them.
enum TOMLRules {
  static let rules = [
    Rule(
      "unquoted-text", .error, .frontMatter, fix: .safe, meaning: "a text in TOML front matter is not quoted",
      explanation: "TOML has texts only in quotes.",
      examples: [RuleExample("+++\ntitle = ⟦Maps⟧\n+++\n")]),
    Rule(
      "missing-value", .error, .frontMatter, meaning: "nothing stands behind '=' in TOML front matter",
      explanation: "Write a value, or take the line out.",
      examples: [RuleExample("+++\ntitle = 'Maps'\ndesc =⟦⟧\n+++\n")]),
    Rule(
      "missing-equals", .error, .frontMatter, meaning: "a line of TOML front matter is no 'key = value'",
      explanation: "TOML has '=' where YAML has ':'.",
      examples: [RuleExample("+++\ntitle⟦:⟧ Maps\n+++\n")]),
    Rule(
      "malformed-key", .error, .frontMatter, meaning: "a line of TOML front matter has no key",
      explanation: "A key is a word or a text in quotes.",
      examples: [RuleExample("+++\ntitle = 'Maps'\n⟦=⟧ 1\n+++\n")]),
    Rule(
      "dotted-inline-key", .error, .frontMatter,
      meaning: "a key with dots stands inside braces in TOML front matter",
      explanation: "readings does not read it. Write a table of its own.",
      examples: [RuleExample("+++\ntitle = 'Maps'\na = {⟦b.c ⟧= 1}\n+++\n")]),
  ]
}
