internal import SourceText

/// Reads tables with a row per paper (`Presenter | Papers | Paper URL | Our Slides`), and the footnotes that carry
/// the rows' authors and abstracts.
enum TableShape {
  /// In the order in which a header is asked for them.
  private enum Column: CaseIterable {
    case link, slides, title, presenter, topic, tags, abstract, authors, venue, date, other
  }

  /// Whether the header names a column of papers, and one of their links if asked for.
  static func isReadingTable(_ table: TableContent, withLinks: Bool = false) -> Bool {
    let columns = columns(table)
    return columns.contains(.title) && (!withLinks || columns.contains(.link))
  }

  static func read(
    _ table: TableContent, footnotes: [Outline.Footnote], context: EntryContext,
    post: PostFrame
  ) -> [Reading] {
    let columns = columns(table)
    let rows = table.rows.map { Array(zip(columns, $0)) }
    let titles = rows.map { row in titleCell(row).map { rowTitle($0) } ?? ByteText() }
    let footnotes = TableFootnotes(footnotes, titles: titles)
    return zip(rows, titles).compactMap { row, title -> Reading? in
      guard !title.isEmpty, !isNoEntry(title), !(isFileName(title) && row.allSatisfy { !$0.1.hasLinks })
      else {
        return nil
      }
      return read(row, title, footnotes, context, post)
    }
  }

  /// Whether a cell says that there is nothing to read: `No meeting`, `TBD`.
  private static func isNoEntry(_ title: ByteText) -> Bool {
    let form = comparisonForm(title)
    if emptyCells.contains(form) { return true }
    var index = form.startIndex
    guard form.nextWord(from: &index) != nil, form.nextWord(from: &index) != nil else { return false }
    return days.contains(form[..<index]) && !form.hasWords(5)
  }

  /// `images/photo.jpg`: a table of files, not of works.
  private static func isFileName(_ title: ByteText) -> Bool {
    guard !title.hasWords(2), let dot = title.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let ending = title[(dot + 1)...]
    return (1...5).contains(ending.count) && ending.allSatisfy(\.isAlphanumeric) && dot > title.startIndex
  }

  private static let emptyCells: WordSet = [
    "na", "n a", "tbd", "tba", "none", "break", "holiday", "cancelled", "canceled",
  ]
  private static let days: WordSet = [
    "no meeting", "no class", "no seminar", "no session", "spring break", "fall break",
  ]

  private static func columns(_ table: TableContent) -> [Column] {
    var columns = table.header.map { column($0.text) }
    if !columns.contains(.title),
      let plain = table.header.firstIndex(where: { plainTitles.contains(comparisonForm($0.text)) })
    {
      columns[plain] = .title
    }
    return columns
  }

  private static let plainTitles: WordSet = ["name", "reading", "readings"]

  /// What a column holds: the first of ``Column`` that a word of its header names.
  private static func column(_ header: ByteText) -> Column {
    let words = Array(FormWords(header))
    let named = words.compactMap { headerWords[$0] }
    return Column.allCases.first { column in
      // `Title and link` is a column of titles.
      named.contains(column) && (column != .link || !words.contains(where: titleWords.contains))
    } ?? .other
  }

  private static let titleWords: WordSet = ["title", "titles"]
  private static let headerWords: WordTable<Column> = {
    let words: [(Column, [StaticString])] = [
      (.link, ["url", "urls", "pdf", "arxiv", "doi", "link", "links"]),
      (.slides, ["slide", "slides", "deck"]),
      (.title, ["paper", "papers", "title", "titles", "article", "articles"]),
      (.presenter, ["presenter", "presenters", "speaker", "student", "students"]),
      (.topic, ["type", "topic", "category", "area"]),
      (.tags, ["tag", "tags", "keywords"]),
      (.abstract, ["abstract", "summary", "description"]),
      (.authors, ["author", "authors"]),
      (.venue, ["venue", "conference", "journal"]),
      (.date, ["date", "year"]),
    ]
    return WordTable(words.flatMap { column, words in words.map { (word: $0, value: column) } })
  }()

  private static func titleCell(_ row: [(Column, TextLine)]) -> TextLine? {
    row.first { $0.0 == .title }?.1
  }

  private static func rowTitle(_ cell: TextLine) -> ByteText {
    TitleLine(EntryReader.visibleTitle(cell), mayHoldAuthors: true).title
  }

  private static func read(
    _ row: [(Column, TextLine)], _ title: ByteText, _ footnotes: TableFootnotes, _ context: EntryContext,
    _ post: PostFrame
  ) -> Reading? {
    guard let cell = titleCell(row), let start = row.first?.1.span.lowerBound,
      let end = row.last?.1.span.upperBound
    else { return nil }
    var reader = EntryReader(
      title: cell, span: SourceSpan(start, max(start, end)), context: context, post: post,
      kindHint: kindHint(row),
      mayHoldAuthors: true)
    for (column, text) in row where !text.isBlank {
      switch column {
      case .link: reader.draft.addLinks(of: text, likely: isOnlyPDF(text) ? .paper : nil)
      case .slides:
        reader.draft.addLinks(of: text.with(text.segments.filter(\.isOwnFile)))
      case .presenter: reader.draft.set(presenter: text.text, text.span)
      case .abstract: reader.read([text])
      case .authors:
        if let names = AuthorLine.parse(text.text, evidence: .labelled) {
          reader.draft.set(authors: names, text.span, "authors column")
        }
      case .venue:
        reader.draft.set(
          venue: text.text, year: VenueScanner.firstVenue(in: text.text)?.year, text.span, "venue column")
      case .date:
        if let year = DateScanner.plausibleYear(text.text) {
          reader.draft.set(writtenYear: year, text.span, "year column")
        }
      case .title, .topic, .tags, .other: break
      }
    }
    if let footnote = footnotes.lines(for: cell, title: title) {
      read(footnote, title, into: &reader)
    }
    return reader.draft.finish()
  }

