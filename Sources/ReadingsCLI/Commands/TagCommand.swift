internal import Dispatch
internal import Editing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText
internal import Synchronization

/// `readings tag add`, `tag remove`, `tag rename`
enum TagCommand {
  private static let places = [
    "--to names sessions and papers by their keys, as 'show' takes them; --where means the readings that "
      + "'list QUERY' shows. A session's tags stand in its front matter; a paper's stand in a 'Tags:' bullet of "
      + "every entry for it. With --sessions the sessions of those readings are meant.",
    "Nothing but the tag changes in a post, and 'readings undo' takes it back. A post whose front matter has "
      + "errors is left alone and reported.",
  ]

  static let add = CommandSpecification(
    "tag add", meaning: "tag sessions or papers",
    discussion: places,
    positionals: [.init(name: "TAG", kind: .tag, isRequired: true, isRepeatable: true)],
    options: [.targetKeys, .targetQuery, .wholeSessions, .editedField] + OptionSpecification.edits,
    examples: [
      .init("readings tag add Serving --to 2205.14135", "a paper, in every session that read it"),
      .init("readings tag add RAG --where title:retrieval --dry-run", "what that would change"),
    ],
    run: { (invocation) throws(CommandFailure) in
      try run(invocation, .add(checked(invocation.arguments.positionals)))
    })

  static let remove = CommandSpecification(
    "tag remove", meaning: "take tags away, in every spelling",
    discussion: places,
    positionals: [.init(name: "TAG", kind: .tag, isRequired: true, isRepeatable: true)],
    options: [.targetKeys, .targetQuery, .wholeSessions, .editedField] + OptionSpecification.edits,
    examples: [
      .init("readings tag remove Serving --to 2205.14135", "from a paper"),
      .init("readings tag remove draft --where term:2025-fall --sessions", "from the sessions of a term"),
    ],
    run: { (invocation) throws(CommandFailure) in
      try run(invocation, .remove(invocation.arguments.positionals))
    })

  static let rename = CommandSpecification(
    "tag rename", meaning: "give a tag another name in the whole library",
    discussion: [
      "Every spelling of OLD becomes NEW, in sessions and in 'Tags:' bullets. Where NEW is there already, OLD goes. "
        + "To unify spellings, give the same tag twice: 'tag rename sparsity Sparsity'.",
      "Nothing but the tag changes in a post, and 'readings undo' takes it back. A post whose front matter has "
        + "errors is left alone and reported.",
    ],
    positionals: [
      .init(name: "OLD", kind: .tag, isRequired: true), .init(name: "NEW", kind: .tag, isRequired: true),
    ],
    options: [.editedField] + OptionSpecification.edits,
    examples: [
      .init("readings tag rename Serving Inference --dry-run", "what that would change"),
      .init("readings tag rename QA Question-Answering --field categories", "the same for categories"),
    ],
    run: { (invocation) throws(CommandFailure) in
      let words = invocation.arguments.positionals
      return try run(invocation, .rename(from: words[0], to: checked([words[1]])[0]))
    })

  private static func checked(_ tags: [String]) throws(CommandFailure) -> [String] {
    for tag in tags {
      if let problem = TagChange.problem(with: tag) {
        throw CommandFailure("'\(tag.prefix(40))' cannot be a tag: \(problem)")
      }
    }
    return tags
  }

  private static func run(_ invocation: Invocation, _ change: TagChange) throws(CommandFailure) -> ExitStatus
  {
    let arguments = invocation.arguments
    let field = arguments.choice(.editedField, or: TagCount.Field.tags) == .tags ? TagField.tags : .categories
    let run = TagRun(invocation, change, field)
    if case .rename(let old, _) = change {
      let catalog = try invocation.loadCatalog()
      let targets = TagTargets(having: Tag(old), field, in: catalog)
      if targets.posts.isEmpty { run.sayUnknown(old, catalog) }
      return try run.carryOut(targets, catalog)
    }
    guard arguments.has(.targetKeys) != arguments.has(.targetQuery) else {
      let name = arguments.command?.name ?? ""
      throw CommandFailure("'\(name)' needs either --to KEY or --where QUERY, which say what is meant")
    }
    let query = try FilterOptions.query(arguments, words: arguments.values(.targetQuery))
    let catalog = try invocation.loadCatalog(for: query)
    return try run.carryOut(try TagTargets(arguments, field, in: catalog), catalog)
  }
}

/// One change of tags in a library, from its targets to what is said of it.
private struct TagRun {
  private let invocation: Invocation
  private let change: TagChange
  private let field: TagField
  private let editing: EditRun

  init(_ invocation: Invocation, _ change: TagChange, _ field: TagField) {
    self.invocation = invocation
    self.change = change
    self.field = field
    editing = EditRun(invocation)
  }

  private var noun: String { field == .tags ? "tag" : "category" }

  func sayUnknown(_ tag: String, _ catalog: Catalog) {
    let names = TagCount.count(field == .tags ? .tags : .categories, in: catalog).map(\.spelling)
    let suggestion = Suggestion.closest(to: tag, among: names).map { "; did you mean '\($0)'?" } ?? ""
    editing.say("readings: no \(noun) '\(tag)'\(suggestion)")
  }

