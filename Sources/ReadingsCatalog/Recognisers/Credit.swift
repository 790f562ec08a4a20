/// What a phrase says about who made a work, and where they work: `Ann Lee, Example Labs`, `by Bo Chen [UCL]`.
package struct Credit: Equatable, Sendable {
  /// In order, as written; never empty.
  package let authors: [ByteText]
  package let affiliation: ByteText?

  /// Nil unless the phrase is a list of people, each with a first and a last name, and at most where they work.
  package init?(_ phrase: ByteText) {
    let text = phrase.trimming("*_.,;")
    guard text.hasWords(2), !text.hasWords(81) else { return nil }
    if let found = Credit.bracketed(text) ?? Credit.listed(text) {
      self = found
    } else if let authors = Credit.people(text) {
      self.init(authors: authors, affiliation: nil)
    } else {
      return nil
    }
  }

  /// The names in `Ann Lee and Bo Chen, Example University; Cara Diaz, Maps Inc`, as USENIX lists them: groups between
  /// semicolons, each with where its people work. Nil for other texts.
  package static func list(_ text: ByteText) -> [ByteText]? {
    guard text.contains(UInt8(ascii: ";")), text.count < 4000 else { return nil }
    var names: [ByteText] = []
    var hasPlace = false
    for part in text.split(separator: UInt8(ascii: ";")) {
      if let credit = Credit(part) {
        names += credit.authors
        hasPlace = hasPlace || credit.affiliation != nil
      } else if let comma = part.lastIndex(of: UInt8(ascii: ",")), isCapitalised(part[(comma + 1)...]),
        let people = people(part[..<comma])
      {
        names += people
      } else {
        return nil
      }
    }
    return hasPlace ? names : nil
  }

  private init(authors: [ByteText], affiliation: ByteText?) {
    self.authors = authors
    self.affiliation = affiliation
  }

  /// `Ann Lee [Example Labs]`, `Ann Lee and Bo Chen (MIT)`; the bracket may lack its end.
  private static func bracketed(_ text: ByteText) -> Credit? {
    guard let open = text.firstIndex(where: { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }),
      open > text.startIndex
    else { return nil }
    let isSquare = text[open] == UInt8(ascii: "[")
    let place = text[(open + 1)...].trimming("])")
    let isPlace = Institution.isList(place) || (isSquare && isCapitalised(place))
    guard isPlace, let authors = people(text[..<open]) else { return nil }
    return Credit(authors: authors, affiliation: place)
  }

  private static func isCapitalised(_ text: ByteText) -> Bool {
    text.hasWords(1) && !text.hasWords(6) && text.allWords(\.startsUppercase)
  }

  /// `Ann Lee, Example Labs`, `Ann Lee & Bo Chen, Example Labs, Toronto`: the last comma behind which an institution
  /// begins.
  private static func listed(_ text: ByteText) -> Credit? {
    var end = text.endIndex
    while let comma = text[..<end].lastIndex(of: UInt8(ascii: ",")) {
      let place = text[(comma + 1)...].trimmed
      if Institution.isList(place), let authors = people(text[..<comma]) {
        return Credit(authors: authors, affiliation: place)
      }
      end = comma
      if text.endIndex - end > 200 { break }
    }
    return nil
  }

  private static func people(_ text: ByteText) -> [ByteText]? {
    guard let names = AuthorLine.parseFullNames(text.trimmed),
      !names.contains(where: Institution.isMentioned)
    else { return nil }
    return names
  }
}
