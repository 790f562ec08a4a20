internal import Editing
internal import ReadingsCatalog
internal import ReadingsQuery

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
    let meansSessions = arguments.has(.wholeSessions)
    if arguments.has(.targetKeys) {
      let catalog = try invocation.loadCatalogWithPapers()
      let keys = arguments.values(.targetKeys)
      let targets = try TagTargets(keys: keys, field, meansSessions: meansSessions, in: catalog)
      if case .remove(let tags) = change { run.sayMistyped(tags, catalog) }
      return try run.carryOut(targets, catalog)
    }
    let query = try FilterOptions.query(arguments, words: arguments.values(.targetQuery))
    let catalog = try invocation.loadCatalog(for: query)
    let targets = TagTargets(query, field, meansSessions: meansSessions, in: catalog)
    if case .remove(let tags) = change { run.sayMistyped(tags, catalog) }
    if targets.posts.isEmpty { run.sayNothingFound(QueryHints(query, catalog).lines(isEmpty: true)) }
    return try run.carryOut(targets, catalog)
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
