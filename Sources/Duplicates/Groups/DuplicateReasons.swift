internal import ReadingsCatalog

/// The facts of a decision in words for a reader.
struct DuplicateReasons {
  private var comparer = TitleComparer()

  init() {}

  /// At least one phrase, the weightiest first.
  ///
  /// - Parameter record: gives a record by its number, which is asked only for identifiers.
  mutating func words(
    _ decision: PairDecision, _ first: Int, _ second: Int, _ table: RecordTable,
    _ record: (Int) -> PaperRecord
  ) -> [String] {
    var reasons: [String] = []
    if let shared = decision.sharedIdentifier,
      let identifier = record(first).identifiers.first(where: { RecordRow.number(of: $0) == shared })
    {
      reasons.append("same \(DuplicateReasons.name(identifier.scheme)) \(identifier.value)")
    }
    if decision.veto == .differentIdentifiers {
      let names = [first, second].compactMap { record($0).identifiers.first?.value }
      reasons.append("different arXiv identifiers \(names.joined(separator: " and "))")
    }
    reasons.append(title(decision, first, second, table))
    reasons += DuplicateReasons.objections(decision.title.objections)
    let authors = decision.authors
    switch authors.relation {
    case .agreeing, .partial:
      reasons.append("\(authors.sharedCount) of \(authors.shorterCount) authors shared")
    case .disjoint: reasons.append("no author shared")
    case .unknown: break
    }
    if decision.sharesAbstract { reasons.append("abstracts begin alike") }
    if decision.sharesLink { reasons.append("same link") }
    if let gap = decision.yearGap, gap > 1 { reasons.append("\(gap) years apart") }
    return reasons
  }

  private static func name(_ scheme: Identifier.Scheme) -> String {
    switch scheme {
    case .arxiv: "arXiv identifier"
    case .doi: "DOI"
    case .openReview: "OpenReview identifier"
    case .acl: "ACL Anthology identifier"
    case .pmlr: "PMLR identifier"
    }
  }

  private mutating func title(
    _ decision: PairDecision, _ first: Int, _ second: Int, _ table: RecordTable
  ) -> String {
    let title = decision.title
    if title.isEqual {
      return table.spelling(first) == table.spelling(second)
        ? "same title" : "titles agree in every word"
    }
    guard let form = table.records[first].forms.first,
      let other = table.records[second].forms.first
    else {
      return "no title"
    }
    _ = comparer.compare(table, form, other)
    var shared: [(weight: Float, place: Int, word: UInt32)] = []
    for word in comparer.commonWords where !word.traits.contains(.stop) && word.weight > 0.3 {
      shared.append((word.weight, shared.count, word.number))
    }
    let rarest = shared.sorted { (-$0.weight, $0.place) < (-$1.weight, $1.place) }.prefix(4).sorted {
      $0.place < $1.place
    }
    let list = rarest.map { table.words.text($0.word) }.joined(separator: ", ")
    if title.partWordCount > 0, title.similarity < 0.97 { return "one title is a part of the other: \(list)" }
    if title.similarity >= 0.9 { return "titles agree on all rare words: \(list)" }
    if title.similarity >= 0.7 { return "titles are alike: \(list)" }
    if list.isEmpty { return "titles have nothing in common" }
    return "titles share \(list)"
  }

  private static func objections(_ objections: TitleComparison.Objections) -> [String] {
    let phrases: [(TitleComparison.Objections, String)] = [
      (.number, "different numbers, parts or versions"), (.negation, "one says the opposite"),
      (.survey, "only one is a survey"), (.response, "only one is a reply or correction"),
      (.subject, "one is about what the other is"),
    ]
    return phrases.filter { objections.contains($0.0) }.map(\.1)
  }
}
