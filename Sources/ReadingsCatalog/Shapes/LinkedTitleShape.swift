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
    guard line.hasLinks else { return nil }
    let parts = ItemLine(line)
    guard let title = parts.titles.first, let rest = parts.rest, title.links.count == 1,
      case let label = title.links[0].label, label.hasWords(3),
      EntryReader.visibleTitle(title).wordCount == label.wordCount,
      let citation = citation(rest.text.trimming(",.:-–—()*_"))
    else { return nil }
    var reader = EntryReader(title: title, span: line.span, context: EntryContext(), lines: lines)
    reader.draft.set(authors: citation.authors, line.span, "names after the title")
    if let venue = citation.venue {
      reader.draft.set(venue: venue, year: citation.year, line.span, "venue after the authors")
    }
    if let year = citation.year { reader.draft.set(writtenYear: year, line.span, "year after the authors") }
    return reader.draft.finish()
  }

  /// `Ann Lee, Bo Chen. Venue 2009` taken apart; nil unless names come first.
  private static func citation(_ text: ByteText) -> (authors: [ByteText], venue: ByteText?, year: Int?)? {
    let year = DateScanner.lastYear(in: text)
    let bracket = text.split(separator: UInt8(ascii: "(")).first ?? ByteText()
    for piece in [text, bracket, sentence(text)] {
      var names = piece.trimming(",.")
      if let last = names.lastWord, DateScanner.plausibleYear(last) != nil {
        names = names[..<last.startIndex].trimming(",.")
      }
      if let authors = AuthorLine.parse(names) {
        let rest = text.dropFirst(piece.count).trimming(",.()")
        let place = fromFirstLetter(rest).prefix { !".,(".utf8.contains($0) && !$0.isDigit }.trimmed
        let venue = place.isEmpty || DateScanner.plausibleYear(rest) != nil ? nil : place
        return (authors, venue, year)
      }
    }
    return nil
  }

  private static func fromFirstLetter(_ text: ByteText) -> ByteText {
    var rest = text
    while let scalar = rest.firstScalar, !scalar.properties.isAlphabetic {
      rest = rest.dropFirst(rest.scalar(at: rest.startIndex).length)
    }
    return rest
  }

  /// The text up to the first full stop that does not follow an initial.
  private static func sentence(_ text: ByteText) -> ByteText {
    var letterCount = 0
    var index = text.startIndex
    while index < text.endIndex {
      let (scalar, length) = text.scalar(at: index)
      if scalar == ".", letterCount > 1 { return text[..<index] }
      letterCount = scalar.properties.isAlphabetic ? letterCount + 1 : 0
      index += length
    }
    return text
  }
}
