/// What kind of word a word is; found once for each word of a library.
struct WordTraits: OptionSet {
  let rawValue: UInt16

  /// A word of grammar, which says little of a paper.
  static let stop = WordTraits(rawValue: 1 << 0)
  /// Turns a statement round: `not`, `without`.
  static let negation = WordTraits(rawValue: 1 << 1)
  /// Digits, perhaps with a point or a letter after them: `2`, `2.5`, `4o`.
  static let number = WordTraits(rawValue: 1 << 2)
  /// A year from 1900 to 2099.
  static let year = WordTraits(rawValue: 1 << 3)
  /// A Roman numeral that is no word: `ii`, `iv`.
  static let roman = WordTraits(rawValue: 1 << 4)
  /// A single letter, a numeral after `part` or at the end of a title's part.
  static let letter = WordTraits(rawValue: 1 << 5)
  /// Announces a numeral: `part`, `volume`.
  static let part = WordTraits(rawValue: 1 << 6)
  /// Says that the paper surveys others.
  static let survey = WordTraits(rawValue: 1 << 7)
  /// Says that the paper corrects, answers or reviews another.
  static let response = WordTraits(rawValue: 1 << 8)
  /// Stands in titles that many different texts have, such as `Editor's Notes`.
  static let generic = WordTraits(rawValue: 1 << 9)
  /// Says in what form a paper was given: `tutorial`, `extended abstract`.
  static let format = WordTraits(rawValue: 1 << 10)
  /// The name of a conference, journal or archive, or of its kind.
  static let venue = WordTraits(rawValue: 1 << 11)
  /// Holds a digit besides letters, or a `+` at its end: `yolov3`, `lora+`.
  static let versioned = WordTraits(rawValue: 1 << 12)

  init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The traits of a folded word.
  init(_ source: [UInt8], _ range: Range<Int>) {
    let text = String(decoding: source[range], as: UTF8.self)
    var traits = WordLists.traits[text] ?? []
    let first = source[range.lowerBound]
    let isDigitFirst = first >= 0x30 && first <= 0x39
    let digitCount = source[range].reduce(0) { $0 + ($1 >= 0x30 && $1 <= 0x39 ? 1 : 0) }
    if isDigitFirst, range.count <= 4, range.count - digitCount <= 2 {
      traits.insert(.number)
      if range.count == 4, digitCount == 4, let value = Int(text), (1900...2099).contains(value) {
        traits.insert(.year)
      }
    } else if digitCount > 0 || source[range.upperBound - 1] == UInt8(ascii: "+") {
      traits.insert(.versioned)
    }
    if range.count == 1, !isDigitFirst, first < 0x80 { traits.insert(.letter) }
    self = traits
  }
}
