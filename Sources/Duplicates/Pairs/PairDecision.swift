/// How sure it is that two mentions are of one paper.
package enum DuplicateGrade: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Worth a look; never merged by itself.
  case possible
  /// Merged: titles nearly agree, and nothing speaks against it.
  case likely
  /// Merged: the same identifier, or the same title and authors.
  case certain

  package static func < (left: DuplicateGrade, right: DuplicateGrade) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { DuplicateGrade.allCases.firstIndex(of: self) ?? 0 }
}

/// What a comparison of two records came to, with the facts it rests on.
struct PairDecision {
  /// Why two records stay apart though they may be alike.
  enum Veto {
    /// Two arXiv identifiers: two papers.
    case differentIdentifiers
    case title
    /// The titles differ, and so do the authors.
    case authors
    /// The same place printed both in different years, as the pieces of a column.
    case versions
  }

  /// Nil when the two are not, or not known to be, one paper.
  var grade: DuplicateGrade?
  /// Orders decisions: the greater, the sooner the two are joined.
  var strength: UInt16 = 0
  var veto: Veto?
  /// The titles are of a kind that many texts have: the two are one only where no third comes into question.
  var needsToBeOnlyOne = false
  /// The same identifier stands under titles that have nothing to do with each other.
  var isConflict = false
  var title = TitleComparison()
  var authors: AuthorComparison
  /// What the two share.
  var sharedIdentifier: UInt64?
  var sharesAbstract = false
  var sharesLink = false
  var sharesVenue = false
  /// Whether both lead somewhere, and not to the same place.
  var leadElsewhere = false
  /// Whether both have identifiers, of two registries.
  var areInTwoRegistries = false
  /// Whether neither has an identifier.
  var areOutsideRegistries = false
  /// Whether one leads to the front page of a site, and the other to another site.
  var isOneFrontPage = false
  /// Whether they lead to two repositories of code.
  var areTwoRepositories = false
  /// Nil when a year is not known.
  var yearGap: Int?

  /// Whether the two may be merged without anybody's word.
  var merges: Bool { grade == .certain || grade == .likely }

  /// What the decision counts for when records are joined; nil for nothing.
  var edgeKind: PairEdge.Kind? {
    guard merges else { return veto == .versions && title.isEqual ? .recurrence : nil }
    if needsToBeOnlyOne { return .onlyOne }
    let agrees = sharedIdentifier != nil || (yearGap == 0 && authors.sharedCount == authors.longerCount)
    return agrees ? .plain : .loose
  }
}

/// Decides of pairs of records whether they are one paper.
struct PairDecider {
  private var comparer = TitleComparer()

  /// Compares two records of a table whose words are weighed; the order of the two does not matter.
  mutating func decide(_ table: RecordTable, _ one: Int, _ other: Int) -> PairDecision {
    let isInOrder = (table.records[one].content, one) <= (table.records[other].content, other)
    let first = table.records[isInOrder ? one : other]
    let second = table.records[isInOrder ? other : one]
    var decision = PairDecision(authors: .compare(table, first, second))
    decision.title = bestTitle(table, first, second)
    if first.year != 0, second.year != 0 { decision.yearGap = abs(Int(first.year) - Int(second.year)) }
    decision.sharesAbstract = first.sharesAbstract(with: second)
    decision.sharesVenue = first.venue != 0 && first.venue == second.venue
    decision.sharedIdentifier = table.sharedIdentifier(first, second)
    PairDecider.compareLinks(first, second, &decision)
    PairRules.grade(
      &decision,
      hasEqualFirstIdentifiers: first.identifier != 0 && first.identifier == second.identifier,
      hasDifferentPreprints: first.isOtherPreprint(than: second),
      isGeneric: PairDecider.isGeneric(table, first) || PairDecider.isGeneric(table, second))
    decision.strength = PairDecider.strength(decision)
    return decision
  }

  /// Compares what two records lead to.
  private static func compareLinks(_ first: RecordRow, _ second: RecordRow, _ decision: inout PairDecision) {
    let (link, other) = (first.link, second.link)
    decision.sharesLink = first.sharesPage(with: second)
    let sharesAddress = link.address != 0 && link.address == other.address
    decision.leadElsewhere =
      decision.sharedIdentifier == nil && !sharesAddress && leads(first) && leads(second)
    decision.areOutsideRegistries = first.identifiers.isEmpty && second.identifiers.isEmpty
    decision.isOneFrontPage =
      link.site != other.site && link.site != 0 && other.site != 0 && (link.page == 0 || other.page == 0)
    decision.areTwoRepositories =
      link.repository != other.repository && link.repository != 0 && other.repository != 0
    decision.areInTwoRegistries =
      decision.sharedIdentifier == nil && !first.identifiers.isEmpty && !second.identifiers.isEmpty
      && !first.namesRegistry(of: second)
  }

  /// The comparison of the titles that fit best; only first titles can object.
  private mutating func bestTitle(_ table: RecordTable, _ first: RecordRow, _ second: RecordRow)
    -> TitleComparison
  {
    var best = TitleComparison()
    var objections: TitleComparison.Objections = []
    for form in first.forms {
      for other in second.forms {
        let comparison = comparer.compare(table, form, other)
        if form == first.forms.lowerBound, other == second.forms.lowerBound {
          objections = comparison.objections
          best = comparison
        } else if (comparison.similarity, comparison.containment) > (best.similarity, best.containment) {
          best = comparison
        }
      }
    }
    best.objections.formUnion(objections)
    return best
  }

  private static func leads(_ record: RecordRow) -> Bool {
    record.link.address != 0 || !record.identifiers.isEmpty
  }

  /// Whether nothing in the first title tells the text from others of its kind: `Editor's Notes`, `Part 2`, `Slides`.
  private static func isGeneric(_ table: RecordTable, _ record: RecordRow) -> Bool {
    guard let form = record.forms.first else { return true }
    return table.titleWords[table.forms[form].words].allSatisfy {
      !$0.traits.isDisjoint(with: [
        .generic, .stop, .number, .roman, .letter, .part, .format, .venue,
      ])
    }
  }

  private static func strength(_ decision: PairDecision) -> UInt16 {
    guard let grade = decision.grade else { return 0 }
    var strength = grade == .certain ? 4000 : grade == .likely ? 2000 : 0
    if decision.sharedIdentifier != nil {
      strength += 600
    } else if decision.grade == .certain, decision.yearGap ?? 0 > 0 {
      // A mention of the same year comes first: it is of the same version.
      strength -= 2000
    }
    strength += Int(decision.title.similarity * 400)
    if decision.authors.shorterCount > 0 {
      strength += decision.authors.sharedCount * 100 / decision.authors.shorterCount
      strength += decision.authors.sharedCount * 100 / decision.authors.longerCount
    }
    if let gap = decision.yearGap { strength += max(0, 150 - 50 * gap) }
    if decision.sharesVenue { strength += 50 }
    return UInt16(strength)
  }
}
