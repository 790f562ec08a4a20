internal import Checks
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// `readings check`
enum CheckCommand {
  static let specification = CommandSpecification(
    "check", meaning: "list what in the posts is wrong or doubtful",
    discussion: [
      "Without options: all problems of the files, such as mistakes in front matter. --extraction adds the "
        + "entries that may have been read otherwise than they were meant: without link and authors, of a guessed "
        + "kind, with an address or a whole sentence as title, or outside the sections of their post.",
      "The list goes to standard output, ordered by file and place. The status is 0 when it is empty, 1 when it "
        + "is not, and 2 when a file could not be read.",
    ],
    options: [.extraction],
    examples: [
      .init("readings check", "every problem in the posts"),
      .init("readings check --extraction", "also the entries that the reader was unsure of"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let catalog = try invocation.loadCatalog()
    var problems = catalog.problems
    if invocation.arguments.has(.extraction) {
      problems += findings(catalog, library: invocation.library)
    }
    let console = invocation.console
    console.output.write(DiagnosticPrinter(width: console.width).lines(for: problems))
    let report = LibraryReport(invocation, catalog)
    report.writeFindingCount(problems)
    return problems.isEmpty || report.status != .done ? report.status : .findings
  }

  /// The findings with the bytes of their posts, which a catalog does not keep; without, their lines are not shown.
  private static func findings(_ catalog: Catalog, library: String) -> [CatalogProblem] {
    var files: [String: SourceFile] = [:]
    return ExtractionReview(catalog).findings.map { finding in
      let path = finding.file
      let file =
        files[path]
        ?? SourceFile(path: path, bytes: (try? FileBytes.contents(of: library + "/" + path)) ?? [])
      files[path] = file
      return CatalogProblem(file: file, diagnostic: finding.diagnostic)
    }
  }
}
