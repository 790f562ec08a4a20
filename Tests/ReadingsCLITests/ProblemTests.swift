import ReadingsCatalog
import SourceText
import Testing

/// Problems of posts as they are printed after the data.
@Suite struct ProblemTests {
  /// Runs `tags` on an empty catalog in which `marked`, a text with the span between `‹` and `›`, has a problem.
  private func errors(
    _ marked: String, width: Int = 80, severity: Diagnostic.Severity = .error, notes: [Diagnostic.Note] = [],
    fix: Diagnostic.Fix? = nil
  ) -> [String] {
    let file = SourceFile(path: "a.md", text: marked.filter { $0 != "‹" && $0 != "›" })
    let before = marked.prefix { $0 != "‹" }.utf8.count
    let inside = marked.drop { $0 != "‹" }.dropFirst().prefix { $0 != "›" }.utf8.count
    let diagnostic = Diagnostic(
      severity, "some-rule", "message", at: SourceSpan(before, before + inside), notes: notes, fix: fix)
    return lines([CatalogProblem(file: file, diagnostic: diagnostic)], width: width)
  }

  private func lines(_ problems: [CatalogProblem], _ arguments: [String] = [], width: Int = 80) -> [String] {
    let run = CommandRun(["tags", "--color", "never"] + arguments, terminal: width) { _ in
      Catalog(sessions: [], problems: problems)
    }
    #expect(run.status == 0)
    let lines = run.errors.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    #expect(lines.suffix(2) == ["no sessions in '.'; --library DIR names the folder of posts", ""])
    return lines.dropLast(2)
  }

  @Test func aSpanIsMarkedUnderItsLine() {
    #expect(
      errors("---\ntags: [ QA, ‹Sparsity› ]\n---\n", severity: .warning) == [
        "a.md:2:13: warning: message [some-rule]", "tags: [ QA, Sparsity ]", "            ^~~~~~~~",
      ])
  }

  @Test(arguments: [
    ("\t‹x›\ty", "    x   y", "    ^"), ("日本‹語›", "日本語", "    ^~"), ("a\u{1B}‹b›", "a␛b", "  ^"),
    ("a‹\u{202E}›b", "a\\u{202E}b", " ^~~~~~~~"), ("e\u{301}‹x›", "e\u{301}x", " ^"), ("ab‹›", "ab", "  ^"),
    ("ab‹›cd", "abcd", "  ^"),
    ("‹ab\ncd›", "ab", "^~"), ("x ‹y›\r\nz", "x y", "  ^"), ("‹a›b", "ab", "^"),
  ])
  func marksStandUnderWhatIsSeen(_ marked: String, _ source: String, _ mark: String) {
    #expect(errors(marked).dropFirst() == [source, mark])
  }

  @Test func anEmptyLineIsNotShown() {
    #expect(errors("‹›\nx") == ["a.md:1:1: error: message [some-rule]"])
  }

  @Test func bytesThatAreNoTextAreShownInHexadecimal() {
    let file = SourceFile(path: "b.md", bytes: [0x61, 0xFF, 0x0, 0x62, 0x0A])
    let diagnostic = Diagnostic(.error, "bad", "message", at: SourceSpan(3, 4))
    #expect(
      lines([CatalogProblem(file: file, diagnostic: diagnostic)]) == [
        "b.md:1:4: error: message [bad]", "a\\xFF␀b", "      ^",
      ])
  }

  @Test func longLinesAreShownAroundTheSpan() {
    let line = String(repeating: "a", count: 100) + "‹here›" + String(repeating: "b", count: 100)
    let shown = errors(line, width: 40)
    #expect(
      shown[1] == "…" + String(repeating: "a", count: 19) + "here" + String(repeating: "b", count: 15) + "…")
    #expect(shown[2] == String(repeating: " ", count: 20) + "^~~~")
    let whole = errors("‹" + String(repeating: "a", count: 100) + "›", width: 40)
    #expect(whole[1] == String(repeating: "a", count: 38) + "…")
    #expect(whole[2] == "^" + String(repeating: "~", count: 37))
    let end = errors(String(repeating: "a", count: 100) + "‹end›", width: 40)
    #expect(end[1] == "…" + String(repeating: "a", count: 35) + "end")
    let huge = errors(
      String(repeating: "é", count: 100_000) + "‹here›" + String(repeating: "é", count: 100_000), width: 40)
    #expect(
      huge[1] == "…" + String(repeating: "é", count: 19) + "here" + String(repeating: "é", count: 15) + "…")
  }

  @Test func notesAndFixesFollow() {
    let note = Diagnostic.Note("first here", at: SourceSpan(0, 3))
    let fix = Diagnostic.Fix("remove it", edits: [])
    #expect(
      errors("one two ‹one›", notes: [note], fix: fix) == [
        "a.md:1:9: error: message [some-rule]", "one two one", "        ^~~", "a.md:1:1: note: first here",
        "one two one", "^~~", "a.md:1:9: note: fix: remove it",
      ])
  }

  @Test func problemsAreOrderedByPathAndPlace() {
    let problems = [("b.md", 0), ("a.md", 4), ("a.md", 0)].map { path, offset in
      CatalogProblem(
        file: SourceFile(path: path, text: "one two"),
        diagnostic: Diagnostic(.error, "x", "m", at: SourceSpan(offset, offset + 3)))
    }
    let places = lines(problems).filter { $0.contains("error") }.map { String($0.prefix { $0 != " " }) }
    #expect(places == ["a.md:1:1:", "a.md:1:5:", "b.md:1:1:"])
  }

  @Test func ofManyProblemsErrorsAndAFewOfEachFileAreShown() {
    let problems = (0..<30).flatMap { index in
      [Diagnostic.Severity.warning, .error].map { severity in
        CatalogProblem(
          file: SourceFile(path: "\(10 + index / 2).md", text: "x"),
          diagnostic: Diagnostic(severity, "x", "m", at: SourceSpan(0, 1)))
      }
    }
    let shown = lines(problems)
    #expect(shown.count { $0.contains("error: ") } == 3)
    #expect(shown.count { $0.contains("warning: ") } == 0)
    #expect(shown.last == "readings: 57 more problems; 'readings check' lists them")
    #expect(lines(problems, ["--verbose"]).count { $0.contains("error: ") || $0.contains("warning: ") } == 60)
    let oneFile = (0..<25).map { _ in problems[1] }
    #expect(lines(oneFile).count { $0.contains("error: ") } == 1)
  }

  @Test func showPrintsTheProblemsOfItsOwnPost() {
    let problems = ["posts/2025-serving.md", "posts/other.md"].map {
      CatalogProblem(
        file: SourceFile(path: $0, text: "x"),
        diagnostic: Diagnostic(.error, "bad", "m", at: SourceSpan(0, 1)))
    }
    let run = CommandRun(
      "show", "2025-serving", catalog: Catalog(sessions: SampleCatalog.catalog.sessions, problems: problems))
    #expect(run.errors == "posts/2025-serving.md:1:1: error: m [bad]\nx\n^\n")
    #expect(run.status == 0)
  }
}
