internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// What was held and what is to come: words for it, the order of posts, and the marker between them.
enum LectureVersionRules: LibraryRule {
  static let unknown = Rule(
    "unknown-version", .warning, .sessions, fix: .unsafe,
    meaning: "'lectureVersion' is neither 'current' nor 'next'",
    explanation: "'current' was held, 'next' is to come. Any other word is in neither list.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\nlectureVersion: ⟦curent⟧\n---\n",
        fixed: "---\ntitle: Maps\nlectureVersion: current\n---\n")
    ])

  static let order = Rule(
    "next-before-current", .warning, .sessions, fix: .unsafe,
    meaning: "a session marked 'next' stands before one that was held",
    explanation:
      "Within a folder and term, by date and then by name, sessions that were held come first. After a "
      + "session its 'lectureVersion' is often forgotten.",
    examples: [
      RuleExample(
        files: [
          .init("L2.md", text("⟦next⟧")), .init("L1.md", text("current")), .init("L3.md", text("current")),
          .init("L4.md", text("next")),
        ],
        fixed: text("current"))
    ])

  static let marker = Rule(
    "marker-order", .warning, .sessions,
    meaning: "'WE ARE HERE' does not stand between what was held and what is to come",
    explanation:
      "A post titled 'WE ARE HERE' marks the present in the list of sessions. It belongs behind the last "
      + "'current' session of its folder and before the first 'next' one, and there is one of it.",
    examples: [
      RuleExample(files: [
        .init("L1.md", text("current")), .init("L2.md", "---\ntitle: ⟦WE ARE HERE⟧\n---\n"),
        .init("L3.md", text("current")), .init("L4.md", text("next")),
      ])
    ])

  static let rules = [unknown, order, marker]

  private static func text(_ version: String) -> String {
    "---\ntitle: Maps\nlectureVersion: \(version)\n---\n"
  }

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    for post in library.posts { checkWord(post, &report) }
    // Without a session that was held, none can be out of order.
    if library.posts.contains(where: { version($0) == "current" }) {
      let groups = Dictionary(grouping: library.posts.filter { $0.matter.block != nil }) { post in
        "\(post.folder)\n\(post.sessions.first?.term ?? "")"
      }
      for posts in groups.values { checkOrder(sorted(posts), &report) }
    }
    if library.posts.contains(where: isMarker) {
      for posts in Dictionary(grouping: library.posts, by: \.folder).values {
        checkMarkers(sorted(posts), &report)
      }
    }
  }

  /// By date where both have one, then by path, as the pages list them.
  private static func sorted(_ posts: [LibraryContext.Post]) -> [LibraryContext.Post] {
    guard posts.allSatisfy({ $0.sessions.first?.date != nil }) else { return posts }
    return posts.enumerated().sorted { left, right in
      guard let first = left.element.sessions.first?.date, let second = right.element.sessions.first?.date,
        first != second
      else { return left.offset < right.offset }
      return first < second
    }.map(\.element)
  }

  private static func version(_ post: LibraryContext.Post) -> String? {
    post.sessions.first?.lectureVersion?.lowercased()
  }

  private static func checkWord(_ post: LibraryContext.Post, _ report: inout LibraryFindings) {
    guard let value = post.matter["lectureVersion"], let text = value.text, let version = version(post),
      version != "current", version != "next"
    else { return }
    let near = Spelling.closest(to: version, among: ["current", "next"])
    report.add(
      unknown,
      "'lectureVersion' must be 'current' or 'next'"
        + (near.map { "; did you mean '\($0)'?" } ?? ", not '\(ShownText.cut(text))'"),
      in: post.file, at: value.span,
      fix: near.map { Diagnostic.Fix("write '\($0)'", edits: [TextEdit(value.span, $0)]) })
  }

  private static func checkOrder(_ posts: [LibraryContext.Post], _ report: inout LibraryFindings) {
    guard let last = posts.lastIndex(where: { version($0) == "current" }) else { return }
    for index in posts.indices[..<last] where version(posts[index]) == "next" {
      guard let value = posts[index].matter["lectureVersion"],
        let held = posts[index...].first(where: { version($0) == "current" }),
        let other = held.matter["lectureVersion"]
      else { continue }
      report.add(
        order, "the session is 'next', but '\(held.name)' behind it is 'current'", in: posts[index].file,
        at: value.span,
        related: [Finding.Related("held already", in: held.file, at: other.span)],
        fix: Diagnostic.Fix("write 'current'", edits: [TextEdit(value.span, "current")]))
    }
  }

  private static func checkMarkers(_ posts: [LibraryContext.Post], _ report: inout LibraryFindings) {
    let markers = posts.indices.filter { isMarker(posts[$0]) }
    for (count, index) in markers.enumerated() {
      guard let title = posts[index].matter["title"] else { continue }
      let behind = posts[index...].first { version($0) == "current" }
      let before = posts[..<index].last { version($0) == "next" }
      if count > 0 {
        report.add(
          marker, "there must be one 'WE ARE HERE' in a folder", in: posts[index].file, at: title.span)
      } else if let behind {
        report.add(
          marker, "'WE ARE HERE' must stand behind '\(behind.name)', which was held", in: posts[index].file,
          at: title.span)
      } else if let before {
        report.add(
          marker, "'WE ARE HERE' must stand before '\(before.name)', which is to come", in: posts[index].file,
          at: title.span)
      }
    }
  }

  private static func isMarker(_ post: LibraryContext.Post) -> Bool {
    post.sessions.first.map { presentMark.isPart(of: $0.title.uppercased()) } ?? false
  }

  private static let presentMark = ByteSearch("WE ARE HERE")
}
