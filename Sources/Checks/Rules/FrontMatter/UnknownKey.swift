internal import ReadingsCatalog
internal import FrontMatter
internal import SourceText

/// Front-matter keys that are nearly one of the known keys.
enum UnknownKey: LibraryRule {
  static let rule = Rule(
    "unknown-key", .warning, .frontMatter, fix: .unsafe, meaning: "a front-matter key is nearly a known one",
    explanation:
      "A key that nobody reads is lost without a word. Known are the keys of this program and of Jekyll, those that "
      + "five posts or more have, and those under 'check.known-keys' in readings.yml.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\n⟦lectureVerison⟧: current\n---\n",
        fixed: "---\ntitle: Maps\nlectureVersion: current\n---\n"),
      RuleExample("---\ntitle: Maps\n⟦tgas⟧: [sea]\n---\n", fixed: "---\ntitle: Maps\ntags: [sea]\n---\n"),
      .sound("---\ntitle: Maps\nbody_class: wide\n---\n"),
    ])
  static let rules = [rule]

  private static let knownKeys: [String] = [
    "title", "date", "term", "desc", "lecture", "lectureVersion", "video", "notes", "tags", "tag",
    "categories",
    "category", "extraContent", "layout", "permalink", "published", "excerpt", "author", "authors",
    "description",
    "speaker", "abstract", "booktitle", "venue", "year", "toc", "sidebar", "author_profile", "image", "draft",
    "weight",
    "comments", "paper_url", "arxiv_id", "keywords", "summary", "slug", "aliases", "subtitle", "header",
  ]

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    var counts: [String: Int] = [:]
    for post in library.posts {
      for field in post.matter.fields { counts[field.key, default: 0] += 1 }
    }
    let allowed = Set(library.configuration.knownKeys)
    let known = Set(knownKeys).union(allowed).union(counts.filter { $0.value >= 5 }.keys)
    if known.isSuperset(of: counts.keys) { return }
    let candidates = known.sorted().map { (key: $0, form: bare($0)) }
    // The same few strangers stand in many posts.
    var nearestOf: [String: String?] = [:]
    for post in library.posts {
      for field in post.matter.fields where !known.contains(field.key) && field.key.utf8.count >= 3 {
        let near = nearestOf[field.key] ?? nearest(field.key, candidates)
        nearestOf[field.key] = .some(near)
        guard let other = near, post.matter[other] == nil else { continue }
        report.add(
          rule, "unknown key '\(field.key)'; did you mean '\(other)'?", in: post.file, at: field.keySpan,
          fix: field.keyValue.style == .plain
            ? Diagnostic.Fix("write '\(other)'", edits: [TextEdit(field.keySpan, other)]) : nil)
      }
    }
  }

  /// The one known key that differs by case, separators or a letter or two.
  private static func nearest(_ key: String, _ candidates: [(key: String, form: String)]) -> String? {
    let form = bare(key)
    let same = candidates.filter { $0.form == form }
    if same.count == 1 { return same[0].key }
    guard form.count >= 4, let near = Spelling.closest(to: form, among: candidates.map(\.form)) else {
      return nil
    }
    // A plural or a number more is a key of its own.
    guard form.filter(\.isNumber) == near.filter(\.isNumber), form != near + "s", form + "s" != near else {
      return nil
    }
    return candidates.first { $0.form == near }?.key
  }

  /// Letters and digits in lower case.
  private static func bare(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
