package import ReadingsCatalog
package import SourceText

/// Mends the findings of a library in memory, again and again until no fix is left: one fix can make room for another
/// that falls on the same bytes.
package struct LibraryFixer: Sendable {
  /// What mending came to.
  package struct Outcome: Sendable {
    /// The files that change, by path, as they were, each with all its edits.
    package let changes: [(file: SourceFile, edits: EditList)]
    /// The findings whose fixes were made, in the order in which they were.
    package let mended: [Finding]
    /// The findings whose fixes would do harm, with what that is.
    package let refused: [(finding: Finding, reason: String)]
    /// What a check finds afterwards.
    package let result: Checker.Result
  }

  /// Fixes seldom need more than two rounds; a pair that undid each other would need endless ones.
  private static let roundLimit = 8

  private let checker: Checker
  private let allowsUnsafe: Bool
  private let isWanted: @Sendable (Finding) -> Bool

  /// A fixer of what a checker finds.
  ///
  /// - Parameters:
  ///   - allowsUnsafe: also make fixes that decide something for the author.
  ///   - isWanted: whether a finding is to be mended at all.
  package init(
    _ checker: Checker, allowsUnsafe: Bool, isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true }
  ) {
    self.checker = checker
    self.allowsUnsafe = allowsUnsafe
    self.isWanted = isWanted
  }

  /// Works out all changes; writes nothing.
  package func mend(_ catalog: Catalog, in source: some LibrarySource) -> Outcome {
    var library = EditedLibrary(source, catalog)
    var result = checker.check(catalog, in: source)
    var mended: [Finding] = []
    var refused: [Refusal: (finding: Finding, reason: String)] = [:]
    for _ in 0..<LibraryFixer.roundLimit {
      let wanted = result.findings.filter { isWanted($0) && refused[Refusal($0)] == nil }
      let plans = plans(wanted, library.configuration, &refused)
      guard !plans.isEmpty else { break }
      for (file, plan) in plans {
        mended += plan.mended
        if let edits = plan.edits { library.apply(edits, to: file) }
      }
      library.readChangedPosts()
      result = checker.check(library.catalog, in: library)
    }
    return Outcome(
      changes: library.changes, mended: mended,
      refused: refused.values.sorted { Finding.precedes($0.finding, $1.finding) }, result: result)
  }

  /// What names a finding whose fix was refused, in later rounds as well, where its place may have moved.
  private struct Refusal: Hashable {
    let path: String
    let rule: String
    let message: String

    init(_ finding: Finding) {
      path = finding.file.path
      rule = finding.rule
      message = finding.diagnostic.message
    }
  }

  /// A plan for each file with fixes that do no harm.
  private func plans(
    _ findings: [Finding], _ configuration: LibraryConfiguration,
    _ refused: inout [Refusal: (finding: Finding, reason: String)]
  ) -> [(file: SourceFile, plan: FixPlan)] {
    let fixable = findings.filter { $0.diagnostic.fix != nil }
    let byPath = Dictionary(grouping: fixable, by: \.file.path)
    let sorted = byPath.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return sorted.compactMap { _, findings in
      let file = findings[0].file
      var plan = FixPlan(findings, allowsUnsafe: allowsUnsafe)
      if plan.refusal(in: file, configuration) != nil {
        // One of them does the harm; the others need not wait for it.
        let sound = findings.filter { finding in
          let reason = FixPlan([finding], allowsUnsafe: allowsUnsafe).refusal(in: file, configuration)
          if let reason { refused[Refusal(finding)] = (finding, reason) }
          return reason == nil
        }
        plan = FixPlan(sound, allowsUnsafe: allowsUnsafe)
        if let reason = plan.refusal(in: file, configuration) {
          for finding in plan.mended { refused[Refusal(finding)] = (finding, reason) }
          return nil
        }
      }
      return plan.edits == nil ? nil : (file, plan)
    }
  }
}

/// A library some of whose files have other bytes than on disk.
private struct EditedLibrary: LibrarySource {
  /// The catalog of the library as it is now; its sessions may share keys, which no rule asks for.
  private(set) var catalog: Catalog
  private let source: any LibrarySource
  /// The files that were changed, as they were and as they are now, by path.
  private var edited: [String: (file: SourceFile, edits: EditList, bytes: [UInt8])] = [:]
  private var pathsToRead: Set<String> = []

  init(_ source: some LibrarySource, _ catalog: Catalog) {
    self.source = source
    self.catalog = catalog
  }

  var paths: [String] { source.paths }
  var configuration: LibraryConfiguration { catalog.configuration }

  func bytes(of path: String) -> [UInt8]? { edited[path]?.bytes ?? source.bytes(of: path) }
  func names(in path: String) -> [String]? { source.names(in: path) }

  /// By path.
  var changes: [(file: SourceFile, edits: EditList)] {
    edited.values.filter { $0.bytes != $0.file.bytes }
      .sorted { $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8) }
      .map { ($0.file, $0.edits) }
  }

  mutating func apply(_ edits: EditList, to file: SourceFile) {
    let bytes = edits.applied(to: file.bytes)
    let before = edited[file.path]
    edited[file.path] = (before?.file ?? file, before?.edits.followed(by: edits) ?? edits, bytes)
    pathsToRead.insert(file.path)
  }

  mutating func readChangedPosts() {
    let paths = pathsToRead
    pathsToRead = []
    var configuration = catalog.configuration
    var sessions = catalog.sessions.filter { !paths.contains($0.file) }
    var problems = catalog.problems.filter { !paths.contains($0.file.path) }
    for path in paths.sorted() {
      guard let bytes = edited[path]?.bytes else { continue }
      let file = SourceFile(path: path, bytes: bytes)
      if path == LibraryConfiguration.fileName {
        configuration = LibraryConfiguration(reading: file)
        problems += configuration.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) }
        continue
      }
      let isPlain = catalog.sessions.contains { $0.file == path }
      let post = PostReader(readsPlainMarkdown: isPlain, configuration: configuration).read(file)
      sessions += post.sessions
      problems += post.diagnostics.map { CatalogProblem(file: file, diagnostic: $0) }
    }
    let sorted = sessions.enumerated().sorted { left, right in
      left.element.file == right.element.file
        ? left.offset < right.offset
        : left.element.file.utf8.lexicographicallyPrecedes(right.element.file.utf8)
    }
    catalog = Catalog(
      sessions: sorted.map(\.element), problems: problems, fileCount: catalog.fileCount,
      configuration: configuration)
  }
}
