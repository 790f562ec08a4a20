internal import SourceText

/// Reads class readings that stand in paragraphs of their own: `[_Title_](url), Author, Author. Venue 2009.`
enum LinkedTitleShape {
  static func read(_ outline: Outline, lines: LineTable) -> [Reading] {
    outline.nodes.prefix { node in outline.excerptOffset.map { node.span.lowerBound < $0 } ?? true }
      .flatMap { node -> [Reading] in
        guard case .paragraph(nil) = node.kind else { return [] }
        // Each line a reading, or one reading in a few lines.
        let each = node.lines.count > 1 ? node.lines.compactMap { read($0, lines: lines) } : []
        if each.count > 1, each.count == node.lines.count { return each }
        return node.lines.count <= 3 ? read(node.joined, lines: lines).map { [$0] } ?? [] : []
      }
  }

  /// A line that begins with a linked title and goes on with nothing but its authors, venue and year.
  static func read(_ line: TextLine, lines: LineTable) -> Reading? {
    guard line.hasLinks else { return nil }
    let parts = ItemLine(line)
    guard let title = parts.titles.first, let rest = parts.rest, title.links.count == 1,
      case let label = title.links[0].label, label.hasWords(2),
      label.hasWords(3) || !AuthorLine.isPersonName(label.trimming("*_"))
        || KindClassifier.kind(ofURL: title.links[0].url) != nil,
      EntryReader.visibleTitle(title).wordCount == label.wordCount,
      let citation = citation(rest)
    else { return nil }
    var reader = EntryReader(title: title, span: line.span, context: EntryContext(), lines: lines)
    reader.draft.set(authors: citation.authors, line.span, "names after the title")
    if let venue = citation.venue {
      reader.draft.set(venue: venue, year: citation.year, line.span, "venue after the authors")
    }
    if let year = citation.year { reader.draft.set(writtenYear: year, line.span, "year after the authors") }
    return reader.draft.finish()
  }

  private static func citation(_ rest: TextLine) -> (authors: [ByteText], venue: ByteText?, year: Int?)? {
    let marks: StaticString = ",.:-–—()*_"
    // `Ann Lee, Bo Chen. [Venue](url) 2009`: a linked venue ends the names.
    if let index = rest.segments.firstIndex(where: \.isLink), case .link(let link) = rest.segments[index],
      case let head = rest.with(rest.segments[..<index]).text.trimmed, head.hasSuffix("."),
      let authors = AuthorLine.parse(head.trimming(marks))
    {
      let tail = rest.with(rest.segments[(index + 1)...]).text
      let venue = VenueScanner.venue(link.label)
      return (authors, link.label.trimming("*_,."), DateScanner.lastYear(in: tail) ?? venue?.year)
    }
    return citation(rest.text.trimming(marks))
  }

  /// `Ann Lee, Bo Chen. Venue 2009` taken apart; nil unless names come first.
  private static func citation(_ text: ByteText) -> (authors: [ByteText], venue: ByteText?, year: Int?)? {
    let year = DateScanner.lastYear(in: text)
    // `Ann Lee, Bo Chen, Symposium on Maps 2009`
    var body = text
    if let last = text.lastWord, DateScanner.plausibleYear(last) != nil {
      body = text[..<last.startIndex].trimmingEnd(",.")
    }
    if let comma = body.lastIndex(of: UInt8(ascii: ",")), case let place = body[(comma + 1)...].trimmed,
      place.startsUppercase, !place.contains(". "),
      let venue = VenueScanner.venue(place) ?? VenuePhrase.venue(place),
      let authors = AuthorLine.parse(body[..<comma])
    {
      return (authors, venue.name, year ?? venue.year)
    }
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
