/// The rules by which the facts of a pair become a grade.
enum PairRules {
  /// How alike titles must be, by what else is known of the two.
  private static let likelyOfSameTeamInOnePlace: Float = 0.78
  private static let likelyOfSameTeam: Float = 0.84
  private static let likelyOfSameAuthor: Float = 0.87
  private static let likelyWithAuthors: Float = 0.90
  private static let likelyWithoutAuthors: Float = 0.93
  private static let possibleWithAuthors: Float = 0.78
  private static let possibleWithoutAuthors: Float = 0.85
  /// How much the common words must say where nothing but titles agree.
  private static let tellingWeight: Float = 0.9
  /// The same where the titles are equal: one word will do when it is a rare one.
  private static let tellingWeightOfEqual: Float = 0.7
  /// The same where each has a link of its own: a field of study, such as `Constraint Programming`, has many pages.
  private static let tellingWeightOfOtherLinks: Float = 1.4
  /// How much of the lighter title the other must hold where both carry one identifier.
  private static let relatedContainment: Float = 0.6

  /// Sets the grade, or the reason why there is none.
  static func grade(
    _ decision: inout PairDecision, hasEqualFirstIdentifiers: Bool, hasDifferentPreprints: Bool,
    isGeneric: Bool
  ) {
    if hasEqualFirstIdentifiers {
      gradeByIdentifier(&decision)
      return
    }
    if hasDifferentPreprints {
      // The same title and authors under two identifiers of arXiv: one of the links is wrong, or both are versions.
      decision.veto = .differentIdentifiers
      return
    }
    if decision.sharedIdentifier != nil, decision.title.containment >= relatedContainment,
      decision.title.objections.isEmpty
    {
      decision.grade = .certain
      return
    }
    if isOverruled(decision) {
      decision.veto = .title
      return
    }
    if decision.sharesVenue, decision.yearGap ?? 0 > 0, !isOffByOne(decision) {
      decision.veto = .versions
      return
    }
    if decision.title.isEqual {
      gradeEqualTitles(&decision, isGeneric: isGeneric)
    } else if !isGeneric {
      gradeSimilarTitles(&decision)
    } else if decision.title.partWordCount > 0, decision.authors.isSameTeam, decision.yearGap == 0 {
      // `Guest Editorial` and `Guest Editorial: Databases and the Web`
      decision.grade = .likely
      decision.needsToBeOnlyOne = true
    }
  }

  /// A title of many words, or of rare ones, is hardly found twice.
  private static func isLong(_ decision: PairDecision) -> Bool {
    decision.title.commonCount >= 5 && decision.title.commonWeight >= 2.5
  }

  /// Whether the two lead to different places, and the titles have too few words to make up for that: `Self-Driving Car
  /// AI` is the name of more than one project, `Probabilistic Graphical Models` of more than one course. A paper in two
  /// registries leads to both.
  private static func isNameOfSeveral(_ decision: PairDecision) -> Bool {
    decision.leadElsewhere && !decision.areInTwoRegistries && !decision.sharesAbstract
      && decision.title.commonCount <= 4
  }

  /// Whether the two are things of one name: two repositories of code, or what has a site of its own and a text elsewhere
  /// with a short title. Tools and lists of links are called after what they are about.
  private static func areTwoThings(_ decision: PairDecision) -> Bool {
    decision.areTwoRepositories
      || decision.areOutsideRegistries && decision.isOneFrontPage && isNameOfSeveral(decision)
  }

  /// Whether the two are of one person and under one short name: talks, or posts of a series.
  private static func areOfOneSeries(_ decision: PairDecision) -> Bool {
    decision.areOutsideRegistries && isNameOfSeveral(decision) && decision.authors.sharedCount == 1
  }

  /// Whether a mention may have the year wrong by one: columns that return every year have short titles.
  private static func isOffByOne(_ decision: PairDecision) -> Bool {
    decision.yearGap == 1 && decision.authors.relation == .agreeing && isLong(decision)
      && decision.title.similarity >= likelyWithAuthors
  }

  /// Whether the titles object; that one calls itself a survey or review means little between the same authors in
  /// the same year.
  private static func isOverruled(_ decision: PairDecision) -> Bool {
    if decision.title.objections.isEmpty { return false }
    let isSameWork = decision.authors.relation == .agreeing && decision.yearGap == 0
    return !(isSameWork && decision.title.objections == .survey)
  }

