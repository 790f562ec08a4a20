internal import SourceText

/// Reads one entry from its title line and the lines below it, each recognised by what it says rather than by
/// where it stands: authors, submission date, links and abstract come in any order.
struct EntryReader {
  var draft: EntryDraft
  /// Whether an address stands beside the title, as beside a short name.
  private let titleHasLink: Bool

  /// Starts an entry with its title; links on the title line are the entry's.
  init(
    title: TextLine, span: SourceSpan, context: EntryContext, lines: LineTable, kindHint: ReadingKind? = nil,
    mayHoldAuthors: Bool = false
  ) {
    draft = EntryDraft(span: span, context: context, lines: lines, kindHint: kindHint)
    titleHasLink = title.links.contains { $0.label.hasPrefix("http") }
    let text = EntryReader.visibleTitle(title)
    let parts = TitleLine(text, leadingNumber: context.leadingNumber, mayHoldAuthors: mayHoldAuthors)
    draft.setTitle(parts, title.span)
    draft.addLinks(of: title)
    draft.addIdentifiers(inText: title.text, title.span)
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
    if block.count > 1, draft.reading.authors.isEmpty, !isNested, block.allSatisfy(\.links.isEmpty),
      let span = block.first?.span
    {
      let joined = block.map(\.residue).joined(separator: " ")
      if let names = AuthorLine.parse(joined), names.count >= 3 {
        draft.noteNames(names.count)
        draft.set(authors: names, span, "author line")
        return
      }
    }
    var continuesAbstract = false
    for line in block where !line.isBlank {
      let mayLink =
        !line.links.isEmpty
        && (isNested ? !line.residue.hasWords(9) : !isParagraph || !line.residue.hasWords(5))
      continuesAbstract = read(
        line, isNested: isNested, mayLink: mayLink, continuesAbstract: continuesAbstract)
    }
  }

  /// Reads one line; returns whether it was prose of the abstract, so that the next line may go on with it.
  private mutating func read(_ line: TextLine, isNested: Bool, mayLink: Bool, continuesAbstract: Bool) -> Bool
  {
    let text = line.text.trimming(["*", "_", "•", "+"])
    let isProse = text.hasWords(8)
    if let (label, rest) = FieldLabel.parse(line.text) {
      return read(label, rest, line, isNested: isNested)
    }
    if mayLink { draft.addLinks(of: line) }
    if line.isLabelledLink { return false }
    if !isNested, readNamesBeforeProse(line) { return true }
    if readDates(text, line.span) { return false }
    let residue = line.residue.trimming(["*", "_", "+", ":"])
    if FieldLabel.isLinkWord(residue) { return false }
    if let venue = VenueScanner.venueLine(residue) {
      draft.set(venue: venue.name, year: venue.year, line.span, "venue line")
      return false
    }
    if isNested { return false }
    if continuesAbstract {
      draft.extendAbstract(with: text)
      return true
    }
    if let names = AuthorLine.parse(withoutSubmission(residue)),
      draft.reading.authors.isEmpty || names.count >= 2
    {
      if line.links.isEmpty { draft.noteNames(names.count) }
      draft.set(authors: names, line.span, "author line")
      return false
    }
    if readFullTitle(line) { return false }
    draft.addIdentifiers(inText: line.residue, line.span)
    guard isProse, !(text.hasPrefix("(") && text.hasSuffix(")")) else { return false }
    return startAbstract(with: withoutLeadingLinks(line), line)
  }

  /// The line's text behind addresses that stand before it.
  private func withoutLeadingLinks(_ line: TextLine) -> String {
    if case .text(let text, _)? = line.segments.first, text.hasWords(1) {
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
      draft.addLinks(of: line)
      draft.addIdentifiers(inText: line.text, line.span)
      if let (rest, venue) = VenueScanner.trailingVenue(of: "x, " + residue), rest == "x" {
        draft.set(venue: venue.name, line.span, "venue")
      }
    case .authors:
      draft.addLinks(of: line)
      if let names = AuthorLine.parse(rest, evidence: .labelled) {
        draft.set(authors: names, line.span, "'Authors:' line")
      }
    case .venue: read(venueText: residue, line)
    case .date:
      if let year = DateScanner.firstDate(in: line.text.suffix(from: "Published"))?.year
        ?? DateScanner.lastYear(in: rest)
      {
        draft.set(writtenYear: year, line.span, "date line")
      }
    case .abstract:
      readAbstract(labelled: residue, line)
      return true
    case .tags: read(tags: rest, line)
    case .affiliation:
      draft.set(affiliation: rest, line.span, "'Affiliation:' line")
    case .presenter:
      draft.set(presenter: rest, line.span)
    case .title: draft.replaceTitle(rest, line.span, "'Title:' line")
    case .note:
      if let venue = VenueScanner.firstVenue(in: rest), rest.wordCount <= 8 {
        draft.set(venue: venue.name, year: venue.year, line.span, "venue in a comment")
      }
    }
    return false
  }

