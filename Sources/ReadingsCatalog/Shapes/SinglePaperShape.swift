internal import SourceText

/// Reads posts that are about one work without saying so in the front matter: the post's title is the work's and
/// its link stands in the text, the opening paragraph names the work in title quotes, or the first heading is its title
/// and the next gives its people and venue.
enum SinglePaperShape {
  /// `[Link to the paper](url)`: a link to a paper that is named as such.
  static func linkedPaper(title: ByteText, titleSpan: SourceSpan, body: Outline, post: PostFrame) -> Reading?
  {
    var paper: TextLine?
    var others: [TextLine] = []
    for node in body.nodes.prefix(60) {
      for line in node.lines where line.hasLinks && !line.residue.hasWords(4) {
        guard let link = line.links.first, FieldLabel.isLinkWord(link.label),
          FieldLabel.isLinkWord(line.residue)
        else { continue }
        let saysPaper = [link.label, line.residue].contains { text in
          FormWords(text).contains(where: paperWords.contains)
        }
        if paper == nil, saysPaper {
          paper = line
        } else {
          others.append(line)
        }
      }
    }
    guard let paper, !title.isEmpty else { return nil }
    let end = body.nodes.last?.span.upperBound ?? titleSpan.upperBound
    var reader = EntryReader(
      title: TextLine(plain: title, span: titleSpan),
      span: SourceSpan(titleSpan.lowerBound, max(titleSpan.upperBound, end)),
      context: EntryContext(), post: post)
    reader.draft.addLinks(of: paper)
    for line in others { reader.draft.addLinks(of: line) }
    return reader.draft.finish()
  }

  private static let paperWords: WordSet = ["paper", "arxiv", "pdf"]

  /// `《Title》` in the first paragraphs, as Chinese posts quote titles.
  static func quotedTitle(_ body: Outline, post: PostFrame) -> Reading? {
    for node in body.nodes.prefix(4) where node.depth == nil {
      guard node.lines.contains(where: { $0.text.contains("《") }) else { continue }
      let text = node.joined.text
      guard let open = text.firstRange(of: "《"), let close = text.firstRange(of: "》", from: open.upperBound)
      else { continue }
      let title = text[open.upperBound..<close.lowerBound].trimmed
      guard title.hasWords(3) || title.scalars.filter({ !$0.isASCII }).count >= 6 else { continue }
      var reader = EntryReader(
        title: TextLine(title, span: node.span), span: node.span, context: EntryContext(), post: post)
      let before = text[..<open.lowerBound]
      if let venue = VenueScanner.firstVenue(in: before) ?? VenuePhrase.venue(before.lastLatinRun) {
        reader.draft.set(venue: venue.name, year: venue.year, node.span, "venue before the title")
      }
      for line in body.nodes.flatMap(\.lines) where line.hasLinks && isLinkName(line.residue) {
        reader.draft.addLinks(of: line)
      }
      return reader.draft.finish()
    }
    return nil
  }

  /// `# Title` above `### Ann Lee, Bo Chen, Example University - ISCA 2021`, as summaries for a reading group begin.
  static func creditedTitle(_ body: Outline, post: PostFrame) -> Reading? {
    guard body.nodes.count >= 2, body.nodes[0].isHeading, body.nodes[1].isHeading,
      case let title = body.nodes[0].joined, title.text.hasWords(2),
      case let credit = body.nodes[1].joined, let (people, venue) = peopleAndVenue(credit.text)
    else { return nil }
    let authors: [ByteText]
    var place: ByteText?
    if let others = people.firstRange(of: " et al") {
      // `Ann Lee et al., Example University`
      guard let names = AuthorLine.parse(people[..<others.upperBound]) else { return nil }
      authors = names
      let rest = people[others.upperBound...].trimming(".,")
      // `(Example Labs)`, but `Example University (Maps)`.
      place = rest.hasPrefix("(") ? rest.trimming("()") : rest
    } else if let credit = Credit(people) {
      (authors, place) = (credit.authors, credit.affiliation)
    } else {
      return nil
    }
    let end = body.nodes.last?.span.upperBound ?? title.span.upperBound
    var reader = EntryReader(
      title: title, span: SourceSpan(title.span.lowerBound, max(title.span.upperBound, end)),
      context: EntryContext(), post: post)
    reader.draft.set(authors: authors, credit.span, "names below the title")
    reader.draft.set(venue: venue.name, year: venue.year, credit.span, "venue below the title")
    if let place, Institution.isList(place) {
      reader.draft.set(affiliation: place, credit.span, "institution behind the names")
    }
    return reader.draft.finish()
  }

  /// A line taken apart before its venue, which stands behind a dash or at the end; nil without a venue and its year.
  private static func peopleAndVenue(_ text: ByteText) -> (people: ByteText, venue: VenueScanner.Venue)? {
    if let dash = text.firstRange(of: " - ") ?? text.firstRange(of: " – "),
      let venue = VenueScanner.firstVenue(in: text[dash.upperBound...]), venue.year != nil
    {
      return (text[..<dash.lowerBound].trimmed, venue)
    }
    guard let (rest, venue) = VenueScanner.trailingVenue(of: text), venue.year != nil else { return nil }
    return (rest, venue)
  }

  /// Whether a text only says what a link beside it leads to. Han writing has no spaces: there, length counts.
  private static func isLinkName(_ text: ByteText) -> Bool {
    !text.hasWords(4) && text.count <= 60
  }
}

extension ByteText {
  /// The last stretch of words in Latin letters, in a text of another script.
  fileprivate var lastLatinRun: ByteText {
    var end = endIndex
    while end > startIndex, self[end - 1] >= 0x80 || !self[end - 1].isAlphanumeric { end -= 1 }
    var start = end
    while start > startIndex, self[start - 1] < 0x80 { start -= 1 }
    return self[start..<end].trimmed
  }
}
