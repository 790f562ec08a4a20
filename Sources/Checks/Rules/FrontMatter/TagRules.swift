internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Tags and categories in more than one spelling, given twice, or used once next to a common one.
enum TagRules: LibraryRule {
  static let repeated = Rule(
    "duplicate-tag", .warning, .frontMatter, fix: .safe, meaning: "a post has the same tag twice",
    explanation:
      "Case does not count, nor whether words are joined by spaces or hyphens. The second one goes.",
    examples: [
      RuleExample(
        text("tags: [dialog, Sparsity, ⟦sparsity⟧, QA]"), fixed: text("tags: [dialog, Sparsity, QA]")),
      RuleExample(text("tags:\n- Maps\n- ⟦maps⟧\n- Sea"), fixed: text("tags:\n- Maps\n- Sea")),
    ])

  static let spelling = Rule(
    "tag-spelling", .warning, .frontMatter, fix: .safe,
    meaning: "a tag is spelled otherwise in most other posts, by case or hyphens alone",
    explanation:
      "readings takes both spellings for one tag, but Jekyll makes a page for each. The spelling that more posts have "
      + "is proposed; among equals the one that came first.",
    examples: [
      RuleExample(
        files: [
          .init("c.md", text("tags: [⟦sea-charts⟧]")), .init("a.md", text("tags: [Sea Charts]")),
          .init("b.md", text("tags: [Sea Charts, Atlas]")),
        ],
        fixed: text("tags: [Sea Charts]"))
    ])

  static let rare = Rule(
    "rare-tag", .warning, .frontMatter, fix: .unsafe,
    meaning: "a tag that is used once differs by a letter or two from a common one",
    explanation:
      "Common means used in three posts or more. Numbers count as different however near they are.",
    examples: [
      RuleExample(
        files: [
          .init("d.md", text("tags: [⟦Srving⟧]")), .init("a.md", text("tags: [Serving]")),
          .init("b.md", text("tags: [Serving]")), .init("c.md", text("tags: [Serving, Survey]")),
        ],
        fixed: text("tags: [Serving]"))
    ])

  static let rules = [repeated, spelling, rare]

  private static func text(_ line: String) -> String { "---\ntitle: Maps\n\(line)\n---\n" }

  /// A tag where it stands.
  private struct Use {
    let post: Int
    let tag: Tag
    let value: FrontMatterValue
    let list: FrontMatterValue
  }

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    for keys in [["tags", "tag"], ["categories", "category"]] {
      let noun = keys[0] == "tags" ? "tag" : "category"
      let uses = uses(library, keys)
      reportRepeated(uses, library, noun, &report)
      let groups = Dictionary(grouping: uses, by: \.tag.key)
      reportSpellings(groups, library, noun, &report)
      if report.isOn(rare) { reportRare(groups, library, noun, &report) }
    }
  }

  private static func uses(_ library: LibraryContext, _ keys: [String]) -> [Use] {
    var uses: [Use] = []
    for (index, post) in library.posts.enumerated() where post.matter.block != nil {
      for key in keys {
        guard let list = post.matter[key], list.kind != .mapping else { continue }
        let items = list.kind == .sequence ? list.items : [list]
        for item in items where item.kind == .scalar && !item.isNull {
          let text = item.text ?? ""
          guard !text.isEmpty, list.kind == .sequence || !text.contains(where: { $0 == "," || $0 == " " })
          else { continue }
          uses.append(Use(post: index, tag: Tag(text), value: item, list: list))
        }
      }
    }
    return uses
  }

  private static func reportRepeated(
    _ uses: [Use], _ library: LibraryContext, _ noun: String, _ report: inout LibraryFindings
  ) {
    var post = -1
    var seen: [String: Use] = [:]
    for use in uses {
      if use.post != post { (post, seen) = (use.post, [:]) }
      guard let first = seen[use.tag.key] else {
        seen[use.tag.key] = use
        continue
      }
      let file = library.posts[post].file
      report.add(
        repeated, "\(noun) '\(use.tag.spelling)' repeats '\(first.tag.spelling)'", in: file,
        at: use.value.span,
        related: [Finding.Related("the other place", in: file, at: first.value.span)],
        fix: ListItemRemoval.fix(use.value, in: use.list, file.bytes))
    }
  }

  private static func reportSpellings(
    _ groups: [String: [Use]], _ library: LibraryContext, _ noun: String, _ report: inout LibraryFindings
  ) {
    for uses in groups.values where uses.contains(where: { $0.tag.spelling != uses[0].tag.spelling }) {
      let spellings = Dictionary(grouping: uses, by: \.tag.spelling.trimmed)
      guard spellings.count > 1 else { continue }
      let ranked = spellings.values.sorted {
        ($1.count, $0[0].post, $0[0].value.span) < ($0.count, $1[0].post, $1[0].value.span)
      }
      let best = ranked[0][0].tag.spelling.trimmed
      for use in ranked.dropFirst().joined() {
        let count = ranked[0].count
        let place = library.posts[ranked[0][0].post]
        report.add(
          spelling,
          "\(noun) '\(use.tag.spelling)' is spelled '\(best)' in \(count == 1 ? "another place" : "\(count) other places")",
          in: library.posts[use.post].file, at: use.value.span,
          related: [Finding.Related("the first of them", in: place.file, at: ranked[0][0].value.span)],
          fix: replacement(of: use.value, in: use.list, by: best))
      }
    }
  }

  private static func reportRare(
    _ groups: [String: [Use]], _ library: LibraryContext, _ noun: String, _ report: inout LibraryFindings
  ) {
    let common = groups.filter { $0.value.count >= 3 }.keys.sorted()
    for (key, uses) in groups where uses.count == 1 && key.count >= 4 {
      let near = common.filter { isNear(key, $0) }
      guard near.count == 1, let other = groups[near[0]], let use = uses.first else { continue }
      let name = mostCommon(other)
      report.add(
        rare,
        "\(noun) '\(use.tag.spelling)' is used here alone; did you mean '\(name)', used \(other.count) times?",
        in: library.posts[use.post].file, at: use.value.span,
        fix: replacement(of: use.value, in: use.list, by: name))
    }
  }

  /// Whether one is the other misspelt: a letter or two apart, with the same digits.
  private static func isNear(_ key: String, _ other: String) -> Bool {
    let limit = key.count <= 10 ? 1 : 2
    guard key != other + "s", other != key + "s", Spelling.distance(key, other, limit: limit) != nil else {
      return false
    }
    return key.filter(\.isNumber) == other.filter(\.isNumber)
  }

  private static func mostCommon(_ uses: [Use]) -> String {
    let counts = Dictionary(grouping: uses, by: \.tag.spelling.trimmed).mapValues(\.count)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? ""
  }

  private static func replacement(of value: FrontMatterValue, in list: FrontMatterValue, by text: String)
    -> Diagnostic.Fix?
  {
    guard value.style == .plain else { return nil }
    let scalar = YAMLScalarEncoder.encode(text, context: list.style == .flow ? .flow : .block)
    return Diagnostic.Fix("write '\(text)'", edits: [TextEdit(value.span, scalar)])
  }
}

extension String {
  fileprivate var trimmed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
