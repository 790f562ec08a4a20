internal import Checks
internal import Publishing
internal import SourceText

/// Writes findings in the format that a call asks for.
struct FindingWriter {
  private let console: Console
  private let format: FindingFormat
  /// What stands before paths so that they open from the current folder, with its slash; empty for an absolute
  /// library, since no output names where a machine keeps it.
  private let folder: String

  init(_ invocation: Invocation, _ format: FindingFormat) {
    console = invocation.console
    self.format = format
    var library = invocation.library
    while library.hasPrefix("./") { library.removeFirst(2) }
    while library.hasSuffix("/") { library.removeLast() }
    let isPlain =
      library.isEmpty || library == "." || invocation.library.hasPrefix("/") || library.hasPrefix("../")
    folder = isPlain ? "" : library + "/"
  }

  /// - Parameter summaryOnly: for the text format, write counts instead of findings.
  func write(_ findings: [Finding], summaryOnly: Bool) {
    let output = console.output
    switch format {
    case .text:
      if summaryOnly {
        output.write(FindingWriter.summary(findings, width: console.width))
      } else {
        output.write(DiagnosticPrinter(width: console.width).pieces(for: findings))
      }
    case .json: output.write(FindingJSON.array(LocatedFinding.locate(findings)))
    case .jsonl: output.write(FindingJSON.lines(LocatedFinding.locate(findings)))
    case .sarif: output.write(SARIFReport.bytes(LocatedFinding.locate(findings), in: folder))
    case .github: output.write(GitHubAnnotations.lines(LocatedFinding.locate(findings), in: folder))
    }
  }

  /// How many findings each rule has, most first.
  static func summary(_ findings: [Finding], width: Int) -> [StyledLine] {
    let groups = Dictionary(grouping: findings, by: \.rule)
    let rows = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let countWidth = rows.first.map { String($0.value.count).count } ?? 0
    let column = rows.map(\.key.count).max() ?? 0
    return rows.flatMap { id, findings in
      let count = String(findings.count)
      var line = StyledLine(String(repeating: " ", count: countWidth - count.count) + count, .strong)
      line.add("  ")
      line.add(TextLayout.padded(id, to: column), .emphasis)
      let meaning = RuleTable.rule(id)?.meaning ?? ""
      let parts = TextLayout.wrapped(meaning, to: max(20, width - countWidth - column - 4))
      line.add("  " + (parts.first ?? ""))
      let margin = String(repeating: " ", count: countWidth + column + 4)
      return [line] + parts.dropFirst().map { StyledLine(margin + $0) }
    }
  }
}
