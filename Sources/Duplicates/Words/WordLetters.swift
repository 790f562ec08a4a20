/// Which letters a word has, and with which it begins: tells most words apart without a look at them.
///
/// A letter is one of `a` to `z`; all other bytes count as one more.
struct WordLetters {
  /// A bit for each letter, and above them the place of the first letter among these bits.
  private let bits: UInt32

  private static let letterCount: UInt32 = 27

  /// The letters of a folded word, which is not empty.
  init(_ source: [UInt8], _ range: Range<Int>) {
    var bits = WordLetters.place(of: source[range.lowerBound]) << WordLetters.letterCount
    for offset in range { bits |= 1 << WordLetters.place(of: source[offset]) }
    self.bits = bits
  }

  private static func place(of byte: UInt8) -> UInt32 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
      ? UInt32(byte - UInt8(ascii: "a")) : letterCount - 1
  }

  private var set: UInt32 { bits & (1 << WordLetters.letterCount - 1) }

  private var initial: UInt32 { bits >> WordLetters.letterCount }

  /// Whether the other word has all these letters; always where it holds this one.
  func areAll(in other: WordLetters) -> Bool { set & ~other.set == 0 }

  /// Whether the two words may begin with the same byte.
  func mayBegin(like other: WordLetters) -> Bool { initial == other.initial }

  /// Whether the first letter of this word may be in the other.
  func mayBegin(in other: WordLetters) -> Bool { other.set >> initial & 1 != 0 }

  /// The number of different letters, not counting an `s`, which may stand for more than one.
  var countWithoutPlural: Int { (set & ~(1 << WordLetters.place(of: UInt8(ascii: "s")))).nonzeroBitCount }

  /// Whether ``SpellingComparer`` may take one word for the other; never false where it does.
  ///
  /// A letter changed, dropped, added or swapped changes one letter of a set at most. Words that begin alike may
  /// differ by two such, and one may be the beginning of the other but for an `s`.
  func mayBeSpelled(like other: WordLetters) -> Bool {
    let (own, others) = (set & ~other.set, other.set & ~set)
    // Without its lowest bit.
    let (ownRest, otherRest) = (own & (own &- 1), others & (others &- 1))
    if ownRest == 0, otherRest == 0 { return true }
    guard mayBegin(like: other) else { return false }
    return ownRest == 0 || otherRest == 0
      || ownRest & (ownRest &- 1) == 0 && otherRest & (otherRest &- 1) == 0
  }
}
