internal import Publishing
internal import ReadingsQuery

/// `readings search WORDS`
enum SearchCommand {
  private static let standardLimit = 20

  static let specification = CommandSpecification(
    "search", meaning: "find readings by words, best first",
    discussion: [
      "A reading is found by any of the words in its title, authors or abstract; more and rarer words, and words in "
        + "the title, count more. A word also finds longer words that start with it. What was found stands "
        + "between asterisks. Without --limit, the best \(standardLimit) are shown.",
      "Options marked * narrow the search as they narrow 'list'.",
    ],
    positionals: [.init(name: "WORD", kind: .words, isRequired: true, isRepeatable: true)],
    options: OptionSpecification.filters + [.limit, .listFormat] + OptionSpecification.results,
    examples: [
      .init("readings search key value cache", "what says most about key-value caches"),
      .init("readings search attention --year 2022.. -n 5", "the five best since 2022"),
      .init("readings search serving --json title,url", "for another program, in the order of rank"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let text = arguments.positionals.joined(separator: " ")
    guard let search = Search(text) else {
      throw CommandFailure("the text '\(text)' has no letters to look for")
    }
    let query = try FilterOptions.query(arguments, words: [])
    let writer = try ResultWriter(invocation, formatOption: .listFormat, standard: .table)
    let catalog = try invocation.loadCatalog()
    let hits = search.hits(in: Selection(catalog, matching: query.filter))
    let limit = arguments.value(.limit).flatMap { Int($0) } ?? standardLimit
    let shown = Array(hits.prefix(limit))
    if writer.usesStandardTable {
      let console = invocation.console
      console.output.write(SearchListing.table(shown, of: search, width: console.width))
    } else {
      writer.write(Selection(shown))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeHints(FilterOptions.hints(query, catalog))
    report.writeProblems()
    report.writeHitCount(shown.count, of: hits.count)
    return report.status
  }
}
