internal import Duplicates
internal import Editing
internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery

/// `readings duplicates --review`: asks about each possible pair; every answer is kept before the next question, so
/// that an interrupt loses none.
enum DuplicateReview {
  private static let prompt = "  One paper? [y]es, [n]o, [s]kip, [q]uit: "

  private enum Answer {
    case same, distinct, skip, quit
  }

  static func run(
    _ invocation: Invocation, _ catalog: Catalog, _ clustering: PaperClustering, _ query: Query
  ) throws(CommandFailure) -> ExitStatus {
    let console = invocation.console
    guard console.output.isTerminal else {
      throw CommandFailure(
        "'--review' asks questions and needs a terminal",
        details: ["'readings duplicates --grade possible' lists the pairs"])
    }
    let findings = DuplicatesCommand.findings(catalog, clustering, query, invocation.arguments)
    var keeper = VerdictKeeper(invocation, catalog.configuration)
    var askedCount = 0
    var answerCount = 0
    for pair in findings.possible {
      console.output.write([StyledLine("\(askedCount + 1) of \(findings.possible.count)", .strong)])
      console.output.write(DuplicateListing.question(pair, findings, width: console.width))
      let answer = ask(console)
      if answer == .quit { break }
      askedCount += 1
      if answer != .skip {
        try keeper.keep(verdict(answer == .same ? .same : .distinct, pair, findings))
        answerCount += 1
      }
      console.output.writeLine()
    }
    console.output.flush()
    let leftCount = findings.possible.count - askedCount
    let left = leftCount > 0 ? "; \(leftCount) not asked" : ""
    let answers = answerCount == 1 ? "1 answer kept" : "\(answerCount) answers kept"
    console.errors.write([
      StyledLine(findings.possible.isEmpty ? "no possible pairs to ask about" : answers + left, .quiet)
    ])
    return .done
  }

  /// Asks until the answer is one; the end of the input quits.
  private static func ask(_ console: Console) -> Answer {
    while true {
      console.output.write(Array(prompt.utf8))
      console.output.flush()
      guard let line = console.readLine() else {
        console.output.writeLine()
        return .quit
      }
      switch line.lowercased() {
      case "y", "yes": return .same
      case "n", "no": return .distinct
      case "s", "skip": return .skip
      case "q", "quit": return .quit
      default: continue
      }
    }
  }

  /// Keys that tell the two mentions apart: their own, or else their titles', or else those with their sessions'.
  private static func verdict(
    _ kind: PaperVerdict.Kind, _ pair: PaperClustering.Pair, _ findings: DuplicateFindings
  ) -> PaperVerdict {
    let mentions = [pair.first, pair.second]
    let names = [
      mentions.map { findings.reading($0).key },
      mentions.map { slug(of: findings.reading($0).title) },
      mentions.map { "\(findings.session($0).key)/\(findings.reading($0).key)" },
    ]
    let telling = names.first { $0[0].lowercased() != $0[1].lowercased() }
    return PaperVerdict(kind, telling ?? names[2])
  }
}
