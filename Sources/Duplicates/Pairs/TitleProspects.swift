/// What two titles can have in common at most: tells of most pairs, from the words alone, that a comparison, which takes
/// several times as long, would come to nothing.
///
/// Records without a common identifier, link, abstract or whole title get no grade from ``PairRules`` unless their titles
/// are at least 0.78 alike or one is found whole in the other. Up to 0.7 the likeness is the common part of the weight
/// of both titles, and that is greatest where every word counts in full that ``TitleAlignment`` might find.
struct TitleProspects {
  private let left: ArraySlice<TitleWord>
  private let right: ArraySlice<TitleWord>
  /// A bit for each word that may be found in the other title; there are at most 48.
  private var leftFound: UInt64 = 0
  private var rightFound: UInt64 = 0

  /// A little less than 0.7, because sums in another order are rounded otherwise.
  private static let leastCommonPart = TitleComparer.leastDoubtful * 0.999

  /// Whether the titles of two records may come to a grade; never false where they do.
  static func areOpen(_ table: RecordTable, _ first: RecordRow, _ second: RecordRow) -> Bool {
    guard first.forms.count == 1, second.forms.count == 1 else { return true }
    var prospects = TitleProspects(
      left: table.titleWords[table.forms[first.forms.lowerBound].words],
      right: table.titleWords[table.forms[second.forms.lowerBound].words])
    prospects.find()
    return prospects.areOpen
  }

  private init(left: ArraySlice<TitleWord>, right: ArraySlice<TitleWord>) {
    self.left = left
    self.right = right
  }

  private mutating func find() {
    for (place, word) in left.enumerated() {
      for (otherPlace, other) in right.enumerated() {
        if word.number == other.number || SpellingComparer.mayBeOne(word, other) {
          leftFound |= 1 << UInt64(place)
          rightFound |= 1 << UInt64(otherPlace)
        }
        guard word.letters.mayBegin(like: other.letters) else { continue }
        let leftRun = TitleProspects.run(of: other, in: left.dropFirst(place))
        if leftRun > 0 {
          leftFound |= (1 << leftRun - 1) << UInt64(place)
          rightFound |= 1 << UInt64(otherPlace)
        }
        let rightRun = TitleProspects.run(of: word, in: right.dropFirst(otherPlace))
        if rightRun > 0 {
          leftFound |= 1 << UInt64(place)
          rightFound |= (1 << rightRun - 1) << UInt64(otherPlace)
        }
      }
    }
  }

  /// As many of some words, from the first on, as another word may join or be the acronym of; 0 where it is neither.
  private static func run(of word: TitleWord, in words: ArraySlice<TitleWord>) -> UInt64 {
    let second = words.startIndex + 1
    guard second < words.endIndex, words[second].letters.mayBegin(in: word.letters) else { return 0 }
    let initials = words.prefix { $0.letters.mayBegin(in: word.letters) }.count
    let acronym = initials < max(2, word.letters.countWithoutPlural) ? 0 : initials
    let parts = words.prefix { $0.number != word.number && $0.letters.areAll(in: word.letters) }.count
    return UInt64(max(acronym, parts < 2 ? 0 : parts))
  }

  private var areOpen: Bool {
    // A title that is found whole may be a part of the other.
    if leftFound.nonzeroBitCount == left.count || rightFound.nonzeroBitCount == right.count { return true }
    // Only one of two titles may have parts, other than those in brackets, that the other lacks.
    let whole =
      TitleProspects.excess(left, leftFound) + TitleProspects.excess(right, rightFound, mayLackParts: true)
    let parted =
      TitleProspects.excess(left, leftFound, mayLackParts: true) + TitleProspects.excess(right, rightFound)
    return max(whole, parted) > 0
  }

  /// By how much the weight of the words that may be found is more than what makes titles alike, at most.
  private static func excess(_ title: ArraySlice<TitleWord>, _ found: UInt64, mayLackParts: Bool = false)
    -> Float
  {
    var (sum, whole, lacking): (Float, Float, Float) = (0, 0, 0)
    var mayLackPart = mayLackParts
    for (place, word) in title.enumerated() {
      let isFound = found >> UInt64(place) & 1 != 0
      whole += word.weight * (isFound ? 1 - leastCommonPart : -leastCommonPart)
      // A part that is lacking as a whole counts for little.
      lacking -= word.weight * leastCommonPart * (word.isParenthesised ? 0.1 : 0.3)
      if word.isParenthesised { mayLackPart = true }
      let next = title.startIndex + place + 1
      if next < title.endIndex, title[next].segment == word.segment { continue }
      let isOnlyPart = title.first?.segment == word.segment && next == title.endIndex
      sum += mayLackPart && !isOnlyPart ? max(whole, lacking) : whole
      (whole, lacking, mayLackPart) = (0, 0, mayLackParts)
    }
    return sum
  }
}
