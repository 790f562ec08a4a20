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
  /// As many problems are printed unless everything is asked for.
  private static let problemLimit = 3
  private static let problemLimitOfFile = 1
  private static let unreadableFile = "unreadable-file"

  init(_ invocation: Invocation, _ catalog: Catalog) {
    console = invocation.console
    self.catalog = catalog
    library = invocation.library
    showsEverything = invocation.arguments.has(.verbose)
    // On a terminal both streams are one page, and what is said of the data comes after it.
    console.output.flush()
  }

  /// How a command ends that printed what could be read of the library: as a failure when a file could not be read,
  /// whichever problems are printed.
  var status: ExitStatus {
    catalog.problems.contains { $0.diagnostic.id == LibraryReport.unreadableFile } ? .failed : .done
  }

  func writeHints(_ hints: [String]) {
    for hint in hints { write("readings: " + hint) }
  }

  /// Prints the problems by path and place; of more than the limit, errors before warnings and a few of each file.
  ///
  /// - Parameter files: the paths that problems are printed of; nil for all.
  func writeProblems(of files: Set<String>? = nil) {
    let problems = catalog.problems.filter { files?.contains($0.file.path) ?? true }
    let shown =
      showsEverything || problems.count <= LibraryReport.problemLimit ? problems : excerpt(of: problems)
    write(DiagnosticPrinter(width: console.width).lines(for: shown))
    let hiddenCount = problems.count - shown.count
    if hiddenCount > 0 {
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
    if catalog.sessions.isEmpty {
      write("no sessions in '\(library)'")
    } else if ofSessions {
      write(counted(selection.sessionCount, "session"))
    } else if selection.isUnique {
      write(counted(selection.readingCount, "paper"))
    } else {
      write(
        counted(selection.readingCount, "reading") + " in " + counted(selection.sessionCount, "session"))
    }
  }

  /// - Parameter shown: how many of all these are written out.
  func writeHitCount(_ shown: Int, readings: Int, sessions: Int) {
    if catalog.sessions.isEmpty {
      write("no sessions in '\(library)'")
    } else {
      let found =
        sessions == 0
        ? counted(readings, "reading") : counted(readings, "reading") + " and " + counted(sessions, "session")
      write(found + (shown < readings + sessions ? ", the best \(shown) shown" : ""))
    }
  }

  /// Says how many tags were listed, and how many of them nobody else uses or nothing is read under.
  func writeTagCount(_ tags: [TagCount], _ field: TagCount.Field) {
    if catalog.sessions.isEmpty { return write("no sessions in '\(library)'") }
    let noun = field == .tags ? ("tag", "tags") : ("category", "categories")
    var text = tags.count == 1 ? "1 \(noun.0)" : "\(tags.count) \(noun.1)"
    text += " in " + counted(catalog.sessions.count, "session")
    let (once, unused) = (tags.count { $0.useCount == 1 }, tags.count { $0.readingCount == 0 })
    if once > 0 { text += ", \(once) used once" }
    if unused > 0 { text += ", \(unused) without readings" }
    write(text)
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
    write(catalog.sessions.isEmpty ? "no sessions in '\(library)'" : parts.joined(separator: "; "))
  }

  /// Says how many papers of a list were read before.
  func writeSeenCount(_ history: PaperHistory) {
    let newCount = history.newOnly.entries.count
    write("\(counted(history.entries.count, "paper")), \(newCount) new")
  }

  /// Says how many problems were listed, and in how many files.
  func writeFindingCount(_ problems: [CatalogProblem]) {
    let fileCount = Set(problems.map(\.file.path)).count
    let place =
      fileCount == 0
      ? counted(catalog.sessions.count, "session") : counted(fileCount, "file")
    write((problems.isEmpty ? "no findings" : counted(problems.count, "finding")) + " in " + place)
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
