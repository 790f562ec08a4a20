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
    let judged = judge(files, with: reported(catalog.problems) + ofLibrary.joined())
    var findings: [Finding] = []
    findings.reserveCapacity(judged.reduce(0) { $0 + $1.findings.count })
    for file in judged { findings += file.findings }
    return Result(findings: findings, ignoredCount: judged.reduce(0) { $0 + $1.ignoredCount })
  }

  // MARK: Posts one by one

  private struct ExaminedFile: Sendable {
    let post: LibraryContext.Post
    /// By place and rule.
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
      findings: sorted(report.diagnostics.map { Finding(in: file, $0) }), comments: comments)
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

  // MARK: Files in order

  private struct JudgedFile: Sendable {
    /// By place and rule.
    var findings: [Finding]
    /// How many more comments left out.
    var ignoredCount = 0
  }

  /// What is to be said of each file, by path.
  ///
  /// - Parameter others: what was found beside the posts one by one, in any order.
  private func judge(_ files: [ExaminedFile], with others: [Finding]) -> [JudgedFile] {
    let others = Dictionary(grouping: others, by: \.file.path)
    let judged = InParallel.map(files, pieceSize: 64) { files in
      files.map { judge($0, with: others[$0.post.file.path] ?? []) }
    }.flatMap { $0 }
    // Files that are no posts, such as the library's settings.
    let rest = Set(others.keys).subtracting(files.lazy.map(\.post.file.path))
    if rest.isEmpty { return judged }
    let all =
      judged.filter { !$0.findings.isEmpty }
      + rest.map { JudgedFile(findings: sorted(others[$0] ?? [])) }
    return all.sorted { Finding.precedes($0.findings[0], $1.findings[0]) }
  }

  /// What is to be said of a file, what the whole library says of it included.
  private func judge(_ file: ExaminedFile, with others: [Finding]) -> JudgedFile {
    let found = others.isEmpty ? file.findings : sorted(file.findings + others)
    if file.comments.isEmpty { return JudgedFile(findings: found) }
    let table = LineTable(file.post.file.bytes)
    var used: Set<Int> = []
    var findings = found.filter { finding in
      let line = table.line(at: finding.diagnostic.span.lowerBound)
      let covering = file.comments.indices.filter { file.comments[$0].covers(finding.rule, onLine: line) }
      used.formUnion(covering)
      return covering.isEmpty
    }
    let ignoredCount = found.count - findings.count
    var report = PostReport(levels)
    IgnoreRules.check(file.comments, used: used, levels, &report)
    findings += report.diagnostics.map { Finding(in: file.post.file, $0) }
    return JudgedFile(findings: sorted(findings), ignoredCount: ignoredCount)
  }

  private func sorted(_ findings: [Finding]) -> [Finding] {
    let isSorted = findings.indices.dropFirst().allSatisfy {
      !Finding.precedes(findings[$0], findings[$0 - 1])
    }
    // Findings are large: their places are moved instead.
    return isSorted
      ? findings
      : findings.indices.sorted { Finding.precedes(findings[$0], findings[$1]) }.map { findings[$0] }
  }
}
