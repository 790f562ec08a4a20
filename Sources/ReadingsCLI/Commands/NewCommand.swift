internal import Editing
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// `readings new TITLE`
enum NewCommand {
  static let specification = CommandSpecification(
    "new", meaning: "make the post of a session",
    discussion: [
      "The post is made after the latest ones of the library: the same folder and kind of file name, the same keys of "
        + "front matter in the same order, the term, the next label (2025-S5 after 2025-S4), the next day, and the "
        + "headings that readings usually stand below. Options say otherwise.",
      "It is read back before it is written, never takes the place of another file, and 'readings undo' takes it away.",
    ],
    positionals: [.init(name: "TITLE", kind: .words, isRequired: true, isRepeatable: true)],
    options: [.postDate, .postLabel, .postTerm, .postTag, .postCategory, .postSection, .postFile]
      + OptionSpecification.edits,
    examples: [
      .init("readings new 'Speculative Decoding' --dry-run", "what the post would be"),
      .init("readings new 'Speculative Decoding' --tag Serving --tag Efficiency", "with two tags"),
      .init("readings new 'Guest Talk' --date 2025-03-04 --section Slides", "with a day and one heading"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    var request = NewPostRequest(title: arguments.positionals.joined(separator: " "))
    request.date = try DateArgument.date(arguments, .postDate)
    request.label = arguments.value(.postLabel)
    request.term = arguments.value(.postTerm)
    request.tags = arguments.values(.postTag)
    request.categories = arguments.values(.postCategory)
    request.sections = arguments.values(.postSection)
    request.path = try arguments.value(.postFile).map { (path) throws(CommandFailure) in try checked(path) }
    for tag in request.tags + request.categories {
      if let problem = TagChange.problem(with: tag) {
        throw CommandFailure("'\(tag.prefix(40))' cannot be a tag: \(problem)")
      }
    }
    let catalog = try invocation.loadCatalog()
    let editing = EditRun(invocation)
    let habits = PostHabits(catalog) { try? editing.files.read($0).source }
    let post: NewPost
    do throws(NewPostRefusal) {
      post = try NewPostWriter(habits).post(request)
    } catch {
      throw CommandFailure(error.message)
    }
    if catalog.sessions.contains(where: { $0.file == post.path }) {
      throw CommandFailure("there is a post '\(post.path)' already; --file gives another name")
    }
    var plan = EditPlan()
    plan.create(post.path, bytes: post.bytes)
    try editing.carryOut(plan)
    say(post, request.title, editing)
    return LibraryReport(invocation, catalog).status
  }

  private static func say(_ post: NewPost, _ title: String, _ editing: EditRun) {
    let facts = [
      post.label.map { "label \($0)" }, post.date.map { "date \($0)" }, post.term.map { "term \($0)" },
    ]
    let known = facts.compactMap { $0 }.joined(separator: ", ")
    editing.say(
      past: "made", conditional: "would make", " '\(post.path)'" + (known.isEmpty ? "" : ": \(known)"))
  }

  /// A path below the library, to a Markdown file.
  private static func checked(_ path: String) throws(CommandFailure) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isInside = !parts.contains { $0.isEmpty || $0.hasPrefix(".") }
    guard isInside, path.hasSuffix(".md") || path.hasSuffix(".markdown") else {
      throw CommandFailure(
        "'\(path)' for '--file' is not the name of a Markdown file in the library, such as talk.md")
    }
    return path
  }
}

extension OptionSpecification {
  static let postDate = OptionSpecification(
    "date", nil, Value(name: "DATE", kind: .text), meaning: "the day of the session: 2025-03-04",
    topic: .writing)
  static let postLabel = OptionSpecification(
    "label", nil, Value(name: "LABEL", kind: .text), meaning: "its label (default: the next one)",
    topic: .writing)
  static let postTerm = OptionSpecification(
    "term", nil, Value(name: "TERM", kind: .term), meaning: "its term (default: that of the latest post)",
    topic: .writing)
  static let postTag = OptionSpecification(
    "tag", "t", Value(name: "TAG", kind: .tag), meaning: "one of its tags", topic: .writing,
    isRepeatable: true)
  static let postCategory = OptionSpecification(
    "category", "c", Value(name: "CATEGORY", kind: .category), meaning: "one of its categories",
    topic: .writing,
    isRepeatable: true)
  static let postSection = OptionSpecification(
    "section", nil, Value(name: "NAME", kind: .text),
    meaning: "a heading for readings (default: the usual ones)",
    topic: .writing, isRepeatable: true)
  static let postFile = OptionSpecification(
    "file", nil, Value(name: "FILE", kind: .text), meaning: "the name of the file, from the library's folder",
    topic: .writing)
}
