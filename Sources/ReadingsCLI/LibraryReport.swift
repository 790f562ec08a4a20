internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// What is said of a library on the error stream after the data: hints, problems of posts, counts.
///
/// Nothing, when nobody reads the data any more.
struct LibraryReport {
  private let console: Console
  private let catalog: Catalog
  private let library: String
  private let showsEverything: Bool
  private let isQuiet: Bool
  /// What may have been meant when nothing is found.
  private let advice: [String]
  /// As many problems are printed unless everything is asked for.
  private static let problemLimit = 3
  private static let problemLimitOfFile = 1
  private static let unreadableFile = "unreadable-file"

  init(_ invocation: Invocation, _ catalog: Catalog) {
    console = invocation.console
    self.catalog = catalog
    library = invocation.library
    showsEverything = invocation.arguments.has(.verbose)
    isQuiet = invocation.arguments.has(.quiet)
    advice = invocation.arguments.advice(on: .tag, .category, .author)
    // On a terminal both streams are one page, and what is said of the data comes after it.
    console.output.finish()
  }

  /// How a command ends that printed what could be read of the library: as a failure when a file could not be read,
  /// whichever problems are printed.
  var status: ExitStatus {
    catalog.problems.contains { $0.diagnostic.id == LibraryReport.unreadableFile } ? .failed : .done
  }

  func writeHints(_ hints: [String]) {
    if isQuiet { return }
    for hint in hints { write("readings: " + hint) }
  }

  /// Prints the problems by path and place; of more than the limit, errors before warnings and a few of each file.
  ///
  /// - Parameter files: the paths that problems are printed of; nil for all.
  func writeProblems(of files: Set<String>? = nil) {
    let problems = catalog.problems.filter { problem in
      (files?.contains(problem.file.path) ?? true) && (!isQuiet || problem.diagnostic.severity == .error)
    }
    let shown =
      showsEverything || problems.count <= LibraryReport.problemLimit ? problems : excerpt(of: problems)
    write(DiagnosticPrinter(width: console.width).lines(for: shown))
    let hiddenCount = problems.count - shown.count
    if hiddenCount > 0, !isQuiet {
      write("readings: \(counted(hiddenCount, "more problem")); 'readings check' lists them")
    }
  }

  private func excerpt(of problems: [CatalogProblem]) -> [CatalogProblem] {
    let errors = problems.filter { $0.diagnostic.severity == .error }
    let warnings = problems.filter { $0.diagnostic.severity == .warning }
    var countsByPath: [String: Int] = [:]
    let few = (errors + warnings).filter { problem in
      countsByPath[problem.file.path, default: 0] += 1
      return countsByPath[problem.file.path, default: 0] <= LibraryReport.problemLimitOfFile
    }
    return Array(few.prefix(LibraryReport.problemLimit))
  }

  func writeCount(_ selection: Selection, ofSessions: Bool) {
    if selection.sessionCount == 0 { writeHints(advice) }
    let sessions = counted(selection.sessionCount, "session")
    if ofSessions {
      writeCount(sessions)
    } else if selection.isUnique {
      writeCount(counted(selection.readingCount, "paper"))
    } else {
      writeCount(counted(selection.readingCount, "reading") + " in " + sessions)
    }
  }

  /// - Parameter shown: how many of all these are written out.
  func writeHitCount(_ shown: Int, readings: Int, sessions: Int) {
    if readings + sessions == 0 { writeHints(advice) }
    let found = counted(readings, "reading") + (sessions == 0 ? "" : " and " + counted(sessions, "session"))
    writeCount(found + (shown < readings + sessions ? ", the best \(shown) shown" : ""))
  }

  /// Says how many tags were listed, and how many of them nobody else uses or nothing is read under.
  func writeTagCount(_ tags: [TagCount], _ field: TagCount.Field) {
    let noun = field == .tags ? ("tag", "tags") : ("category", "categories")
    var text = tags.count == 1 ? "1 \(noun.0)" : "\(tags.count) \(noun.1)"
    text += " in " + counted(catalog.sessions.count, "session")
    let (once, unused) = (tags.count { $0.useCount == 1 }, tags.count { $0.readingCount == 0 })
    if once > 0 { text += ", \(once) used once" }
    if unused > 0 { text += ", \(unused) without readings" }
    writeCount(text)
  }

  /// Writes a count, or what to do when there is nothing to count in.
  private func writeCount(_ text: String) {
    if isQuiet { return }
    guard catalog.sessions.isEmpty else { return write(text) }
    write("no sessions in '\(library)'; --library DIR names the folder of posts")
  }

  /// Says what became of a site, which of its old files were left, and what it lacks without an address.
  func writeSite(pages: Int, _ outcome: SiteFolder.Outcome, hasAddress: Bool) {
    for path in outcome.kept { write("left alone: '\(path)' was changed since it was written") }
    if !hasAddress {
      write("no sitemap.xml, which needs full addresses: --base-url, or site.url in readings.yml")
    }
    write(
      counted(pages, "page") + " of " + counted(catalog.sessions.count, "session") + "; "
        + counted(outcome.writtenCount, "file") + " written, \(outcome.unchangedCount) unchanged"
        + (outcome.removedCount > 0 ? ", \(outcome.removedCount) removed" : ""))
  }

  /// Says how many papers are repeated, and what is not listed.
  func writeDuplicateCount(_ findings: DuplicateFindings, showsPossible: Bool) {
    var parts = [counted(findings.papers.count, "repeated paper")]
    if findings.copiedPaperCount > 0 {
      parts.append("\(findings.copiedPaperCount) more between copies of sessions, --all lists them")
    }
    if !findings.possible.isEmpty, !showsPossible {
      parts.append("\(counted(findings.possible.count, "possible pair")), --grade possible lists them")
    }
    writeCount(parts.joined(separator: "; "))
  }

  /// Says how many papers of a list were read before.
  func writeSeenCount(_ history: PaperHistory) {
    let newCount = history.newOnly.entries.count
    writeCount("\(counted(history.entries.count, "paper")), \(newCount) new")
  }

  /// Says how many findings were listed, and in how many files; `aside` goes behind it.
  func writeFindingCount(_ count: Int, inFiles fileCount: Int, aside: String) {
    if isQuiet { return }
    let place =
      fileCount == 0
      ? counted(catalog.sessions.count, "session") : counted(fileCount, "file")
    write((count == 0 ? "no findings" : counted(count, "finding")) + " in " + place + aside)
  }

  private func write(_ text: String) {
    write([StyledLine(text, .quiet)])
  }

  private func write(_ lines: [StyledLine]) {
    if console.output.state != .closed { console.errors.write(lines) }
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
