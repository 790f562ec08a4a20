internal import SourceText

/// Where an entry stands in its post.
struct EntryContext: Sendable {
  var section: String?
  var role: ReadingRole = .unspecified
  var isInSoftwareSection = false
  var leadingNumber: TitleLine.LeadingNumber = .listNumber
}

/// Puts one entry together from its title line and the lines below it, each recognised by what it says rather
/// than by where it stands: authors, submission date, links and abstract come in any order.
struct EntryReader {
  private(set) var reading: Reading
  private let context: EntryContext
  private let lines: LineTable
  private var titleText: String
  private var kindHint: ReadingKind?
  private var hasAnnouncementDate = false
  private var writtenYear: Int?
  private var venueYear: Int?
  private var identifiers: [Identifier] = []
  /// Whether an address stands beside the title, as beside a short name.
  private let titleHasLink: Bool
  /// Whether a line was found that only entries about a work have: authors, a submission date, an identifier.
  private(set) var isCertain = false
  /// How many names the first line of nothing but names has.
  private var namesOnOwnLine = 0

  /// Starts an entry with its title; links on the title line are the entry's.
  init(
    title: TextLine, span: SourceSpan, context: EntryContext, lines: LineTable, kindHint: ReadingKind? = nil,
    mayHoldAuthors: Bool = false
  ) {
    self.context = context
    self.lines = lines
    self.kindHint = kindHint
    titleText = EntryReader.visibleTitle(title)
    titleHasLink = title.links.contains { $0.label.hasPrefix("http") }
    reading = Reading(key: "", title: "", span: span, position: lines.position(at: title.span.lowerBound))
    let parts = TitleLine(titleText, leadingNumber: context.leadingNumber, mayHoldAuthors: mayHoldAuthors)
    reading.title = parts.title
    note("title", title.span, "title line")
    reading.citations = parts.citations
    if parts.citations != nil { note("citations", title.span, "number in brackets before the title") }
    reading.affiliation = parts.affiliation
    if parts.affiliation != nil {
      note("affiliation", title.span, "organisation in brackets after the title")
    }
    writtenYear = parts.venue == nil ? parts.year : nil
    venueYear = parts.venue == nil ? nil : parts.year
    if parts.year != nil { note("year", title.span, "year after the title") }
    if let venue = parts.venue { set(venue: venue, title.span, "venue after the title") }
    if !parts.authors.isEmpty { set(authors: parts.authors, title.span, "names after the title") }
    addLinks(of: title)
    addIdentifiers(inText: title.text, title.span)
  }

  /// The title line without addresses and link words such as `PDF`.
  static func visibleTitle(_ line: TextLine) -> String {
    line.segments.map { segment in
      switch segment {
      case .text(let text, _): text
      case .link(let label, _):
        FieldLabel.isLinkWord(label) || label.hasPrefix("http") ? " " : label
      case .footnote: ""
      }
    }.joined().collapsingWhitespace
  }

  // MARK: Lines

  /// Reads a list item or paragraph that belongs to the entry; `isNested` marks notes below the entry's own bullets.
  /// Links in the running text of a paragraph are not the entry's own.
  mutating func read(_ block: [TextLine], isNested: Bool = false, isParagraph: Bool = false) {
    if block.count > 1, reading.authors.isEmpty, !isNested, let span = block.first?.span {
      let joined = block.map(\.residue).joined(separator: " ")
      if let names = AuthorLine.parse(joined), names.count >= 3 {
        namesOnOwnLine = max(namesOnOwnLine, names.count)
        set(authors: names, span, "author line")
        return
      }
    }
    var continuesAbstract = false
    for line in block where !line.isBlank {
      let mayLink = isNested ? line.residue.wordCount <= 8 : !isParagraph || line.residue.wordCount <= 4
      continuesAbstract = read(
        line, isNested: isNested, mayLink: mayLink, continuesAbstract: continuesAbstract)
    }
  }

