/// What a Unicode scalar is to words, and what it becomes when case, accents and width do not count.
enum LetterFolding {
  enum Role {
    /// Parts words.
    case separator
    /// Goes on with a word and leaves nothing in it: combining accents, soft hyphens, joiners.
    case silent
    case letter
    /// A word of its own: nothing stands between the words of Chinese and Japanese.
    case word
  }

  /// Adds the folded form of a scalar to `word`, in UTF-8, unless it is a separator or silent.
  static func fold(_ value: UInt32, into word: inout [UInt8]) -> Role {
    switch value {
    case 0x00..<0x80:
      let byte = UInt8(truncatingIfNeeded: value)
      guard isASCIIWordPart(byte) else { return .separator }
      word.append(byte | (byte >= 0x41 && byte <= 0x5A ? 0x20 : 0))
      return .letter
    case 0xC0...0x24F: return foldLatin(value, latin[Int(value) - 0xC0], into: &word)
    case 0x1E00...0x1EFF: return foldLatin(value, latinAdditional[Int(value) - 0x1E00], into: &word)
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060: return .silent
    case 0x80...0xBF, 0x2000...0x206F, 0x3000...0x3004, 0x3008...0x3020, 0x30FB:
      // The blocks that hold typographic signs; the few letters among them go the long way.
      if value == 0xAA || value == 0xB5 || value == 0xBA || value == 0xB2 || value == 0xB3 || value == 0xB9
        || (0xBC...0xBE).contains(value)
      {
        return foldOther(value, into: &word)
      }
      return .separator
    case 0x3005...0x3007, 0x3041...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF:
      append(value, to: &word)
      return .word
    case 0xAC00...0xD7A3:
      append(value, to: &word)
      return .letter
    case 0xFF01...0xFF5E: return fold(value - 0xFEE0, into: &word)
    case 0xFB00...0xFB06:
      word += ligatures[Int(value) - 0xFB00].utf8
      return .letter
    default: return foldOther(value, into: &word)
    }
  }

  static func isASCIIWordPart(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// Whether a folded word is one ideograph or kana.
  static func standsAlone(_ word: [UInt8]) -> Bool {
    var rest: [UInt8] = []
    let scalars = String(decoding: word, as: UTF8.self).unicodeScalars
    return scalars.count == 1 && scalars.first.map { fold($0.value, into: &rest) == .word } ?? false
  }

  private static func foldLatin(_ value: UInt32, _ base: UInt8, into word: inout [UInt8]) -> Role {
    switch base {
    case UInt8(ascii: "-"): return foldOther(value, into: &word)
    case UInt8(ascii: "*"):
      switch value {
      case 0xDF, 0x1E9E: word += "ss".utf8
      case 0xC6, 0xE6: word += "ae".utf8
      case 0x152, 0x153: word += "oe".utf8
      default: word += "th".utf8
      }
    default: word.append(base)
    }
    return .letter
  }

  /// The other scripts, by Unicode's own tables.
  private static func foldOther(_ value: UInt32, into word: inout [UInt8]) -> Role {
    guard let scalar = Unicode.Scalar(value) else { return .separator }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: word += properties.lowercaseMapping.utf8
    case .lowercaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .decimalNumber,
      .letterNumber, .otherNumber:
      append(value, to: &word)
    default: return .separator
    }
    return properties.isIdeographic ? .word : .letter
  }

  private static func append(_ value: UInt32, to word: inout [UInt8]) {
    if let scalar = Unicode.Scalar(value) { word += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
  }

  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// The Latin letter below the accents of each scalar from U+00C0 on, as the Unicode names say it; `*` for two
  /// letters, `-` for what has none.
  private static let latin = Array(
    ("aaaaaa*ceeeeiiii-nooooo-ouuuuy**aaaaaa*ceeeeiiii-nooooo-ouuuuy*y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiii-i--jjkk-llllllllllnnnnnn---oooooo**"
      + "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz-"
      + "bbbb---ccdddd----ffg---ikkl--nn-oo--pp-----ttttuu-vyyzz----------------------"
      + "aaiioouuuuuuuuuu-aaaa--ggggkkoooo--j---gg--nnaa--ooaaaaeeeeiiiioooorrrruuuusstt--hhnd--zz"
      + "aaeeooooooooyylnt---accltsz--b--eejjqqrryy").utf8)
  /// The same from U+1E00 on.
  private static let latinAdditional = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnooooooooppppr"
      + "rrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwya---*-"
      + "aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuu"
      + "yyyyyyyy----yy").utf8)
}
