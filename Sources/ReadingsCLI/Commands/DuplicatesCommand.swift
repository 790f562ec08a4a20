internal import Duplicates
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// How `duplicates` and `seen` write what they found.
enum DuplicateFormat: String, CaseIterable {
  case text, json, jsonl, csv
}

/// `readings duplicates`
enum DuplicatesCommand {
  static let specification = CommandSpecification(
    "duplicates", meaning: "find papers that were read more than once",
    discussion: [
      "A paper is listed when sessions of their own mention it, with every mention, what each says otherwise, how sure "
        + "it is that they are one paper, and why. Sessions that repeat each other, such as the same post in two "
        + "places, come first and count as one; --all also lists what only they repeat.",
      "certain: the same identifier, or the same title and authors. likely: titles nearly agree and nothing speaks "
        + "against it. possible: worth a look, never merged; --grade possible lists these pairs, --review asks about "
        + "them one by one. Answers are kept in the library's readings.yml, as --same and --distinct keep them: a KEY "
        + "is a paper's key, an identifier, or a title in lower case with hyphens; SESSION/KEY means the mention in "
        + "one session.",
      "--records compares the records of a file instead of the library: JSON Lines as 'export' writes them, BibTeX, "
        + "RIS, CSL-JSON, an Atom feed, or a line for each title and link. --stage does one step of that, for an engine "
        + "that spreads lines over machines.",
    ],
    positionals: [.init(name: "QUERY", kind: .query, isRequired: false, isRepeatable: true)],
    options: OptionSpecification.filters + [
      .within, .everywhere, .grade, .sessions, .same, .distinct, .review, .records, .stage, .wordCounts,
      .duplicateFormat, .failOnFindings,
    ] + OptionSpecification.edits,
    examples: [
      .init("readings duplicates", "every paper that two sessions read"),
      .init(
        "readings duplicates tag:serving --grade certain",
        "only the sure ones, where one mention is tagged so"),
      .init("readings duplicates --sessions", "sessions that are copies of each other"),
      .init("readings duplicates --grade possible", "pairs to look at"),
      .init("readings duplicates --distinct 2205.14135 2307.08691", "remember that two papers are not one"),
      .init("readings duplicates --records list.bib --format jsonl", "groups among the entries of a file"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    if arguments.has(.stage) || arguments.has(.records) {
      try refuseOptionsOfLibrary(arguments)
      return try arguments.has(.stage)
        ? DuplicateStageRun.run(invocation) : DuplicateRecordRun.run(invocation)
    }
    if arguments.has(.wordCounts) { throw CommandFailure("'--word-counts' needs '--stage'") }
    if arguments.has(.same) || arguments.has(.distinct) { return try VerdictRun.run(invocation) }
    if arguments.has(.within), arguments.has(.everywhere) {
      throw CommandFailure("'--within' does not go with '--all'")
    }
    let query = try FilterOptions.query(arguments)
    let catalog = try invocation.loadCatalog(for: query, without: .evidence)
    let clustering = PaperClustering(catalog, verdicts: DuplicateVerdicts(catalog.configuration))
    if arguments.has(.review) { return try DuplicateReview.run(invocation, catalog, clustering, query) }
    let findings = findings(catalog, clustering, query, arguments)
    write(findings, invocation)
    let report = LibraryReport(invocation, catalog)
    report.writeHints(QueryHints(query, catalog).lines(isEmpty: false))
    report.writeProblems()
    report.writeDuplicateCount(findings, showsPossible: showsPossible(arguments))
    guard report.status == .done, arguments.has(.failOnFindings) else { return report.status }
    let listsSomething = arguments.has(.sessions) ? !findings.copies.isEmpty : !isEmpty(findings, arguments)
    return listsSomething ? .findings : .done
  }

  /// A file of records has no sessions to look at and no verdicts.
  private static func refuseOptionsOfLibrary(_ arguments: ParsedArguments) throws(CommandFailure) {
    let options =
      OptionSpecification.filters + [.within, .everywhere, .sessions, .same, .distinct, .review]
      + OptionSpecification.edits
    let isQuery = !arguments.positionals.isEmpty
    guard let name = isQuery ? "a QUERY" : options.first(where: arguments.has).map({ "'--\($0.name)'" })
    else { return }
    throw CommandFailure(
      "\(name) does not go with '--records'",
      details: ["to compare a part of the library: 'readings export QUERY | readings duplicates --records -'"]
    )
  }

  /// What the options ask for.
  static func findings(
    _ catalog: Catalog, _ clustering: PaperClustering, _ query: Query, _ arguments: ParsedArguments
  ) -> DuplicateFindings {
    let asked = Set(arguments.values(.grade).compactMap { DuplicateGrade(rawValue: $0) })
    let scope: DuplicateFindings.Scope =
      arguments.has(.within) ? .withinSessions : arguments.has(.everywhere) ? .everywhere : .acrossSessions
    return DuplicateFindings(
      catalog, clustering, scope: scope, grades: asked.isEmpty ? [.certain, .likely] : asked
    ) { mention in
      let session = catalog.sessions[mention.session]
      return query.filter.matches(session, session.readings[mention.reading])
    }
  }

  private static func showsPossible(_ arguments: ParsedArguments) -> Bool {
    arguments.values(.grade).contains(DuplicateGrade.possible.rawValue)
  }

  private static func isEmpty(_ findings: DuplicateFindings, _ arguments: ParsedArguments) -> Bool {
    findings.papers.isEmpty && findings.conflicts.isEmpty
      && (findings.possible.isEmpty || !showsPossible(arguments))
  }

  private static func write(_ findings: DuplicateFindings, _ invocation: Invocation) {
    let arguments = invocation.arguments
    let output = invocation.console.output
    let parts = findings.narrowed(
      toCopies: arguments.has(.sessions), withPossible: showsPossible(arguments))
    switch arguments.choice(.duplicateFormat, or: DuplicateFormat.text) {
    case .text:
      output.write(DuplicateListing.text(parts, width: invocation.console.width))
    case .json: output.write(DuplicateJSON.array(parts))
    case .jsonl: output.write(DuplicateJSON.lines(parts))
    case .csv: output.write(DuplicateTable.csv(parts))
    }
  }
}

extension OptionSpecification {
  static let within = OptionSpecification(
    "within", nil, meaning: "papers that one session mentions twice", topic: .presentation)
  static let everywhere = OptionSpecification(
    "all", nil, meaning: "every repetition, also between copies of a session", topic: .presentation)
  static let grade = OptionSpecification(
    "grade", nil, .choice("GRADE", of: DuplicateGrade.self),
    meaning: "only of this grade (default: certain and likely)", topic: .presentation, isRepeatable: true)
  static let same = OptionSpecification(
    "same", nil, meaning: "keep in readings.yml that the KEYs given are one paper", topic: .presentation)
  static let distinct = OptionSpecification(
    "distinct", nil, meaning: "keep in readings.yml that the KEYs given are papers of their own",
    topic: .presentation)
  static let review = OptionSpecification(
    "review", nil, meaning: "ask about the possible pairs one by one", topic: .presentation)
  static let records = OptionSpecification(
    "records", nil, Value(name: "FILE", kind: .file),
    meaning: "read records from FILE, '-' for the standard input", topic: .library)
  static let stage = OptionSpecification(
    "stage", nil, .choice("STAGE", of: DuplicateStage.self),
    meaning: "do one step on the lines of '--records'",
    topic: .library)
  static let wordCounts = OptionSpecification(
    "word-counts", nil, Value(name: "FILE", kind: .file),
    meaning: "what '--stage words' counted over all records", topic: .library)
  static let duplicateFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: DuplicateFormat.self), meaning: "how to write it (default: text)",
    topic: .presentation)
  static let failOnFindings = OptionSpecification(
    "fail", nil, meaning: "end with status 1 when there is something to list", topic: .presentation)
}