  /// Reads one line; returns whether it was prose of the abstract, so that the next line may go on with it.
  private mutating func read(_ line: TextLine, isNested: Bool, mayLink: Bool, continuesAbstract: Bool) -> Bool
  {
    let text = line.text.trimming(["*", "_", "•", "+"])
    let isProse = text.wordCount >= 8
    if let (label, rest) = FieldLabel.parse(line.text) {
      return read(label, rest, line, isNested: isNested)
    }
    if mayLink { addLinks(of: line) }
    if line.isLabelledLink { return false }
    if !isNested, readNamesBeforeProse(line) { return true }
    if readDates(text, line.span) { return false }
    let residue = line.residue.trimming(["*", "_", "+", ":"])
    if FieldLabel.isLinkWord(residue) { return false }
    if let venue = VenueScanner.venueLine(residue) {
      set(venue: venue.name, line.span, "venue line")
      venueYear = venueYear ?? venue.year
      return false
    }
    if isNested { return false }
    if continuesAbstract { return extendAbstract(with: text, line) }
    if let names = AuthorLine.parse(withoutSubmission(residue)), reading.authors.isEmpty || names.count >= 2 {
      if line.links.isEmpty { namesOnOwnLine = max(namesOnOwnLine, names.count) }
      set(authors: names, line.span, "author line")
      return false
    }
    if readFullTitle(line) { return false }
    addIdentifiers(inText: line.residue, line.span)
    guard isProse, !(text.hasPrefix("(") && text.hasSuffix(")")) else { return false }
    return startAbstract(with: withoutLeadingLinks(line), line)
  }

  /// The line's text behind addresses that stand before it.
  private func withoutLeadingLinks(_ line: TextLine) -> String {
    if case .text(let text, _)? = line.segments.first, text.wordCount > 0 {
      return line.text.trimming(["*", "_", "•", "+"])
    }
    let rest = line.segments.drop { segment in
      switch segment {
      case .link(let label, _): label.hasPrefix("http")
      case .text(let text, _): text.wordCount == 0
      case .footnote: true
      }
    }
    return TextLine(segments: Array(rest), span: line.span).text.trimming(["*", "_", "•", "+"])
  }

  private mutating func read(_ label: FieldLabel, _ rest: String, _ line: TextLine, isNested: Bool) -> Bool {
    let residue = FieldLabel.parse(line.residue + (line.residue.contains(":") ? "" : ":"))?.rest ?? rest
    switch label {
    case .link, .code:
      addLinks(of: line)
      addIdentifiers(inText: line.text, line.span)
      if let (rest, venue) = VenueScanner.trailingVenue(of: "x, " + residue), rest == "x" {
        set(venue: venue.name, line.span, "venue")
      }
    case .authors:
      addLinks(of: line)
      if let names = AuthorLine.parse(rest, evidence: .labelled) {
        set(authors: names, line.span, "'Authors:' line")
      }
    case .venue: read(venueText: residue, line)
    case .date:
      if let year = DateScanner.firstDate(in: line.text.components(after: "Published"))?.year
        ?? rest.split(whereSeparator: { !$0.isNumber }).compactMap({ DateScanner.plausibleYear($0) }).last
      {
        set(writtenYear: year, line.span, "date line")
      }
    case .abstract:
      readAbstract(labelled: residue, line)
      return true
    case .tags: read(tags: rest, line)
    case .affiliation:
      reading.affiliation = reading.affiliation ?? rest
      note("affiliation", line.span, "'Affiliation:' line")
    case .presenter:
      reading.presenter = rest
      note("presenter", line.span, "'Presenter:' line")
    case .title: replaceTitle(rest, line, "'Title:' line")
    case .note:
      if let venue = VenueScanner.firstVenue(in: rest), rest.wordCount <= 8 {
        set(venue: venue.name, line.span, "venue in a comment")
        venueYear = venueYear ?? venue.year
      }
    }
    return false
  }

  private mutating func read(venueText text: String, _ line: TextLine) {
    addLinks(of: line)
    let name = text.trimmingEnd([".", ","])
    guard !name.isEmpty else { return }
    if comparisonForm(name).hasPrefix("arxiv") {
      addIdentifiers(inText: name, line.span)
    } else {
      set(venue: name, line.span, "'Venue:' line")
    }
    let years = name.split { !$0.isNumber }.compactMap { DateScanner.plausibleYear($0) }
    venueYear = venueYear ?? years.last ?? VenueScanner.firstVenue(in: name)?.year
  }

