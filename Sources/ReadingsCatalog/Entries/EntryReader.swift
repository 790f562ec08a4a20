internal import SourceText

/// Reads one entry from its title line and the lines below it, each recognised by what it says rather than by
/// where it stands: authors, submission date, links and abstract come in any order.
struct EntryReader {
  var draft: EntryDraft
  /// Whether an address stands beside the title, as beside a short name.
  private let titleHasLink: Bool

  /// Starts an entry with its title; links on the title line are the entry's.
  init(
    title: TextLine, span: SourceSpan, context: EntryContext, post: PostFrame, kindHint: ReadingKind? = nil,
    mayHoldAuthors: Bool = false
  ) {
    draft = EntryDraft(span: span, context: context, post: post, kindHint: kindHint)
    titleHasLink = title.links.contains(where: \.isBare)
    let text = EntryReader.visibleTitle(title)
    let parts = TitleLine(text, leadingNumber: context.leadingNumber, mayHoldAuthors: mayHoldAuthors)
    draft.setTitle(parts, title.span)
    draft.addLinks(of: title)
    draft.addIdentifiers(inText: title.text, title.span)
  }

  /// The title line without addresses and link words such as `PDF`.
  static func visibleTitle(_ line: TextLine) -> ByteText {
    if line.hasOnlyText { return line.text }
    var visible: [UInt8] = []
    for segment in line.segments {
      switch segment {
      case .text(let text, _): visible.append(text)
      case .link(let link) where link.isBare || FieldLabel.isLinkWord(link.label): visible.append(0x20)
      case .link(let link): visible.append(link.label)
      case .footnote: break
      }
    }
    return ByteText(visible).collapsingWhitespace
  }

  // MARK: Lines

  /// Reads a list item or paragraph that belongs to the entry; `isNested` marks notes below the entry's own bullets.
  /// Links in the running text of a paragraph are not the entry's own.
  mutating func read(_ block: [TextLine], isNested: Bool = false, isParagraph: Bool = false) {
    if block.count > 1, draft.reading.authors.isEmpty, !isNested, !block.contains(where: \.hasLinks),
      let span = block.first?.span
    {
      let joined = ByteText(joining: block.map(\.residue), separator: " ")
      if let names = AuthorLine.parse(joined), names.count >= 3 {
        draft.note(namesOnOwnLine: names)
        draft.set(authors: names, span, "author line")
        return
      }
    }
    var continuesAbstract = false
    for line in block where !line.isBlank {
      let mayLink =
        line.hasLinks
        && (isNested ? !line.residue.hasWords(9) : !isParagraph || !line.residue.hasWords(5))
      continuesAbstract = read(
        line, isNested: isNested, mayLink: mayLink, continuesAbstract: continuesAbstract)
    }
  }

  /// Reads a `Tags:` line, and nothing else.
  mutating func readTags(_ line: TextLine) {
    if let (label, rest) = FieldLabel.parse(line.text), label == .tags { read(tags: rest, line) }
  }

  /// Reads one line; returns whether it was prose of the abstract, so that the next line may go on with it.
  private mutating func read(_ line: TextLine, isNested: Bool, mayLink: Bool, continuesAbstract: Bool) -> Bool
  {
    if let (label, rest) = FieldLabel.parse(line.text) {
      return read(label, rest, line, isNested: isNested)
    }
    if mayLink { draft.addLinks(of: line, role: FieldLabel.kind(ofLabelIn: line.text)) }
    if line.isLabelledLink { return false }
    if !isNested, readNamesBeforeProse(line) { return true }
    let text = line.text.trimming("*_•+")
    if readDates(text, line.span) {
      readNames(behindRemarkIn: text, line.span)
      return false
    }
    let residue = line.residue.trimming("*_+:")
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
    if let names = Credit.list(residue) {
      draft.set(authors: names, line.span, "author line")
      return false
    }
    let (people, leadingYear) = AuthorLine.withoutLeadingYear(withoutSubmission(residue))
    if let names = AuthorLine.parse(people), draft.reading.authors.isEmpty || names.count >= 2 {
      if let leadingYear { draft.set(writtenYear: leadingYear, line.span, "year before the names") }
      if !line.hasLinks { draft.note(namesOnOwnLine: names) }
      draft.set(authors: names, line.span, "author line")
      return false
    }
    if readFullTitle(line) { return false }
    draft.addIdentifiers(inText: line.residue, line.span)
    guard text.hasWords(8), !(text.hasPrefix("(") && text.hasSuffix(")")) else { return false }
    return startAbstract(with: withoutLeadingLinks(line), line)
  }

