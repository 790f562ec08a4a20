internal import SourceText

/// Where an entry stands in its post.
struct EntryContext: Sendable {
  var section: ByteText?
  var role: ReadingRole = .unspecified
  var isInSoftwareSection = false
  var isInBookSection = false
  var leadingNumber: TitleLine.LeadingNumber = .listNumber
}

/// The fields of one entry as they are found, with the evidence for each.
///
/// A field that is set stays: what stands first in the entry counts.
struct EntryDraft {
  private(set) var reading: Reading
  private(set) var title = ByteText()
  private(set) var urls: [ByteText] = []
  private var abstractLines: [ByteText] = []
  /// What each of ``urls`` leads to, by its label or else its address; nil where neither tells.
  private var linkKinds: [ReadingKind?] = []
  private let context: EntryContext
  private let post: PostFrame
  private let kindHint: ReadingKind?
  private var titleOffset: Int
  private var writtenYear: Int?
  private var venueYear: Int?
  private var seenAddresses: Set<ByteText> = []
  /// Those of the reading's identifiers that prose mentions, perhaps as another work's.
  private var mentioned: [Identifier] = []
  /// Whether a date stands alone on a line, as in announcements.
  var hasAnnouncementDate = false
  /// Whether a line was found that only entries about a work have: authors, a submission date, an identifier.
  private(set) var isCertain = false
  /// What the entry's own lines say of a published work; an introduction that mentions the like does not count.
  private var looksPublished = false
  private var hasOwnAbstract = false
  /// How many names the first line of nothing but names has, and how many of them are full.
  private var namesOnOwnLine = 0
  private var fullNamesOnOwnLine = 0

  init(span: SourceSpan, context: EntryContext, post: PostFrame, kindHint: ReadingKind?) {
    self.context = context
    self.post = post
    self.kindHint = kindHint
    titleOffset = span.lowerBound
    reading = Reading(key: "", title: "", span: span, position: SourcePosition(line: 1, column: 1))
  }

  // MARK: Title

  /// Takes the title and what hangs on it.
  mutating func setTitle(_ parts: TitleLine, _ span: SourceSpan) {
    title = parts.title
    titleOffset = span.lowerBound
    if !post.omitted.contains(.evidence) { reading.evidence.reserveCapacity(8) }
    urls.reserveCapacity(4)
    linkKinds.reserveCapacity(4)
    note("title", span, "title line")
    reading.citations = parts.citations
    if parts.citations != nil { note("citations", span, "number in brackets before the title") }
    reading.affiliation = parts.affiliation?.string
    if parts.affiliation != nil { note("affiliation", span, "organisation in brackets after the title") }
    if let year = parts.year, parts.venue == nil { set(writtenYear: year, span, "year after the title") }
    if let venue = parts.venue {
      set(venue: venue, year: parts.year, span, "venue after the title", isInPassing: true)
    }
    if !parts.authors.isEmpty {
      let place = parts.announcesTalk ? "names before the title" : "names after the title"
      set(authors: parts.authors, span, place, isInPassing: parts.announcesTalk)
    }
  }

  /// Puts a fuller title in the place of a short name, which becomes another title.
  mutating func replaceTitle(_ text: ByteText, _ span: SourceSpan, _ rule: String) {
    let parts = TitleLine(text)
    guard !parts.title.isEmpty, parts.title != title else { return }
    if !title.isEmpty, !title.hasPrefix("http") { reading.alternativeTitles.append(title.string) }
    title = parts.title
    titleOffset = span.lowerBound
    if let venue = parts.venue {
      set(venue: venue, year: parts.year, span, "venue after the title")
    } else if let year = parts.year {
      set(writtenYear: year, span, "year after the title")
    }
    note("title", span, rule)
  }

  // MARK: Fields

  private mutating func note(_ field: String, _ span: SourceSpan, _ rule: String) {
    if post.omitted.contains(.evidence) { return }
    reading.evidence.append(FieldEvidence(field, span, rule))
  }

