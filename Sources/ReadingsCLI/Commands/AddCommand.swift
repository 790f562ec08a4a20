internal import Duplicates
internal import Editing
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// `readings add PAPER --to SESSION`
enum AddCommand {
  static let specification = CommandSpecification(
    "add", meaning: "add a paper to a session",
    discussion: [
      "PAPER is an arXiv identifier, a DOI, a link, or a title. What is known of it comes from the options, from a record "
        + "in a file (--from: BibTeX, RIS, CSL-JSON, JSON Lines or an Atom feed of arXiv), from arXiv or Crossref "
        + "(--fetch, which needs 'curl'), or from an earlier session that read it. Earlier readings are pointed out.",
      "The entry goes to the end of the section, written as the entries beside it are: heading and bullets, list item, "
        + "or table row. The post is read again with it before anything is written; 'readings undo' takes it back.",
    ],
    positionals: [.init(name: "PAPER", kind: .words, isRequired: false)],
    options: [
      .targetSession, .targetSection, .recordFile, .fetch, .paperTitle, .paperAuthor, .paperLink,
      .paperAbstract, .paperSubmitted, .paperYear, .paperVenue,
    ] + OptionSpecification.edits,
    examples: [
      .init(
        "readings add 2205.14135 --to model-serving-in-practice --dry-run", "a paper that was read before"),
      .init(
        "readings add --from paper.bib --to model-serving-in-practice --section 'More Readings'",
        "from BibTeX"),
      .init(
        "readings add 2309.06180 --to model-serving-in-practice --fetch", "ask arXiv for title and authors"),
      .init(
        "readings add 'A New Paper' --author 'Ann Lee' --link https://example.org/p.pdf --to model-serving-in-practice",
        "by hand"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    guard let target = arguments.value(.targetSession) else {
      throw CommandFailure(
        "'add' needs --to SESSION, which says where",
        details: ["'readings list --sessions' shows the sessions with their keys"])
    }
    let word = arguments.positionals.first
    guard word != nil || arguments.has(.recordFile) || arguments.has(.paperTitle) else {
      throw CommandFailure("'add' needs a PAPER, --from FILE or --title TEXT; see 'readings help add'")
    }
    var draft = try draft(word, invocation)
    let catalog = try invocation.loadCatalog()
    let session = try KeyArgument.findSession(target, catalog)
    // A record without a title is compared with nothing, so that an identifier is looked up first.
    if let reading = draft.sameIdentifier(in: catalog) { draft.fill(from: reading) }
    let history = PaperHistory(
      of: [draft.record], in: catalog, verdicts: DuplicateVerdicts(catalog.configuration))
    let earlier = history.entries.first?.earlier ?? []
    let editing = EditRun(invocation)
    if let own = earlier.first(where: { $0.session.key == session.key }) {
      throw CommandFailure(
        "'\(session.key)' has '\(own.reading.title)' already",
        details: ["\(session.file):\(own.reading.position.line)"])
    }
    for reading in earlier.map(\.reading) { draft.fill(from: reading) }
    if !arguments.has(.quiet) { say(earlier, editing) }
    guard let entry = draft.entry else {
      throw CommandFailure(
        "nothing says what '\(word ?? "")' is called",
        details: [
          "--title TEXT gives its title, --from FILE reads it from a record, --fetch asks arXiv or Crossref"
        ])
    }
    try add(entry, to: session, catalog, invocation, editing)
    return LibraryReport(invocation, catalog).status
  }

  // MARK: What is known

  /// What the word, the file, the network and the options say; options come first.
  private static func draft(_ word: String?, _ invocation: Invocation) throws(CommandFailure) -> PaperDraft {
    let arguments = invocation.arguments
    var options = PaperDraft()
    try options.take(arguments)
    var draft = PaperDraft()
    if arguments.has(.recordFile) {
      draft.fill(from: try record(word, invocation))
    } else if let word {
      draft = PaperDraft(naming: word)
    }
    if arguments.has(.fetch) {
      let identifier = (options.links + draft.links).lazy.compactMap(PaperDraft.identifier).first
      guard let identifier else {
        throw CommandFailure("--fetch needs an arXiv identifier, a DOI, or a link to one")
      }
      draft.fill(from: try PaperFetch(environment: invocation.console.environment).record(of: identifier))
    }
    try draft.take(arguments)
    return draft
  }

  /// The record of `--from` that the word names; the only one when there is no word.
  private static func record(_ word: String?, _ invocation: Invocation) throws(CommandFailure) -> PaperRecord
  {
    let (path, bytes) = try DuplicateRecordRun.input(invocation, .recordFile)
    let records: [PaperRecord]
    do throws(RecordFailure) {
      records = try RecordFile(bytes).records
    } catch {
      throw DuplicateRecordRun.failure(error, path)
    }
    let identifier = word.flatMap(PaperDraft.identifier)
    let fitting = records.filter { record in
      guard let word else { return true }
      return record.id == word || record.titles.contains(word)
        || identifier.map { record.identifiers.contains($0) } ?? false
    }
    if fitting.count == 1 { return fitting[0] }
    let lines = records.prefix(10).map { "\($0.id)  \($0.titles.first ?? "")" }
    if records.isEmpty { throw CommandFailure("'\(path)' has no records") }
    guard let word else {
      throw CommandFailure("'\(path)' has \(records.count) records; name one of them", details: lines)
    }
    throw CommandFailure(
      "'\(path)' has \(fitting.isEmpty ? "no record" : "\(fitting.count) records") '\(word)'", details: lines)
  }

  // MARK: The post

  private static func add(
    _ entry: NewEntry, to session: Session, _ catalog: Catalog, _ invocation: Invocation, _ editing: EditRun
  ) throws(CommandFailure) {
    let original = try editing.failing { () throws(EditFailure) in try editing.files.read(session.file) }
    let editor = PostEntryEditor(
      readsPlainMarkdown: invocation.arguments.has(.plainMarkdown), configuration: catalog.configuration)
    let model = try session.readings.isEmpty ? self.model(for: session, catalog, editing) : nil
    let section = invocation.arguments.value(.targetSection)
    let added: AddedEntry
    do throws(EntryRefusal) {
      added = try editor.edits(adding: entry, to: original.source, section: section, like: model)
    } catch {
      throw failure(error, session)
    }
    var plan = EditPlan()
    try editing.failing { () throws(EditFailure) in try plan.edit(original, added.edits) }
    try editing.carryOut(plan)
    let place = added.section.map { " below '\($0)'" } ?? ""
    editing.say(
      past: "added", conditional: "would add",
      " '\(entry.title)' to '\(session.key)'\(place) (\(session.file):\(added.reading.position.line))")
  }

  /// The latest post that has entries.
  private static func model(for session: Session, _ catalog: Catalog, _ editing: EditRun)
    throws(CommandFailure)
    -> SourceFile?
  {
    let others = Catalog(sessions: catalog.sessions.filter { $0.key != session.key && !$0.readings.isEmpty })
    let habits = PostHabits(others) { _ in nil }
    guard let latest = habits.latest.first else { return nil }
    return try editing.failing { () throws(EditFailure) in try editing.files.read(latest.file).source }
  }

  private static func failure(_ refusal: EntryRefusal, _ session: Session) -> CommandFailure {
    guard case .unknownSection(let name, let sections) = refusal else {
      return CommandFailure("\(session.file): \(refusal.message)")
    }
    let suggestion = Suggestion.closest(to: name, among: sections)
    let question = suggestion.map { "; did you mean '\($0)'?" } ?? ""
    return CommandFailure(
      "'\(session.key)' has no section '\(name)'\(question)",
      details: suggestion == nil ? sections.map { "'\($0)'" } : [])
  }

  private static let earlierLimit = 5

  private static func say(_ earlier: [PaperHistory.Earlier], _ editing: EditRun) {
    for (session, reading) in earlier.prefix(earlierLimit).map({ ($0.session, $0.reading) }) {
      let place = [session.date?.description ?? session.label, reading.section].compactMap { $0 }
      let details = place.isEmpty ? "" : " (\(place.joined(separator: ", ")))"
      editing.say("read before in '\(session.key)'\(details)")
    }
    if earlier.count > earlierLimit { editing.say("and \(earlier.count - earlierLimit) times more") }
  }
}

extension OptionSpecification {
  static let targetSession = OptionSpecification(
    "to", nil, Value(name: "SESSION", kind: .session), meaning: "the session to add it to", topic: .writing)
  static let targetSection = OptionSpecification(
    "section", nil, Value(name: "NAME", kind: .text),
    meaning: "the heading to put it below, or its first words (default: that of the last entry)",
    topic: .writing)
  static let recordFile = OptionSpecification(
    "from", nil, Value(name: "FILE", kind: .file),
    meaning: "read what is known of it from a record in FILE, '-' for the standard input", topic: .paper)
  static let fetch = OptionSpecification(
    "fetch", nil, meaning: "ask arXiv or Crossref for what is not given, over HTTPS", topic: .paper)
  static let paperTitle = OptionSpecification(
    "title", nil, Value(name: "TEXT", kind: .text), meaning: "its title", topic: .paper)
  static let paperAuthor = OptionSpecification(
    "author", "a", Value(name: "NAME", kind: .author), meaning: "one of its authors, in order", topic: .paper,
    isRepeatable: true)
  static let paperLink = OptionSpecification(
    "link", nil, Value(name: "URL", kind: .text), meaning: "where it is, in order", topic: .paper,
    isRepeatable: true)
  static let paperAbstract = OptionSpecification(
    "abstract", nil, Value(name: "TEXT", kind: .text), meaning: "its abstract", topic: .paper)
  static let paperSubmitted = OptionSpecification(
    "submitted", nil, Value(name: "DATE", kind: .text), meaning: "the day of its first version: 2022-05-27",
    topic: .paper)
  static let paperYear = OptionSpecification(
    "year", "y", Value(name: "YEAR", kind: .number), meaning: "the year it appeared", topic: .paper)
  static let paperVenue = OptionSpecification(
    "venue", nil, Value(name: "NAME", kind: .text), meaning: "where it appeared", topic: .paper)
}
