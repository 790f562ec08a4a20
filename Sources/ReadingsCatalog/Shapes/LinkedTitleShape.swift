internal import SourceText

/// Reads class readings that stand in paragraphs of their own: `[_Title_](url), Author, Author. Venue 2009.`
enum LinkedTitleShape {
  static func read(_ outline: Outline, lines: LineTable) -> [Reading] {
    outline.nodes.prefix { node in outline.excerptOffset.map { node.span.lowerBound < $0 } ?? true }
      .compactMap { node -> Reading? in
        guard case .paragraph(nil) = node.kind, node.lines.count <= 3 else { return nil }
        return read(node.joined, lines: lines)
      }
  }

  /// A line that begins with a linked title and goes on with nothing but its authors, venue and year.
  static func read(_ line: TextLine, lines: LineTable) -> Reading? {
    let parts = ItemLine(line)
    guard let title = parts.titles.first, let rest = parts.rest, title.links.count == 1,
      title.links[0].label.wordCount >= 3,
      EntryReader.visibleTitle(title).wordCount == title.links[0].label.wordCount
    else { return nil }
    let text = rest.text.trimming([",", ".", ":", "-", "–", "—", "(", ")", "*", "_"])
    guard let citation = citation(text) else { return nil }
    var reader = EntryReader(title: title, span: line.span, context: EntryContext(), lines: lines)
    reader.draft.set(authors: citation.authors, line.span, "names after the title")
    if let venue = citation.venue {
      reader.draft.set(venue: venue, year: citation.year, line.span, "venue after the authors")
    }
    if let year = citation.year { reader.draft.set(writtenYear: year, line.span, "year after the authors") }
    return reader.draft.finish()
  }

  /// `Ann Lee, Bo Chen. Venue 2009` taken apart; nil unless names come first.
  private static func citation(_ text: String) -> (authors: [String], venue: String?, year: Int?)? {
    let year = DateScanner.lastYear(in: text)
    for piece in [text, text.split(separator: "(").first.map(String.init) ?? "", sentence(text)] {
      var names = piece.trimming([",", "."])
      if let last = names.words.last, DateScanner.plausibleYear(last) != nil {
        names = names.words.dropLast().joined(separator: " ").trimming([",", "."])
      }
      if let authors = AuthorLine.parse(names) {
        let rest = text.dropFirst(min(piece.count, text.count)).trimming([",", ".", "(", ")"])
        let place = rest.drop { !$0.isLetter }.prefix { $0 != "." && $0 != "," && $0 != "(" && !$0.isNumber }
          .trimming([])
        let venue = place.isEmpty || DateScanner.plausibleYear(rest) != nil ? nil : place
        return (authors, venue, year)
      }
    }
    return nil
  }

  /// The text up to the first full stop that does not follow an initial.
  private static func sentence(_ text: String) -> String {
    var previous: [Character] = []
    for (offset, character) in text.enumerated() {
      if character == ".", previous.count > 1 { return String(text.prefix(offset)) }
      if character.isLetter { previous.append(character) } else { previous = [] }
    }
    return text
  }
}