  mutating func set(authors: [ByteText], _ span: SourceSpan, _ rule: String, isInPassing: Bool = false) {
    guard reading.authors.isEmpty else { return }
    reading.authors = authors.map(\.string)
    isCertain = true
    looksPublished = looksPublished || !isInPassing
    note("authors", span, rule)
  }

  mutating func set(
    venue: ByteText, year: Int? = nil, _ span: SourceSpan, _ rule: String, isInPassing: Bool = false
  ) {
    venueYear = venueYear ?? year
    guard reading.venue == nil else { return }
    reading.venue = venue.string
    looksPublished = looksPublished || !isInPassing
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
    looksPublished = true
    note("submitted", span, "'Submitted on' line")
  }

  mutating func set(affiliation: ByteText, _ span: SourceSpan, _ rule: String) {
    guard reading.affiliation == nil, !affiliation.isEmpty else { return }
    reading.affiliation = affiliation.string
    note("affiliation", span, rule)
  }

  mutating func set(abstract: ByteText, _ span: SourceSpan, isInPassing: Bool = false) {
    guard !hasAbstract else { return }
    abstractLines = [abstract]
    hasOwnAbstract = !isInPassing
    note("abstract", span, "first paragraph of prose")
  }

  /// Goes on with the abstract on its next line.
  mutating func extendAbstract(with text: ByteText) {
    if hasAbstract { abstractLines.append(text) }
  }

  /// A year that comes with the venue, for want of another.
  mutating func set(venueYear year: Int?) {
    venueYear = venueYear ?? year
  }

  mutating func add(tags: [Tag], _ span: SourceSpan) {
    for tag in tags where !reading.tags.contains(tag) { reading.tags.append(tag) }
    if !tags.isEmpty { note("tags", span, "'Tags:' line") }
  }

  /// Notes that a line holds nothing but these names.
  mutating func note(namesOnOwnLine names: [ByteText]) {
    namesOnOwnLine = max(namesOnOwnLine, names.count)
    fullNamesOnOwnLine = max(fullNamesOnOwnLine, names.count { $0.hasWords(2) })
  }

  mutating func set(presenter: ByteText, _ span: SourceSpan) {
    guard reading.presenter == nil, !presenter.isEmpty else { return }
    reading.presenter = presenter.string
    note("presenter", span, "presenter")
  }

  /// Adds the links of a line: the session's own files to the slides, the rest to the links, each once. `role` is what
  /// the line's label says that they lead to, `likely` what they do where neither label nor address tells.
  ///
  /// Where the line is prose that only mentions them, a later line of the entry's own identifiers counts for more.
  mutating func addLinks(
    of line: TextLine, role: ReadingKind? = nil, likely: ReadingKind? = nil, isInPassing: Bool = false
  ) {
    guard line.hasLinks else { return }
    for case .link(let link) in line.segments where !link.url.isEmpty {
      let url = link.address
      if EntryDraft.isOwnFile(url) {
        let file = url.string
        // A post or note of the seminar's own is no deck.
        if !url.hasSuffix(lowercase: ".md"), !reading.slides.contains(file) { reading.slides.append(file) }
        continue
      }
      guard EntryDraft.isAddress(url), isNew(url) else { continue }
      let identifier = IdentifierScanner.identifier(inURL: url)
      let kind = identifier == nil ? KindClassifier.kind(ofUnregistered: url) : .paper
      urls.append(url)
      linkKinds.append(role ?? kind ?? FieldLabel.kind(ofLinkWord: link.label) ?? likely)
      note("urls", line.span, "link")
      if let identifier { add(identifier, line.span, "link", isInPassing: isInPassing) }
    }
  }

  /// Whether an address is not among ``urls``; few are compared one by one, many are kept in a set.
  private mutating func isNew(_ url: ByteText) -> Bool {
    if urls.count < 16 { return !urls.contains(url) }
    if seenAddresses.isEmpty { seenAddresses = Set(urls) }
    return seenAddresses.insert(url).inserted
  }

