internal import ReadingsCatalog

/// Lines of front matter that are not YAML, as its parser reports them.
enum YAMLValueRules {
  static let rules = [
    Rule(
      "nested-mapping-value", .error, .frontMatter, fix: .safe,
      meaning: "a value holds ': ' and is not quoted",
      explanation:
        "YAML takes 'title: Foo: bar' for a mapping inside a value and gives up. readings takes the value as it is written; Jekyll stops. Quote it.",
      examples: [RuleExample("---\ntitle: Maps⟦:⟧ a survey\n---\n")]),
    Rule(
      "text-after-value", .error, .frontMatter, fix: .safe, meaning: "text follows a value that has ended",
      explanation:
        "A value that starts with a bracket or quote ends with its closing one: 'title: [1900] Maps' is a list and then text. Quote the whole value.",
      examples: [RuleExample("---\ntitle: [1900] ⟦Maps of the Sea⟧\n---\n")]),
    Rule(
      "reserved-indicator", .error, .frontMatter, fix: .safe,
      meaning: "a value starts with a character that YAML reserves",
      explanation: "Values cannot start with '@', '`', '%', '&', '*' or '{{' unless they are quoted.",
      examples: [RuleExample("---\ntitle: ⟦@⟧home with maps\n---\n")]),
    Rule(
      "block-scalar-header", .error, .frontMatter, fix: .safe, meaning: "text follows '|' or '>' on its line",
      explanation:
        "'|' and '>' announce a text on the lines below. Quote the value when the character is meant.",
      examples: [RuleExample("---\ntitle: ⟦>⟧maps\n---\n")]),
    Rule(
      "sequence-on-key-line", .error, .frontMatter, fix: .safe,
      meaning: "a list starts on the line of its key",
      explanation:
        "The items of a list stand on lines of their own, or in brackets. Quote the value when a hyphen is meant.",
      examples: [RuleExample("---\ntitle: ⟦-⟧ maps\n---\n")]),
    Rule(
      "unclosed-quote", .error, .frontMatter, fix: .safe, meaning: "a quote is never closed",
      explanation:
        "readings takes the value as it is written; Jekyll stops. Close the quote, or quote the whole value.",
      examples: [RuleExample("---\ntitle: ⟦\"⟧Maps of the sea\n---\n")]),
    Rule(
      "unclosed-bracket", .error, .frontMatter, fix: .safe, meaning: "a bracket is never closed",
      explanation:
        "readings takes the value as it is written; Jekyll stops. Close the bracket, or quote the value.",
      examples: [RuleExample("---\ntitle: Maps\ntags: ⟦[⟧sea, land\n---\n")]),
    Rule(
      "missing-item", .error, .frontMatter, fix: .safe,
      meaning: "a list in brackets has two commas and nothing between",
      explanation: "Take one comma out, or write the item.",
      examples: [RuleExample("---\ntitle: Maps\ntags: [sea,⟦,⟧ land]\n---\n")]),
    Rule(
      "missing-comma", .error, .frontMatter, fix: .safe,
      meaning: "items inside brackets are not parted by a comma",
      explanation: "Write a comma between the items.",
      examples: [RuleExample("---\ntitle: Maps\ntags: ['sea' ⟦'⟧land']\n---\n")]),
    Rule(
      "mismatched-bracket", .error, .frontMatter, fix: .safe,
      meaning: "a bracket is closed by one of the other kind",
      explanation: "'[' is closed by ']' and '{' by '}'.",
      examples: [RuleExample("---\ntitle: Maps\ntags: [sea, land⟦}⟧\n---\n")]),
    Rule(
      "missing-colon", .error, .frontMatter, meaning: "a line of front matter has no 'key: value'",
      explanation:
        "The line is left out. Write a colon and a space behind the key, or indent the line when it goes on with the value above.",
      examples: [RuleExample("---\ntitle: Maps\n⟦of the sea⟧\n---\n")]),
    Rule(
      "bad-indentation", .error, .frontMatter,
      meaning: "a line is indented otherwise than the fields around it",
      explanation: "Fields of one level start in the same column.",
      examples: [RuleExample("---\n title: Maps\n⟦d⟧esc: 2025-S1\n---\n")]),
    Rule(
      "tab-indentation", .error, .frontMatter, meaning: "a tab indents a line",
      explanation: "YAML forbids tabs there, since their width is open. Write spaces.",
      examples: [RuleExample("---\ntitle: Maps\ntags:\n⟦\t⟧- sea\n---\n")]),
    Rule(
      "duplicate-key", .error, .frontMatter, meaning: "a key stands twice",
      explanation: "Jekyll keeps the last value and loses the first without a word. Take one of them out.",
      examples: [RuleExample("---\ntitle: Maps\n⟦title⟧: Charts\n---\n")]),
    Rule(
      "not-a-mapping", .error, .frontMatter, meaning: "front matter holds no 'key: value' entries",
      explanation: "Title, tags and the rest stand in front matter as 'key: value' lines.",
      examples: [RuleExample("---\n⟦M⟧aps\n---\n")]),
    Rule(
      "empty-key", .error, .frontMatter, meaning: "a colon has no key before it",
      explanation: "Write the key, or quote the value that holds the colon.",
      examples: [RuleExample("---\ntitle: Maps\n⟦:⟧ sea\n---\n")]),
    Rule(
      "document-marker", .error, .frontMatter,
      meaning: "'---' with text behind it stands inside front matter",
      explanation: "Front matter is one document; the line is left out.",
      examples: [RuleExample("---\ntitle: Maps\n⟦---⟧ more\ndesc: 2025-S1\n---\n")]),
    Rule(
      "unknown-escape", .error, .frontMatter,
      meaning: "a backslash inside double quotes starts no known escape",
      explanation: "Write '\\\\' for a backslash, or put the text in single quotes.",
      examples: [RuleExample("---\ntitle: \"Maps ⟦\\o⟧/ and more\"\n---\n")]),
    Rule(
      "quoted-indentation", .note, .frontMatter, meaning: "a line inside quotes starts at the left edge",
      explanation:
        "YAML wants the lines of a quoted text indented more than their key. Jekyll and readings take them as they are; stricter readers stop here.",
      examples: [RuleExample("---\ntitle: 'Maps\n⟦o⟧f the sea'\n---\n")]),
    Rule(
      "flow-indentation", .note, .frontMatter, meaning: "a line inside brackets starts at the left edge",
      explanation:
        "YAML wants the lines of a list in brackets indented more than their key. Jekyll and readings take them as they are; stricter readers stop here.",
      examples: [RuleExample("---\ntitle: Maps\ntags: [sea,\n⟦l⟧and]\n---\n")]),
  ]
}
