import ReadingsCatalog
import SourceText
import Testing

/// `--quiet` leaves the errors, `--verbose` shows every problem.
@Suite struct QuietOptionTests {
  /// A catalog with as many warnings, and one error.
  private func catalog(warnings count: Int) -> Catalog {
    let file = SourceFile(path: "a.md", text: String(repeating: "x\n", count: count + 1))
    let problems = (0...count).map { index in
      let severity = index == count ? Diagnostic.Severity.error : .warning
      return CatalogProblem(
        file: file,
        diagnostic: Diagnostic(severity, "some-rule", "message", at: SourceSpan(2 * index, 2 * index + 1)))
    }
    return Catalog(sessions: SampleCatalog.catalog.sessions, problems: problems)
  }

  @Test(arguments: [
    ["list", "-q"], ["export", "--quiet"], ["tags", "-q"], ["search", "memory", "-q"],
    ["list", "--tag", "Servng", "-q"],
    ["list", "-attention", "-q"],
  ])
  func countsHintsAndWarningsAreLeftOut(_ arguments: [String]) {
    let run = CommandRun(arguments, catalog: catalog(warnings: 2))
    #expect(run.errors == "a.md:3:1: error: message [some-rule]\nx\n^\n")
    #expect(run.status == 0)
  }

  @Test func checkIsQuietToo() {
    let run = CommandRun(["check", "-q"], catalog: catalog(warnings: 2))
    #expect(run.output.contains("a.md:1:1: warning: "))
    #expect(run.errors == "" && run.status == 1)
  }

  @Test func verboseShowsEveryProblem() {
    let few = CommandRun(["list"], catalog: catalog(warnings: 30))
    #expect(few.errors.contains("30 more problems; 'readings check' lists them"))
    let all = CommandRun(["list", "--verbose"], catalog: catalog(warnings: 30))
    #expect(all.errors.split(separator: "\n").count { $0.contains("[some-rule]") } == 31)
  }
}
