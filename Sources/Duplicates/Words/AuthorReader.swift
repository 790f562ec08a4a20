/// An author as the parts of the name by which authors are compared.
struct AuthorName {
  /// The family name, as a number of the table of names.
  var family: UInt32
  /// A given name that is written out; `AuthorName.absent` for none.
  var given: UInt32
  /// The first letter of the given name, folded; 0 for none.
  var initial: UInt8

  static let absent = UInt32.max
  /// A group or a single word: that it is not found among other authors says nothing.
  var isCollective: Bool { given == AuthorName.absent && initial == 0 }
}

/// Reads names of authors in the forms `Tri Dao`, `Dao, Tri`, `T. Dao`, `Dao T`, and lists written as one text.
struct AuthorReader {
  private var scanner = TextScanner()

  /// Reads a name, adding its words to the table of names; nil where it says that there are more authors, or nothing.
  mutating func read(_ name: String, into table: inout WordTable) -> AuthorName? {
    scanner.read(name)
    var words = scanner.words
    if words.contains(where: { $0.isBracketed || $0.isParenthesised }) {
      words.removeAll { $0.isBracketed || $0.isParenthesised }
    }
    guard !words.isEmpty, !isRemark(words) else { return nil }
    var family = words[words.count - 1]
    var given = words.dropLast()
    if let comma = words.dropFirst().firstIndex(where: { $0.boundary == .comma }) {
      family = words[comma - 1]
      given = words[comma...]
    } else if words.count > 1, family.range.count <= 2, words[0].range.count > 2 {
      // Initials behind: `Dao T`, `Johnson ABC` needs a comma.
      family = words[0]
      given = words[1...]
    }
    var result = AuthorName(
      family: table.number(of: scanner.letters, family.range), given: AuthorName.absent, initial: 0)
    if let first = given.first {
      result.initial = scanner.letters[first.range.lowerBound]
      if first.range.count > 2 { result.given = table.number(of: scanner.letters, first.range) }
    }
    return result
  }

  /// `et al.`, `(100 additional authors not shown)`, `and others`, `?`
  private func isRemark(_ words: [TextScanner.Word]) -> Bool {
    let first = scanner.letters[words[0].range]
    if first.elementsEqual("et".utf8) || first.elementsEqual("others".utf8) { return true }
    if words.count == 2, first.elementsEqual("and".utf8),
      scanner.letters[words[1].range].elementsEqual("others".utf8)
    {
      return true
    }
    return words.prefix(3).allSatisfy { scanner.letters[$0.range].allSatisfy(\.isDigit) }
  }

  /// The names in a list that is written as one text: `A. Smith and B. Jones`, `A. Smith, B. Jones`.
  static func names(inList text: String) -> [String] {
    let joined: [Substring] = text.split(separator: ";").flatMap { splitAtAnd($0) }
    if joined.count > 1 || text.contains(";") { return joined.map(String.init) }
    let parts: [String] = text.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    // `Dao, Tri` is one name, `Tri Dao, Daniel Fu` two.
    if parts.count == 2, !parts.contains(where: { $0.contains(" ") }) { return [text] }
    return parts.flatMap { splitAtAnd($0[...]).map(String.init) }
  }

  static func splitAtAnd(_ text: Substring) -> [Substring] {
    var parts: [Substring] = []
    var words: [Substring] = []
    for word in text.split(separator: " ") + ["and"[...]] {
      guard word == "and" || word == "&" else {
        words.append(word)
        continue
      }
      if let first = words.first, let last = words.last {
        parts.append(text[first.startIndex..<last.endIndex])
      }
      words = []
    }
    return parts
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
