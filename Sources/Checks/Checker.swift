internal import FrontMatter
package import ReadingsCatalog
internal import SourceText

/// Applies rules to a library.
package struct Checker: Sendable {
  /// What a check found.
  package struct Result: Sendable {
    /// By path, place and rule.
    package let findings: [Finding]
    /// How many findings comments in the posts left out.
    package let ignoredCount: Int
  }

  private let levels: RuleLevels
  private let postRules: [any PostRule.Type]
  private let libraryRules: [any LibraryRule.Type]

  /// A checker of the rules that are not off.
  package init(_ levels: RuleLevels) {
    self.levels = levels
    func isOn(_ rules: [Rule]) -> Bool { rules.contains { levels[$0.id] != .off } }
    postRules = RuleTable.postRules.filter { isOn($0.rules) }
    libraryRules = RuleTable.libraryRules.filter { isOn($0.rules) }
  }

  /// Judges every post of a catalog, in parallel, and then all of them together.
  ///
  /// - Parameter source: the files that the catalog was made of; each is read and parsed once.
  package func check(_ catalog: Catalog, in source: some LibrarySource) -> Result {
    let files = examine(catalog, source)
    let posts = files.filter { !$0.post.sessions.isEmpty }
    let library = LibraryContext(
      posts: posts.map(\.post), others: files.filter { $0.post.sessions.isEmpty }.map(\.post),
      configuration: catalog.configuration, source: source)
    let ofLibrary = InParallel.map(libraryRules, pieceSize: 1) { rules in
      var report = LibraryFindings(levels)
      for rule in rules { rule.check(library, &report) }
      return report.findings
    }
    let found = reported(catalog.problems) + files.flatMap(\.findings) + ofLibrary.joined()
    let comments = Dictionary(
      files.lazy.filter { !$0.comments.isEmpty }.map { ($0.post.file.path, $0.comments) },
      uniquingKeysWith: { first, _ in first })
    return filtered(found, comments, files: posts.map(\.post.file))
  }

  // MARK: Posts one by one

  private struct ExaminedFile: Sendable {
    let post: LibraryContext.Post
    var findings: [Finding] = []
    var comments: [IgnoreComment] = []
  }

  private func examine(_ catalog: Catalog, _ source: some LibrarySource) -> [ExaminedFile] {
    let paths = source.paths
    let sessions = Dictionary(grouping: catalog.sessions, by: \.file)
    return InParallel.map(paths, pieceSize: 32) { paths in
      paths.compactMap { path in
        source.bytes(of: path).flatMap {
          examine(SourceFile(path: path, bytes: $0), sessions[path] ?? [])
        }
      }
    }.flatMap { $0 }
  }

  /// Nil for a file that is no post.
  private func examine(_ file: SourceFile, _ sessions: [Session]) -> ExaminedFile? {
    guard !sessions.isEmpty else {
      let matter = FrontMatter(parsing: file.bytes)
      guard matter.block != nil else { return nil }
      return ExaminedFile(post: LibraryContext.Post(file: file, matter: matter, sessions: []))
    }
    let context = PostContext(file, sessions: sessions)
    var report = PostReport(levels)
    for rule in postRules { rule.check(context, &report) }
    let comments = IgnoreComment.read(file.bytes, context.matter, context.lines, isCode: context.isCode)
    return ExaminedFile(
      post: LibraryContext.Post(file: file, matter: context.matter, sessions: sessions),
      findings: report.diagnostics.map { Finding(in: file, $0) }, comments: comments)
  }

  /// What was found while the library was read, at the levels in force.
  private func reported(_ problems: [CatalogProblem]) -> [Finding] {
    problems.compactMap { problem in
      let diagnostic = problem.diagnostic
      guard RuleTable.rule(diagnostic.id) != nil else { return Finding(in: problem.file, diagnostic) }
      guard let severity = levels.severity(of: diagnostic.id) else { return nil }
      // Some problems are worse in one place than in another, which only who found them knows; a remark stays one.
      let isSet = levels.origin(of: diagnostic.id) == .library || severity == .note
      return Finding(
        in: problem.file,
        Diagnostic(
          isSet ? severity : diagnostic.severity, diagnostic.id, diagnostic.message, at: diagnostic.span,
          notes: diagnostic.notes, fix: diagnostic.fix))
    }
  }

  // MARK: Comments that leave findings out

  private func filtered(_ found: [Finding], _ comments: [String: [IgnoreComment]], files: [SourceFile])
    -> Result
  {
    var used: [String: Set<Int>] = [:]
    var tables: [String: LineTable] = [:]
    var findings = found.filter { finding in
      guard let comments = comments[finding.file.path] else { return true }
      let path = finding.file.path
      let table = tables[path] ?? LineTable(finding.file.bytes)
      tables[path] = table
      let line = table.line(at: finding.diagnostic.span.lowerBound)
      let covering = comments.indices.filter { comments[$0].covers(finding.rule, onLine: line) }
      used[path, default: []].formUnion(covering)
      return covering.isEmpty
    }
    let ignoredCount = found.count - findings.count
    for file in files {
      guard let comments = comments[file.path] else { continue }
      var report = PostReport(levels)
      IgnoreRules.check(comments, used: used[file.path] ?? [], levels, &report)
      findings += report.diagnostics.map { Finding(in: file, $0) }
    }
    return Result(findings: sorted(findings), ignoredCount: ignoredCount)
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    // Findings are large: their places are moved instead.
    findings.indices.sorted { Finding.precedes(findings[$0], findings[$1]) }.map { findings[$0] }
  }
}
