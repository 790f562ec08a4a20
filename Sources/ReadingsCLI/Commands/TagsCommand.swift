internal import Duplicates
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings tags`
enum TagsCommand {
  /// A part of the tags that deserves a look.
  private enum Part: String, CaseIterable {
    case once, unused, variants

    func holds(_ tag: TagCount) -> Bool {
      switch self {
      case .once: tag.useCount == 1
      case .unused: tag.readingCount == 0
      case .variants: tag.spellings.count > 1 || !tag.neighbours.isEmpty
      }
    }
  }

  static let specification = CommandSpecification(
    "tags", meaning: "count the tags, and point out odd spellings",
    discussion: [
      "The most used come first. A session's tag counts for all its readings, and a paper that several sessions "
        + "read counts once. Tags that differ only in case, or in spaces for hyphens, are the same tag; tags that "
        + "differ by one letter are pointed out.",
      "Of the parts for --only, once are the tags that are written in one place, unused those under which nothing is "
        + "read, variants those with several or nearly equal spellings; 'tag rename' unifies them.",
    ],
    options: [.field, .tagPart, .pageFormat],
    examples: [
      .init("readings tags", "every tag with its sessions, readings and papers"),
      .init("readings tags --only variants", "tags that are spelled in several ways"),
      .init("readings tags --field categories", "the same for categories"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let field = invocation.arguments.choice(.field, or: TagCount.Field.tags)
    let part = invocation.arguments.value(.tagPart).flatMap { Part(rawValue: $0) }
    let catalog = try invocation.loadCatalog(without: .evidence)
    let clustering = PaperClustering(catalog, verdicts: DuplicateVerdicts(catalog.configuration))
    let tags = TagCount.count(field, in: catalog) { session, reading in
      clustering.paper(of: Paper.Mention(session: session, reading: reading)).key
    }.filter { part?.holds($0) ?? true }
    let console = invocation.console
    switch invocation.arguments.choice(.pageFormat, or: PageFormat.table) {
    case .table: console.output.write(TagListing.table(tags, width: console.width))
    case .plain: console.output.write(TagListing.plain(tags))
    case .json: console.output.write(ReadingJSON.array(tags))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeProblems()
    report.writeTagCount(tags, field)
    return report.status
  }
}

extension OptionSpecification {
  static let tagPart = OptionSpecification(
    "only", nil, Value(name: "PART", kind: .choice(["once", "unused", "variants"])),
    meaning: "list these alone", topic: .presentation)
}
