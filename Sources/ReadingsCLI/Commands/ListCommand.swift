internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings list`
enum ListCommand {
  static let specification = CommandSpecification(
    "list", meaning: "list readings by session",
    discussion: [
      "The words after the command are a query; 'readings help query' explains it. Options marked * are short "
        + "for parts of one and can be given several times: a reading passes when it matches any of their values, "
        + "all the different options, and the query. A session's tag counts for all its readings.",
      "Sorted by fields of the session (date, session, file, term, label) the list stays grouped by session; "
        + "sorted by a field of the readings (title, year, author, section, role, kind, submitted, venue, "
        + "citations, key) first, it becomes one list. With --group-by a reading stands under each of its tags, "
        + "categories or authors.",
    ],
    positionals: [.init(name: "QUERY", kind: .query, isRequired: false, isRepeatable: true)],
    options: OptionSpecification.filters + [.sessions, .unique, .groupBy, .sort, .limit, .listFormat]
      + OptionSpecification.results,
    examples: [
      .init("readings list --tag Serving", "sessions tagged Serving with their readings"),
      .init("readings list author:dao year:2022.. -role:optional", "what Dao wrote since 2022"),
      .init("readings list tag:serving --group-by author", "the same readings under their authors"),
      .init("readings list --sessions --sort date-", "the sessions, latest first"),
      .init("readings list --role required --format json", "required readings for another program"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let showsSessions = arguments.has(.sessions)
    let query = try FilterOptions.query(arguments)
    let sorting = try FilterOptions.sorting(arguments, ofSessions: showsSessions)
    let writer = try ResultWriter(invocation, formatOption: .listFormat, standard: .table)
    let needsKeys =
      writer.showsOfReadings("key") || query.filter.asksForKeys || sorting.keys.contains { $0.field == .key }
    let needsAbstracts = writer.showsOfReadings("abstract") || query.filter.asksForAbstracts
    var omitted: ReadingParts = needsAbstracts ? .evidence : [.evidence, .abstract]
    if !needsKeys { omitted.insert(.sharedKey) }
    let catalog =
      needsKeys
      ? try invocation.loadCatalog(for: query, without: omitted)
      : try invocation.loadCatalog(sufficientFor: query, without: omitted)
    var selection = Selection(catalog, matching: query.filter)
    if arguments.has(.unique) { selection = selection.unique(in: catalog) }
    selection = showsSessions ? selection.sessionsSorted(by: sorting) : selection.sorted(by: sorting)
    if let limit = arguments.value(.limit).flatMap({ Int($0) }) {
      selection =
        showsSessions ? selection.limited(toSessions: limit) : selection.limited(toReadings: limit)
    }
    writer.write(selection)
    let report = LibraryReport(invocation, catalog)
    report.writeHints(QueryHints(query, catalog).lines(isEmpty: selection.groups.isEmpty))
    report.writeProblems()
    report.writeCount(selection, ofSessions: showsSessions)
    return report.status
  }
}
