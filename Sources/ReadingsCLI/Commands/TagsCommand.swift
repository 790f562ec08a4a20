internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings tags`
enum TagsCommand {
  static let specification = CommandSpecification(
    "tags", meaning: "count the tags, and point out odd spellings",
    discussion: [
      "The most used come first. A session's tag counts for all its readings. Tags that differ only in case, "
        + "or in spaces for hyphens, are the same tag; tags that differ by one letter are pointed out."
    ],
    options: [.field, .pageFormat],
    examples: [
      .init("readings tags", "every tag with its sessions and readings"),
      .init("readings tags --field categories", "the same for categories"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let field = invocation.arguments.choice(.field, or: TagCount.Field.tags)
    let catalog = try invocation.loadCatalog()
    let tags = TagCount.count(field, in: catalog)
    let console = invocation.console
    switch invocation.arguments.choice(.pageFormat, or: PageFormat.table) {
    case .table: console.output.write(TagListing.table(tags, width: console.width))
    case .plain: console.output.write(TagListing.plain(tags))
    case .json: console.output.write(ReadingJSON.array(tags))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeProblems()
    report.writeTagCount(tags.count, field, sessions: catalog.sessions.count)
    return report.status
  }
}
