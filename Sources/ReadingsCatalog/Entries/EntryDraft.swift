internal import SourceText

/// Where an entry stands in its post.
struct EntryContext: Sendable {
  var section: String?
  var role: ReadingRole = .unspecified
  var isInSoftwareSection = false
  var leadingNumber: TitleLine.LeadingNumber = .listNumber
}

/// The fields of one entry as they are found, with the evidence for each.
///
/// A field that is set stays: what stands first in the entry counts.
struct EntryDraft {
  private(set) var reading: Reading
  private let context: EntryContext
  private let lines: LineTable
  private let kindHint: ReadingKind?
  private var writtenYear: Int?
  private var venueYear: Int?
  private var identifiers: [Identifier] = []
  private var seenAddresses: Set<String> = []
  /// Whether a date stands alone on a line, as in announcements.
  var hasAnnouncementDate = false
  /// Whether a line was found that only entries about a work have: authors, a submission date, an identifier.
  private(set) var isCertain = false
  /// How many names the first line of nothing but names has.
  private(set) var namesOnOwnLine = 0

  init(span: SourceSpan, context: EntryContext, lines: LineTable, kindHint: ReadingKind?) {
    self.context = context
    self.lines = lines
    self.kindHint = kindHint
    reading = Reading(key: "", title: "", span: span, position: lines.position(at: span.lowerBound))
  }

  // MARK: Title

  /// Takes the title and what hangs on it.
  mutating func setTitle(_ parts: TitleLine, _ span: SourceSpan) {
    reading.title = parts.title
    reading.position = lines.position(at: span.lowerBound)
    note("title", span, "title line")
    reading.citations = parts.citations
    if parts.citations != nil { note("citations", span, "number in brackets before the title") }
    reading.affiliation = parts.affiliation
    if parts.affiliation != nil { note("affiliation", span, "organisation in brackets after the title") }
    if let year = parts.year, parts.venue == nil { set(writtenYear: year, span, "year after the title") }
    if let venue = parts.venue { set(venue: venue, year: parts.year, span, "venue after the title") }
    if !parts.authors.isEmpty { set(authors: parts.authors, span, "names after the title") }
  }

  /// Puts a fuller title in the place of a short name, which becomes another title.
  mutating func replaceTitle(_ text: String, _ span: SourceSpan, _ rule: String) {
    let parts = TitleLine(text)
    guard !parts.title.isEmpty, parts.title != reading.title else { return }
    if !reading.title.isEmpty, !reading.title.hasPrefix("http") {
      reading.alternativeTitles.append(reading.title)
    }
    reading.title = parts.title
    reading.position = lines.position(at: span.lowerBound)
    if let venue = parts.venue {
      set(venue: venue, year: parts.year, span, "venue after the title")
    } else if let year = parts.year {
      set(writtenYear: year, span, "year after the title")
    }
    note("title", span, rule)
  }

  // MARK: Fields

  private mutating func note(_ field: String, _ span: SourceSpan, _ rule: String) {
    reading.evidence.append(FieldEvidence(field, span, rule))
  }

  mutating func set(authors: [String], _ span: SourceSpan, _ rule: String) {
    guard reading.authors.isEmpty else { return }
    reading.authors = authors
    isCertain = true
    note("authors", span, rule)
  }

  mutating func set(venue: String, year: Int? = nil, _ span: SourceSpan, _ rule: String) {
    venueYear = venueYear ?? year
    guard reading.venue == nil else { return }
    reading.venue = venue
    note("venue", span, rule)
  }

  mutating func set(writtenYear year: Int, _ span: SourceSpan, _ rule: String) {
    guard writtenYear == nil else { return }
    writtenYear = year
    note("year", span, rule)
  }

  mutating func set(submitted date: CalendarDate, _ span: SourceSpan) {
    guard reading.submitted == nil else { return }
    reading.submitted = date
    isCertain = true
    note("submitted", span, "'Submitted on' line")
  }

  mutating func set(affiliation: String, _ span: SourceSpan, _ rule: String) {
    guard reading.affiliation == nil, !affiliation.isEmpty else { return }
    reading.affiliation = affiliation
    note("affiliation", span, rule)
  }

  mutating func set(abstract: String, _ span: SourceSpan) {
    guard reading.abstract == nil else { return }
    reading.abstract = abstract
    note("abstract", span, "first paragraph of prose")
  }

