internal import Duplicates
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// How `seen` writes what it found.
enum SeenFormat: String, CaseIterable {
  case text, markdown, json, jsonl, csv
}

/// `readings seen SESSION`
enum SeenCommand {
  static let specification = CommandSpecification(
    "seen", meaning: "say of each paper of a session whether it was read before",
    discussion: [
      "For each paper: the earlier sessions that had it, with term, section, role and team, or 'new'. Where a session "
        + "has no date, all other sessions count as earlier. SESSION is a session's key, its beginning, or words of "
        + "its title.",
      "--records asks the same of a list that is not in the library yet: JSON Lines as 'export' writes them, BibTeX, "
        + "RIS, CSL-JSON, an Atom feed, or a line for each title and link; '-' reads it from the standard input.",
    ],
    positionals: [.init(name: "SESSION", kind: .key, isRequired: false)],
    options: [.records, .newOnly, .seenFormat],
    examples: [
      .init("readings seen model-serving-in-practice", "what of this session was read before"),
      .init("readings seen model-serving-in-practice --new-only", "what was not"),
      .init("readings seen --format markdown model-serving-in-practice", "a table for the post"),
      .init("readings seen --records candidates.txt", "a list of titles and links against the library"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let name = arguments.positionals.first
    guard (name == nil) == arguments.has(.records) else {
      throw CommandFailure(
        name == nil ? "'seen' needs a SESSION or '--records FILE'" : "a SESSION does not go with '--records'",
        details: ["'readings list --sessions' shows the sessions with their keys"])
    }
    var records: [PaperRecord] = []
    if arguments.has(.records) {
      let (path, bytes) = try DuplicateRecordRun.input(invocation, .records)
      do throws(RecordFailure) {
        records = try RecordFile(bytes).records
      } catch {
        throw DuplicateRecordRun.failure(error, path)
      }
    }
    let catalog = try invocation.loadCatalog()
    let verdicts = DuplicateVerdicts(catalog.configuration)
    let history: PaperHistory
    if let name {
      let session = try self.session(name, catalog)
      history = PaperHistory(of: session, in: catalog, PaperClustering(catalog, verdicts: verdicts))
    } else {
      history = PaperHistory(of: records, in: catalog, verdicts: verdicts)
    }
    let shown = arguments.has(.newOnly) ? history.newOnly : history
    let output = invocation.console.output
    switch arguments.choice(.seenFormat, or: SeenFormat.text) {
    case .text: output.write(SeenListing.text(shown, width: invocation.console.width))
    case .markdown: output.write(SeenListing.markdown(shown))
    case .json: output.write(SeenListing.json(shown))
    case .jsonl: output.write(SeenListing.jsonLines(shown))
    case .csv: output.write(SeenListing.csv(shown))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeSeenCount(history)
    return report.status
  }

  /// The place of the session that a name stands for.
  private static func session(_ name: String, _ catalog: Catalog) throws(CommandFailure) -> Int {
    var sessions: [Session] = []
    switch KeyLookup(Catalog(sessions: catalog.sessions.map(\.withoutReadings))).find(name) {
    case .found(.session(let session)): sessions = [session]
    case .found: break
    case .ambiguous(let items):
      throw CommandFailure(
        "'\(name)' fits \(items.count) sessions", details: items.prefix(10).map { "\($0.key)  \($0.title)" })
    case .unknown(let suggestion): throw .unknown("session '\(name)'", suggestion: suggestion)
    }
    guard let key = sessions.first?.key, let place = catalog.sessions.firstIndex(where: { $0.key == key })
    else {
      throw .unknown("session '\(name)'", suggestion: nil)
    }
    return place
  }
}

extension Session {
  fileprivate var withoutReadings: Session {
    var session = self
    session.readings = []
    return session
  }
}

extension OptionSpecification {
  static let newOnly = OptionSpecification(
    "new-only", nil, meaning: "only papers that were not read before", topic: .presentation)
  static let seenFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: SeenFormat.self), meaning: "how to write it (default: text)",
    topic: .presentation)
}
