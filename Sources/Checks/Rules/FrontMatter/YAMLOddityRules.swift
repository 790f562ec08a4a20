internal import ReadingsCatalog

/// Rarer mistakes in YAML, as its parser reports them.
enum YAMLOddityRules {
  static let rules = [
    Rule(
      "control-character", .error, .frontMatter, meaning: "front matter holds a control character",
      explanation: "It cannot be seen and stops most readers of YAML. Delete it.",
      examples: [RuleExample("---\ntitle: Ma⟦\u{7}⟧ps\n---\n")]),
    Rule(
      "unusual-line-ending", .warning, .frontMatter,
      meaning: "front matter holds a line separator that only some programs heed",
      explanation:
        "U+2028, U+2029 and U+0085 end a line for some readers and not for others. Write a space or a line feed.",
      examples: [RuleExample("---\ntitle: Maps⟦\u{2028}⟧of the sea\n---\n")]),
    Rule(
      "merge-key", .warning, .frontMatter, meaning: "front matter uses '<<' to merge entries",
      explanation: "readings takes '<<' for a key like any other. Write the entries out.",
      examples: [RuleExample("---\ntitle: Maps\n⟦<<⟧: sea\n---\n")]),
    Rule(
      "unknown-tag", .warning, .frontMatter, meaning: "a value has a YAML tag that has no effect",
      explanation: "Only the tags of YAML's core schema, such as '!!str', mean something here.",
      examples: [RuleExample("---\ntitle: Maps\nkey: ⟦!secret⟧ x\n---\n")]),
    Rule(
      "tab-after-indicator", .warning, .frontMatter, meaning: "a tab follows the '-' of a list item",
      explanation: "Jekyll does not read it. Write a space.",
      examples: [RuleExample("---\ntitle: Maps\ntags:\n-⟦\t⟧sea\n---\n")]),
    Rule(
      "unknown-alias", .error, .frontMatter, fix: .safe,
      meaning: "a value starts with '*' and names no anchor",
      explanation: "In YAML '*name' repeats the value marked '&name'. Quote the value when a star is meant.",
      examples: [RuleExample("---\ntitle: ⟦*maps⟧\n---\n")]),
    Rule(
      "alias-inside-anchor", .error, .frontMatter, meaning: "an alias stands inside the value it repeats",
      explanation: "Such a value would have no end.",
      examples: [RuleExample("---\ntitle: Maps\nlist: &a [sea, ⟦*a⟧]\n---\n")]),
    Rule(
      "alias-with-properties", .error, .frontMatter, fix: .safe,
      meaning: "an alias has an anchor or tag of its own",
      explanation: "An alias repeats a value as it is.",
      examples: [RuleExample("---\ntitle: Maps\na: &x sea\nb: &y ⟦*⟧x\n---\n")]),
    Rule(
      "repeated-property", .error, .frontMatter, fix: .safe, meaning: "a value has two anchors or two tags",
      explanation: "One of each is the most.",
      examples: [RuleExample("---\ntitle: Maps\na: &x ⟦&y⟧ sea\n---\n")]),
    Rule(
      "text-after-property", .error, .frontMatter, fix: .safe,
      meaning: "an anchor or tag is followed by more than a space",
      explanation: "White space ends it.",
      examples: [RuleExample("---\ntitle: Maps\nkey: !<x>⟦y⟧\n---\n")]),
    Rule(
      "malformed-tag", .error, .frontMatter, fix: .safe, meaning: "a YAML tag is not closed",
      explanation: "'!<...>' ends with '>'.",
      examples: [RuleExample("---\ntitle: Maps\na: ⟦!<⟧sea x\n---\n")]),
    Rule(
      "unknown-tag-handle", .error, .frontMatter, meaning: "a YAML tag has a handle that nothing declares",
      explanation: "'!x!name' needs a '%TAG' line, which front matter cannot have.",
      examples: [RuleExample("---\ntitle: Maps\na: ⟦!x!⟧y sea\n---\n")]),
    Rule(
      "multiline-key", .error, .frontMatter, fix: .safe, meaning: "a key goes over several lines",
      explanation: "A key stands on one line with its colon.",
      examples: [RuleExample("---\ntitle: Maps\nkey: [⟦\"a\n  b\"⟧: c]\n---\n")]),
    Rule(
      "unexpected-content", .error, .frontMatter, meaning: "front matter goes on where it must have ended",
      explanation: "The line is left out.",
      examples: [RuleExample("---\n[a, b]\n⟦m⟧ore\n---\n")]),
    Rule(
      "key-too-long", .error, .frontMatter, meaning: "a key has more than 1,024 characters",
      explanation: "A text was most likely meant, with its key missing.",
      examples: []),
    Rule(
      "too-deeply-nested", .error, .frontMatter, meaning: "front matter is nested deeper than 256 levels",
      explanation: "Nothing below that depth is read.",
      examples: []),
  ]
}
