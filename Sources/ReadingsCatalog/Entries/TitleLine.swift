internal import SourceText

/// A title as people write it above an entry, taken apart into the title and what they hang on it.
package struct TitleLine: Equatable, Sendable {
  package private(set) var title: ByteText
  /// The number in brackets before the title.
  package private(set) var citations: Int?
  /// The organisation in brackets after it.
  package private(set) var affiliation: ByteText?
  /// A year after the title, or its venue's.
  package private(set) var year: Int?
  package private(set) var venue: ByteText?
  /// Names after the title; looked for only when asked.
  package private(set) var authors: [ByteText] = []
  /// Whether ``authors`` stand before the title, as those of an invited talk.
  package private(set) var announcesTalk = false

  /// What the square-bracketed number at the start of a title means in this post.
  package enum LeadingNumber: Sendable {
    case listNumber, citations
  }

  /// Takes apart a line without links; `mayHoldAuthors` also looks for names at its end, as in table cells.
  package init(_ text: ByteText, leadingNumber: LeadingNumber = .listNumber, mayHoldAuthors: Bool = false) {
    title = text.collapsingWhitespace
    stripMarkup()
    stripLeadingNumber(leadingNumber)
    stripTopicLabel()
    // Suffixes hang on each other in any order: `Title, ICML17 (2017) /`.
    for _ in 0..<4 {
      let length = title.count
      stripTrailingMarks()
      if mayHoldAuthors, authors.isEmpty { stripBracketedAuthors() }
      stripTrailingBracket(trustsNames: citations != nil)
      stripTrailingVenue()
      if mayHoldAuthors, authors.isEmpty { stripTrailingAuthors() }
      if title.count == length { break }
    }
    stripEnclosingQuotes()
  }

  private mutating func stripMarkup() {
    title = title.trimming("*_#•")
    title = title.drop { $0 == UInt8(ascii: "+") || $0 == 0x20 }.trimmed
    if title.hasPrefix("- ") { title = title.dropFirst().trimmed }
  }

  private mutating func stripLeadingNumber(_ meaning: LeadingNumber) {
    if title.hasPrefix("[") {
      guard let (number, rest) = title.bracketedNumber else { return }
      if meaning == .citations { citations = number }
      title = rest.trimming(":")
      return
    }
    // `a. Title`, `1. Title`, `12) Title`, `(3) Title`
    let body = title.hasPrefix("(") ? title.dropFirst() : title
    let number = body.prefix(while: \.isDigit)
    let mark = number.isEmpty ? body.prefix(1) : number
    guard (1...3).contains(mark.count), !number.isEmpty || mark.startsLowercase else { return }
    let rest = body[mark.endIndex...]
    guard rest.hasPrefix(".") || rest.hasPrefix(")") else { return }
    let after = rest.dropFirst()
    guard after.first?.isWhitespace == true else { return }
    title = after.trimmed
  }

  /// `related: Title`, `(new) Title`, `[Scheduling] Title`, `a simple blogpost: Title`; `NIPS09: Title` names the venue.
  private mutating func stripTopicLabel() {
    if title.hasPrefix("[") || title.hasPrefix("(") {
      let isSquare = title.hasPrefix("[")
      if let end = title.firstIndex(of: isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")")) {
        let rest = title[(end + 1)...]
        let isLabel = isSquare || title[..<end].dropFirst().allWords(TitleLine.labelWords.contains)
        if isLabel, rest.first?.isWhitespace == true, rest.hasWords(1) {
          title = rest.trimmed
          return
        }
      }
    }
    guard let colon = title.firstIndex(of: UInt8(ascii: ":")) else { return }
    let label = title[..<colon]
    let rest = title[(colon + 1)...].trimmed
    if label.last?.isDigit == true, label.count <= 30, VenueScanner.isKnownWithYear(label),
      rest.hasWords(2), !PersonName.matches(rest), VenuePhrase.venue(rest) == nil,
      let found = VenueScanner.venue(label)
    {
      venue = found.name
      year = found.year
      title = rest
      stripLeadingNames()
      return
    }
    guard !label.hasWords(5), rest.hasWords(2),
      label.allWords({ TitleLine.labelWords.contains($0) || TitleLine.labelFillers.contains($0) }),
      !label.allWords({ !TitleLine.labelWords.contains($0) })
    else { return }
    title = rest
  }

  /// `Ann Lee and Bo Chen, Title`, as invited talks are announced.
  private mutating func stripLeadingNames() {
    var end = title.endIndex
    while let comma = title[..<end].lastIndex(of: UInt8(ascii: ",")) {
      end = comma
      guard title[(comma + 1)...].hasWords(2), let names = AuthorLine.parseFullNames(title[..<comma]) else {
        continue
      }
      authors = names
      announcesTalk = true
      title = title[(comma + 1)...].trimmed
      return
    }
  }

  private static let labelWords: WordSet = [
    "related", "blog", "blogpost", "post", "paper", "new", "extra", "optional", "tutorial", "video", "talk",
    "book",
    "survey", "required", "reading", "recommended", "background", "title",
  ]
  private static let labelFillers: WordSet = [
    "a", "an", "the", "simple", "good", "nice", "great", "short", "one", "main", "1", "2", "3", "4", "5",
    "to", "read",
  ]

  private mutating func stripTrailingMarks() {
    for empty in ["( )", "()", "[ ]", "[]"] as [StaticString] where title.hasSuffix(empty) {
      title = title.dropLast(empty.utf8CodeUnitCount).trimmingEnd("")
    }
    title = title.trimmingEnd("/:-–—,;|*_\\")
  }

  /// A bracket at the end: a year or date, a venue, an organisation.
  private mutating func stripTrailingBracket(trustsNames: Bool) {
    guard title.hasSuffix("]") || title.hasSuffix(")") else { return }
    let isSquare = title.hasSuffix("]")
    guard let open = title.lastIndex(of: isSquare ? UInt8(ascii: "[") : UInt8(ascii: "(")),
      open > title.startIndex, case let inside = title[(open + 1)...].dropLast().trimmed,
      title[open - 1].isWhitespace || Institution.isKnown(inside)
    else { return }
    let rest = title[..<open].trimmed
    guard !inside.isEmpty, !rest.isEmpty else { return }
    if let found = DateScanner.plausibleYear(inside) ?? DateScanner.onlyDate(inside)?.year {
      year = year ?? found
    } else if let found = VenueScanner.venue(inside) {
      venue = venue ?? found.name
      year = year ?? found.year
    } else if !inside.hasWords(9), let found = VenueScanner.trailingVenue(of: inside)?.venue {
      // `(Kitaev et al., ICLR 2020)`
      venue = venue ?? found.name
      year = year ?? found.year
    } else if inside.contains("et al"), let found = inside.lastWord.flatMap(DateScanner.plausibleYear) {
      year = year ?? found
    } else if affiliation == nil,
      isOrganisation(inside, after: rest, isSquare: isSquare, trustsNames: trustsNames)
    {
      affiliation = inside
    } else {
      return
    }
    title = rest
  }

  /// `[Google]`, `(AMD)`: one to three capitalised words that do not abbreviate the words before them.
  private func isOrganisation(
    _ text: ByteText, after rest: ByteText, isSquare: Bool, trustsNames: Bool
  ) -> Bool {
    guard !text.hasWords(4), text.allWords(\.startsUppercase) else { return false }
    let hasOnlyNameScalars = text.scalars.allSatisfy {
      $0.isLetter || ("-&., " as StaticString).containsScalar($0)
    }
    guard hasOnlyNameScalars else { return false }
    if Institution.isKnown(text) { return true }
    guard isSquare || trustsNames else { return false }
    var initials: [UInt8] = []
    for word in rest.split(whereSeparator: { $0.isWhitespace || $0 == UInt8(ascii: "-") }) {
      if let first = word.firstScalar { initials += first.properties.lowercaseMapping.utf8 }
    }
    let abbreviation = text.lowercased.trimmingEnd("s")
    return !ByteText(initials).suffix(abbreviation.count).elementsEqual(abbreviation)
  }

  private mutating func stripTrailingVenue() {
    if year == nil, let last = title.lastWord, let found = DateScanner.plausibleYear(last) {
      let rest = title[..<last.startIndex].trimmingEnd("")
      if rest.hasSuffix(",") || rest.hasSuffix(".") {
        year = found
        title = rest.trimmingEnd(",.")
      }
    }
    guard let (rest, found) = VenueScanner.trailingVenue(of: title), rest.hasWords(2) else { return }
    venue = venue ?? found.name
    year = year ?? found.year
    title = rest
  }

  /// `Title (Ann Lee, Bo Chen)`
  private mutating func stripBracketedAuthors() {
    guard title.hasSuffix(")"), let open = title.lastIndex(of: UInt8(ascii: "(")), open > title.startIndex,
      title[..<open].hasWords(2),
      let names = AuthorLine.parseFullNames(title[(open + 1)...].dropLast(), evidence: .tail),
      names.count >= 2
    else { return }
    authors = names
    title = title[..<open].trimmed
  }

  /// `Title, Ann Lee, Bo Chen` and `Title? Ann Lee, Bo Chen` and `Title by Lee and Chen`; before a venue also
  /// `Title; Ann Lee`. A journal may follow the names: `Title. Lee A, Chen B. Maps and Roads`.
  private mutating func stripTrailingAuthors() {
    guard title.count <= 1000 else { return }
    if let by = title.firstRange(of: " by "),
      let names = AuthorLine.parse(title[by.upperBound...], evidence: .labelled),
      title[..<by.lowerBound].hasWords(2), names.allSatisfy(PersonName.matches),
      names.count >= 2 || names[0].hasWords(2)
    {
      authors = names
      title = title[..<by.lowerBound].trimmingEnd(",")
      return
    }
    var cuts: [Int] = []
    for index in title.indices {
      let byte = title[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") { cuts.append(index) }
      if byte == UInt8(ascii: "/"), index > title.startIndex, title[index - 1].isWhitespace {
        cuts.append(index)
      }
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "."), index + 1 < title.endIndex {
        cuts.append(index + 1)
      }
    }
    for cut in cuts where title[..<cut].hasWords(1) {
      let (tail, place) = TitleLine.people(in: title[cut...].trimming(",;./"))
      let head = title[..<cut]
      let isLoneName =
        cut == cuts.last && head.hasWords(3) && !head.contains(UInt8(ascii: ","))
        && !head.contains(UInt8(ascii: ";"))
        && (title[cut] == UInt8(ascii: ",") && TitleLine.isFullName(tail)
          || title[cut] == UInt8(ascii: ";") && venue != nil)
      guard tail.hasWords(2), let names = AuthorLine.parse(tail, evidence: isLoneName ? .line : .tail),
        names.count >= 2 || cuts.last == cut, names.allSatisfy(PersonName.matches)
      else { continue }
      // One word is a title only before a list that can be nothing but names.
      if !title[..<cut].hasWords(2), names.count < 3 || !names.allSatisfy({ $0.hasWords(2) }) { continue }
      authors = names
      venue = venue ?? place
      title = title[..<cut].trimmingEnd(",.")
      return
    }
  }

  /// `Lee A, Chen BC. Maps and Roads` taken apart: a full stop behind more than an initial ends the names, and a few
  /// words with capitals behind it are where the work appeared.
  private static func people(in tail: ByteText) -> (people: ByteText, place: ByteText?) {
    guard let stop = tail.firstRange(of: ". "), tail[..<stop.lowerBound].contains(UInt8(ascii: ",")),
      let word = tail[..<stop.lowerBound].lastWord, word.characterCount > 1,
      !word.contains(UInt8(ascii: ".")),
      case let place = tail[stop.upperBound...].trimmed, place.startsUppercase, !place.hasWords(7),
      !place.contains(UInt8(ascii: ",")), !place.contains(UInt8(ascii: "."))
    else { return (tail, nil) }
    return (tail[..<stop.lowerBound], place)
  }

  /// Whether a text can be nothing but one person's first and last names: two or three words, none an acronym.
  private static func isFullName(_ text: ByteText) -> Bool {
    text.hasWords(2) && !text.hasWords(4)
      && text.allWords { word in
        word.contains(where: \.isLowercaseLetter) || (word.count == 2 && word.hasSuffix("."))
      }
  }

  private mutating func stripEnclosingQuotes() {
    let quotes: [(open: StaticString, close: StaticString)] = [
      ("\"", "\""), ("“", "”"), ("'", "'"), ("《", "》"),
    ]
    for (open, close) in quotes where title.hasPrefix(open) && title.hasSuffix(close) {
      let length = open.utf8CodeUnitCount + close.utf8CodeUnitCount
      guard title.count > length else { continue }
      let inside = title.dropFirst(open.utf8CodeUnitCount).dropLast(close.utf8CodeUnitCount)
      if !inside.contains(open) { title = inside.trimmed }
    }
  }
}

extension ByteText {
  /// The number in square brackets that the text begins with, and what follows it.
  var bracketedNumber: (number: Int, rest: ByteText)? {
    guard hasPrefix("["), let close = firstIndex(of: UInt8(ascii: "]")),
      self[..<close].dropFirst().allSatisfy(\.isDigit), let number = Int(self[..<close].dropFirst().string)
    else { return nil }
    return (number, self[(close + 1)...])
  }
}
