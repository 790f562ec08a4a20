/// What two titles have in common, and what in them speaks against one paper.
struct TitleComparison {
  /// Why two titles are of different papers however alike they are.
  struct Objections: OptionSet, Hashable {
    let rawValue: UInt8
    /// Different parts, versions or numbers at the same place.
    static let number = Objections(rawValue: 1 << 0)
    /// One says not what the other says.
    static let negation = Objections(rawValue: 1 << 1)
    /// One surveys, the other does not.
    static let survey = Objections(rawValue: 1 << 2)
    /// One corrects, answers or reviews the other.
    static let response = Objections(rawValue: 1 << 3)
    /// One names the other as what it is about: `Optimization of ...`.
    static let subject = Objections(rawValue: 1 << 4)
  }

  /// The same letters in the same order.
  var isEqual = false
  /// From 0 to 1: the weights of common words in order, together with common trigrams of letters.
  var similarity: Float = 0
  /// From 0 to 1: how much of the lighter title the other holds.
  var containment: Float = 0
  /// The weights of the common words.
  var commonWeight: Float = 0
  /// How many words of content are common.
  var commonCount = 0
  /// How long the shorter title is where the other has only parts of its own beside it; else 0.
  var partWordCount = 0
  /// How long the shorter title is where the other goes on behind it, so that it may be cut short; else 0.
  var cutWordCount = 0
  /// Whether the shorter title says itself that it goes on.
  var isMarkedAsCut = false
  var objections: Objections = []
}

/// Compares titles: words in order with their weights, small differences of spelling forgiven.
///
/// Keeps its working storage between comparisons, of which there are millions.
struct TitleComparer {
  /// Trigrams decide only where words leave a doubt: where they are more alike than this.
  static let leastDoubtful: Float = 0.7

  private var alignment = TitleAlignment()
  private var trigrams = TrigramComparer()

  /// Compares two forms of a table.
  mutating func compare(_ table: RecordTable, _ left: Int, _ right: Int) -> TitleComparison {
    var result = TitleComparison()
    let (one, other) = (table.forms[left], table.forms[right])
    if one.year != 0, other.year != 0, one.year != other.year { result.objections.insert(.number) }
    guard one.key != other.key else {
      result.isEqual = true
      result.similarity = 1
      result.containment = 1
      result.commonWeight = one.weight
      result.commonCount = one.words.reduce(0) { $0 + (table.titleWords[$1].traits.contains(.stop) ? 0 : 1) }
      return result
    }
    alignment.align(table, one.words, other.words)
    measure(table, &result)
    result.isMarkedAsCut = one.words.count < other.words.count ? one.isCut : other.isCut
    return result
  }

  /// The words that the last compared titles have in common, rarest first; for titles that are not equal.
  var commonWords: [TitleWord] { alignment.left.words.filter { $0.credit > 0.5 }.map(\.word) }

  private mutating func measure(_ table: RecordTable, _ result: inout TitleComparison) {
    let (left, right) = (alignment.left, alignment.right)
    let (leftCommon, rightCommon) = (left.commonWeight, right.commonWeight)
    let (leftTotal, rightTotal) = (left.total, right.total)
    guard leftTotal > 0, rightTotal > 0 else { return }
    result.commonWeight = min(leftCommon, rightCommon)
    result.commonCount = min(left.commonCount, right.commonCount)
    let isLeftLighter = left.fullTotal < right.fullTotal
    result.containment =
      isLeftLighter ? leftCommon / max(0.01, left.fullTotal) : rightCommon / max(0.01, right.fullTotal)
    let words = (leftCommon + rightCommon) / (leftTotal + rightTotal)
    result.objections.formUnion(alignment.objections(table))
    result.similarity = words
    // Trigrams cannot see through acronyms.
    if words > TitleComparer.leastDoubtful, !alignment.usesAbbreviation {
      let letters = trigrams.similarity(table, left, right)
      result.similarity = 0.55 * words + 0.45 * letters
    }
    let shorter = isLeftLighter ? left : right
    guard shorter.words.allSatisfy({ $0.credit > 0.8 }) else { return }
    let longer = isLeftLighter ? right : left
    if longer.namesCommonAsSubject { result.objections.insert(.subject) }
    if longer.words.allSatisfy({ $0.credit > 0 || $0.isOptional }) {
      result.partWordCount = shorter.words.count
    } else if longer.isBeginningCommon {
      result.cutWordCount = shorter.words.count
    }
  }
}