  /// Whether a cell offers the PDF of the row's paper and nothing else.
  private static func isOnlyPDF(_ cell: TextLine) -> Bool {
    let links = cell.links
    return links.count == 1 && links[0].label.isEqual(toLowercase: "pdf")
  }

  /// A type or topic column may name what the row is: `Youtube`, `Book`.
  private static func kindHint(_ row: [(Column, TextLine)]) -> ReadingKind? {
    var isBook = false
    for (column, cell) in row where column == .topic || column == .presenter {
      for word in FormWords(cell.text) {
        if videoWords.contains(word) { return .video }
        if bookWords.contains(word) { isBook = true }
      }
    }
    return isBook ? .book : nil
  }

  private static let videoWords: WordSet = ["youtube", "video", "videos"]
  private static let bookWords: WordSet = ["book", "textbook"]

  // MARK: Footnotes

  /// `Title, Venue / Author, Author / Abstract`, in any order after the title.
  private static func read(_ footnote: [TextLine], _ title: ByteText, into reader: inout EntryReader) {
    var lines = footnote
    guard let first = lines.first else { return }
    var text = first.text
    let form = comparisonForm(title)
    if form.count >= 6, comparisonForm(text.prefix(title.count + 40)).hasPrefix(form) {
      text = withoutTitle(text, title)
    }
    if let remark = submissionRemark(text) {
      reader.read([TextLine(text[remark], span: first.span)])
      text = ByteText(
        joining: [text[..<remark.lowerBound], text[remark.upperBound...].trimming(")")], separator: " / ")
    }
    lines.removeFirst()
    var prose: [ByteText] = []
    for part in text.split(separator: UInt8(ascii: "/")) {
      let piece = part.trimming(",;")
      guard !piece.isEmpty else { continue }
      if !prose.isEmpty {
        prose.append(piece)
      } else if piece.hasWords(12), AuthorLine.parse(piece) == nil {
        prose = [withoutFirstAuthor(piece, first.span, into: &reader)]
      } else {
        readPart(piece, first.span, into: &reader)
      }
    }
    if !prose.isEmpty {
      lines.insert(TextLine(ByteText(joining: prose, separator: " / "), span: first.span), at: 0)
    }
    reader.read(lines)
  }

  /// The abstract behind `Ann Lee et al.`
  private static func withoutFirstAuthor(
    _ prose: ByteText, _ span: SourceSpan, into reader: inout EntryReader
  ) -> ByteText {
    guard let end = prose.prefix(60).firstRange(of: "et al. "),
      let names = AuthorLine.parse(prose[..<end.upperBound])
    else { return prose }
    reader.draft.set(authors: names, span, "names before the abstract")
    return prose[end.upperBound...].trimmed
  }

  /// `(Submitted on 11 Sep 2016 (v1), last revised ... (this version, v4))`
  private static func submissionRemark(_ text: ByteText) -> Range<Int>? {
    guard let start = text.firstRange(of: "(Submitted on")?.lowerBound else { return nil }
    var depth = 0
    for index in start..<text.endIndex {
      if text[index] == UInt8(ascii: "(") { depth += 1 }
      if text[index] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return start..<(index + 1) }
    }
    return nil
  }

  private static func readPart(_ piece: ByteText, _ span: SourceSpan, into reader: inout EntryReader) {
    let line = ByteText(joining: [ByteText("x x, "), piece])
    if let (rest, venue) = VenueScanner.trailingVenue(of: line), rest == "x x" {
      reader.draft.set(venue: venue.name, year: venue.year, span, "venue in the footnote")
      return
    }
    if Institution.isList(piece) {
      reader.draft.set(affiliation: piece, span, "institution in the footnote")
      return
    }
    reader.read([TextLine(piece, span: span)])
  }

  /// The text behind a title that it begins with, compared by letters and digits only.
  private static func withoutTitle(_ text: ByteText, _ title: ByteText) -> ByteText {
    func letterCount(_ piece: ByteText) -> Int {
      comparisonForm(piece).scalars.reduce(0) { $1 == " " ? $0 : $0 + 1 }
    }
    let wanted = letterCount(title)
    var seen = 0
    var index = text.startIndex
    while index < text.endIndex, seen < wanted {
      let length = text.scalar(at: index).length
      seen += letterCount(text[index..<(index + length)])
      index += length
    }
    return text[index...].trimming(",.:?\"”*")
  }
}

extension TextLine.Segment {
  fileprivate var isOwnFile: Bool {
    if case .link(let link) = self { EntryDraft.isOwnFile(link.url) } else { false }
  }
}