  /// The same identifier is enough where the titles have to do with each other, or the authors agree.
  private static func gradeByIdentifier(_ decision: inout PairDecision) {
    // One common word does not outweigh what speaks against one paper.
    let isSimilar =
      (decision.title.commonCount > 1 || decision.title.objections.isEmpty)
      && max(decision.title.containment, decision.title.similarity) >= relatedContainment
    let isRelated =
      decision.title.isEqual || isSimilar || decision.sharesAbstract
      || decision.authors.relation == .agreeing
    if isRelated {
      decision.grade = .certain
    } else {
      decision.isConflict = true
    }
  }

  private static func gradeEqualTitles(_ decision: inout PairDecision, isGeneric: Bool) {
    let gap = decision.yearGap ?? 0
    let telling = decision.leadElsewhere ? tellingWeightOfOtherLinks : tellingWeightOfEqual
    let isTelling = decision.title.commonWeight >= telling || decision.sharesLink
    let isLong = isLong(decision)
    switch decision.authors.relation {
    case .agreeing where isGeneric:
      guard decision.yearGap == 0 else { break }
      // The same person may have printed several in a year, which then come to more than one such pair.
      decision.grade = .likely
      decision.needsToBeOnlyOne = true
    case _ where isGeneric: decision.grade = decision.sharesLink ? .likely : nil
    case .agreeing:
      let isShort = isNameOfSeveral(decision) && decision.authors.sharedCount == 1
      decision.grade =
        gap > 9 || areOfOneSeries(decision) ? .possible : gap > 3 || isShort ? .likely : .certain
    case .partial where decision.authors.areDifferentTeams && !isLong:
      decision.grade = .possible
      decision.veto = .authors
    case .unknown, .partial:
      decision.grade = isTelling && gap <= 4 && !areTwoThings(decision) ? .likely : .possible
    case .disjoint:
      // The lists may name a group and its members.
      decision.grade = isLong && gap <= 1 ? .likely : isTelling && gap <= 4 ? .possible : nil
      if !isLong { decision.veto = .authors }
    }
  }

  /// How alike the titles of agreeing authors must be: the less, the more else agrees.
  private static func limit(_ decision: PairDecision) -> Float {
    let authors = decision.authors
    switch decision.yearGap {
    case 0:
      if authors.isSameTeam { return decision.sharesVenue ? likelyOfSameTeamInOnePlace : likelyOfSameTeam }
      return authors.isSameAuthor ? likelyOfSameAuthor : likelyWithAuthors
    case nil:
      return authors.isSameTeam ? likelyOfSameTeam + 0.02 : likelyWithAuthors
    default: return likelyWithAuthors
    }
  }

  private static func gradeSimilarTitles(_ decision: inout PairDecision) {
    let title = decision.title
    let gap = decision.yearGap ?? 0
    let isTelling = title.commonWeight >= tellingWeight
    switch decision.authors.relation {
    case .agreeing:
      let isPart = title.partWordCount >= 3 || title.cutWordCount >= (title.isMarkedAsCut ? 3 : 5)
      let isCut = isPart && (decision.yearGap == 0 || title.isMarkedAsCut && gap <= 1) && isTelling
      let limit = limit(decision)
      let isLikely = title.similarity >= limit + 0.02 * Float(min(gap, 3)) || isCut
      decision.grade =
        isLikely && gap <= 4 && !areOfOneSeries(decision)
        ? .likely
        : title.similarity >= possibleWithAuthors || title.partWordCount > 0 || title.cutWordCount > 4
          ? .possible : nil
    case .unknown, .partial:
      let isLikely =
        title.similarity >= likelyWithoutAuthors && isTelling && title.commonCount > 1 && gap <= 2
        && !isNameOfSeveral(decision) && !decision.areTwoRepositories
      let isCut = title.isMarkedAsCut && title.cutWordCount >= 5 && title.commonWeight >= 2 && gap <= 1
      let isPossible = title.similarity >= possibleWithoutAuthors || title.partWordCount > 0 && isTelling
      decision.grade = isLikely || isCut ? .likely : isPossible && gap <= 4 ? .possible : nil
    case .disjoint:
      decision.veto = .authors
      if title.similarity >= 0.97, isTelling, gap <= 1 { decision.grade = .possible }
    }
    guard decision.grade != .likely, decision.veto == nil, isTelling else { return }
    if decision.sharesAbstract && title.similarity >= 0.5 || decision.sharesLink && title.similarity >= 0.75 {
      decision.grade = .likely
    }
  }
}