  /// Goes on with the abstract on its next line.
  mutating func extendAbstract(with text: String) {
    reading.abstract?.append(" " + text)
  }

  /// A year that comes with the venue, for want of another.
  mutating func set(venueYear year: Int?) {
    venueYear = venueYear ?? year
  }

  mutating func add(tags: [Tag], _ span: SourceSpan) {
    for tag in tags where !reading.tags.contains(tag) { reading.tags.append(tag) }
    if !tags.isEmpty { note("tags", span, "'Tags:' line") }
  }

  /// Notes that a line holds nothing but this many names.
  mutating func noteNames(_ count: Int) {
    namesOnOwnLine = max(namesOnOwnLine, count)
  }

  mutating func set(presenter: String, _ span: SourceSpan) {
    guard reading.presenter == nil, !presenter.isEmpty else { return }
    reading.presenter = presenter
    note("presenter", span, "presenter")
  }

  /// Adds the links of a line: the session's own files to the slides, the rest to the links, each once.
  mutating func addLinks(of line: TextLine) {
    for link in line.links {
      if EntryDraft.isOwnFile(link.url) {
        if !reading.slides.contains(link.url) { reading.slides.append(link.url) }
        continue
      }
      guard isAddress(link.url), seenAddresses.insert(link.url).inserted else { continue }
      reading.urls.append(link.url)
      note("urls", line.span, "link")
      if let identifier = IdentifierScanner.identifier(inURL: link.url) { add(identifier, line.span, "link") }
    }
  }

  /// Whether a link leads to something to read: mail addresses and places on the page do not.
  private func isAddress(_ url: String) -> Bool {
    let lowered = url.prefix(8).lowercased()
    return lowered.hasPrefix("http://") || lowered.hasPrefix("https://") || lowered.hasPrefix("//")
      || lowered.hasPrefix("ftp://")
  }

  /// Whether an address is a file of the seminar's own site: relative, or built by Liquid.
  static func isOwnFile(_ url: String) -> Bool {
    if url.firstRange(of: "{{") != nil || url.firstRange(of: "{%") != nil { return true }
    let scheme = url.prefix { $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == "." }
    let hasScheme = !scheme.isEmpty && url[scheme.endIndex...].hasPrefix(":")
    return !hasScheme && !url.hasPrefix("//") && !url.hasPrefix("#")
  }

  mutating func addIdentifiers(inText text: String, _ span: SourceSpan) {
    for identifier in IdentifierScanner.identifiers(inText: text) {
      add(identifier, span, "identifier in the text")
    }
  }

  mutating func add(_ identifier: Identifier, _ span: SourceSpan, _ rule: String) {
    guard !identifiers.contains(where: { $0.scheme == identifier.scheme }) else { return }
    identifiers.append(identifier)
    isCertain = true
    note(identifier.scheme.rawValue, span, rule)
  }

  mutating func end(at offset: Int) {
    reading.span = SourceSpan(reading.span.lowerBound, max(offset, reading.span.upperBound))
  }

  // MARK: Result

  /// Whether the lines read are the facts of one work: its submission date or its authors. A single name can be
  /// anything, so it counts only where readings are `expected`.
  func holdsOneWork(expected: Bool) -> Bool {
    reading.submitted != nil || namesOnOwnLine >= (expected ? 1 : 2)
  }

  /// The finished entry; nil when it has neither a title nor a link.
  func finish() -> Reading? {
    var result = reading
    if result.title.isEmpty { result.title = result.urls.first ?? "" }
    guard !result.title.isEmpty else { return nil }
    result.section = context.section
    result.role = context.role
    result.identifiers = identifiers.sorted()
    result.year = result.submitted?.year ?? writtenYear ?? venueYear
    result.kind = KindClassifier.kind(
      .init(
        title: result.title, urls: result.urls, hasIdentifier: !identifiers.isEmpty,
        looksPublished: !result.authors.isEmpty || result.submitted != nil || result.venue != nil,
        hasAbstract: result.abstract != nil,
        isInSoftwareSection: context.isInSoftwareSection, hasAnnouncementDate: hasAnnouncementDate,
        hint: kindHint))
    result.key = result.identifiers.first?.value ?? slug(of: result.title)
    return result
  }
}