  private mutating func read(venueText text: String, _ line: TextLine) {
    draft.addLinks(of: line)
    let name = text.trimmingEnd([".", ","])
    guard !name.isEmpty else { return }
    if comparisonForm(name).hasPrefix("arxiv") {
      draft.addIdentifiers(inText: name, line.span)
    } else {
      draft.set(venue: name, line.span, "'Venue:' line")
    }
    draft.set(venueYear: DateScanner.lastYear(in: name) ?? VenueScanner.firstVenue(in: name)?.year)
  }

  /// `intro: CVPR 2015. Google DeepMind`: an introduction's short sentences give the venue, the makers, or their
  /// institutions; the rest is the abstract.
  private mutating func readAbstract(labelled text: String, _ line: TextLine) {
    draft.addLinks(of: line)
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
      draft.set(venue: venue.name, year: venue.year, line.span, "venue in the introduction")
      return true
    }
    if phrase.hasPrefix("by ") || phrase.wordCount <= 4, let names = AuthorLine.parse(phrase),
      names.allSatisfy(AuthorLine.isPersonName),
      names.allSatisfy({ $0.wordCount >= 2 })
    {
      draft.set(authors: names, line.span, "names in the introduction")
      return true
    }
    if Institution.isList(phrase) {
      draft.set(affiliation: phrase, line.span, "institutions in the introduction")
      return true
    }
    if let year = phrase.words.first.flatMap({ DateScanner.plausibleYear($0) }), phrase.wordCount <= 4 {
      draft.set(writtenYear: year, line.span, "year in the introduction")
      return true
    }
    return false
  }

  private mutating func read(tags text: String, _ line: TextLine) {
    let spellings = text.trimming(["[", "]", "."]).split { $0 == "," || $0 == ";" }
    let tags = spellings.map { $0.trimming(["`", "#", "*", "\""]) }.filter { !$0.isEmpty }.map(Tag.init)
    draft.add(tags: tags, line.span)
  }

  /// `[Submitted on ...]`, `Published: ...`, a date alone on its line.
  private mutating func readDates(_ text: String, _ span: SourceSpan) -> Bool {
    if let date = DateScanner.submittedDate(in: text) {
      draft.set(submitted: date, span)
      return text.wordCount <= 20
    }
    if DateScanner.isOnlyDate(text), let found = DateScanner.firstDate(in: text) {
      draft.hasAnnouncementDate = true
      draft.set(writtenYear: found.year, span, "date line")
      return true
    }
    return false
  }

  /// `Ann Lee, Bo Chen / The abstract`, on one line.
  private mutating func readNamesBeforeProse(_ line: TextLine) -> Bool {
    guard draft.reading.authors.isEmpty, let slash = line.text.firstRange(of: " / ") else { return false }
    let prose = line.text[slash.upperBound...].trimming([])
    guard prose.wordCount >= 8,
      let names = AuthorLine.parse(String(line.text[..<slash.lowerBound]), evidence: .tail), names.count >= 2
    else { return false }
    draft.set(authors: names, line.span, "names before a slash")
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
    guard (2...30).contains(words.count),
      draft.reading.title.wordCount <= 3 || draft.reading.title.hasPrefix("http")
    else { return false }
    let isQuoted =
      (text.hasPrefix("\"") && text.hasSuffix("\"")) || (text.hasPrefix("“") && text.hasSuffix("”"))
    let name = draft.reading.title.lowercased()
    let lowered = text.lowercased()
    let repeatsName =
      lowered.hasPrefix(name + ":")
      || (lowered.firstRange(of: name) != nil && text.contains(":") && isTitleCase(text))
    let namesLink =
      titleHasLink && draft.reading.abstract == nil && words.count >= 4 && isTitleCase(text)
      && !text.endsLikeASentence
    guard isQuoted || namesLink || (repeatsName && words.count > draft.reading.title.wordCount),
      !(isQuoted && text.dropLast().hasSuffix("."))
    else { return false }
    if !isQuoted, text.endsLikeASentence, words.count > 15 { return false }
    draft.replaceTitle(text, line.span, isQuoted ? "title in quotes" : "full title below a short name")
    return true
  }

  private func isTitleCase(_ text: String) -> Bool {
    let words = text.words.filter { $0.count > 3 }
    return words.filter { $0.first?.isUppercase == true }.count * 3 >= words.count * 2
  }

  private mutating func startAbstract(with text: String, _ line: TextLine) -> Bool {
    guard draft.reading.abstract == nil else { return false }
    var prose = text
    for (open, close) in [("\"", "\""), ("“", "”")] where prose.hasPrefix(open) && prose.hasSuffix(close) {
      prose = prose.dropFirst().dropLast().trimming([])
    }
    draft.set(abstract: prose, line.span)
    return true
  }
}

extension String {
  /// The text from a word's first occurrence on, or all of it.
  fileprivate func suffix(from word: String) -> Substring {
    firstRange(of: word).map { self[$0.lowerBound...] } ?? Substring(self)
  }
}
