internal import SourceText

/// A list item's first line, taken apart into the entry's title and what is said about it.
struct ItemLine {
  var titles: [TextLine]
  /// What follows the title on the line; nil when there is nothing.
  var rest: TextLine?
  /// Names that stand before the title.
  var authors: [ByteText] = []
  /// Whether the line by itself shows that it is about one thing to read: a link, a venue, a description.
  var isEntry: Bool

  init(_ line: TextLine, isNumbered: Bool = false) {
    if let citation = ItemLine.citation(line) ?? ItemLine.linkedCitation(line) {
      self = citation
    } else if let parts = ItemLine.linkedTitle(line) ?? ItemLine.titleBeforeLink(line) {
      self = parts
    } else {
      self = ItemLine.unlinked(line, isNumbered: isNumbered)
    }
  }

  /// Rules out plain text at a glance: without a link only people or a venue make a line an entry, and those come with
  /// quotes or brackets.
  static func mayBeEntry(_ line: TextLine) -> Bool {
    line.hasLinks || line.text.contains(UInt8(ascii: "(")) || line.text.contains(UInt8(ascii: "\""))
      || !line.text.isASCII
  }

  private init(titles: [TextLine], rest: TextLine?, authors: [ByteText] = [], isEntry: Bool) {
    self.titles = titles
    self.rest = rest
    self.authors = authors
    self.isEntry = isEntry
  }

  /// `A. Lee. "Title". ICLR 2014. [pdf](url)`
  private static func citation(_ line: TextLine) -> ItemLine? {
    guard let citation = Citation(line.residue) else { return nil }
    let links = line.segments.filter(\.isLink)
    let titleText = ByteText(joining: [citation.title, ByteText(" ")])
    let title = line.with([.text(titleText, isStrong: false)] + links)
    return ItemLine(
      titles: [title], rest: TextLine(citation.tail, span: line.span), authors: citation.authors,
      isEntry: true)
  }

  /// `[A. Lee. "Title". ICLR 2014.](url)`
  private static func linkedCitation(_ line: TextLine) -> ItemLine? {
    guard let index = line.segments.firstIndex(where: \.isLink), case .link(let link) = line.segments[index],
      !link.isBare, !line.residue.hasWords(1), link.label.hasWords(8), let citation = Citation(link.label)
    else { return nil }
    let title = TextLine.Segment.link(TextLine.Link(label: citation.title, url: link.url))
    let others = line.segments[(index + 1)...].filter(\.isLink)
    return ItemLine(
      titles: [line.with([title] + others)], rest: TextLine(citation.tail, span: line.span),
      authors: citation.authors, isEntry: true)
  }

  /// `[Title](url), Author, 2009`; `A. Lee, B. Chen. [Title](url)`
  private static func linkedTitle(_ line: TextLine) -> ItemLine? {
    guard let index = line.segments.firstIndex(where: \.isLink), case .link(let link) = line.segments[index],
      !link.isBare, !FieldLabel.isLinkWord(link.label)
    else { return nil }
    let rest = line.with(line.segments[(index + 1)...])
    // Notes of one's own are about the work in their title where its venue follows.
    if EntryDraft.isOwnFile(link.url), !link.label.hasWords(3) || !namesVenue(rest.text) { return nil }
    let before = line.text(before: index)
    let names = ItemLine.names(before)
    let isMark = !before.trimming("*_-([:").hasWords(2)
    guard names != nil || isMark || TitleLine(ByteText(joining: [before, ByteText(" x")])).title == "x" else {
      return nil
    }
    // `The [policy](url) says how ...`: a link within a sentence.
    if names == nil, before.hasWords(1), rest.text.startsLowercase, rest.text.hasWords(4) { return nil }
    // `2020-12-31: [Title](url)`: the day of the session.
    let startsWithLink = names != nil || DateScanner.onlyDate(before.trimming(":-–—")) != nil
    let title = line.with(line.segments[(startsWithLink ? index : 0)...index])
    return ItemLine(titles: [title], rest: rest.isBlank ? nil : rest, authors: names ?? [], isEntry: true)
  }