  /// `intro: CVPR 2015. Google DeepMind`: an introduction's short sentences give the venue, the makers, or their
  /// institutions; the rest is the abstract.
  private mutating func readAbstract(labelled text: String, _ line: TextLine) {
    addLinks(of: line)
    var prose: [Substring] = []
    for sentence in text.trimming(["\"", "“", "”"]).sentences {
      let phrase = sentence.trimming([".", ";", ","])
      if phrase.wordCount <= 14, prose.isEmpty, readPhrase(phrase, line) { continue }
      prose.append(sentence)
    }
    let rest = prose.joined(separator: " ")
    if rest.wordCount >= 3 { _ = startAbstract(with: rest, line) }
  }

  private mutating func readPhrase(_ phrase: String, _ line: TextLine) -> Bool {
    if let venue = VenueScanner.firstVenue(in: phrase), venue.year != nil || phrase.wordCount <= 4 {
      set(venue: venue.name, line.span, "venue in the introduction")
      venueYear = venueYear ?? venue.year
      return true
    }
    if phrase.hasPrefix("by ") || phrase.wordCount <= 4, let names = AuthorLine.parse(phrase),
      names.allSatisfy(AuthorLine.isPersonName),
      names.allSatisfy({ $0.wordCount >= 2 })
    {
      set(authors: names, line.span, "names in the introduction")
      return true
    }
    if Institution.isList(phrase) {
      if reading.affiliation == nil {
        reading.affiliation = phrase
        note("affiliation", line.span, "institutions in the introduction")
      }
      return true
    }
    if let year = phrase.words.first.flatMap({ DateScanner.plausibleYear($0) }), phrase.wordCount <= 4 {
      set(writtenYear: year, line.span, "year in the introduction")
      return true
    }
    return false
  }

  private mutating func read(tags text: String, _ line: TextLine) {
    let spellings = text.trimming(["[", "]", "."]).split { $0 == "," || $0 == ";" }
    let tags = spellings.map { $0.trimming(["`", "#", "*", "\""]) }.filter { !$0.isEmpty }.map(Tag.init)
    for tag in tags where !reading.tags.contains(tag) { reading.tags.append(tag) }
    if !tags.isEmpty { note("tags", line.span, "'Tags:' line") }
  }

  /// `[Submitted on ...]`, `Published: ...`, a date alone on its line.
  private mutating func readDates(_ text: String, _ span: SourceSpan) -> Bool {
    if let date = DateScanner.submittedDate(in: text) {
      if reading.submitted == nil {
        reading.submitted = date
        isCertain = true
        note("submitted", span, "'Submitted on' line")
      }
      return text.wordCount <= 20
    }
    if DateScanner.isOnlyDate(text), let found = DateScanner.firstDate(in: text) {
      hasAnnouncementDate = true
      set(writtenYear: found.year, span, "date line")
      return true
    }
    return false
  }

  /// `Ann Lee, Bo Chen / The abstract`, on one line.
  private mutating func readNamesBeforeProse(_ line: TextLine) -> Bool {
    guard reading.authors.isEmpty, let slash = line.text.firstRange(of: " / ") else { return false }
    let prose = line.text[slash.upperBound...].trimming([])
    guard prose.wordCount >= 8,
      let names = AuthorLine.parse(String(line.text[..<slash.lowerBound]), evidence: .tail), names.count >= 2
    else { return false }
    set(authors: names, line.span, "names before a slash")
    return startAbstract(with: prose, line)
  }

  /// The text without a `(Submitted on ...)` remark.
  private func withoutSubmission(_ text: String) -> String {
    for remark in ["(Submitted on", "(submitted on"] {
      if let place = text.firstRange(of: remark) { return String(text[..<place.lowerBound]) }
    }
    return text
  }

