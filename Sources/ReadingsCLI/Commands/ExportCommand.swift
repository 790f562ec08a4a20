internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings export`
enum ExportCommand {
  static let specification = CommandSpecification(
    "export", meaning: "write readings for other programs",
    discussion: [
      "Each reading carries the session it stands in and its place in the post. Absent values are null, dates "
        + "are YYYY-MM-DD, files are relative to the library.",
      "The words after the command are a query; 'readings help query' explains it. Options marked * are short "
        + "for parts of one and can be given several times: a reading passes when it matches any of their values, "
        + "all the different options, and the query.",
    ],
    positionals: [.init(name: "QUERY", kind: .query, isRequired: false, isRepeatable: true)],
    options: OptionSpecification.filters + [.unique, .sort, .limit, .exportFormat]
      + OptionSpecification.results,
    examples: [
      .init("readings export > readings.jsonl", "every reading, one JSON object a line"),
      .init("readings export term:2025-fall --format json", "one term as a JSON array"),
      .init("readings export --unique --format bibtex > papers.bib", "each paper once, for LaTeX"),
      .init("readings export --format csv --columns title,year,url", "three columns for a spreadsheet"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let query = try FilterOptions.query(arguments)
    let sorting = try FilterOptions.sorting(arguments, ofSessions: false)
    let writer = try ResultWriter(invocation, formatOption: .exportFormat, standard: .jsonl)
    let catalog = try invocation.loadCatalog(for: query, without: .evidence)
    var selection = Selection(catalog, matching: query.filter)
    if arguments.has(.unique) { selection = selection.unique(in: catalog) }
    selection = selection.sorted(by: sorting)
    if let limit = arguments.value(.limit).flatMap({ Int($0) }) {
      selection = selection.limited(toReadings: limit)
    }
    writer.write(selection)
    let report = LibraryReport(invocation, catalog)
    report.writeHints(QueryHints(query, catalog).lines(isEmpty: selection.groups.isEmpty))
    report.writeProblems()
    report.writeCount(selection, ofSessions: false)
    return report.status
  }
}
