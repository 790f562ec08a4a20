/// A work cited in one line, people first: `A. Lee and B. Chen. "Title". ICLR 2014.`, `Lee, A. (2017). Title. Venue.`
struct Citation {
  let authors: [String]
  let title: String
  /// What follows the title: venue, pages.
  let rest: String
  let year: Int?

  init?(_ text: String) {
    guard let found = Citation.quoted(text) ?? Citation.dated(text) else { return nil }
    self = found
  }

  private init(authors: [String], title: String, rest: String, year: Int?) {
    self.authors = authors
    self.title = title
    self.rest = rest
    self.year = year
  }

  /// Names, then the title in quotes.
  private static func quoted(_ text: String) -> Citation? {
    for (open, close) in [("\"", "\""), ("“", "”")] {
      guard let start = text.firstRange(of: open),
        let end = String(text[start.upperBound...]).firstRange(of: close)
      else { continue }
      let after = String(text[start.upperBound...])
      let title = after[..<end.lowerBound].trimmingEnd([",", "."])
      guard title.wordCount >= 3, let authors = names(text[..<start.lowerBound]) else { continue }
      return Citation(
        authors: authors, title: title, rest: after[end.upperBound...].trimming([",", "."]), year: nil)
    }
    return nil
  }

  /// Names, the year in brackets, then the title up to its full stop (as the APA writes).
  private static func dated(_ text: String) -> Citation? {
    guard let open = text.firstRange(of: " ("),
      let close = String(text[open.upperBound...]).firstRange(of: ")")
    else { return nil }
    let tail = String(text[open.upperBound...])
    guard let year = DateScanner.plausibleYear(tail[..<close.lowerBound].prefix(4)),
      close.lowerBound.utf16Offset(in: tail) <= 20,
      let authors = names(text[..<open.lowerBound])
    else { return nil }
    let after = tail[close.upperBound...].trimming([".", ",", ":"])
    let title = after.firstRange(of: ". ").map { String(after[..<$0.lowerBound]) } ?? after.trimmingEnd(["."])
    guard title.wordCount >= 3 else { return nil }
    return Citation(
      authors: authors, title: title, rest: after.dropFirst(title.count).trimming([".", ","]), year: year)
  }

  private static func names(_ text: some StringProtocol) -> [String]? {
    let names = AuthorLine.parse(text.trimmingEnd([",", ":"]))
    return names?.allSatisfy({ $0.wordCount <= 5 && !$0.contains("\"") }) == true ? names : nil
  }
}
