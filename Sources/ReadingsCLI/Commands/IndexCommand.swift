internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// `readings index`
enum IndexCommand {
  static let specification = CommandSpecification(
    "index", meaning: "write an index page",
    discussion: [
      "One page with a table for each category, tag, term, year of publication, author or year of reading (date), of "
        + "all papers, or of the schedule, which marks where the course stands. Below the tables, each post with its "
        + "readings, or with --detail full as it is written, up to its write-up.",
      "Text from posts is escaped, for Liquid too, so that the page shows what the posts say on GitHub and in Jekyll.",
      "The words after the command are a query; 'readings help query' explains it. Options marked * are short for "
        + "parts of one and can be given several times.",
    ],
    positionals: [.init(name: "QUERY", kind: .query, isRequired: false, isRepeatable: true)],
    options: OptionSpecification.filters + [
      .indexField, .only, .indexTitle, .detail, .indexFormat, .frontMatter, .indexOutput,
    ],
    examples: [
      .init("readings index --by tag --detail none", "a table for each tag, as Markdown"),
      .init("readings index --by category --only FMEfficient --format text", "one category, to read or mail"),
      .init("readings index --by schedule --front-matter --output schedule.md", "a page for Jekyll"),
      .init("readings index year:2023.. --by paper --format html", "recent papers as HTML"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let arguments = invocation.arguments
    let format = arguments.choice(.indexFormat, or: IndexFormat.markdown)
    if arguments.has(.frontMatter), format != .markdown {
      throw CommandFailure("'--front-matter' needs '--format markdown'")
    }
    var options = IndexPage.Options()
    options.field = arguments.choice(.indexField, or: .category)
    options.detail = arguments.choice(.detail, or: .readings)
    options.title = arguments.value(.indexTitle)
    let query = try FilterOptions.query(arguments)
    let catalog = try invocation.loadCatalog(for: query, without: .evidence)
    let selection = Selection(catalog, matching: query.filter)
    let page = try page(
      selection, options, catalog.configuration, only: arguments.value(.only))
    let bytes = write(
      page, format, hasFrontMatter: arguments.has(.frontMatter), files: invocation.loader.files)
    if let path = arguments.value(.indexOutput), path != "-" {
      try OutputFile.write(bytes, to: path)
    } else {
      invocation.console.output.writeText(bytes)
    }
    let report = LibraryReport(invocation, catalog)
    report.writeHints(QueryHints(query, catalog).lines(isEmpty: selection.groups.isEmpty))
    report.writeProblems()
    report.writeCount(selection, ofSessions: false)
    return report.status
  }

  /// The page; a failure with what may have been meant when `only` names no group.
  private static func page(
    _ selection: Selection, _ options: IndexPage.Options, _ configuration: LibraryConfiguration, only: String?
  ) throws(CommandFailure) -> IndexPage {
    guard let only else { return IndexPage(selection, options, configuration) }
    var narrowed = options
    narrowed.only = only
    let page = IndexPage(selection, narrowed, configuration)
    guard page.groupNames.isEmpty else { return page }
    let names = IndexPage(selection, options, configuration).groupNames
    throw .unknown(
      "\(options.field.rawValue) '\(only)' for '--only'",
      suggestion: Suggestion.closest(to: only, among: names))
  }

  private static func write(
    _ page: IndexPage, _ format: IndexFormat, hasFrontMatter: Bool, files: PostFiles
  ) -> [UInt8] {
    // A post that cannot be read a second time is shown by its readings.
    @Sendable func contents(of session: Session) -> PostContents? {
      files.file(session.file).flatMap { PostContents(of: session, in: $0) }
    }
    return switch format {
    case .markdown: IndexMarkdown.page(page, hasFrontMatter: hasFrontMatter, contents: contents)
    case .html: IndexHTML.page(page, contents: contents)
    case .text: IndexText.page(page, contents: contents)
    }
  }
}

/// How an index page is written.
enum IndexFormat: String, CaseIterable {
  case markdown, html, text
}

extension OptionSpecification {
  static let indexField = OptionSpecification(
    "by", nil, .choice("FIELD", of: IndexPage.Field.self),
    meaning: "what the tables are ordered by (default: category)", topic: .presentation)
  static let only = OptionSpecification(
    "only", nil, Value(name: "VALUE", kind: .text), meaning: "show one of them alone", topic: .presentation)
  static let indexTitle = OptionSpecification(
    "title", nil, Value(name: "TEXT", kind: .text), meaning: "the line above the tables",
    topic: .presentation)
  static let detail = OptionSpecification(
    "detail", nil, .choice("DETAIL", of: IndexPage.Detail.self),
    meaning: "what stands below the tables (default: readings)", topic: .presentation)
  static let indexFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: IndexFormat.self), meaning: "how to write it (default: markdown)",
    topic: .presentation)
  static let frontMatter = OptionSpecification(
    "front-matter", nil, meaning: "put layout, title and permalink on top, for Jekyll", topic: .presentation)
  static let indexOutput = OptionSpecification(
    "output", "o", Value(name: "FILE", kind: .file),
    meaning: "write to FILE instead of the output; left alone when it would not change", topic: .presentation)
}
