internal import SourceText

/// Recognises the name of one person.
enum PersonName {
  /// Whether a text could be the name of one person: one to five words that start with capitals, with letters,
  /// hyphens, apostrophes and full stops only, none of them a word of titles.
  static func matches(_ text: ByteText) -> Bool {
    var count = 0
    var hasLongWord = false
    var index = text.startIndex
    while let word = text.nextWord(from: &index) {
      count += 1
      guard count <= 5, isPart(word.trimming("()\"'")) else { return false }
      if !hasLongWord { hasLongWord = word.last != UInt8(ascii: ".") || word.characterCount > 2 }
    }
    return hasLongWord
  }

  /// Whether a word could be part of a name: a particle, or a word with a capital that titles do not hold.
  static func isPart(_ word: ByteText) -> Bool {
    guard let first = word.first else { return false }
    let known = knownWords[word]
    if known == .particle { return true }
    guard known == nil, first < 0x80 ? !first.isLowercaseLetter : !word.startsLowercase,
      let letters = letters(of: word)
    else { return false }
    // `Univ.`
    if word.last == UInt8(ascii: "."), Institution.isKind(word) { return false }
    // Han names hold nothing else.
    if letters.ideographCount > 0, letters.ideographCount * 3 != word.count { return false }
    guard first.isLetter || (first >= 0x80 && word.firstScalar?.isLetter == true) else { return false }
    // Longer words of nothing but capitals are acronyms.
    return letters.haveOthersThanCapitals || word.characterCount <= 3
  }

  /// ``isPart(_:)`` for a word of a capital and small letters, all of ASCII, as most parts of names are; of others false.
  static func isPlainPart(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count > 1, word[0].isUppercaseLetter else { return false }
    var index = 1
    while index < word.count, word[index].isLowercaseLetter { index += 1 }
    return index == word.count && knownWords[word] != .other
  }

  /// What the scalars of a word say of it as part of a name; nil when no name has such marks.
  private static func letters(of word: ByteText) -> (haveOthersThanCapitals: Bool, ideographCount: Int)? {
    word.withBytes { bytes in
      var haveOthersThanCapitals = false
      var ideographCount = 0
      var wasStop = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if !byte.isUppercaseLetter {
            haveOthersThanCapitals = true
            // `example.gov`, `app.js`
            guard byte.isLetter ? !wasStop : "-'`.()".utf8.contains(byte) else { return nil }
          }
          wasStop = byte == UInt8(ascii: ".")
          continue
        }
        let (scalar, length) = word.scalar(at: word.startIndex + index)
        index += length
        let properties = scalar.properties
        if scalar.isLatinLetter {
          haveOthersThanCapitals = haveOthersThanCapitals || !properties.isUppercase
          continue
        }
        if scalar.isCommonIdeograph || properties.isIdeographic {
          ideographCount += 1
          if ideographCount > 4 { return nil }
          haveOthersThanCapitals = true
          continue
        }
        if properties.isLowercase || !properties.isCased { haveOthersThanCapitals = true }
        guard
          scalar.isLetter || properties.generalCategory == .nonspacingMark
            || ("‐‑’‘´" as StaticString).containsScalar(scalar)
        else { return nil }
      }
      return (haveOthersThanCapitals, ideographCount)
    }
  }

  /// Whether a word is one that names hold in small letters.
  static func isParticle(_ word: ByteText) -> Bool { knownWords[word] == .particle }

  /// Whether a word begins with five Han characters; names have two to four, of three bytes each.
  static func isHanProse(_ word: ByteText) -> Bool {
    word.count > 12
      && stride(from: 0, through: 12, by: 3).allSatisfy { (0xE4...0xE9).contains(word[word.startIndex + $0]) }
  }

  /// Words that names hold in small letters, and words that no name holds.
  private enum KnownWord { case particle, other }

  private static let knownWords = WordTable<KnownWord>(
    particles.map { ($0, .particle) } + (TitleWords.list + Institution.kindList).map { ($0, .other) })

  static let particles: [StaticString] = [
    "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le",
    "st",
    "ten", "ter", "van", "vd", "von", "y", "zu", "jr", "jr.", "sr.", "ii", "iii",
  ]
}
