internal import SourceText

/// Reads class readings that stand in paragraphs of their own: `[_Title_](url), Author, Author. Venue 2009.`, or people
/// first: `Author, Author. [_Title_](url). Venue 2009.`
struct LinkedTitleShape {
  private let post: PostFrame
  private let nodes: [OutlineNode]
  /// The headings above the paragraph that is read; they are looked at only where there is something to read.
  private var sections = SectionStack()
  /// Up to where headings are among ``sections``.
  private var seenCount = 0

  private init(_ nodes: [OutlineNode], post: PostFrame) {
    self.nodes = nodes
    self.post = post
  }

  static func read(_ outline: Outline, post: PostFrame) -> [Reading] {
    var shape = LinkedTitleShape(outline.nodes, post: post)
    var readings: [Reading] = []
    for (index, node) in outline.nodes.enumerated() {
      if let end = outline.excerptOffset, node.span.lowerBound >= end { break }
      guard case .paragraph(nil) = node.kind, node.hasLinks else { continue }
      readings += shape.read(index)
    }
    return readings
  }

  /// Each line a reading, or one reading in a few lines; a work that is cited people first may end other text.
  private mutating func read(_ index: Int) -> [Reading] {
    let node = nodes[index]
    let each = node.lines.count > 1 ? node.lines.compactMap(Work.init) : []
    if each.count > 1, each.count == node.lines.count { return finish(each, at: index) }
    if node.lines.count <= 3, Work.mayBegin(node.lines[0]), let work = Work(node.joined) {
      return finish([work], at: index)
    }
    return finish(each.filter(\.startsWithNames), at: index)
  }

  private mutating func finish(_ works: [Work], at index: Int) -> [Reading] {
    if works.isEmpty { return [] }
    for heading in nodes[seenCount..<index] {
      guard case .heading(let level) = heading.kind else { continue }
      sections.close(at: level)
      sections.open(SectionHeading(heading.joined.text), level: level)
    }
    seenCount = index
    let context = sections.context
    return works.compactMap { $0.reading(context, post) }
  }
}

/// A work whose linked title stands on a line with its people.
private struct Work {
  let line: TextLine
  let title: TextLine
  let authors: [ByteText]
  /// Where and when the work appeared, as said behind names that follow the title.
  var venue: ByteText?
  var year: Int?
  /// What follows the title, where the names stand before it.
  var rest: TextLine?
  let startsWithNames: Bool

  init?(_ line: TextLine) {
    guard line.hasLinks, Work.mayBegin(line) else { return nil }
    let parts = ItemLine(line)
    guard let title = parts.titles.first, title.links.count >= 1, case let label = title.links[0].label,
      label.hasWords(2)
    else { return nil }
    self.line = line
    self.title = title
    startsWithNames = !parts.authors.isEmpty
    if startsWithNames {
      guard label.hasWords(3), !title.links[0].isBare else { return nil }
      authors = parts.authors
      rest = parts.rest
      return
    }
    guard let rest = parts.rest, title.links.count == 1,
      label.hasWords(3) || !PersonName.matches(label.trimming("*_"))
        || KindClassifier.kind(ofURL: title.links[0].url) != nil,
      EntryReader.visibleTitle(title).wordCount == label.wordCount,
      let citation = Work.citation(rest)
    else { return nil }
    (authors, venue, year) = citation
  }

  /// Rules out most prose at a glance: the first link is a title, and nothing but names stands before it.
  static func mayBegin(_ line: TextLine) -> Bool {
    for case .link(let link) in line.segments where !link.url.isEmpty {
      if !link.label.hasWords(2) { return false }
      break
    }
    guard case .text(let text, _)? = line.segments.first else { return true }
    var index = text.startIndex
    let hasWord = text.nextWord(from: &index) != nil && index < text.endIndex
    return !hasWord || AuthorLine.mayBegin(text)
  }

  func reading(_ context: EntryContext, _ post: PostFrame) -> Reading? {
    var reader = EntryReader(title: title, span: line.span, context: context, post: post)
    let place = startsWithNames ? "names before the title" : "names after the title"
    reader.draft.set(authors: authors, line.span, place)
    if let rest { ListShape.readRest(rest, into: &reader) }
    if let venue { reader.draft.set(venue: venue, year: year, line.span, "venue after the authors") }
    if let year { reader.draft.set(writtenYear: year, line.span, "year after the authors") }
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
    // `by Ann Lee and Bo Chen in Symposium on Maps, 2016`
    if let place = body.firstRange(of: " in "), let authors = AuthorLine.parse(body[..<place.lowerBound]),
      let venue = VenuePhrase.venue(body[place.upperBound...])
        ?? VenueScanner.venue(body[place.upperBound...])
    {
      return (authors, venue.name, year ?? venue.year)
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
    while let scalar = rest.firstScalar, !scalar.isLetter {
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
      letterCount = scalar.isLetter ? letterCount + 1 : 0
      index += length
    }
    return text
  }
}
