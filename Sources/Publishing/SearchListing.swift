internal import ReadingsCatalog
package import ReadingsQuery

/// What a search found as lines of text.
package enum SearchListing {
  private static let indent = "  "
  private static let wordsBefore = 8
  private static let passageLineCount = 3

  /// For each hit the title, a line of facts and the passage of the abstract with the most hits, within `width`
  /// columns; a word that was found stands between asterisks.
  package static func table(_ hits: [Search.Hit], of search: Search, width: Int) -> [StyledLine] {
    hits.enumerated().flatMap { index, hit in
      (index > 0 ? [StyledLine()] : []) + lines(for: hit, search, width)
    }
  }

  private static func lines(for hit: Search.Hit, _ search: Search, _ width: Int) -> [StyledLine] {
    let (reading, session) = (hit.selected.reading, hit.selected.session)
    let title = TextLayout.wrapped(VisibleText.make(marked(words(of: reading.title), search)), to: width)
    var lines = title.map { StyledLine($0, .strong) }
    let facts = [
      ReadingRows.authors(reading), reading.yearOfPublication.map { String($0) } ?? "", session.key,
      reading.key,
    ]
    let text = facts.filter { !$0.isEmpty }.joined(separator: " · ")
    lines.append(StyledLine(TextLayout.truncated(VisibleText.make(indent + text), to: width), .quiet))
    if let passage = passage(of: reading.abstract ?? "", search) {
      let room = max(1, width - indent.utf8.count)
      let wrapped = TextLayout.wrapped(
        VisibleText.make(passage), to: room, maximumLineCount: passageLineCount)
      lines += wrapped.map { StyledLine(indent + $0) }
    }
    return lines
  }

  /// The text from a little before the densest hits on; nil when it holds none.
  private static func passage(of text: String, _ search: Search) -> String? {
    let words = words(of: text)
    let worths = words.map { worth(of: $0, search) }
    let window = 3 * wordsBefore
    var best: (start: Int, worth: Double) = (0, 0)
    var sum = 0.0
    for end in worths.indices {
      sum += worths[end]
      if end >= window { sum -= worths[end - window] }
      if sum > best.worth { best = (max(0, end - window + 1), sum) }
    }
    guard best.worth > 0, let first = worths[best.start...].firstIndex(where: { $0 > 0 }) else { return nil }
    let start = max(0, first - wordsBefore)
    return (start > 0 ? "… " : "") + marked(Array(words[start...]), search)
  }

  private static func words(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }

  private static func worth(of word: Substring, _ search: Search) -> Double {
    FoldedText.words(of: String(word)).reduce(0) { max($0, search.worth(of: $1)) }
  }

  private static func marked(_ words: [Substring], _ search: Search) -> String {
    words.map { worth(of: $0, search) > 0 ? "*\($0)*" : String($0) }.joined(separator: " ")
  }
}
