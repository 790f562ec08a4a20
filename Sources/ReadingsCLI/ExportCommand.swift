internal import Publishing
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
    options: OptionSpecification.filters + [.sort, .limit, .exportFormat],
    examples: [
      .init("readings export > readings.jsonl", "every reading, one JSON object a line"),
      .init("readings export term:2025-fall --format json", "one term as a JSON array"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let query = try FilterOptions.query(arguments)
    let sorting = try FilterOptions.sorting(arguments, ofSessions: false)
    let catalog = try invocation.loadCatalog()
    var selection = Selection(catalog, matching: query.filter).sorted(by: sorting)
    if let limit = arguments.value(.limit).flatMap({ Int($0) }) {
      selection = selection.limited(toReadings: limit)
    }
    switch arguments.choice(.exportFormat, or: ExportFormat.jsonl) {
    case .jsonl: invocation.console.output.write(ReadingJSON.lines(selection.readings))
    case .json: invocation.console.output.write(ReadingJSON.array(selection.readings))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeHints(FilterOptions.hints(query, catalog))
    report.writeProblems()
    report.writeCount(selection, ofSessions: false)
    return report.status
  }
}
