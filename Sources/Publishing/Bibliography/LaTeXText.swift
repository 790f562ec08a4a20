/// Plain text written so that LaTeX prints it as it is.
struct LaTeXText {
  /// Whether letters beyond ASCII stand as they are (biber reads UTF-8) or as commands (BibTeX sorts by bytes).
  let keepsUnicode: Bool

  /// Writes text with LaTeX's own characters escaped; math between dollar signs stays math.
  func write(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      if LaTeXText.isPlain(bytes) {
        output += bytes
        return
      }
      for piece in LaTeXText.pieces(of: bytes) {
        let part = UnsafeBufferPointer(rebasing: bytes[piece.range])
        if piece.isMath { output += part } else { escape(part, to: &output) }
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
    var title = title
    let pieces = title.withUTF8 { bytes in
      LaTeXText.pieces(of: bytes).map { piece in
        (text: String(decoding: bytes[piece.range], as: UTF8.self), isMath: piece.isMath)
      }
    }
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
      } else {
        output += escapes[Int(byte)]
      }
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39)
  }

  // MARK: Math

  /// A part of a text, as offsets of its bytes.
  private struct Piece {
    let range: Range<Int>
    let isMath: Bool
  }

  /// Cuts out `$...$`: no space inside the dollar signs, no digit behind the second, braces in pairs.
  private static func pieces(of text: UnsafeBufferPointer<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "$"), let end = mathEnd(text, from: index) else {
        index += 1
        continue
      }
      if start < index { pieces.append(Piece(range: start..<index, isMath: false)) }
      pieces.append(Piece(range: index..<end, isMath: true))
      index = end
      start = end
    }
    if start < text.count { pieces.append(Piece(range: start..<text.count, isMath: false)) }
    return pieces
  }

  /// Where the math ends whose `$` stands at `start`, behind its second `$`; nil when there is none.
  private static func mathEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var scalarCount = 1
    for offset in start + 1..<text.count {
      scalarCount += text[offset] & 0xC0 == 0x80 ? 0 : 1
      if scalarCount > mathLimit { return nil }
      switch text[offset] {
      // A comment would swallow the rest of the entry.
      case UInt8(ascii: "%"): return nil
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"):
        if depth == 0 { return nil }
        depth -= 1
      case UInt8(ascii: "$"):
        let isMath =
          depth == 0 && offset > start + 1 && text[start + 1] > 0x20 && text[offset - 1] > 0x20
          && text[offset - 1] != UInt8(ascii: "\\") && !startsNumber(text, at: offset + 1)
        return isMath ? offset + 1 : nil
      default: break
      }
    }
    return nil
  }

  /// Math is not looked for behind so many scalars.
  private static let mathLimit = 200

  private static func startsNumber(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    UTF8Bytes.scalar(in: text, at: index)?.0.properties.numericType != nil
  }

  // MARK: Characters

  private func escaped(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var output: [UInt8] = []
      escape(bytes, to: &output)
      return String(decoding: output, as: UTF8.self)
    }
  }

  private func escape(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    var index = 0
    while index < text.count {
      if text[index] < 0x80 {
        LaTeXText.escape(CollectionOfOne(text[index]), to: &output)
        index += 1
      } else {
        guard let (scalar, length) = UTF8Bytes.scalar(in: text, at: index) else { return }
        if keepsUnicode {
          output += text[index..<index + length]
        } else {
          output += (LaTeXText.typography[scalar] ?? LaTeXText.command(for: scalar)).utf8
        }
        index += length
      }
      // A letter with combining marks behind it is an accented letter, too.
      while !keepsUnicode, output.count > start, let (mark, length) = LaTeXText.mark(in: text, at: index) {
        let letter = output.lastIndex { $0 & 0xC0 != 0x80 } ?? start
        output.insert(contentsOf: "{\\\(mark){".utf8, at: letter)
        output += "}}".utf8
        index += length
      }
    }
  }

  /// The command of the combining mark at an index, and the bytes that the mark takes.
  private static func mark(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (String, length: Int)? {
    // U+0300 to U+036F start with these.
    guard index < text.count, text[index] == 0xCC || text[index] == 0xCD,
      let (scalar, length) = UTF8Bytes.scalar(in: text, at: index), let mark = combining[scalar]
    else { return nil }
    return (mark, length)
  }

  /// Whether LaTeX prints the bytes as they are.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { plain[Int($0)] }
  }

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

  /// What is written for a byte of ASCII that is not plain.
  private static let escapes: [[UInt8]] = {
    let texts: [Unicode.Scalar: String] = [
      "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "$": "\\$", "&": "\\&",
      "#": "\\#", "_": "\\_", "%": "\\%", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    ]
    return (0..<128).map { Array((texts[Unicode.Scalar(UInt8($0))] ?? "").utf8) }
  }()

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
