internal import SourceText

/// Reads tables with a row per paper (`Presenter | Papers | Paper URL | Our Slides`), and the footnotes that carry
/// the rows' authors and abstracts.
enum TableShape {
  private enum Column {
    case title, link, slides, presenter, topic, tags, abstract, authors, venue, date, other
  }

  /// Whether the header names a column of papers.
  static func isReadingTable(_ table: TableContent) -> Bool {
    columns(table).contains(.title)
  }

  static func read(
    _ table: TableContent, footnotes: [(label: String, lines: [TextLine])], context: EntryContext,
    lines: LineTable
  ) -> [Reading] {
    let columns = columns(table)
    let rows = table.rows.map { Array(zip(columns, $0)) }
    let titles = rows.map { row in titleCell(row).map { rowTitle($0) } ?? "" }
    let footnotes = TableFootnotes(footnotes, titles: titles)
    return zip(rows, titles).compactMap { row, title -> Reading? in
      guard !title.isEmpty, !isNoEntry(title) else { return nil }
      return read(row, title, footnotes, context, lines)
    }
  }

  /// Whether a cell says that there is nothing to read: `No meeting`, `TBD`.
  private static func isNoEntry(_ title: String) -> Bool {
    let form = comparisonForm(title)
    return ["na", "n a", "tbd", "tba", "none", "break", "holiday", "cancelled", "canceled"].contains(form)
      || ["no meeting", "no class", "no seminar", "no session", "spring break", "fall break"].contains {
        form == $0 || (form.hasPrefix($0 + " ") && form.wordCount <= 4)
      }
  }

  private static func columns(_ table: TableContent) -> [Column] {
    var columns = table.header.map { cell in column(comparisonForm(cell.text)) }
    if !columns.contains(.title),
      let plain = table.header.firstIndex(where: {
        ["name", "reading", "readings"].contains(comparisonForm($0.text))
      })
    {
      columns[plain] = .title
    }
    return columns
  }

  private static func column(_ name: String) -> Column {
    let words = Set(name.split(separator: " ").map(String.init))
    func has(_ candidates: String...) -> Bool { !words.isDisjoint(with: candidates) }
    if has("url", "urls", "pdf", "arxiv", "doi", "link", "links"), !has("title", "titles") { return .link }
    if has("slide", "slides", "deck") { return .slides }
    if has("paper", "papers", "title", "titles", "article", "articles") { return .title }
    if has("presenter", "presenters", "speaker", "student", "students") { return .presenter }
    if has("type", "topic", "category", "area") { return .topic }
    if has("tag", "tags", "keywords") { return .tags }
    if has("abstract", "summary", "description") { return .abstract }
    if has("author", "authors") { return .authors }
    if has("venue", "conference", "journal") { return .venue }
    if has("date", "year") { return .date }
    return .other
  }

  private static func titleCell(_ row: [(Column, TextLine)]) -> TextLine? {
    row.first { $0.0 == .title }?.1
  }

  private static func rowTitle(_ cell: TextLine) -> String {
    TitleLine(EntryReader.visibleTitle(cell), mayHoldAuthors: true).title
  }

  private static func read(
    _ row: [(Column, TextLine)], _ title: String, _ footnotes: TableFootnotes, _ context: EntryContext,
    _ lines: LineTable
  ) -> Reading? {
    guard let cell = titleCell(row), let start = row.first?.1.span.lowerBound,
      let end = row.last?.1.span.upperBound
    else { return nil }
    var reader = EntryReader(
      title: cell, span: SourceSpan(start, max(start, end)), context: context, lines: lines,
      kindHint: kindHint(row),
      mayHoldAuthors: true)
    for (column, text) in row where !text.isBlank {
      switch column {
      case .link: reader.draft.addLinks(of: text)
      case .slides:
        reader.draft.addLinks(of: TextLine(segments: text.segments.filter(\.isOwnFile), span: text.span))
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

  /// A type or topic column may name what the row is: `Youtube`, `Book`.
  private static func kindHint(_ row: [(Column, TextLine)]) -> ReadingKind? {
    let words = row.filter { $0.0 == .topic || $0.0 == .presenter }.flatMap {
      comparisonForm($0.1.text).split(separator: " ")
    }
    if words.contains(where: { ["youtube", "video", "videos"].contains($0) }) { return .video }
    if words.contains(where: { ["book", "textbook"].contains($0) }) { return .book }
    return nil
  }

  // MARK: Footnotes

  /// `Title, Venue / Author, Author / Abstract`, in any order after the title.
  private static func read(_ footnote: [TextLine], _ title: String, into reader: inout EntryReader) {
    var lines = footnote
    guard let first = lines.first else { return }
    var text = first.text
    let form = comparisonForm(title)
    if form.utf8.count >= 6, comparisonForm(text.prefix(title.count + 40)).hasPrefix(form) {
      text = withoutTitle(text, title)
    }
    if let remark = submissionRemark(text) {
      reader.read([TextLine(segments: [.text(String(text[remark]), isStrong: false)], span: first.span)])
      text = text[..<remark.lowerBound] + " / " + text[remark.upperBound...].trimming([")"])
    }
    lines.removeFirst()
    var prose: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: true) {
      let piece = part.trimming([",", ";"])
      guard !piece.isEmpty else { continue }
      if !prose.isEmpty {
        prose.append(piece)
      } else if piece.wordCount >= 12, AuthorLine.parse(piece) == nil {
        prose = [piece]
      } else {
        readPart(piece, first.span, into: &reader)
      }
    }
    if !prose.isEmpty {
      let joined = TextLine(
        segments: [.text(prose.joined(separator: " / "), isStrong: false)], span: first.span)
      reader.read([joined] + lines)
    } else {
      reader.read(lines)
    }
  }

  /// `(Submitted on 11 Sep 2016 (v1), last revised ... (this version, v4))`
  private static func submissionRemark(_ text: String) -> Range<String.Index>? {
    guard let start = text.firstRange(of: "(Submitted on")?.lowerBound else { return nil }
    var depth = 0
    for index in text[start...].indices {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if depth == 0 { return start..<text.index(after: index) }
    }
    return nil
  }

  private static func readPart(_ piece: String, _ span: SourceSpan, into reader: inout EntryReader) {
    if let (rest, venue) = VenueScanner.trailingVenue(of: "x x, " + piece), rest == "x x" {
      reader.draft.set(venue: venue.name, year: venue.year, span, "venue in the footnote")
      return
    }
    reader.read([TextLine(segments: [.text(piece, isStrong: false)], span: span)])
  }

  /// The text behind a title that it begins with, compared by letters and digits only.
  private static func withoutTitle(_ text: String, _ title: String) -> String {
    let wanted = comparisonForm(title).filter { !$0.isWhitespace }.count
    var seen = 0
    for index in text.indices {
      if seen == wanted { return text[index...].trimming([",", ".", ":", "?", "\"", "”", "*"]) }
      seen += comparisonForm(String(text[index])).count
    }
    return ""
  }
}

extension TextLine.Segment {
  fileprivate var isOwnFile: Bool {
    if case .link(_, let url) = self { EntryDraft.isOwnFile(url) } else { false }
  }
}
