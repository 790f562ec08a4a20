internal import SourceText

/// A work cited in one line, people first: `A. Lee and B. Chen. "Title". ICLR 2014.`, `Lee, A. (2017). Title. Venue.`
struct Citation {
  let authors: [ByteText]
  let title: ByteText
  /// What follows the title: venue, pages.
  let rest: ByteText
  let year: Int?

  /// The year and what follows the title.
  var tail: ByteText {
    ByteText(joining: (year.map { [ByteText(String($0))] } ?? []) + [rest], separator: ", ")
  }

  init?(_ text: ByteText) {
    guard let found = Citation.quoted(text) ?? Citation.dated(text) else { return nil }
    self = found
  }

  private init(authors: [ByteText], title: ByteText, rest: ByteText, year: Int?) {
    self.authors = authors
    self.title = title
    self.rest = rest
    self.year = year
  }

  /// Names, then the title in quotes.
  private static func quoted(_ text: ByteText) -> Citation? {
    let quotes: [(open: StaticString, close: StaticString)] = [("\"", "\""), ("“", "”")]
    for (open, close) in quotes {
      guard let start = text.firstRange(of: open),
        let end = text.firstRange(of: close, from: start.upperBound)
      else { continue }
      let title = text[start.upperBound..<end.lowerBound].trimmingEnd(",.")
      guard title.hasWords(3), let authors = names(text[..<start.lowerBound]) else { continue }
      return Citation(authors: authors, title: title, rest: text[end.upperBound...].trimming(",."), year: nil)
    }
    return nil
  }

  /// Names, the year in brackets, then the title up to its full stop (as the APA writes).
  private static func dated(_ text: ByteText) -> Citation? {
    guard let open = text.firstRange(of: " ("), let close = text.firstRange(of: ")", from: open.upperBound),
      let year = DateScanner.plausibleYear(text[open.upperBound..<close.lowerBound].prefix(4)),
      close.lowerBound - open.upperBound <= 20,
      let authors = names(text[..<open.lowerBound])
    else { return nil }
    let after = text[close.upperBound...].trimming(".,:")
    let title = after.firstRange(of: ". ").map { after[..<$0.lowerBound] } ?? after.trimmingEnd(".")
    guard title.hasWords(3) else { return nil }
    return Citation(
      authors: authors, title: title, rest: after[title.endIndex...].trimming(".,"), year: year)
  }

  private static func names(_ text: ByteText) -> [ByteText]? {
    let names = AuthorLine.parse(text.trimmingEnd(",:"))
    return names?.allSatisfy({ !$0.hasWords(6) && !$0.contains("\"") }) == true ? names : nil
  }
}
