internal import ReadingsCatalog
internal import SourceText

/// The same paper twice in a session.
enum RepeatedReading: PostRule {
  static let rule = Rule(
    "repeated-reading", .warning, .entries, meaning: "a session has the same paper twice",
    explanation:
      "Two entries of one session carry the same identifier or the same title. Often the second is a copy "
      + "whose link was not changed. Short titles with different links may well be two works, and two slide decks are two "
      + "talks about one.",
    examples: [
      RuleExample(
        """
        ---
        title: Maps
        ---
        ## Required Readings

        ### Fast Maps: Drawing Less
        + https://arxiv.org/abs/2205.14135

        ## More Readings

        ### ⟦Fast maps, drawing less⟧
        + https://arxiv.org/pdf/2205.14135v2.pdf

        """),
      .sound(
        """
        ---
        title: Maps
        ---
        ## Readings

        ### Charts of Rivers in Winter
        + https://arxiv.org/abs/2205.14135

        ### Fast Maps: Drawing Less
        + https://arxiv.org/abs/2205.14135

        """),
      .sound(
        """
        ---
        title: Maps
        ---
        ## Readings

        ### Maps of Seas
        + https://maps.example/lee/seas

        ### Maps of Seas
        + https://maps.example/chen/seas

        """),
    ])
  static let rules = [rule]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    for session in post.sessions where session.readings.count > 1 {
      // Indices of readings.
      var byIdentifier: [Identifier: Int] = [:]
      var byTitle: [TitleForm: Int] = [:]
      byIdentifier.reserveCapacity(session.readings.count)
      byTitle.reserveCapacity(session.readings.count)
      for (index, reading) in session.readings.enumerated() {
        let form = TitleForm(reading.title)
        let strong = reading.identifiers.first
        let namesake = byTitle[form].flatMap { isSameWork(reading, session.readings[$0], form) ? $0 : nil }
        let other = (strong.flatMap { byIdentifier[$0] } ?? namesake).map { session.readings[$0] }
        if let other, !isOtherWork(reading, other) {
          let what = strong.map { byIdentifier[$0] != nil ? $0.description : "title" } ?? "title"
          report.add(
            rule, "'\(reading.shownTitle)' stands in this session already, by its \(what)",
            at: reading.titleSpan,
            notes: [Diagnostic.Note("the other entry", at: other.titleSpan)])
          continue
        }
        if let strong, byIdentifier[strong] == nil { byIdentifier[strong] = index }
        byTitle[form] = index
      }
    }
  }

  /// Whether two entries of one title are of one work, and not two talks about it.
  private static func isSameWork(_ reading: Reading, _ other: Reading, _ form: TitleForm) -> Bool {
    let wordCount = form.words.count
    guard wordCount >= 3, Set(reading.slides).isSubset(of: other.slides) || other.slides.isEmpty else {
      return false
    }
    return wordCount >= 5 || reading.urls.isEmpty || other.urls.isEmpty
      || !Set(reading.urls).isDisjoint(with: other.urls)
  }

  /// Whether two entries are presentations of parts of one paper, or of two papers that carry one link by mistake, which
  /// is the matter of ``DifferingTitles``.
  private static func isOtherWork(_ reading: Reading, _ other: Reading) -> Bool {
    let (form, otherForm) = (TitleForm(reading.title), TitleForm(other.title))
    return form != otherForm && (form.isPart(of: otherForm) || form.isUnlike(otherForm))
  }
}