  func carryOut(_ targets: TagTargets, _ catalog: Catalog) throws(CommandFailure) -> ExitStatus {
    var work = Work()
    let posts = targets.posts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    do throws(EditFailure) {
      for prepared in prepare(posts) { try work.add(prepared) }
    } catch {
      throw CommandFailure(error.message, details: error.details)
    }
    try editing.carryOut(work.plan)
    write(work.refusals)
    saySummary(work)
    return work.refusals.isEmpty ? LibraryReport(invocation, catalog).status : .failed
  }

  /// One post with the edits it is to get, or what keeps it from getting them.
  private enum Prepared: Sendable {
    case edits(OriginalFile, TagEdits)
    case refusal(SourceFile, TagRefusal)
    case failure(EditFailure)
  }

  /// What a run comes to, gathered post by post.
  private struct Work {
    var plan = EditPlan()
    var sessionCount = 0
    var readingCount = 0
    var refusals: [Refusal] = []

    mutating func add(_ prepared: Prepared) throws(EditFailure) {
      switch prepared {
      case .failure(let failure): throw failure
      case .refusal(let file, let refusal): refusals.append(Refusal(file, refusal))
      case .edits(let original, let edits):
        refusals += edits.refused.map { Refusal(original.source.path, $0) }
        let count = plan.changes.count
        try plan.edit(original, edits.edits)
        guard plan.changes.count > count else { return }
        sessionCount += edits.changesSession ? 1 : 0
        readingCount += edits.readingCount
      }
    }
  }

  /// Works out the edits of all posts, in parallel, since each is read again with them; the order is that of `posts`.
  private func prepare(_ posts: [(key: String, value: TagTargets.Post)]) -> [Prepared] {
    let files = editing.files
    let (change, field) = (change, field)
    let editor = PostTagEditor(readsPlainMarkdown: invocation.arguments.has(.plainMarkdown))
    let results = Mutex<[Int: Prepared]>([:])
    DispatchQueue.concurrentPerform(iterations: posts.count) { index in
      let (path, post) = posts[index]
      let request = TagRequest(
        change, field: field, coversSession: post.coversSession,
        readings: post.readings.isEmpty ? .none : .at(post.readings))
      let prepared = TagRun.prepare(path, request, editor, files)
      results.withLock { $0[index] = prepared }
    }
    let prepared = results.withLock { $0 }
    return posts.indices.compactMap { prepared[$0] }
  }

  private static func prepare(
    _ path: String, _ request: TagRequest, _ editor: PostTagEditor, _ files: LibraryFiles
  ) -> Prepared {
    do throws(EditFailure) {
      let original = try files.read(path)
      do throws(TagRefusal) {
        return .edits(original, try editor.edits(of: original.source, request))
      } catch {
        return .refusal(original.source, error)
      }
    } catch {
      return .failure(error)
    }
  }

  // MARK: What is said

  /// Something that is left as it is, and why.
  private struct Refusal {
    let text: String
    /// The mistake that stands in the way, which is printed with its line.
    var problem: CatalogProblem?

    init(_ path: String, _ reading: TagEdits.Refused) {
      text = "\(path):\(reading.position.line): '\(reading.title)' is left as it is: \(reading.reason)"
    }

    init(_ file: SourceFile, _ refusal: TagRefusal) {
      text = "\(file.path): the post is left as it is: \(refusal.reason)"
      problem = PostTagEditor.obstacle(in: file).map { CatalogProblem(file: file, diagnostic: $0) }
    }
  }

  private func write(_ refusals: [Refusal]) {
    let console = invocation.console
    for refusal in refusals {
      if let problem = refusal.problem {
        console.output.flush()
        console.errors.write(DiagnosticPrinter(width: console.width).lines(for: [problem]))
      }
      editing.say("readings: " + refusal.text)
    }
  }

  private func saySummary(_ work: Work) {
    let fileCount = work.plan.changes.count
    guard fileCount > 0 else { return editing.say("nothing to change") }
    var places: [String] = []
    if work.sessionCount > 0 { places.append(editing.counted(work.sessionCount, "session")) }
    if work.readingCount > 0 { places.append(editing.counted(work.readingCount, "reading")) }
    func list(_ tags: [String]) -> String { tags.map { "'\($0)'" }.joined(separator: ", ") }
    let (past, conditional, object) =
      switch change {
      case .add(let tags): ("added", "would add", "\(list(tags)) to ")
      case .remove(let tags): ("removed", "would remove", "\(list(tags)) from ")
      case .rename(let old, let new): ("renamed", "would rename", "'\(old)' to '\(new)' in ")
      }
    let rest = " \(object)\(places.joined(separator: " and ")) (\(editing.counted(fileCount, "file")))"
    editing.say(past: past, conditional: conditional, rest)
  }
}

extension OptionSpecification {
  static let targetKeys = OptionSpecification(
    "to", nil, Value(name: "KEY...", kind: .key, takesMore: true),
    meaning: "the sessions and papers with these keys", topic: .filter, isRepeatable: true)
  static let targetQuery = OptionSpecification(
    "where", nil, Value(name: "QUERY...", kind: .query, takesMore: true),
    meaning: "the readings that a query finds, see 'readings help query'", topic: .filter)
  static let wholeSessions = OptionSpecification(
    "sessions", nil, meaning: "the sessions of those readings, not the readings", topic: .filter)
  static let editedField = OptionSpecification(
    "field", nil, .choice("FIELD", of: TagCount.Field.self), meaning: "what to change (default: tags)",
    topic: .writing)
}