  /// Whether what follows a title is where it appeared: `@ Maps 2020`, `(ISCA 2024)`.
  static func namesVenue(_ rest: ByteText) -> Bool {
    let place = rest.trimming(",.:;-–—()[]")
    return venueBehindAt(rest) != nil || VenueScanner.venue(place) != nil || VenuePhrase.venue(place) != nil
  }

  /// `Maps 2020` of `@ Maps 2020`.
  static func venueBehindAt(_ rest: ByteText) -> VenueScanner.Venue? {
    let text = rest.trimming(",:-–—(")
    guard text.hasPrefix("@"), case let place = text.dropFirst().trimming(",.;)"), place.startsUppercase,
      !place.hasWords(13)
    else { return nil }
    return VenueScanner.Venue(name: place, year: DateScanner.lastYear(in: place))
  }

  /// The names before a linked title. A full stop ends other things too: before one it takes two people.
  private static func names(_ text: ByteText) -> [ByteText]? {
    let head = text.trimmingEnd("\"“")
    if head.hasSuffix(".") { return AuthorLine.parseFullNames(head.dropLast(), evidence: .tail) }
    return head.hasSuffix(",") || head.hasSuffix(":") ? AuthorLine.parse(head) : nil
  }

  /// `Title: url`, `Title url text`, a bare url
  private static func titleBeforeLink(_ line: TextLine) -> ItemLine? {
    guard let index = line.segments.firstIndex(where: \.isLink) else { return nil }
    let head = line.text(before: index)
    guard !head.hasWords(26), !head.endsLikeASentence || !head.hasWords(13) else { return nil }
    // Links in a row after the title are all the entry's; text after them is about it.
    var end = index
    while end < line.segments.count {
      if case .text(let text, _) = line.segments[end], text.trimming("+|,/()").hasWords(3) { break }
      end += 1
    }
    let title = line.with(line.segments[..<end])
    let rest = line.with(line.segments[end...])
    let hasForeignLink = title.links.contains { !EntryDraft.isOwnFile($0.url) }
    return ItemLine(titles: [title], rest: rest.isBlank ? nil : rest, isEntry: hasForeignLink)
  }

  private static func unlinked(_ line: TextLine, isNumbered: Bool) -> ItemLine {
    let text = line.text
    if let split = venueThenDescription(text) {
      return ItemLine(
        titles: split.head.map { TextLine($0, span: line.span) },
        rest: TextLine(split.rest, span: line.span), isEntry: true)
    }
    for separator in [" - ", " – ", " — ", "- ", ": "] as [StaticString] {
      guard let place = text.firstRange(of: separator) else { continue }
      let head = text[..<place.lowerBound]
      let tail = text[place.upperBound...].trimming("-")
      guard head.hasWords(1), !head.hasWords(7), tail.hasWords(6),
        text[place].first != UInt8(ascii: ":") || text.endsLikeASentence
      else { continue }
      return ItemLine(
        titles: [TextLine(head, span: line.span)], rest: TextLine(tail, span: line.span), isEntry: isNumbered)
    }
    let isName = !text.hasWords(21) && !text.endsLikeASentence
    return ItemLine(titles: [line], rest: nil, isEntry: isName && isNumbered)
  }

  /// `Name (ISCA’24) / Other (OSDI’24): what they do`
  private static func venueThenDescription(_ text: ByteText) -> (head: [ByteText], rest: ByteText)? {
    guard let place = text.firstRange(of: "):") else { return nil }
    let head = text[...place.lowerBound]
    let names = head.split(separator: UInt8(ascii: "/")).map(\.trimmed)
    guard !head.hasWords(17), names.allSatisfy({ VenueScanner.trailingVenue(of: $0) != nil }) else {
      return nil
    }
    return (names, text[place.upperBound...].trimmed)
  }
}
