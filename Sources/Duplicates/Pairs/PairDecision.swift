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
    let isInOrder = (table.contents[one], one) <= (table.contents[other], other)
    let (first, second) = isInOrder ? (one, other) : (other, one)
    var decision = PairDecision(authors: .compare(table, first, second))
    decision.title = bestTitle(table, first, second)
    if table.years[first] != 0, table.years[second] != 0 {
      decision.yearGap = abs(Int(table.years[first]) - Int(table.years[second]))
    }
    decision.sharesAbstract = table.abstracts[first] != 0 && table.abstracts[first] == table.abstracts[second]
    decision.sharesLink = table.links[first] != 0 && table.links[first] == table.links[second]
    decision.sharesVenue = table.venues[first] != 0 && table.venues[first] == table.venues[second]
    let identifiers = PairDecider.identifiers(table, first, second)
    decision.sharedIdentifier = identifiers.shared
    let sharesAddress = table.addresses[first] != 0 && table.addresses[first] == table.addresses[second]
    decision.leadElsewhere =
      identifiers.shared == nil && !sharesAddress && PairDecider.leads(table, first)
      && PairDecider.leads(table, second)
    decision.areOutsideRegistries =
      table.identifierRange(first).isEmpty && table.identifierRange(second).isEmpty
    let (site, otherSite) = (table.sites[first], table.sites[second])
    decision.isOneFrontPage =
      site != otherSite && site != 0 && otherSite != 0
      && (table.links[first] == 0 || table.links[second] == 0)
    let (repository, otherRepository) = (table.repositories[first], table.repositories[second])
    decision.areTwoRepositories = repository != otherRepository && repository != 0 && otherRepository != 0
    decision.areInTwoRegistries =
      identifiers.shared == nil && PairDecider.areInTwoRegistries(table, first, second)
    PairRules.grade(
      &decision, hasEqualFirstIdentifiers: identifiers.isFirst, hasDifferentPreprints: identifiers.differ,
      isGeneric: PairDecider.isGeneric(table, first) || PairDecider.isGeneric(table, second))
    decision.strength = PairDecider.strength(decision, table, first, second)
    return decision
  }

  /// The comparison of the titles that fit best; only first titles can object.
  private mutating func bestTitle(_ table: RecordTable, _ first: Int, _ second: Int) -> TitleComparison {
    var best = TitleComparison()
    var objections: TitleComparison.Objections = []
    for form in table.forms(first) {
      for other in table.forms(second) {
        let comparison = comparer.compare(table, form, other)
        if form == table.forms(first).lowerBound, other == table.forms(second).lowerBound {
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

  private static func identifiers(_ table: RecordTable, _ first: Int, _ second: Int) -> (
    shared: UInt64?, isFirst: Bool, differ: Bool
  ) {
    let (left, right) = (table.identifierRange(first), table.identifierRange(second))
    guard !left.isEmpty, !right.isEmpty else { return (nil, false, false) }
    let (leftFirst, rightFirst) = (table.identifiers[left.lowerBound], table.identifiers[right.lowerBound])
    if leftFirst == rightFirst { return (leftFirst, true, false) }
    let differ = table.areDifferentPreprints(first, second)
    for index in left {
      for other in right where table.identifiers[index] == table.identifiers[other] {
        return (table.identifiers[index], false, differ)
      }
    }
    return (nil, false, differ)
  }

  private static func areInTwoRegistries(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    let (left, right) = (table.identifierRange(first), table.identifierRange(second))
    guard !left.isEmpty, !right.isEmpty else { return false }
    return table.identifiers[left.lowerBound] & 7 != table.identifiers[right.lowerBound] & 7
  }

  private static func leads(_ table: RecordTable, _ record: Int) -> Bool {
    table.addresses[record] != 0 || !table.identifierRange(record).isEmpty
  }

  /// Whether nothing in the first title tells the text from others of its kind: `Editor's Notes`, `Part 2`, `Slides`.
  private static func isGeneric(_ table: RecordTable, _ record: Int) -> Bool {
    guard let form = table.forms(record).first else { return true }
    return table.wordRange(form).allSatisfy {
      !table.traits(ofWordAt: $0).isDisjoint(with: [
        .generic, .stop, .number, .roman, .letter, .part, .format, .venue,
      ])
    }
  }

  private static func strength(_ decision: PairDecision, _ table: RecordTable, _ first: Int, _ second: Int)
    -> UInt16
  {
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
