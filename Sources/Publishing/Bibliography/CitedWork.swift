internal import ReadingsCatalog
package import ReadingsQuery

/// A work as bibliographies describe it.
package struct CitedWork: Sendable {
  /// The sorts of works that bibliography formats tell apart.
  enum Form: Sendable {
    case article, inProceedings, preprint, book, software, web, video, slides, other
  }

  let form: Form
  let title: String
  let authors: [CitedName]
  /// When it appeared, or else was submitted.
  let year: Int?
  /// When it was submitted, where nothing says that it appeared elsewhere later.
  let date: CalendarDate?
  let venue: String?
  let identifiers: [Identifier]
  let url: String?
  let abstract: String?
  let keywords: [String]

  /// Takes what a reading says of its work; its own tags and its session's are the keywords.
  package init(_ selected: SelectedReading) {
    let reading = selected.reading
    title = CitedWork.line(reading.title)
    authors = reading.authors.map { CitedName(CitedWork.line($0)) }
    year = reading.yearOfPublication ?? CitedWork.year(ofArXiv: reading.identifier(.arxiv))
    venue = reading.venue.map { CitedWork.line($0) }
    date = venue == nil && reading.submitted?.year == year ? reading.submitted : nil
    identifiers = reading.identifiers
    url = reading.urls.first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
    abstract = reading.abstract.map { CitedWork.line($0) }
    keywords = CitedWork.distinct(reading.tags + selected.session.tags).map { CitedWork.line($0.spelling) }
    form = CitedWork.form(of: reading)
  }

  /// Each tag once; few are compared one by one, which costs less than a set.
  private static func distinct(_ tags: [Tag]) -> [Tag] {
    if tags.count > 16 {
      var seen: Set<Tag> = []
      return tags.filter { seen.insert($0).inserted }
    }
    return tags.indices.filter { !tags[..<$0].contains(tags[$0]) }.map { tags[$0] }
  }

  /// The year that an arXiv number of the new style starts with (`2205.14135`).
  private static func year(ofArXiv number: String?) -> Int? {
    guard let number, number.utf8.count >= 9, number.utf8.dropFirst(4).first == UInt8(ascii: ".") else {
      return nil
    }
    return Int(number.prefix(2)).map { 2000 + $0 }
  }

  func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }

  /// White space collapsed, and without the controls and marks that have no place in a title.
  private static func line(_ text: String) -> String {
    if isLine(text) { return text }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return line }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: line.unicodeScalars.filter { VisibleText.replacement(for: $0) == nil })
    return String(result)
  }

  /// Whether a text has single spaces between its words and nothing that would be left out, as most have.
  private static func isLine(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var last: UInt8 = 0x20
      for (index, byte) in bytes.enumerated() {
        if byte == 0x20 ? last == 0x20 : VisibleText.mayNeedReplacement(byte) || mayStartSpace(byte) {
          guard byte >= 0x80, let (scalar, _) = UTF8Bytes.scalar(in: bytes, at: index),
            !scalar.properties.isWhitespace, VisibleText.replacement(for: scalar) == nil
          else { return false }
        }
        last = byte
      }
      return last != 0x20
    }
  }

  /// Whether white space beyond ASCII starts with a byte.
  private static func mayStartSpace(_ byte: UInt8) -> Bool {
    byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3)
  }

  private static func form(of reading: Reading) -> Form {
    switch reading.kind {
    case .book: return .book
    case .software: return .software
    case .web: return .web
    case .video: return .video
    case .slides: return .slides
    case .other: return .other
    case .paper: break
    }
    guard let venue = reading.venue else {
      return reading.identifier(.arxiv) == nil && reading.identifier(.openReview) == nil ? .other : .preprint
    }
    let words = FoldedText.words(of: venue)
    if words.contains("arxiv") || words.contains("preprint") { return .preprint }
    return words.contains { journalWords.contains($0) } ? .article : .inProceedings
  }

  private static let journalWords: Set<String> = [
    "annals", "jair", "jmlr", "journal", "letters", "magazine", "nature", "pnas", "review", "reviews",
    "science",
    "tacl", "tkde", "tmlr", "tnnls", "tpami", "transactions",
  ]
}
