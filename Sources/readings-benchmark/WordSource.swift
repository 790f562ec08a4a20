/// Made-up words from a stream of pseudo-random numbers (SplitMix64: Steele, Lea and Flood, OOPSLA 2014).
struct WordSource {
  private var state: UInt64 = 20
  private static let onsets = [
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "pr", "th",
  ]
  private static let vowels = ["a", "e", "i", "o", "u", "ea", "ou", "é"]
  private static let codas = ["", "", "n", "r", "s", "l", "nd", "t"]
  private static let joints = ["the", "of", "and", "to", "in", "a", "that", "we", "for", "with"]

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  private mutating func pick(_ texts: [String]) -> String {
    texts[number(0...texts.count - 1)]
  }

  /// A word of one to three syllables.
  mutating func word() -> String {
    (0..<number(1...3)).map { _ in
      pick(WordSource.onsets) + pick(WordSource.vowels) + pick(WordSource.codas)
    }.joined()
  }

  mutating func capitalized() -> String {
    let word = word()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  mutating func title(_ wordCount: ClosedRange<Int>) -> String {
    (0..<number(wordCount)).map { _ in capitalized() }.joined(separator: " ")
  }

  /// Words and small words, with a capital and a full stop.
  mutating func sentence() -> String {
    let words = (0..<number(8...22)).map { _ in number(0...2) == 0 ? pick(WordSource.joints) : word() }
    return capitalized() + " " + words.joined(separator: " ") + "."
  }
}
