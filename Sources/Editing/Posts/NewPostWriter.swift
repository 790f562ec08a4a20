internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Writes a new post after the latest one: the same keys of front matter in the same order, and the headings for
/// readings, as they are written there.
package struct NewPostWriter: Sendable {
  private let habits: PostHabits
  private let matter: FrontMatter?

  package init(_ habits: PostHabits) {
    self.habits = habits
    matter = habits.model.map { FrontMatter(parsing: $0.bytes) }.flatMap {
      $0.hasErrors || $0.block == nil || $0.block?.format != .yaml ? nil : $0
    }
  }

  /// The post, which was read back and says what was asked for.
  package func post(_ request: NewPostRequest) throws(NewPostRefusal) -> NewPost {
    let title = request.title.split { $0.isWhitespace }.joined(separator: " ")
    let term = request.term ?? habits.term
    let label = request.label ?? habits.label(in: term)
    let date = request.date ?? habits.date
    let path = if let path = request.path { path } else { try habits.path(title: title, date: date) }
    let sections = request.sections.isEmpty ? habits.sections : request.sections
    let isInName = CalendarDate(prefixOf: path.split(separator: "/").last.map(String.init) ?? path) == date
    let fields = Fields(
      title: title, date: isInName && matter?["date"] == nil ? nil : date, label: label, term: term,
      tags: request.tags, categories: request.categories)
    let text = frontMatter(fields) + body(sections)
    let post = NewPost(
      path: path, bytes: Array(text.utf8), date: date, label: label, term: term, sections: sections)
    try verify(post, title: title, request)
    return post
  }

  // MARK: Front matter

  private struct Fields {
    let title: String
    let date: CalendarDate?
    let label: String?
    let term: String?
    let tags: [String]
    let categories: [String]
  }

  /// What a post starts with when there is none to be like.
  private static let standardKeys = ["title", "date", "desc", "term", "tags", "categories"]
  /// Keys whose values every post of a library shares, so that a new one has them, too.
  private static let sharedKeys: Set<String> = [
    "layout", "toc", "comments", "author", "mathjax", "math", "draft",
  ]

  private func frontMatter(_ fields: Fields) -> String {
    var keys = matter.map { $0.fields.map(\.key) } ?? NewPostWriter.standardKeys
    let needed = [
      ("title", true), ("date", fields.date != nil), ("desc", fields.label != nil),
      ("term", fields.term != nil),
      ("tags", !fields.tags.isEmpty), ("categories", !fields.categories.isEmpty),
    ]
    for (key, isNeeded) in needed where isNeeded && !keys.contains(key) { keys.append(key) }
    return "---\n" + keys.map { line($0, fields) }.joined() + "---\n"
  }

  private func line(_ key: String, _ fields: Fields) -> String {
    switch key {
    case "title": return scalar(key, fields.title)
    case "date": return scalar(key, fields.date?.description, isTyped: true)
    case "desc": return scalar(key, fields.label)
    case "term": return scalar(key, fields.term)
    case "tags", "tag": return list(key, fields.tags)
    case "categories", "category": return list(key, fields.categories)
    case "lectureVersion": return scalar(key, "next")
    case _ where NewPostWriter.sharedKeys.contains(key):
      guard let value = matter?[key], value.kind == .scalar else { return scalar(key, nil) }
      return "\(key): \(value.rawText)\n"
    default: return scalar(key, nil)
    }
  }

  private func scalar(_ key: String, _ value: String?, isTyped: Bool = false) -> String {
    guard let value else { return "\(key):\n" }
    return "\(key): \(isTyped ? value : YAMLScalarEncoder.encode(value, context: .block))\n"
  }

  private func list(_ key: String, _ values: [String]) -> String {
    let flow = matter?[key].map { $0.style == .flow || $0.kind == .scalar } ?? false
    if values.isEmpty { return "\(key):\(flow ? " []" : "")\n" }
    if flow {
      return
        "\(key): [\(values.map { YAMLScalarEncoder.encode($0, context: .flow) }.joined(separator: ", "))]\n"
    }
    let indent = isIndented(key) ? "  " : ""
    return "\(key):\n"
      + values.map { "\(indent)- \(YAMLScalarEncoder.encode($0, context: .block))\n" }.joined()
  }

  /// Whether the model writes the items of a list behind spaces.
  private func isIndented(_ key: String) -> Bool {
    guard let model = habits.model, let item = matter?[key]?.items.first else { return false }
    let source = SourceLines(bytes: model.bytes, standardEnding: [0x0A])
    return source.bytes[source.start(item.span.lowerBound)].isSpaceOrTab
  }

  // MARK: Body

  /// The headings, as deep as in the model and with a colon where it has one.
  private func body(_ sections: [String]) -> String {
    let names = Set(habits.latest.first?.readings.compactMap(\.section) ?? [])
    let headings = habits.model.map { PostHeadings(of: $0).headings } ?? []
    let model = headings.first { names.contains($0.name) && $0.level <= 6 }
    let marks = String(repeating: "#", count: model?.level ?? 2)
    let hasColon = model.flatMap { heading in
      habits.model.map { file in file.bytes[heading.span.range].contains(UInt8(ascii: ":")) }
    }
    return sections.map { "\n\(marks) \($0)\(hasColon == true ? ":" : "")\n" }.joined()
  }

  // MARK: Reading back

  private func verify(_ post: NewPost, title: String, _ request: NewPostRequest) throws(NewPostRefusal) {
    let read = PostReader().read(SourceFile(path: post.path, bytes: post.bytes))
    guard let session = read.sessions.first, read.sessions.count == 1, read.diagnostics.isEmpty else {
      throw .notReadBack(field: "title")
    }
    if session.title != title { throw .notReadBack(field: "title") }
    if session.date != post.date { throw .notReadBack(field: "date") }
    if session.label != post.label { throw .notReadBack(field: "label") }
    if session.term != post.term { throw .notReadBack(field: "term") }
    if session.tags.map(\.spelling) != request.tags { throw .notReadBack(field: "list of tags") }
    if session.categories.map(\.spelling) != request.categories {
      throw .notReadBack(field: "list of categories")
    }
    let headings = PostHeadings(of: SourceFile(path: post.path, bytes: post.bytes)).headings.map(\.name)
    if !session.readings.isEmpty || headings != post.sections {
      throw .notReadBack(field: "list of sections")
    }
  }
}
