internal import Checks
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// `readings check`
enum CheckCommand {
  static let specification = CommandSpecification(
    "check", meaning: "list what in the posts is wrong or doubtful, and mend it",
    discussion: [
      "Each finding has its place, its rule in brackets and, where there is one, a way to mend it. 'readings check "
        + "--rules' lists the rules, and --explain tells why one matters, with examples. Rules are named by their id or "
        + "by topic: " + Rule.Topic.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      "Levels are off, note, warning and error. Notes are not shown unless --severity note is given. readings.yml at "
        + "the top of the library sets levels under 'check.rules'. A comment '<!-- readings:ignore RULE -->' leaves "
        + "out findings of its line, or of the next when it stands alone; '# readings:ignore RULE' alone on a line of "
        + "front matter leaves out those of the post.",
      "--fix makes the fixes that keep what a post says, and lists what is left; --unsafe adds those that decide "
        + "something for its author, so look at --dry-run first. A fix after which the post would be read otherwise than "
        + "it should is left alone, nothing but the fixes changes, and 'readings undo' takes them back.",
      "The list goes to standard output, ordered by file and place. The status is 0 when nothing was found, 1 when "
        + "something of at least --fail-on was, and 2 when a file could not be read.",
    ],
    positionals: [.init(name: "RULE", kind: .query, isRequired: false)],
    options: [
      .onlyRules, .skip, .severity, .failOn, .baseline, .writeBaseline, .extraction, .findingFormat, .summary,
      .rules, .explainRule, .fix, .unsafeFixes,
    ] + OptionSpecification.edits,
    examples: [
      .init("readings check", "every error and warning in the posts"),
      .init("readings check --only bare-url,front-matter", "by one rule and a topic alone"),
      .init("readings check --severity note --summary", "how often each rule has something to say"),
      .init("readings check --explain bare-url", "why a rule matters, with examples"),
      .init("readings check --fix --dry-run", "what would be mended, as a diff"),
      .init("readings check --fix --only bare-url", "mend what one rule finds"),
      .init("readings check --write-baseline old.txt", "record what is there, and from then on:"),
      .init("readings check --baseline old.txt", "only what is new"),
      .init("readings check --format github", "annotations in a workflow on GitHub"),
      .init("readings check --extraction", "also the entries that the reader was unsure of"),
    ],
    run: { (invocation) throws(CommandFailure) in try run(invocation) })

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let options = try CheckOptions(invocation.arguments)
    let console = invocation.console
    if let rule = options.explained {
      let levels = options.levels(LibraryConfiguration())
      console.output.write(RulePages(levels: levels, width: console.width).page(rule))
      return .done
    }
    if invocation.arguments.has(.rules) {
      let catalog = try? invocation.loadCatalog()
      let levels = options.levels(catalog?.configuration ?? LibraryConfiguration())
      console.output.write(RulePages(levels: levels, width: console.width).list())
      return .done
    }
    let baseline = try options.readBaseline()
    var files = try invocation.files()
    let catalog = try invocation.loadCatalog(of: &files)
    if options.fixes { return try FixRun(invocation, options, baseline).run(catalog, files) }
    let result = Checker(options.levels(catalog.configuration)).check(catalog, in: files)
    let shown = options.shown(result.findings)
    if let path = options.writtenBaseline {
      try options.write(Baseline(shown), to: path)
      return LibraryReport(invocation, catalog).status
    }
    let findings = baseline?.newFindings(shown) ?? shown
    FindingWriter(invocation, options.format).write(findings, summaryOnly: options.isSummary)
    let report = LibraryReport(invocation, catalog)
    report.writeFindingCount(
      findings.count, inFiles: fileCount(findings), aside: aside(result, shown, findings))
    if report.status != .done { return report.status }
    return findings.contains { options.failing <= RuleLevel($0.diagnostic.severity) } ? .findings : .done
  }

  /// The number of files that findings, which are in order, are in.
  private static func fileCount(_ findings: [Finding]) -> Int {
    findings.indices.count { $0 == 0 || findings[$0].file.path != findings[$0 - 1].file.path }
  }

  /// What was found and is not listed, in words.
  private static func aside(_ result: Checker.Result, _ shown: [Finding], _ findings: [Finding]) -> String {
    var noteCount = 0
    if shown.count < result.findings.count {
      noteCount =
        result.findings.count { $0.diagnostic.severity == .note }
        - shown.count { $0.diagnostic.severity == .note }
    }
    var fixCountsByRule: [String: Int] = [:]
    for index in findings.indices where findings[index].diagnostic.fix != nil {
      fixCountsByRule[findings[index].diagnostic.id, default: 0] += 1
    }
    var fixCounts: [Rule.FixKind: Int] = [:]
    for (rule, count) in fixCountsByRule {
      if let kind = RuleTable.rule(rule)?.fix { fixCounts[kind, default: 0] += count }
    }
    let parts = [
      (
        noteCount,
        noteCount == 1 ? "note hidden, --severity note shows it" : "notes hidden, --severity note shows them"
      ),
      (shown.count - findings.count, "in the baseline"), (result.ignoredCount, "left out by comments"),
      (fixCounts[.safe, default: 0], "can be mended with --fix"),
      (fixCounts[.unsafe, default: 0], "with --fix --unsafe"),
    ]
    let texts = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return texts.isEmpty ? "" : "; " + texts.joined(separator: "; ")
  }
}

extension OptionSpecification {
  static let onlyRules = OptionSpecification(
    "only", nil, Value(name: "RULE,...", kind: .text), meaning: "apply these rules or topics alone",
    topic: .filter,
    isRepeatable: true)
  static let skip = OptionSpecification(
    "skip", nil, Value(name: "RULE,...", kind: .text), meaning: "leave these rules or topics out",
    topic: .filter,
    isRepeatable: true)
  static let severity = OptionSpecification(
    "severity", nil, .choice("LEVEL", of: FindingLevel.self),
    meaning: "show findings of at least LEVEL (default: warning)", topic: .filter)
  static let failOn = OptionSpecification(
    "fail-on", nil, .choice("LEVEL", of: FindingLevel.self),
    meaning: "end with status 1 on findings of at least LEVEL (default: warning)", topic: .filter)
  static let baseline = OptionSpecification(
    "baseline", nil, Value(name: "FILE", kind: .text), meaning: "leave out what FILE records", topic: .filter)
  static let writeBaseline = OptionSpecification(
    "write-baseline", nil, Value(name: "FILE", kind: .text),
    meaning: "record the findings in FILE instead of listing them", topic: .filter)
  static let findingFormat = OptionSpecification(
    "format", "f", .choice("FORMAT", of: FindingFormat.self), meaning: "how to write it (default: text)",
    topic: .presentation)
  static let summary = OptionSpecification(
    "summary", nil, meaning: "count the findings of each rule instead of listing them", topic: .presentation)
  static let rules = OptionSpecification(
    "rules", nil, meaning: "list every rule with its level in force", topic: .presentation)
  static let explainRule = OptionSpecification(
    "explain", nil, meaning: "tell what RULE finds and why it matters, with examples", topic: .presentation)
  static let fix = OptionSpecification(
    "fix", nil, meaning: "mend what can be mended without changing what a post says", topic: .writing)
  static let unsafeFixes = OptionSpecification(
    "unsafe", nil, meaning: "with --fix, also mend what its author may see otherwise", topic: .writing)
}
