/// Text reduced to what a search compares: lower case, Latin letters without their accents, words without the
/// punctuation between them.
package enum FoldedText {
  /// `text` in lower case without accents; `Łukasz Ångström` becomes `lukasz angstrom`.
  package static func fold(_ text: String) -> String {
    let lowercased = text.lowercased()
    if lowercased.utf8.allSatisfy({ $0 < 0x80 }) { return lowercased }
    var result = String.UnicodeScalarView()
    for scalar in lowercased.unicodeScalars {
      if scalar.isASCII {
        result.append(scalar)
      } else if !(0x300...0x36F).contains(scalar.value) {
        if let letters = baseLetters(of: scalar) {
          result.append(contentsOf: letters.unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    return String(result)
  }

  /// The folded words of `text` in order; a word is a run of letters, marks and digits. Ideographs and kana are
  /// words of their own, since nothing stands between the words of Chinese and Japanese.
  package static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in fold(text).unicodeScalars {
      let standsAlone = !scalar.isASCII && isUnspaced(scalar)
      if isWordPart(scalar), !standsAlone {
        word.append(scalar)
        continue
      }
      if !word.isEmpty { words.append(String(word)) }
      word = String.UnicodeScalarView()
      if standsAlone { words.append(String(scalar)) }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  /// Whether the words of `phrase` stand side by side in `text`, the last of them perhaps only begun there.
  ///
  /// A phrase without words is found nowhere.
  package static func text(_ text: String, holds phrase: String) -> Bool {
    let sought = words(of: phrase)
    guard let last = sought.last else { return false }
    let words = words(of: text)
    guard words.count >= sought.count else { return false }
    return (0...(words.count - sought.count)).contains { start in
      words[start..<(start + sought.count - 1)].elementsEqual(sought.dropLast())
        && words[start + sought.count - 1].hasPrefix(last)
    }
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || (0x3041...0x30FF).contains(scalar.value)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || ("A"..."Z").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default:
      return false
    }
  }

  /// The Latin letter or letters below the accents of a lowercase letter; nil when it has none.
  ///
  /// The Unicode names say it: `LATIN SMALL LETTER E WITH CIRCUMFLEX AND ACUTE`.
  private static func baseLetters(of scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "ß": return "ss"
    case "æ": return "ae"
    case "œ": return "oe"
    case "þ": return "th"
    case "ı": return "i"
    default: break
    }
    let isLatin =
      (0xC0...0x24F).contains(scalar.value) || (0x1E00...0x1EFF).contains(scalar.value)
    guard isLatin, let name = scalar.properties.name else { return nil }
    let parts = name.split(separator: " ")
    guard parts.count > 4, parts[1] == "SMALL", parts[3].utf8.count == 1, parts[4] == "WITH" else {
      return nil
    }
    return parts[3].lowercased()
  }
}
