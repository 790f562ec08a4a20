internal import SourceText

/// A title as people write it above an entry, taken apart into the title and what they hang on it.
package struct TitleLine: Equatable, Sendable {
  package private(set) var title: String
  /// The number in brackets before the title.
  package private(set) var citations: Int?
  /// The organisation in brackets after it.
  package private(set) var affiliation: String?
  /// A year after the title, or its venue's.
  package private(set) var year: Int?
  package private(set) var venue: String?
  /// Names after the title; looked for only when asked.
  package private(set) var authors: [String] = []

  /// What the square-bracketed number at the start of a title means in this post.
  package enum LeadingNumber: Sendable {
    case listNumber, citations
  }

  /// Takes apart a line without links; `mayHoldAuthors` also looks for names at its end, as in table cells.
  package init(_ text: String, leadingNumber: LeadingNumber = .listNumber, mayHoldAuthors: Bool = false) {
    title = text.collapsingWhitespace
    stripMarkup()
    stripLeadingNumber(leadingNumber)
    stripTopicLabel()
    // Suffixes hang on each other in any order: `Title, ICML17 (2017) /`.
    for _ in 0..<4 {
      let before = self
      stripTrailingMarks()
      stripTrailingBracket(trustsNames: citations != nil)
      stripTrailingVenue()
      if mayHoldAuthors, authors.isEmpty { stripTrailingAuthors() }
      if self == before { break }
    }
    stripEnclosingQuotes()
  }

  private mutating func stripMarkup() {
    title = title.trimming(["*", "_", "#", "•"])
    title = title.drop { $0 == "+" || $0 == " " }.trimming([])
    if title.hasPrefix("- ") { title = title.dropFirst().trimming([]) }
  }

  private mutating func stripLeadingNumber(_ meaning: LeadingNumber) {
    if title.hasPrefix("["), let close = title.firstIndex(of: "]") {
      let inside = title[title.index(after: title.startIndex)..<close]
      if !inside.isEmpty, inside.allSatisfy(\.isNumber), let number = Int(inside) {
        if meaning == .citations { citations = number }
        title = title[title.index(after: close)...].trimming([":"])
      }
      return
    }
    // `a. Title`, `1. Title`, `12) Title`, `(3) Title`
    let body = title.hasPrefix("(") ? title.dropFirst() : Substring(title)
    let number = body.prefix { $0.isNumber }
    let mark = number.isEmpty ? body.prefix(1) : number
    guard !mark.isEmpty, mark.count <= 3, number.isEmpty == false || mark.allSatisfy({ $0.isLowercase })
    else { return }
    let rest = body.dropFirst(mark.count)
    guard let separator = rest.first, separator == "." || separator == ")" else { return }
    let after = rest.dropFirst()
    guard after.first?.isWhitespace == true else { return }
    title = after.trimming([])
  }

  /// `related: Title`, `(new) Title`, `[Scheduling] Title`, `a simple blogpost: Title`
  private mutating func stripTopicLabel() {
    for (open, close) in [("[", "]"), ("(", ")")] where title.hasPrefix(open) {
      guard let end = title.firstIndex(of: Character(close)) else { continue }
      let rest = title[title.index(after: end)...]
      let inside = title[..<end].dropFirst().lowercased().words
      guard open == "[" || inside.allSatisfy({ TitleLine.labelWords.contains(String($0)) }) else { continue }
      if rest.first?.isWhitespace == true, rest.wordCount >= 1 {
        title = rest.trimming([])
        return
      }
    }
    guard let colon = title.firstIndex(of: ":") else { return }
    let label = title[..<colon].lowercased()
    let words = label.words
    guard words.count <= 4, title[title.index(after: colon)...].wordCount >= 2,
      words.contains(where: { TitleLine.labelWords.contains(String($0)) }),
      words.allSatisfy({
        TitleLine.labelWords.contains(String($0)) || TitleLine.labelFillers.contains(String($0))
      })
    else { return }
    title = title[title.index(after: colon)...].trimming([])
  }

  private static let labelWords: Set<String> = [
    "related", "blog", "blogpost", "post", "paper", "new", "extra", "optional", "tutorial", "video", "talk",
    "book",
    "survey", "required", "reading", "recommended", "background", "title",
  ]
  private static let labelFillers: Set<String> = [
    "a", "an", "the", "simple", "good", "nice", "great", "short", "one", "main", "1", "2", "3", "4", "5",
    "to", "read",
  ]

  private mutating func stripTrailingMarks() {
    for empty in ["( )", "()", "[ ]", "[]"] where title.hasSuffix(empty) {
      title = title.dropLast(empty.count).trimmingEnd([])
    }
    title = title.trimmingEnd(["/", ":", "-", "–", "—", ",", ";", "|", "*", "_", "\\"])
  }

  /// A bracket at the end: a year or date, a venue, an organisation.
  private mutating func stripTrailingBracket(trustsNames: Bool) {
    guard let last = title.last, last == "]" || last == ")" else { return }
    let opener: Character = last == "]" ? "[" : "("
    guard let open = title.lastIndex(of: opener), open > title.startIndex,
      title[title.index(before: open)].isWhitespace
    else { return }
    let inside = title[title.index(after: open)..<title.index(before: title.endIndex)].trimming([])
    let rest = title[..<open].trimming([])
    guard !inside.isEmpty, !rest.isEmpty else { return }
    if let found = DateScanner.plausibleYear(inside)
      ?? (DateScanner.isOnlyDate(inside) ? DateScanner.firstDate(in: inside)?.year : nil)
    {
      year = year ?? found
    } else if let found = VenueScanner.venue(inside) {
      venue = venue ?? found.name
      year = year ?? found.year
    } else if inside.wordCount <= 8, let found = VenueScanner.trailingVenue(of: inside)?.venue {
      // `(Kitaev et al., ICLR 2020)`
      venue = venue ?? found.name
      year = year ?? found.year
    } else if inside.firstRange(of: "et al") != nil,
      let found = inside.words.last.flatMap({ DateScanner.plausibleYear($0) })
    {
      year = year ?? found
    } else if affiliation == nil,
      isOrganisation(inside, after: rest, isSquare: last == "]", trustsNames: trustsNames)
    {
      affiliation = inside
    } else {
      return
    }
    title = rest
  }

  /// `[Google]`, `(AMD)`: one to three capitalised words that do not abbreviate the words before them.
  private func isOrganisation(_ text: String, after rest: String, isSquare: Bool, trustsNames: Bool) -> Bool {
    let words = text.words
    guard (1...3).contains(words.count), words.allSatisfy({ $0.first?.isUppercase == true }) else {
      return false
    }
    guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || "-&.,".contains($0) } }) else { return false }
    if Institution.isKnown(text) { return true }
    guard isSquare || trustsNames else { return false }
    let initials = rest.split { $0.isWhitespace || $0 == "-" }.compactMap { $0.first?.lowercased() }.joined()
    return !initials.hasSuffix(text.lowercased().trimmingEnd(["s"]))
  }

  private mutating func stripTrailingVenue() {
    if year == nil, let last = title.words.last, let found = DateScanner.plausibleYear(last),
      title.dropLast(last.count).trimmingEnd([]).hasSuffix(",")
    {
      year = found
      title = title.dropLast(last.count).trimmingEnd([","])
    }
    guard let (rest, found) = VenueScanner.trailingVenue(of: title), rest.wordCount >= 2 else { return }
    venue = venue ?? found.name
    year = year ?? found.year
    title = rest
  }

  /// `Title, Ann Lee, Bo Chen` and `Title? Ann Lee, Bo Chen` and `Title by Lee and Chen`
  private mutating func stripTrailingAuthors() {
    guard title.utf8.count <= 1000 else { return }
    if let by = title.firstRange(of: " by "),
      let names = AuthorLine.parse(String(title[by.upperBound...]), evidence: .labelled),
      title[..<by.lowerBound].wordCount >= 2, names.allSatisfy(AuthorLine.isPersonName),
      names.count >= 2 || names[0].wordCount >= 2
    {
      authors = names
      title = title[..<by.lowerBound].trimmingEnd([","])
      return
    }
    var cuts: [String.Index] = []
    for index in title.indices {
      if title[index] == "," { cuts.append(index) }
      if title[index] == "?" || title[index] == ".", title.index(after: index) < title.endIndex {
        cuts.append(title.index(after: index))
      }
    }
    for cut in cuts where title[..<cut].wordCount >= 2 {
      let tail = title[cut...].trimming([",", "."])
      guard tail.wordCount >= 2, let names = AuthorLine.parse(String(tail), evidence: .tail),
        names.count >= 2 || cuts.last == cut,
        names.allSatisfy(AuthorLine.isPersonName)
      else { continue }
      authors = names
      title = title[..<cut].trimmingEnd([","])
      return
    }
  }

  private mutating func stripEnclosingQuotes() {
    for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'"), ("《", "》")]
    where title.count > 2 && title.hasPrefix(open) && title.hasSuffix(close) {
      let inside = title.dropFirst().dropLast()
      if !inside.contains(Character(open)) { title = String(inside).trimming([]) }
    }
  }
}
