internal import Checks
internal import Editing
internal import ReadingsCatalog
internal import SourceText

/// `check --fix`: mends what can be mended, or shows how, and lists what is left.
struct FixRun {
  private let invocation: Invocation
  private let options: CheckOptions
  private let baseline: Baseline?

  init(_ invocation: Invocation, _ options: CheckOptions, _ baseline: Baseline?) {
    self.invocation = invocation
    self.options = options
    self.baseline = baseline
  }

  func run(_ catalog: Catalog, _ source: LibraryListing) throws(CommandFailure) -> ExitStatus {
    let editing = EditRun(invocation)
    let checker = Checker(options.levels(catalog.configuration))
    let before = options.shown(checker.check(catalog, in: source).findings)
    // The baseline counts findings of a kind, so that what it leaves out is known only of all of them together.
    let known = baseline.map { baseline in Set(baseline.newFindings(before).map(FindingName.init)) }
    let minimum = options.minimum
    let fixer = LibraryFixer(checker, allowsUnsafe: options.fixesUnsafe) { finding in
      minimum <= RuleLevel(finding.diagnostic.severity) && known?.contains(FindingName(finding)) ?? true
    }
    let outcome = fixer.mend(catalog, in: source)
    try editing.carryOut(try plan(outcome, editing.files))
    for (finding, reason) in outcome.refused { editing.say(refusal(finding, reason)) }
    let after = options.shown(outcome.result.findings)
    let unmended = baseline?.newFindings(after) ?? after
    let left = options.isDryRun ? baseline?.newFindings(before) ?? before : unmended
    if !options.isDryRun {
      FindingWriter(invocation, options.format).write(left, summaryOnly: options.isSummary)
    }
    saySummary(outcome, left: unmended.count, editing)
    let status = LibraryReport(invocation, catalog).status
    if status != .done { return status }
    return left.contains { options.failing <= RuleLevel($0.diagnostic.severity) } ? .findings : .done
  }

  private func plan(_ outcome: LibraryFixer.Outcome, _ files: LibraryFiles) throws(CommandFailure) -> EditPlan
  {
    var plan = EditPlan()
    do throws(EditFailure) {
      for (file, edits) in outcome.changes {
        let original = try files.read(file.path)
        guard original.source.bytes == file.bytes else { throw .changedSinceRead([file.path]) }
        try plan.edit(original, edits)
      }
    } catch {
      throw CommandFailure(error.message, details: error.details)
    }
    return plan
  }

  private func refusal(_ finding: Finding, _ reason: String) -> String {
    let position = LineTable(finding.file.bytes).position(at: finding.diagnostic.span.lowerBound)
    return "left alone: \(finding.file.path):\(position): \(reason) [\(finding.rule)]"
  }

  private func saySummary(_ outcome: LibraryFixer.Outcome, left: Int, _ editing: EditRun) {
    let count = outcome.mended.count
    guard count > 0 else { return editing.say("nothing to mend; " + editing.counted(left, "finding")) }
    editing.say(
      past: "mended", conditional: "would mend",
      " " + editing.counted(count, "finding") + " in " + editing.counted(outcome.changes.count, "file")
        + "; \(left) left")
  }
}

/// What a finding is called before and after other findings were mended.
private struct FindingName: Hashable {
  let path: String
  let rule: String
  let message: String
  /// The text it marks.
  let text: String

  init(_ finding: Finding) {
    path = finding.file.path
    rule = finding.rule
    message = finding.diagnostic.message
    text = finding.file.text(finding.diagnostic.span)
  }
}
