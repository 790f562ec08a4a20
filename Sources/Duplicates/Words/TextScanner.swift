/// Cuts a text into folded words, and remembers what stood between them.
///
/// Entities and simple TeX are decoded, markup is dropped. A `+` at the end of a word and a point between digits
/// belong to the word (`lora+`, `2.5`); an apostrophe joins (`einsteins`), a hyphen parts.
struct TextScanner {
  /// What stands before a word.
  enum Boundary: UInt8, Comparable {
    case none, comma, segment

    static func < (left: Boundary, right: Boundary) -> Bool { left.rawValue < right.rawValue }
  }

  struct Word {
    /// Where its folded letters lie in ``letters``.
    let range: Range<Int>
    let boundary: Boundary
    /// How many brackets of each kind are open around it.
    let isParenthesised: Bool
    let isBracketed: Bool
    /// Whether an opening bracket stands right before it.
    let opensBracket: Bool
  }

  /// The folded letters of the words, one after the other.
  private(set) var letters: [UInt8] = []
  /// In order; none is empty.
  private(set) var words: [Word] = []
  private var folding = LetterFolding()
  private var source: [UInt8] = []
  private var wordStart = 0
  private var boundary = Boundary.none
  private var parenthesisDepth = 0
  private var bracketDepth = 0
  private var opensBracket = false

  /// Reads a text in place of the one before.
  mutating func read(_ text: String) {
    var text = text
    text.withUTF8 { read($0[...]) }
  }

