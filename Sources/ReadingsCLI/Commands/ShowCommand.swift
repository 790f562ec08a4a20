internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings show KEY`
enum ShowCommand {
  static let specification = CommandSpecification(
    "show", meaning: "show a session or a paper in full",
    discussion: [
      "A session's KEY is the name of its post without the ending; a paper's is its strongest identifier "
        + "(2205.14135) or its title in lower case with hyphens. The beginning of a key, an identifier or some "
        + "words of the title will do when they fit nothing else."
    ],
    positionals: [.init(name: "KEY", kind: .key, isRequired: true)],
    options: [.explain, .pageFormat],
    examples: [
      .init("readings show 2205.14135", "a paper, and every session that read it"),
      .init("readings show 'flash attention'", "the same by words of its title"),
      .init("readings show 2205.14135 --explain", "where each of its fields was found"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let name = invocation.arguments.positionals.first ?? ""
    let format = invocation.arguments.choice(.pageFormat, or: PageFormat.table)
    if format == .json, invocation.arguments.has(.explain) {
      throw CommandFailure("'--explain' needs '--format table' or 'plain'")
    }
    let catalog = try invocation.loadCatalogWithPapers()
    let item = try KeyArgument.find(name, catalog)
    let console = invocation.console
    switch format {
    case .table: console.output.write(page(item, invocation, width: console.width))
    case .plain: console.output.write(page(item, invocation, width: ItemPage.unlimitedWidth))
    case .json: console.output.write(ReadingJSON.document(item))
    }
    let report = LibraryReport(invocation, catalog)
    report.writeProblems(of: files(of: item))
    return report.status
  }

  private static func files(of item: KeyedItem) -> Set<String> {
    switch item {
    case .session(let session): [session.file]
    case .paper(let readings): Set(readings.map(\.session.file))
    }
  }

  private static func page(_ item: KeyedItem, _ invocation: Invocation, width: Int) -> [StyledLine] {
    let explains = invocation.arguments.has(.explain)
    switch item {
    case .session(let session):
      let readings = session.readings.map { SelectedReading(session: session, reading: $0) }
      return ItemPage.session(session, width: width)
        + (explains ? Explanation(files: invocation.loader.files).lines(for: readings, width: width) : [])
    case .paper(let readings):
      return ItemPage.paper(readings, width: width)
        + (explains ? Explanation(files: invocation.loader.files).lines(for: readings, width: width) : [])
    }
  }
}
