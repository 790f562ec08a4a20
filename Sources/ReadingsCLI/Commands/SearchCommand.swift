internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings search WORDS`
enum SearchCommand {
  private static let standardLimit = 20

  static let specification = CommandSpecification(
    "search", meaning: "find readings and write-ups by words, best first",
    discussion: [
      "Readings are found by the words of their title, authors, abstract and the rest of their entry, sessions by "
        + "those of their title and of what the post says outside its readings: the write-up. More and rarer words, "
        + "words side by side, and words in a title count more. A word also finds longer words that start with it; one "
        + "that hardly anything has also finds words with a typing mistake or, from nine letters, two.",
      "A phrase in quotation marks must be there as it is written. Terms such as 'tag:serving', '-draft' and groups in "
        + "parentheses narrow the search, as the options marked * do; see 'readings help query'. A session passes by "
        + "what is its own: one on authors or years lets readings pass alone.",
      "Without --limit, the best \(standardLimit) are shown. What was found is marked by colour or stands between "
        + "asterisks. The formats table, plain, json, jsonl and paths have sessions beside readings; the others, and "
        + "chosen fields, have readings alone. In JSON the member 'hit' says of what it is one, with score and passage.",
    ],
    positionals: [.init(name: "WORD", kind: .query, isRequired: true, isRepeatable: true)],
    options: OptionSpecification.filters + [.searchFields, .limit, .listFormat] + OptionSpecification.results,
    examples: [
      .init("readings search key value cache", "what says most about key-value caches"),
      .init("readings search '\"key value\" cache tag:serving year:2022..'", "a phrase, in some readings"),
      .init("readings search attention --in title,authors -n 5", "the five best by title or author"),
      .init("readings search serving --json title,url", "for another program, in the order of rank"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let query = try FilterOptions.query(arguments)
    guard let search = Search(query, in: try fields(arguments)) else {
      throw CommandFailure(
        "there is no word to rank by outside of fields and groups; 'readings list' takes such a query")
    }
    let writer = try ResultWriter(invocation, formatOption: .listFormat, standard: .table)
    let catalog = try invocation.loadCatalog(for: query)
    let files = invocation.loader.files
    let results = search.results(in: catalog) { files.bytes(of: $0) }
    let readings = results.hits.filter(\.isReading)
    let limit = arguments.value(.limit).flatMap { Int($0) }
    let showsSessions = writer.wholeFormat.map { formatsWithSessions.contains($0) } ?? false
    let hits = showsSessions ? results.hits : readings
    let most = limit ?? (arguments.has(.count) ? .max : standardLimit)
    let shown =
      writer.wholeFormat == .table ? SearchListing.hits(hits, ofFirst: most) : Array(hits.prefix(most))
    write(shown, results, writer, invocation.console)
    let report = LibraryReport(invocation, catalog)
    let hints = QueryHints(search.narrowing, catalog).lines(isEmpty: hits.isEmpty)
    report.writeHints(hints.isEmpty ? results.notices.map { hint($0) } : hints)
    report.writeProblems()
    report.writeHitCount(
      shown.count, readings: readings.count, sessions: showsSessions ? results.hits.count - readings.count : 0
    )
    return report.status
  }

  private static let formatsWithSessions: Set<ListFormat> = [.table, .plain, .json, .jsonl, .paths]

  private static func write(
    _ hits: [Search.Hit], _ results: SearchResults, _ writer: ResultWriter, _ console: Console
  ) {
    let output = console.output
    let marks = output.usesColor ? MatchMarks.style : .asterisks
    switch writer.wholeFormat {
    case .table: output.write(SearchListing.table(hits, of: results, width: console.width, marks: marks))
    case .plain: output.write(SearchListing.plain(hits, of: results, marks: marks))
    case .json: output.write(SearchJSON.array(hits, of: results))
    case .jsonl: output.write(SearchJSON.lines(hits, of: results))
    default: writer.write(Selection(hits))
    }
  }

  private static func fields(_ arguments: ParsedArguments) throws(CommandFailure) -> Set<Search.Field> {
    guard let text = arguments.value(.searchFields) else { return Set(Search.Field.allCases) }
    let names = Search.Field.allCases.map(\.name)
    var fields: Set<Search.Field> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let field = Search.Field.allCases.first(where: { $0.name == part }) else {
        let suggestion = Suggestion.closest(to: String(part), among: names)
        if suggestion != nil { throw .unknown("field '\(part)' for '--in'", suggestion: suggestion) }
        throw CommandFailure("unknown field '\(part)' for '--in'; it takes \(names.joined(separator: ", "))")
      }
      fields.insert(field)
    }
    return fields
  }

  private static func hint(_ notice: SearchNotice) -> String {
    let place = notice.isNarrowed ? "of what the other terms let pass, nothing" : "nothing"
    let sought = notice.isPhrase ? "\(place) says \"\(notice.text)\"" : "\(place) has '\(notice.text)'"
    if let taken = notice.taken { return sought + "; taken for '\(taken)'" }
    return sought + (notice.suggestion.map { "; did you mean '\($0)'?" } ?? "")
  }
}

extension OptionSpecification {
  static let searchFields = OptionSpecification(
    "in", nil, Value(name: "FIELD,...", kind: .text),
    meaning: "look only in these: title, authors, abstract, notes", topic: .filter)
}