  /// The line's text behind addresses that stand before it.
  private func withoutLeadingLinks(_ line: TextLine) -> ByteText {
    if case .text(let text, _)? = line.segments.first, text.hasWords(1) {
      return line.text.trimming("*_•+")
    }
    let rest = line.segments.drop { segment in
      switch segment {
      case .link(let link): link.isBare
      case .text(let text, _): !text.hasWords(1)
      case .footnote: true
      }
    }
    return line.with(rest).text.trimming("*_•+")
  }

  private mutating func read(
    _ label: FieldLabel, _ rest: ByteText, _ line: TextLine, isNested: Bool
  ) -> Bool {
    let residue = restOutsideLinks(line) ?? rest
    switch label {
    case .link, .code:
      draft.addLinks(of: line, role: FieldLabel.kind(ofLabelIn: line.text))
      draft.addIdentifiers(inText: line.text, line.span)
      if residue.hasWords(1),
        let (rest, venue) = VenueScanner.trailingVenue(of: ByteText(joining: [ByteText("x, "), residue])),
        rest == "x"
      {
        draft.set(venue: venue.name, line.span, "venue")
      }
    case .authors, .speakers:
      draft.addLinks(of: line)
      read(people: rest, line, areSpeakers: label == .speakers)
    case .venue: read(venueText: residue, line)
    case .date:
      let published = line.text.firstRange(of: "Published").map { line.text[$0.lowerBound...] }
      if let year = DateScanner.firstDate(in: published ?? line.text)?.year ?? DateScanner.lastYear(in: rest)
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
      if !line.residue.hasWords(9) { draft.addLinks(of: line) }
      if let venue = VenueScanner.firstVenue(in: rest), !rest.hasWords(9) {
        draft.set(venue: venue.name, year: venue.year, line.span, "venue in a comment")
      }
    }
    return false
  }

  /// What stands behind a label outside links; nil where the label itself is a link.
  private func restOutsideLinks(_ line: TextLine) -> ByteText? {
    guard line.hasLinks || line.footnote != nil else { return nil }
    if line.residue.contains(UInt8(ascii: ":")) { return FieldLabel.parse(line.residue)?.rest }
    return FieldLabel.parse(ByteText(joining: [line.residue, ByteText(":")]))?.rest
  }

  /// The names behind a label, perhaps with where they work. People who teach something have not published it.
  private mutating func read(people text: ByteText, _ line: TextLine, areSpeakers: Bool) {
    let sentences = text.sentences
    if sentences.count > 1, let names = AuthorLine.parse(sentences[0].trimming(".")) {
      // `Ann Lee, Bo Chen. Example Labs`
      draft.set(authors: names, line.span, "names before a full stop", isInPassing: areSpeakers)
      for sentence in sentences.dropFirst() { _ = readPhrase(sentence.trimming(".;,"), line) }
      return
    }
    let rule = areSpeakers ? "'Speaker:' line" : "'Authors:' line"
    if let credit = Credit(text), let place = credit.affiliation {
      draft.set(authors: credit.authors, line.span, rule, isInPassing: areSpeakers)
      draft.set(affiliation: place, line.span, "institution behind the names")
    } else if let names = AuthorLine.parse(text, evidence: .labelled) {
      draft.set(authors: names, line.span, rule, isInPassing: areSpeakers)
    }
  }

