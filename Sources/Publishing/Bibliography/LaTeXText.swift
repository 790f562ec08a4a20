/// Plain text written so that LaTeX prints it as it is.
struct LaTeXText {
  /// Whether letters beyond ASCII stand as they are (biber reads UTF-8) or as commands (BibTeX sorts by bytes).
  let keepsUnicode: Bool

  /// Writes text with LaTeX's own characters escaped; math between dollar signs stays math.
  func write(_ text: String, to output: inout [UInt8]) {
    if LaTeXText.isPlain(text.utf8) {
      output += text.utf8
    } else if LaTeXText.isSimple(text) {
      LaTeXText.escape(text.utf8, to: &output)
    } else {
      for piece in LaTeXText.pieces(of: text) {
        output += (piece.isMath ? piece.text : escaped(piece.text)).utf8
      }
    }
  }

  /// Writes a title with braces around the words whose capitals a style must not take away: those with a capital behind
  /// their first letter, single capitals, and all capitals of a title that is written like a sentence.
  func write(title: String, to output: inout [UInt8]) {
    if LaTeXText.isSimple(title) {
      LaTeXText.write(simpleTitle: Array(title.utf8), to: &output)
    } else {
      output += self.title(title).utf8
    }
  }

  private func title(_ title: String) -> String {
    let pieces = LaTeXText.pieces(of: title)
    let isSentence = LaTeXText.isSentence(pieces.filter { !$0.isMath }.map(\.text).joined(separator: " "))
    var result = ""
    var startsPart = true
    for piece in pieces {
      if piece.isMath {
        result += "{" + piece.text + "}"
        startsPart = false
        continue
      }
      for (index, word) in piece.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { result += " " }
        guard !word.isEmpty else { continue }
        result += protected(word, isSentence: isSentence && !startsPart)
        startsPart = word.last.map { ":?!.".contains($0) } ?? false
      }
    }
    return result
  }

  private func protected(_ word: Substring, isSentence: Bool) -> String {
    if LaTeXText.needsNoBraces(word.utf8, isSentence: isSentence) { return escaped(String(word)) }
    guard let start = word.firstIndex(where: { $0.isLetter || $0.isNumber }),
      let end = word.lastIndex(where: { $0.isLetter || $0.isNumber })
    else { return escaped(String(word)) }
    let core = word[start...end]
    let isProper = core.first?.isUppercase == true && (isSentence || (core.count == 1 && core != "A"))
    guard isProper || core.dropFirst().contains(where: \.isUppercase) else { return escaped(String(word)) }
    return escaped(String(word[..<start])) + "{" + escaped(String(core)) + "}"
      + escaped(String(word[word.index(after: end)...]))
  }

  /// Whether a word is ASCII without a capital; outside a sentence, one in front of a small letter does not count.
  private static func needsNoBraces(_ word: some Collection<UInt8>, isSentence: Bool) -> Bool {
    var startsWithCapital = false
    for (index, byte) in word.enumerated() {
      if byte >= 0x80 || (index == 1 && startsWithCapital && !(0x61...0x7A).contains(byte)) { return false }
      guard (0x41...0x5A).contains(byte) else { continue }
      if index > 0 || isSentence || word.count == 1 { return false }
      startsWithCapital = true
    }
    return true
  }

  /// Whether fewer than half of the longer words after the first start with a capital.
  private static func isSentence(_ text: String) -> Bool {
    let words = text.split(separator: " ").dropFirst().filter { $0.count > 3 && $0.first?.isLetter == true }
    let capitals = words.count { $0.first?.isUppercase == true }
    return words.count >= 2 && capitals * 2 < words.count
  }

  // MARK: ASCII

  /// Whether a text is ASCII without math, which can be looked at byte by byte.
  private static func isSimple(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "$") && $0 != 0x0D }
  }

  private static func write(simpleTitle title: [UInt8], to output: inout [UInt8]) {
    let isSentence = isSentence(title)
    var startsPart = true
    var start = 0
    while start <= title.count {
      let end = title[start...].firstIndex(of: 0x20) ?? title.count
      if start > 0 { output.append(0x20) }
      if end > start {
        write(simpleWord: title[start..<end], isSentence: isSentence && !startsPart, to: &output)
        startsPart = ":?!.".utf8.contains(title[end - 1])
      }
      start = end + 1
    }
  }

  private static func write(simpleWord word: ArraySlice<UInt8>, isSentence: Bool, to output: inout [UInt8]) {
    guard !needsNoBraces(word, isSentence: isSentence), let start = word.firstIndex(where: isLetterOrDigit),
      let end = word.lastIndex(where: isLetterOrDigit)
    else { return escape(word, to: &output) }
    let core = word[start...end]
    let isProper =
      isCapital(word[start]) && (isSentence || (core.count == 1 && word[start] != UInt8(ascii: "A")))
    guard isProper || core.dropFirst().contains(where: isCapital) else { return escape(word, to: &output) }
    escape(word[..<start], to: &output)
    output.append(UInt8(ascii: "{"))
    escape(core, to: &output)
    output.append(UInt8(ascii: "}"))
    escape(word[(end + 1)...], to: &output)
  }

  /// The same as of a `String`.
  private static func isSentence(_ title: [UInt8]) -> Bool {
    let words = title.split(separator: 0x20).dropFirst().filter {
      $0.count > 3 && isLetter($0[$0.startIndex])
    }
    let capitals = words.count { isCapital($0[$0.startIndex]) }
    return words.count >= 2 && capitals * 2 < words.count
  }

  private static func escape(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    for byte in text {
      if plain[Int(byte)] {
        output.append(byte)
      } else if let escape = escapes[Unicode.Scalar(byte)] {
        output += escape.utf8
      }
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39)
  }

  // MARK: Math

  private struct Piece {
    var text: String
    var isMath: Bool
  }

  /// Cuts out `$...$`: no space inside the dollar signs, no digit behind the second, braces in pairs.
  private static func pieces(of text: String) -> [Piece] {
    if !text.utf8.contains(UInt8(ascii: "$")) {
      return text.isEmpty ? [] : [Piece(text: text, isMath: false)]
    }
    let characters = Array(text)
    var pieces: [Piece] = []
    var literal = ""
    var index = 0
    while index < characters.count {
      if characters[index] == "$", let end = mathEnd(characters, from: index) {
        if !literal.isEmpty { pieces.append(Piece(text: literal, isMath: false)) }
        literal = ""
        pieces.append(Piece(text: String(characters[index...end]), isMath: true))
        index = end + 1
      } else {
        literal.append(characters[index])
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(Piece(text: literal, isMath: false)) }
    return pieces
  }

  private static func mathEnd(_ characters: [Character], from start: Int) -> Int? {
    let limit = min(characters.count, start + 200)
    guard start + 2 < limit, !characters[start + 1].isWhitespace else { return nil }
    guard let end = characters[(start + 1)..<limit].firstIndex(of: "$"), end > start + 1,
      !characters[end - 1].isWhitespace, end + 1 == characters.count || !characters[end + 1].isNumber
    else { return nil }
    var depth = 0
    for character in characters[(start + 1)..<end] {
      // A comment would swallow the rest of the entry.
      if character == "%" { return nil }
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      if depth < 0 { return nil }
    }
    return depth == 0 && characters[end - 1] != "\\" ? end : nil
  }

  // MARK: Characters

  private func escaped(_ text: String) -> String {
    if LaTeXText.isPlain(text.utf8) { return text }
    var result = ""
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if let escape = LaTeXText.escapes[scalar] {
        result += escape
      } else if scalar.isASCII || keepsUnicode {
        result.unicodeScalars.append(scalar)
      } else if let typography = LaTeXText.typography[scalar] {
        result += typography
      } else {
        result += LaTeXText.command(for: scalar)
      }
      // A letter with combining marks behind it is an accented letter, too.
      while !keepsUnicode, index < scalars.count, let mark = LaTeXText.combining[scalars[index]] {
        guard let last = result.popLast() else { break }
        result += "{\\\(mark){\(last)}}"
        index += 1
      }
    }
    return result
  }

  /// Whether LaTeX prints the bytes as they are.
  private static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool { bytes.allSatisfy { plain[Int($0)] } }

  private static let plain: [Bool] = (0..<256).map { byte in
    byte < 0x80 && !"\\{}$&#_%^~".utf8.contains(UInt8(byte))
  }

  /// The command for a Latin letter with accents; any other letter stays as it is.
  private static func command(for scalar: Unicode.Scalar) -> String {
    let place = Int(scalar.value) - firstAccented
    return commands.indices.contains(place) ? commands[place] : namedCommand(for: scalar)
  }

  /// Latin-1 Supplement and Latin Extended-A, where most accented letters are: names take long to look up.
  private static let commands = (firstAccented..<0x180).map { value in
    Unicode.Scalar(UInt32(value)).map { namedCommand(for: $0) } ?? ""
  }
  private static let firstAccented = 0xC0

  /// The same by the letter's Unicode name.
  private static func namedCommand(for scalar: Unicode.Scalar) -> String {
    if let letter = LaTeXText.letters[scalar] { return letter }
    guard let name = scalar.properties.name else { return String(scalar) }
    let words = name.split(separator: " ")
    guard words.count >= 6, words[0] == "LATIN", words[2] == "LETTER", words[3].utf8.count == 1,
      words[4] == "WITH"
    else { return String(scalar) }
    var result = words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
    for accent in words[5...].split(separator: "AND") {
      guard let mark = LaTeXText.accents[accent.joined(separator: " ")] else { return String(scalar) }
      result = result == "i" ? "\\\(mark){\\i}" : "\\\(mark){\(result)}"
    }
    return "{" + result + "}"
  }

  private static let escapes: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "$": "\\$", "&": "\\&",
    "#": "\\#", "_": "\\_", "%": "\\%", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
  ]

  private static let typography: [Unicode.Scalar: String] = [
    "\u{2013}": "--", "\u{2014}": "---", "\u{2018}": "`", "\u{2019}": "'", "\u{201C}": "``", "\u{201D}": "''",
    "\u{2026}": "\\ldots{}", "\u{A0}": "~", "\u{2010}": "-", "\u{2011}": "-",
    "\u{2212}": "{$-$}", "×": "{$\\times$}", "≤": "{$\\leq$}", "≥": "{$\\geq$}", "≈": "{$\\approx$}",
    "±": "{$\\pm$}", "→": "{$\\rightarrow$}", "°": "{$^\\circ$}", "²": "{$^2$}", "³": "{$^3$}",
  ]

  private static let letters: [Unicode.Scalar: String] = [
    "ß": "{\\ss}", "æ": "{\\ae}", "Æ": "{\\AE}", "œ": "{\\oe}", "Œ": "{\\OE}", "ø": "{\\o}", "Ø": "{\\O}",
    "ł": "{\\l}", "Ł": "{\\L}", "å": "{\\aa}", "Å": "{\\AA}", "ı": "{\\i}",
  ]

  private static let accents: [String: String] = [
    "GRAVE": "`", "ACUTE": "'", "CIRCUMFLEX": "^", "TILDE": "~", "DIAERESIS": "\"", "MACRON": "=",
    "DOT ABOVE": ".", "BREVE": "u", "CARON": "v", "DOUBLE ACUTE": "H", "CEDILLA": "c", "OGONEK": "k",
    "RING ABOVE": "r", "DOT BELOW": "d",
  ]

  private static let combining: [Unicode.Scalar: String] = [
    "\u{300}": "`", "\u{301}": "'", "\u{302}": "^", "\u{303}": "~", "\u{304}": "=", "\u{306}": "u",
    "\u{307}": ".", "\u{308}": "\"", "\u{30A}": "r", "\u{30B}": "H", "\u{30C}": "v", "\u{323}": "d",
    "\u{327}": "c", "\u{328}": "k",
  ]
}
