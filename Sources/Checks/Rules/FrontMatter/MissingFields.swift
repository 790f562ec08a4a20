internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Posts without a title, and posts without the date or label that the other posts of their folder have.
enum MissingFields: LibraryRule {
  static let title = Rule(
    "missing-title", .warning, .frontMatter, meaning: "a post has no title",
    explanation:
      "A post without 'title' in its front matter is not listed at all; one with an empty title is listed by "
      + "its file name.",
    examples: [
      RuleExample(
        """
        ⟦---⟧
        lecture: L01-Intro
        desc: 2025-S1
        ---
        ## Required Readings

        """),
      RuleExample.sound(
        """
        ---
        title: Introduction
        desc: 2025-S1
        ---

        """),
    ])

  static let date = Rule(
    "missing-date", .warning, .frontMatter,
    meaning: "a post has no date, though nearly all others of its folder have one",
    explanation:
      "A date stands in 'date' or at the start of the file name. Where five posts with readings or more lie in a folder and four "
      + "of five have a date, the rest are reported: they are sorted wrongly, and 'date:' queries miss them.",
    examples: [example(of: ["a", "b", "c", "d"], "date: 2025-01-0", lacking: "e")])

  static let label = Rule(
    "missing-label", .warning, .frontMatter,
    meaning: "a post has no label ('desc'), though nearly all others of its folder have one",
    explanation:
      "The label is what a seminar calls a session, such as '2025-S4'. Where five posts with readings or more lie in a folder and "
      + "four of five have a label, the rest are reported.",
    examples: [example(of: ["a", "b", "c", "d"], "desc: 2025-S", lacking: "e")])

  static let rules = [title, date, label]

  private static let entry = "## Readings\n\n### Fast Maps\n+ https://maps.example/fast\n"

  private static func example(of names: [String], _ line: String, lacking name: String) -> RuleExample {
    let files = names.enumerated().map { index, name in
      RuleExample.File("\(name).md", "---\ntitle: Maps \(index + 1)\n\(line)\(index + 1)\n---\n\(entry)")
    }
    return RuleExample(files: files + [.init("\(name).md", "⟦---⟧\ntitle: Sea Maps\n---\n\(entry)")])
  }

  /// Keys that only sessions have.
  private static let sessionKeys: Set<String> = ["lecture", "lectureVersion", "desc", "term"]

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    for post in library.others where post.matter["title"] == nil && !post.matter.hasErrors {
      guard post.matter.fields.contains(where: { sessionKeys.contains($0.key) }) else { continue }
      report.add(
        title, "a post needs a title; without 'title' it is not listed", in: post.file, at: fence(post))
    }
    var folders: [Substring: [LibraryContext.Post]] = [:]
    for post in library.posts where isSession(post) { folders[post.folder, default: []].append(post) }
    for folder in folders.values {
      reportRest(folder, date, "date", &report) { $0.date != nil || $0.hasField("date") }
      reportRest(folder, label, "desc", &report) { $0.label != nil }
    }
  }

  /// Whether a post describes one session, and is not a page about the site.
  private static func isSession(_ post: LibraryContext.Post) -> Bool {
    post.matter.block != nil && post.sessions.contains { !$0.readings.isEmpty }
  }

  private static func reportRest(
    _ posts: [LibraryContext.Post], _ rule: Rule, _ key: String, _ report: inout LibraryFindings,
    _ has: (Session) -> Bool
  ) {
    let lacking = posts.filter { !$0.sessions.contains(where: has) && $0.matter[key]?.text?.isEmpty ?? true }
    guard posts.count >= 5, lacking.count * 5 <= posts.count else { return }
    for post in lacking {
      let others = posts.count - lacking.count
      report.add(
        rule, "the post has no '\(key)'; \(others) of the \(posts.count) posts in its folder have one",
        in: post.file, at: fence(post))
    }
  }

  private static func fence(_ post: LibraryContext.Post) -> SourceSpan {
    let start = post.matter.block?.openingFence.lowerBound ?? 0
    return SourceSpan(start, start + 3)
  }
}

extension Session {
  fileprivate func hasField(_ key: String) -> Bool { metadata.contains { $0.key == key } }
}