  private mutating func read(venueText text: ByteText, _ line: TextLine) {
    draft.addLinks(of: line)
    let name = text.trimmingEnd(".,")
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
  private mutating func readAbstract(labelled text: ByteText, _ line: TextLine) {
    draft.addLinks(of: line, isInPassing: true)
    let text = text.trimming("\"“”")
    var prose: [ByteText] = []
    var index = text.startIndex
    while let sentence = text.nextSentence(from: &index) {
      let phrase = sentence.trimming(".;,")
      if !phrase.hasWords(41), readPhrase(phrase, line) { continue }
      // A name alone, `HashNet. ICML 2015`, is no prose yet.
      let isProse = sentence.hasWords(5)
      prose.append(isProse ? text[sentence.startIndex...] : sentence)
      if isProse { break }
    }
    let rest = ByteText(joining: prose, separator: " ")
    if rest.hasWords(3) { _ = startAbstract(with: rest, line, isIntroduction: true) }
  }

  /// Reads a short phrase that says where the work comes from; false when it is about what the work does.
  private mutating func readPhrase(_ phrase: ByteText, _ line: TextLine) -> Bool {
    if let comma = phrase.firstIndex(of: UInt8(ascii: ",")), let venue = VenueScanner.venue(phrase[..<comma])
    {
      draft.set(
        venue: venue.name, year: venue.year, line.span, "venue in the introduction", isInPassing: true)
      let rest = phrase[(comma + 1)...].trimmed
      if readCredit(rest, line) { return true }
    }
    let short = phrase.hasWords(15) ? nil : VenueScanner.firstVenue(in: phrase)
    let dated = short.flatMap { $0.year == nil ? nil : $0 }
    if let venue = dated ?? VenuePhrase.venue(phrase) ?? VenueScanner.venueLine(phrase)
      ?? (phrase.hasWords(5) ? nil : short)
    {
      draft.set(
        venue: venue.name, year: venue.year, line.span, "venue in the introduction", isInPassing: true)
      return true
    }
    if readCredit(phrase, line) { return true }
    if let last = phrase.lastWord, let year = DateScanner.plausibleYear(last),
      readCredit(phrase[..<last.startIndex].trimming(","), line)
    {
      draft.set(writtenYear: year, line.span, "year in the introduction")
      return true
    }
    if let year = phrase.words.first.flatMap(DateScanner.plausibleYear), !phrase.hasWords(5) {
      draft.set(writtenYear: year, line.span, "year in the introduction")
      return true
    }
    return false
  }

  /// `by Ann Lee [Example Labs]`, `Example Labs & MIT`
  private mutating func readCredit(_ phrase: ByteText, _ line: TextLine) -> Bool {
    if let credit = Credit(phrase) {
      draft.set(authors: credit.authors, line.span, "names in the introduction", isInPassing: true)
      if let place = credit.affiliation {
        draft.set(affiliation: place, line.span, "institution of the names in the introduction")
      }
      return true
    }
    let place = phrase.trimming("[]")
    guard Institution.isList(place) else { return false }
    draft.set(affiliation: place, line.span, "institutions in the introduction")
    return true
  }

  private mutating func read(tags text: ByteText, _ line: TextLine) {
    let spellings = text.trimming("[].").split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
    // `#` marks a tag only in front of it: `#C#` is the tag `C#`.
    let tags = spellings.map { $0.trimming("`*\"").trimmingStart("#`*\"") }.filter { !$0.isEmpty }
    draft.add(tags: tags.map { Tag($0.string) }, line.span)
  }

  /// `[Submitted on ...]`, `Published: ...`, a date alone on its line.
  private mutating func readDates(_ text: ByteText, _ span: SourceSpan) -> Bool {
    if let date = DateScanner.submittedDate(in: text) {
      draft.set(submitted: date, span)
      return !text.hasWords(21)
    }
    if let found = DateScanner.onlyDate(text) {
      draft.hasAnnouncementDate = true
      draft.set(writtenYear: found.year, span, "date line")
      return true
    }
    return false
  }

  /// `[Submitted on 9 Jun 2024] Ann Lee`
  private mutating func readNames(behindRemarkIn text: ByteText, _ span: SourceSpan) {
    guard text.hasPrefix("["), let close = text.lastIndex(of: UInt8(ascii: "]")),
      case let rest = text[(close + 1)...], rest.hasWords(2), let names = AuthorLine.parse(rest)
    else { return }
    draft.set(authors: names, span, "names behind the submission date")
  }

  /// `Ann Lee, Bo Chen / The abstract`, on one line.
  private mutating func readNamesBeforeProse(_ line: TextLine) -> Bool {
    guard draft.reading.authors.isEmpty, let slash = line.text.firstRange(of: " / ") else { return false }
    let prose = line.text[slash.upperBound...].trimmed
    guard prose.hasWords(8),
      let names = AuthorLine.parse(line.text[..<slash.lowerBound], evidence: .tail), names.count >= 2
    else { return false }
    draft.set(authors: names, line.span, "names before a slash")
    return startAbstract(with: prose, line)
  }

  /// The text without a `(Submitted on ...)` remark.
  private func withoutSubmission(_ text: ByteText) -> ByteText {
    text.firstRange(of: "(Submitted on").map { text[..<$0.lowerBound] }
      ?? text.firstRange(of: "(submitted on").map { text[..<$0.lowerBound] } ?? text
  }

  /// A short name stands above, and this line gives the title in quotes, or after the name and a colon.
  private mutating func readFullTitle(_ line: TextLine) -> Bool {
    guard line.text.count <= 300, !draft.title.hasWords(4) || draft.title.hasPrefix("http") else {
      return false
    }
    let text = line.text.trimming("*_")
    let isQuoted =
      (text.hasPrefix("\"") && text.hasSuffix("\"")) || (text.hasPrefix("“") && text.hasSuffix("”"))
    let mayNameLink = titleHasLink && !draft.hasAbstract
    guard isQuoted || mayNameLink || text.contains(UInt8(ascii: ":")) else { return false }
    let wordCount = text.wordCount(upTo: 31)
    guard (2...30).contains(wordCount) else { return false }
    let namesLink = mayNameLink && wordCount >= 4 && isTitleCase(text) && !text.endsLikeASentence
    guard isQuoted || namesLink || (wordCount > draft.title.wordCount && repeatsName(text)),
      !(isQuoted && text.droppingLastScalar.hasSuffix("."))
    else { return false }
    if !isQuoted, text.endsLikeASentence, wordCount > 15 { return false }
    draft.replaceTitle(text, line.span, isQuoted ? "title in quotes" : "full title below a short name")
    return true
  }

  /// Whether the text begins with the entry's name and a colon, or is a title that holds both.
  private func repeatsName(_ text: ByteText) -> Bool {
    guard text.contains(UInt8(ascii: ":")) else { return false }
    let name = draft.title.lowercased
    let lowered = text.lowercased
    if lowered.hasPrefix(name), lowered.dropFirst(name.count).hasPrefix(":") { return true }
    return lowered.contains(name) && isTitleCase(text)
  }

  private func isTitleCase(_ text: ByteText) -> Bool {
    var count = 0
    var capitalCount = 0
    var index = text.startIndex
    while let word = text.nextWord(from: &index) {
      guard word.characterCount > 3 else { continue }
      count += 1
      if word.startsUppercase { capitalCount += 1 }
    }
    return capitalCount * 3 >= count * 2
  }

  private mutating func startAbstract(
    with text: ByteText, _ line: TextLine, isIntroduction: Bool = false
  ) -> Bool {
    guard !draft.hasAbstract else { return false }
    var prose = text
    if prose.hasPrefix("\""), prose.hasSuffix("\"") { prose = prose.dropFirst().dropLast().trimmed }
    if prose.hasPrefix("“"), prose.hasSuffix("”") { prose = prose.dropFirst(3).dropLast(3).trimmed }
    draft.set(abstract: prose, line.span, isInPassing: isIntroduction)
    return true
  }
}
