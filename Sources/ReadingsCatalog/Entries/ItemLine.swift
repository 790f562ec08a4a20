internal import SourceText

/// A list item's first line, taken apart into the entry's title and what is said about it.
struct ItemLine {
  var titles: [TextLine]
  /// What follows the title on the line; nil when there is nothing.
  var rest: TextLine?
  /// Names that stand before the title.
  var authors: [String] = []
  /// Whether the line by itself shows that it is about one thing to read: a link, a venue, a description.
  var isEntry: Bool

  init(_ line: TextLine, isNumbered: Bool = false) {
    if let citation = ItemLine.citation(line) {
      self = citation
    } else if let parts = ItemLine.linkedTitle(line) ?? ItemLine.titleBeforeLink(line) {
      self = parts
    } else {
      self = ItemLine.unlinked(line, isNumbered: isNumbered)
    }
  }

  private init(titles: [TextLine], rest: TextLine?, authors: [String] = [], isEntry: Bool) {
    self.titles = titles
    self.rest = rest
    self.authors = authors
    self.isEntry = isEntry
  }

  /// `A. Lee. "Title". ICLR 2014. [pdf](url)`
  private static func citation(_ line: TextLine) -> ItemLine? {
    guard let citation = Citation(line.residue) else { return nil }
    let links = line.segments.filter { if case .link = $0 { true } else { false } }
    let title = TextLine(segments: [.text(citation.title + " ", isStrong: false)] + links, span: line.span)
    let rest = ([citation.year.map(String.init), citation.rest].compactMap { $0 }).joined(separator: ", ")
    return ItemLine(
      titles: [title], rest: TextLine(segments: [.text(rest, isStrong: false)], span: line.span),
      authors: citation.authors,
      isEntry: true)
  }

  /// `[Title](url), Author, 2009`
  private static func linkedTitle(_ line: TextLine) -> ItemLine? {
    guard let index = line.segments.firstIndex(where: { if case .link = $0 { true } else { false } }),
      case .link(let label, let url) = line.segments[index]
    else { return nil }
    let before = TextLine(segments: Array(line.segments[..<index]), span: line.span)
    let names = before.text.hasSuffix(",") || before.text.hasSuffix(":") ? AuthorLine.parse(before.text) : nil
    let isMark = before.text.trimming(["*", "_", "-", "(", "[", ":"]).wordCount <= 1
    guard names != nil || isMark || TitleLine(before.text + " x").title == "x",
      !FieldLabel.isLinkWord(label), !label.hasPrefix("http"), !EntryDraft.isOwnFile(url)
    else { return nil }
    let rest = TextLine(segments: Array(line.segments[(index + 1)...]), span: line.span)
    let title = TextLine(segments: Array(line.segments[(names == nil ? 0 : index)...index]), span: line.span)
    return ItemLine(titles: [title], rest: rest.isBlank ? nil : rest, authors: names ?? [], isEntry: true)
  }

  /// `Title: url`, `Title url text`, a bare url
  private static func titleBeforeLink(_ line: TextLine) -> ItemLine? {
    guard let index = line.segments.firstIndex(where: { if case .link = $0 { true } else { false } }) else {
      return nil
    }
    let head = TextLine(segments: Array(line.segments[..<index]), span: line.span)
    guard head.text.wordCount <= 25, !head.text.endsLikeASentence || head.text.wordCount <= 12 else {
      return nil
    }
    // Links in a row after the title are all the entry's; text after them is about it.
    var end = index
    while end < line.segments.count {
      if case .text(let text, _) = line.segments[end],
        text.trimming(["+", "|", ",", "/", "(", ")"]).wordCount > 2
      {
        break
      }
      end += 1
    }
    let title = TextLine(segments: Array(line.segments[..<end]), span: line.span)
    let rest = TextLine(segments: Array(line.segments[end...]), span: line.span)
    let hasForeignLink = title.links.contains { !EntryDraft.isOwnFile($0.url) }
    return ItemLine(titles: [title], rest: rest.isBlank ? nil : rest, isEntry: hasForeignLink)
  }

  private static func unlinked(_ line: TextLine, isNumbered: Bool) -> ItemLine {
    let text = line.text
    if let split = venueThenDescription(text) {
      let titles = split.head.map { TextLine(segments: [.text($0, isStrong: false)], span: line.span) }
      return ItemLine(
        titles: titles, rest: TextLine(segments: [.text(split.rest, isStrong: false)], span: line.span),
        isEntry: true)
    }
    for separator in [" - ", " – ", " — ", "- ", ": "] {
      guard let place = text.firstRange(of: separator) else { continue }
      let head = text[..<place.lowerBound]
      let tail = text[place.upperBound...].trimming(["-"])
      guard (1...6).contains(head.wordCount), tail.wordCount >= 6,
        separator != ": " || text.endsLikeASentence
      else { continue }
      return ItemLine(
        titles: [TextLine(segments: [.text(String(head), isStrong: false)], span: line.span)],
        rest: TextLine(segments: [.text(tail, isStrong: false)], span: line.span), isEntry: isNumbered)
    }
    let isName = text.wordCount <= 20 && !text.endsLikeASentence
    return ItemLine(titles: [line], rest: nil, isEntry: isName && isNumbered)
  }

  /// `Name (ISCA’24) / Other (OSDI’24): what they do`
  private static func venueThenDescription(_ text: String) -> (head: [String], rest: String)? {
    guard let place = text.firstRange(of: "):") else { return nil }
    let head = text[...place.lowerBound]
    let names = String(head).split(separator: "/").map { $0.trimming([]) }
    guard head.wordCount <= 16, names.allSatisfy({ VenueScanner.trailingVenue(of: $0) != nil }) else {
      return nil
    }
    return (names, text[place.upperBound...].trimming([]))
  }
}
