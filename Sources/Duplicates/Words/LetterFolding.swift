/// Letters reduced to what titles and names are compared by: lower case, no marks, compatibility forms as plain
/// letters (what Unicode's NFKD and case folding give for the scripts that titles are written in).
struct LetterFolding {
  /// What a scalar contributes to a word.
  enum Folded {
    /// Its letters or digits, in UTF-8.
    case letters([UInt8])
    /// A word of its own, as there are no spaces between the words of Chinese and Japanese.
    case ideograph([UInt8])
    /// Nothing, and the word goes on: marks and invisible characters.
    case nothing
    /// The end of a word.
    case separator
    /// The end of a part of the title, as a dash is.
    case boundary
    /// An apostrophe, which joins.
    case apostrophe
  }

  private var known: [UInt32: Folded] = [:]

  /// The folded form of a scalar beyond ASCII; the costly look at its Unicode properties is taken once.
  mutating func fold(_ scalar: Unicode.Scalar) -> Folded {
    if let folded = known[scalar.value] { return folded }
    let folded = LetterFolding.find(scalar)
    known[scalar.value] = folded
    return folded
  }

  private static func find(_ scalar: Unicode.Scalar) -> Folded {
    if scalar.isASCII { return .letters(Array(String(scalar).lowercased().utf8)) }
    if let special = special(scalar.value) { return special }
    // Fullwidth forms stand 0xFEE0 above the ASCII they repeat.
    if (0xFF01...0xFF5E).contains(scalar.value), let plain = Unicode.Scalar(scalar.value - 0xFEE0) {
      return plain.properties.isAlphabetic || plain.properties.numericType != nil
        ? .letters(Array(String(plain).lowercased().utf8)) : .separator
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return .nothing
    case .dashPunctuation: return .boundary
    case .decimalNumber, .otherNumber, .letterNumber:
      if let value = properties.numericValue, value >= 0, value < 10, value == value.rounded() {
        return .letters(Array(String(Int(value)).utf8))
      }
      return .separator
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark:
      break
    default: return .separator
    }
    if properties.isIdeographic || (0x3041...0x30FF).contains(scalar.value) {
      return .ideograph(Array(String(scalar).utf8))
    }
    if let base = baseLetters(properties.name ?? "") { return .letters(Array(base.utf8)) }
    let lowercase = properties.lowercaseMapping.unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
    return .letters(Array(String(String.UnicodeScalarView(lowercase)).utf8))
  }

  private static func special(_ value: UInt32) -> Folded? {
    switch value {
    case 0x2018, 0x2019, 0x02BC, 0x00B4, 0x2032, 0x201B: .apostrophe
    case 0x2010, 0x2011, 0x00AD: .separator
    case 0xDF, 0x1E9E: .letters(Array("ss".utf8))
    case 0xC6, 0xE6: .letters(Array("ae".utf8))
    case 0x152, 0x153: .letters(Array("oe".utf8))
    case 0xDE, 0xFE: .letters(Array("th".utf8))
    case 0xD0, 0xF0, 0x110, 0x111: .letters(Array("d".utf8))
    case 0x131: .letters(Array("i".utf8))
    // What stands for bytes that an encoding could not read.
    case 0xFFFD: .nothing
    default: nil
    }
  }

  /// The Latin letters in a Unicode name: `LATIN SMALL LETTER E WITH ACUTE`, `LATIN SMALL LIGATURE FI`,
  /// `MATHEMATICAL BOLD CAPITAL A`; nil for other letters.
  private static func baseLetters(_ name: String) -> String? {
    let parts = name.split(separator: " ")
    if parts.count > 4, parts[0] == "LATIN", parts[2] == "LETTER", parts[4] == "WITH" {
      return parts[3].utf8.count == 1 ? parts[3].lowercased() : nil
    }
    if parts.count == 4, parts[0] == "LATIN", parts[2] == "LIGATURE", parts[3].utf8.count <= 3 {
      return parts[3].lowercased()
    }
    if parts.first == "MATHEMATICAL", let last = parts.last, last.utf8.count == 1 { return last.lowercased() }
    return nil
  }
}