  /// Reads some UTF-8 in place of the text before.
  ///
  /// - Parameter wordLimit: how many words are wanted; few more are read.
  mutating func read(_ text: Slice<UnsafeBufferPointer<UInt8>>, wordLimit: Int = .max) {
    source.removeAll(keepingCapacity: true)
    source.append(contentsOf: text)
    letters.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    (wordStart, boundary, parenthesisDepth, bracketDepth, opensBracket) = (0, .none, 0, 0, false)
    var offset = 0
    while offset < source.count, words.count < wordLimit {
      let byte = source[offset]
      // Most bytes of a text.
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") {
        letters.append(byte)
        offset += 1
      } else if byte == 0x20 {
        endWord()
        offset += 1
      } else if byte >= 0x80 {
        offset = readScalar(at: offset)
      } else if byte == UInt8(ascii: "&") {
        offset = readEntity(at: offset)
      } else {
        offset = readASCII(byte, at: offset)
      }
    }
    endWord()
  }

  private mutating func endWord(_ next: Boundary = .none) {
    if letters.count > wordStart {
      words.append(
        Word(
          range: wordStart..<letters.count, boundary: boundary, isParenthesised: parenthesisDepth > 0,
          isBracketed: bracketDepth > 0, opensBracket: opensBracket))
      wordStart = letters.count
      boundary = .none
      opensBracket = false
    }
    boundary = max(boundary, next)
  }

  /// Takes one byte and returns the offset after what it stands for.
  private mutating func readASCII(_ byte: UInt8, at offset: Int) -> Int {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): letters.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"): break
    case UInt8(ascii: "."): readPoint(at: offset)
    case UInt8(ascii: "+"):
      if letters.count > wordStart { letters.append(byte) }
      if offset + 1 < source.count, source[offset + 1].isLetterOrDigit { endWord() }
    case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ";"), UInt8(ascii: "|"):
      endWord(.segment)
    case UInt8(ascii: "-"):
      let isDash =
        offset > 0 && source[offset - 1] == 0x20 || offset + 1 < source.count && source[offset + 1] == byte
      endWord(isDash ? .segment : .none)
    case UInt8(ascii: ","): endWord(.comma)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): readBracket(byte)
    case UInt8(ascii: "<"): return endOfTag(from: offset)
    case UInt8(ascii: "\\"): return endOfCommand(from: offset)
    default: endWord()
    }
    return offset + 1
  }

  private mutating func readPoint(at offset: Int) {
    let before = offset > 0 ? source[offset - 1] : 0x20
    let after = offset + 1 < source.count ? source[offset + 1] : 0x20
    if before.isDigit, after.isDigit, letters.count > wordStart {
      letters.append(UInt8(ascii: "."))
    } else {
      endWord(after == 0x20 ? .segment : .none)
    }
  }

  private mutating func readBracket(_ byte: UInt8) {
    endWord(.segment)
    switch byte {
    case UInt8(ascii: "("): parenthesisDepth += 1
    case UInt8(ascii: ")"): parenthesisDepth = max(0, parenthesisDepth - 1)
    case UInt8(ascii: "["): bracketDepth += 1
    default: bracketDepth = max(0, bracketDepth - 1)
    }
    opensBracket = byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  /// A tag such as `<i>` says nothing; a `<` by itself parts words.
  private mutating func endOfTag(from offset: Int) -> Int {
    let next = offset + 1 < source.count ? source[offset + 1] : 0x20
    if next.isLetterOrDigit || next == UInt8(ascii: "/"),
      let close = source[offset...].prefix(24).firstIndex(of: UInt8(ascii: ">"))
    {
      return close + 1
    }
    endWord()
    return offset + 1
  }

  /// An accent of TeX is dropped (`\"{u}`), and the name of a command that only sets type.
  private mutating func endOfCommand(from offset: Int) -> Int {
    let name = source[(offset + 1)...].prefix { $0.isLetterOrDigit && !$0.isDigit }
    if name.isEmpty { return min(source.count, offset + 2) }
    let setsType = ["emph", "textit", "textbf", "textsc", "textrm", "mathbf", "mathrm", "mathcal", "text"]
    // An accent made by a letter stands before a brace: \c{c}.
    let isAccent =
      name.count == 1 && name.endIndex < source.count && source[name.endIndex] == UInt8(ascii: "{")
    let isDropped = isAccent || setsType.contains { name.elementsEqual($0.utf8) }
    return isDropped ? name.endIndex : offset + 1
  }

  private mutating func readScalar(at offset: Int) -> Int {
    var length = 1
    while offset + length < source.count, source[offset + length] & 0xC0 == 0x80 { length += 1 }
    var value = UInt32(source[offset]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<max(1, length) { value = value << 6 | UInt32(source[offset + index] & 0x3F) }
    if let scalar = Unicode.Scalar(value) { add(scalar) }
    return offset + length
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch folding.fold(scalar) {
    case .letters(let bytes): letters += bytes
    case .ideograph(let bytes):
      endWord()
      letters += bytes
      endWord()
    case .nothing, .apostrophe: break
    case .separator: endWord()
    case .boundary: endWord(.segment)
    }
  }

  /// `&#252;`, `&#xfc;`, `&uuml;`, `&amp;`; an `&` by itself is the word `and`.
  private mutating func readEntity(at offset: Int) -> Int {
    guard let end = source[(offset + 1)...].prefix(10).firstIndex(of: UInt8(ascii: ";")), end > offset + 1
    else {
      endWord()
      letters += "and".utf8
      endWord()
      return offset + 1
    }
    let name = source[(offset + 1)..<end]
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let isHexadecimal = digits.first == "x" || digits.first == "X"
      let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      if let scalar = value.flatMap({ Unicode.Scalar($0) }) {
        if scalar.isASCII, scalar.value != 0x26 {
          _ = readASCII(UInt8(scalar.value), at: source.count)
        } else {
          add(scalar)
        }
      }
      return end + 1
    }
    readNamedEntity(String(decoding: name, as: UTF8.self))
    return end + 1
  }

  /// A named letter with a mark is the letter (`eacute`); of the rest only those that make words count.
  private mutating func readNamedEntity(_ name: String) {
    let marks = ["acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron"]
    if let mark = marks.first(where: { name.hasSuffix($0) }), name.utf8.count == mark.utf8.count + 1 {
      letters += name.utf8.prefix(1).map { $0 | 0x20 }
      return
    }
    switch name {
    case "szlig": letters += "ss".utf8
    case "aelig", "AElig": letters += "ae".utf8
    case "rsquo", "lsquo", "apos", "prime": break
    case "mdash", "ndash": endWord(.segment)
    case "amp":
      endWord()
      letters += "and".utf8
      endWord()
    default: endWord()
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetterOrDigit: Bool { isDigit || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
}