  /// A short name stands above, and this line gives the title in quotes, or after the name and a colon.
  private mutating func readFullTitle(_ line: TextLine) -> Bool {
    guard line.text.utf8.count <= 300 else { return false }
    let text = line.text.trimming(["*", "_"])
    let words = text.words
    guard (2...30).contains(words.count), reading.title.wordCount <= 3 || reading.title.hasPrefix("http")
    else { return false }
    let isQuoted =
      (text.hasPrefix("\"") && text.hasSuffix("\"")) || (text.hasPrefix("“") && text.hasSuffix("”"))
    let name = reading.title.lowercased()
    let lowered = text.lowercased()
    let repeatsName =
      lowered.hasPrefix(name + ":")
      || (lowered.firstRange(of: name) != nil && text.contains(":") && isTitleCase(text))
    let namesLink =
      titleHasLink && reading.abstract == nil && words.count >= 4 && isTitleCase(text)
      && !text.endsLikeASentence
    guard isQuoted || namesLink || (repeatsName && words.count > reading.title.wordCount),
      !(isQuoted && text.dropLast().hasSuffix("."))
    else { return false }
    if !isQuoted, text.endsLikeASentence, words.count > 15 { return false }
    replaceTitle(text, line, isQuoted ? "title in quotes" : "full title below a short name")
    return true
  }

  private func isTitleCase(_ text: String) -> Bool {
    let words = text.words.filter { $0.count > 3 }
    return words.filter { $0.first?.isUppercase == true }.count * 3 >= words.count * 2
  }

  private mutating func replaceTitle(_ text: String, _ line: TextLine, _ rule: String) {
    let parts = TitleLine(text)
    guard !parts.title.isEmpty, parts.title != reading.title else { return }
    if !reading.title.isEmpty, !reading.title.hasPrefix("http") {
      reading.alternativeTitles.append(reading.title)
    }
    reading.title = parts.title
    reading.position = lines.position(at: line.span.lowerBound)
    if let venue = parts.venue { set(venue: venue, line.span, "venue after the title") }
    note("title", line.span, rule)
  }

  private mutating func startAbstract(with text: String, _ line: TextLine) -> Bool {
    guard reading.abstract == nil else { return false }
    var prose = text
    for (open, close) in [("\"", "\""), ("“", "”")] where prose.hasPrefix(open) && prose.hasSuffix(close) {
      prose = prose.dropFirst().dropLast().trimming([])
    }
    reading.abstract = prose
    note("abstract", line.span, "first paragraph of prose")
    return true
  }

  private mutating func extendAbstract(with text: String, _ line: TextLine) -> Bool {
    if let abstract = reading.abstract { reading.abstract = abstract + " " + text }
    return true
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

  mutating func set(presenter: String, _ span: SourceSpan) {
    reading.presenter = presenter
    note("presenter", span, "presenter column")
  }

  /// Adds the links of a line: the session's own files to the slides, the rest to the links, each once.
  mutating func addLinks(of line: TextLine) {
    for link in line.links {
      if EntryReader.isOwnFile(link.url) {
        if !reading.slides.contains(link.url) { reading.slides.append(link.url) }
        continue
      }
      guard !reading.urls.contains(link.url) else { continue }
      reading.urls.append(link.url)
      note("urls", line.span, "link")
      if let identifier = IdentifierScanner.identifier(inURL: link.url) { add(identifier, line.span, "link") }
    }
  }

  /// Whether an address is a file of the seminar's own site: relative, or built by Liquid.
  static func isOwnFile(_ url: String) -> Bool {
    if url.firstRange(of: "{{") != nil || url.firstRange(of: "{%") != nil { return true }
    let lowered = url.lowercased()
    return !lowered.hasPrefix("http://") && !lowered.hasPrefix("https://") && !lowered.hasPrefix("//")
  }

  private mutating func addIdentifiers(inText text: String, _ span: SourceSpan) {
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

extension String {
  /// The text from the last occurrence of a word on, or all of it.
  fileprivate func components(after word: String) -> Substring {
    firstRange(of: word).map { self[$0.lowerBound...] } ?? Substring(self)
  }
}
