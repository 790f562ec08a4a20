internal import Duplicates
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings duplicates --review`: asks about each possible pair and keeps the answers.
enum DuplicateReview {
  private static let prompt = "  one paper? [y]es, [n]o, [s]kip, [q]uit: "

  static func run(
    _ invocation: Invocation, _ catalog: Catalog, _ clustering: PaperClustering, _ query: Query
  ) throws(CommandFailure) -> ExitStatus {
    let console = invocation.console
    let findings = DuplicatesCommand.findings(catalog, clustering, query, invocation.arguments)
    var verdicts: [VerdictEdit.Verdict] = []
    review: for (number, pair) in findings.possible.enumerated() {
      console.output.write([StyledLine("\(number + 1) of \(findings.possible.count)", .strong)])
      console.output.write(DuplicateListing.question(pair, findings, width: console.width))
      while true {
        console.output.write(Array(prompt.utf8))
        console.output.flush()
        guard let answer = console.readLine() else { break review }
        switch answer.lowercased().first {
        case "y": verdicts.append(verdict(.same, pair, findings))
        case "n": verdicts.append(verdict(.distinct, pair, findings))
        case "s": break
        case "q": break review
        default: continue
        }
        break
      }
      console.output.writeLine()
    }
    console.output.flush()
    if findings.possible.isEmpty { console.errors.write([StyledLine("nothing to ask about", .quiet)]) }
    return verdicts.isEmpty ? .done : try VerdictRun.write(verdicts, invocation, catalog)
  }

  /// Keys that tell the two mentions apart: their own, or else their titles'.
  private static func verdict(
    _ kind: VerdictEdit.Verdict.Kind, _ pair: PaperClustering.Pair, _ findings: DuplicateFindings
  ) -> VerdictEdit.Verdict {
    let (first, second) = (findings.reading(pair.first), findings.reading(pair.second))
    let keys = [first.key, second.key]
    let isTelling = first.key != second.key
    return VerdictEdit.Verdict(
      kind: kind, keys: isTelling ? keys : [slug(of: first.title), slug(of: second.title)])
  }
}
