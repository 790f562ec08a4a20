/// TeX as it stands in BibTeX, as plain text: braces and ties go, commands of accents and letters become letters.
enum TeXText {
  /// Mathematics between dollar signs stays as it is.
  static func plain(_ text: String) -> String {
    guard text.contains(where: { "\\{}~-`'$".contains($0) }) else { return text }
    var reader = Reader(Array(text.unicodeScalars))
    return reader.read()
  }

  private struct Reader {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var result = String.UnicodeScalarView()

    init(_ scalars: [Unicode.Scalar]) {
      self.scalars = scalars
    }

    mutating func read() -> String {
      while index < scalars.count {
        let scalar = scalars[index]
        switch scalar {
        case "$": copyMath()
        case "\\": command()
        case "{", "}": index += 1
        case "~": append(" ")
        case "-" where starts("---"): append("—", skipping: 3)
        case "-" where starts("--"): append("–", skipping: 2)
        case "`" where starts("``"): append("“", skipping: 2)
        case "'" where starts("''"): append("”", skipping: 2)
        default: append(scalar)
        }
      }
      return String(result).split(separator: " ").joined(separator: " ")
    }

    private func starts(_ text: String) -> Bool {
      scalars[index...].starts(with: text.unicodeScalars)
    }

    private mutating func append(_ scalar: Unicode.Scalar, skipping count: Int = 1) {
      result.append(scalar)
      index += count
    }

    private mutating func copyMath() {
      guard let end = scalars[(index + 1)...].firstIndex(of: "$") else { return append("$") }
      result.append(contentsOf: scalars[index...end])
      index = end + 1
    }

    private mutating func command() {
      index += 1
      guard index < scalars.count else { return }
      let first = scalars[index]
      guard first.properties.isAlphabetic else {
        index += 1
        if let mark = TeXText.accents[String(first)] { return accent(mark) }
        // `\&`, `\%`, `\_`, `\ ` stand for themselves; `\-`, `\/` for nothing.
        if first != "-" && first != "/" { result.append(first) }
        return
      }
      var name = ""
      while index < scalars.count, scalars[index].isASCII, scalars[index].properties.isAlphabetic {
        name.unicodeScalars.append(scalars[index])
        index += 1
      }
      while index < scalars.count, scalars[index] == " " { index += 1 }
      if let letter = TeXText.letters[name] { return result.append(contentsOf: letter.unicodeScalars) }
      if let mark = TeXText.accents[name] { return accent(mark) }
      // Any other command changes how its argument looks.
    }

    /// The letter behind an accent's command, `\'e`, `\'{e}` or `\v{\i}`, with the mark on it.
    private mutating func accent(_ mark: Unicode.Scalar) {
      while index < scalars.count, scalars[index] == "{" || scalars[index] == " " { index += 1 }
      if index + 1 < scalars.count, scalars[index] == "\\" {
        let letter = scalars[index + 1]
        if letter == "i" || letter == "j" { index += 1 }
      }
      guard index < scalars.count, scalars[index].properties.isAlphabetic else { return }
      result.append(contentsOf: TeXText.composed(scalars[index], mark).unicodeScalars)
      index += 1
    }
  }

  private static let accents: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
    ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
    "c": "\u{327}", "k": "\u{328}",
  ]

  private static let letters: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "aa": "å",
    "AA": "Å", "i": "ı", "j": "ȷ", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
    "textquoteright": "’", "textquoteleft": "‘", "textbackslash": "\\", "textasciitilde": "~",
    "textasciicircum": "^", "textbraceleft": "{", "textbraceright": "}", "textunderscore": "_",
  ]

  /// The one letter that a letter and a mark are, where Unicode has it among the Latin letters.
  private static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> String {
    let pair = String(String.UnicodeScalarView([letter, mark]))
    for block in [0xC0...0x24F, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for value in block {
        // Letters of equal canonical form are equal texts.
        if let scalar = Unicode.Scalar(value), String(scalar) == pair { return String(scalar) }
      }
    }
    return pair
  }
}