  /// Whether a link leads to something to read: mail addresses and places on the page do not.
  private static func isAddress(_ url: ByteText) -> Bool {
    url.hasPrefix(lowercase: "http://") || url.hasPrefix(lowercase: "https://") || url.hasPrefix("//")
      || url.hasPrefix(lowercase: "ftp://") || url.hasPrefix(lowercase: "www.")
  }

  /// Whether an address is a file of the seminar's own site: relative, or built by Liquid.
  static func isOwnFile(_ url: ByteText) -> Bool {
    if url.contains(UInt8(ascii: "{")), url.contains("{{") || url.contains("{%") { return true }
    if url.hasPrefix("http://") || url.hasPrefix("https://") || url.hasPrefix(lowercase: "www.") {
      return false
    }
    let scheme = url.prefix { $0.isAlphanumeric || $0 >= 0x80 || "+-.".utf8.contains($0) }
    let hasScheme = !scheme.isEmpty && url[scheme.endIndex...].hasPrefix(":")
    return !hasScheme && !url.hasPrefix("//") && !url.hasPrefix("#")
  }

  mutating func addIdentifiers(inText text: ByteText, _ span: SourceSpan) {
    for identifier in IdentifierScanner.identifiers(inText: text) {
      add(identifier, span, "identifier in the text")
    }
  }

  mutating func add(
    _ identifier: Identifier, _ span: SourceSpan, _ rule: String, isInPassing: Bool = false
  ) {
    if let place = reading.identifiers.firstIndex(where: { $0.scheme == identifier.scheme }) {
      guard !isInPassing, let mention = mentioned.firstIndex(of: reading.identifiers[place]) else { return }
      mentioned.remove(at: mention)
      if reading.identifiers[place] == identifier { return }
      reading.identifiers.remove(at: place)
      reading.evidence.removeAll { $0.field == identifier.scheme.rawValue }
    } else if isInPassing {
      mentioned.append(identifier)
    }
    reading.identifiers.append(identifier)
    isCertain = true
    note(identifier.scheme.rawValue, span, rule)
  }

  mutating func end(at offset: Int) {
    reading.span = SourceSpan(reading.span.lowerBound, max(offset, reading.span.upperBound))
  }

  // MARK: Result

  /// Whether the lines read are the facts of one work: its submission date or its authors. A single name can be
  /// anything, and a few names without a link too, so they count only where readings are `expected`.
  func holdsOneWork(expected: Bool) -> Bool {
    if reading.submitted != nil { return true }
    return expected ? namesOnOwnLine >= 1 : fullNamesOnOwnLine >= (urls.isEmpty ? 4 : 2)
  }

  var hasAbstract: Bool { !abstractLines.isEmpty }

  /// Whether a venue stands behind a title of three words or more.
  var hasTitleWithVenue: Bool { reading.venue != nil && title.hasWords(3) }

  /// The finished entry; nil when it has neither a title nor a link.
  mutating func finish() -> Reading? {
    if title.isEmpty { title = urls.first ?? title }
    guard !title.isEmpty else { return nil }
    let kind = KindClassifier.kind(
      .init(
        title: title, urls: urls, linkKinds: linkKinds, hasIdentifier: !reading.identifiers.isEmpty,
        looksPublished: looksPublished, hasVenue: reading.venue != nil, hasAbstract: hasOwnAbstract,
        isInSoftwareSection: context.isInSoftwareSection, isInBookSection: context.isInBookSection,
        hasAnnouncementDate: hasAnnouncementDate,
        hint: kindHint))
    reading.title = title.string
    reading.position = post.lines.position(at: titleOffset)
    reading.section = context.section?.string
    reading.role = context.role
    reading.kind = kind
    reading.urls = urls.map(\.string)
    if hasAbstract, !post.omitted.contains(.abstract) {
      reading.abstract = ByteText(joining: abstractLines, separator: " ").string
    }
    reading.identifiers.sort()
    reading.year = reading.submitted?.year ?? writtenYear ?? venueYear
    reading.key = reading.identifiers.first?.value ?? slug(of: title)
    return reading
  }
}
