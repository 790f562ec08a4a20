internal import Duplicates
internal import Editing
internal import ReadingsCatalog

/// What is known of a paper that is to be added, gathered from options, records and earlier readings.
struct PaperDraft {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var links: [String] = []
  private(set) var submitted: CalendarDate?
  private(set) var year: Int?
  private(set) var venue: String?
  private(set) var abstract: String?

  /// What somebody named: an identifier, a link, or else a title.
  init(naming word: String) {
    if word.hasPrefix("http://") || word.hasPrefix("https://") {
      links = [word]
    } else if let identifier = PaperDraft.identifier(word) {
      links = PaperDraft.link(of: identifier).map { [$0] } ?? []
    } else {
      title = word
    }
  }

  init() {}

  /// The identifier that a word is: `2205.14135`, `arXiv:2205.14135v2`, `10.1145/...`, or a link to one.
  static func identifier(_ word: String) -> Identifier? {
    if let identifier = IdentifierScanner.identifier(inURL: word) { return identifier }
    if word.contains(where: \.isWhitespace) { return nil }
    let isDOI = word.hasPrefix("10.") && word.contains("/")
    let text = word.contains(":") ? word : (isDOI ? "doi:" : "arxiv:") + word
    return IdentifierScanner.identifiers(inText: text).first
  }

  /// The page of a work in a registry.
  private static func link(of identifier: Identifier) -> String? {
    switch identifier.scheme {
    case .arxiv: "https://arxiv.org/abs/\(identifier.value)"
    case .doi: "https://doi.org/\(identifier.value)"
    case .openReview: "https://openreview.net/forum?id=\(identifier.value)"
    case .acl: "https://aclanthology.org/\(identifier.value)"
    case .pmlr: nil
    }
  }

  /// Takes what a record says, where nothing is known yet.
  mutating func fill(from record: PaperRecord) {
    title = title ?? record.titles.first
    if authors.isEmpty { authors = record.authors.map(PaperDraft.givenNameFirst) }
    if links.isEmpty {
      links = record.identifiers.first.flatMap(PaperDraft.link).map { [$0] } ?? Array(record.urls.prefix(1))
    }
    submitted = submitted ?? record.submitted
    year = year ?? record.year
    venue = venue ?? record.venue
    abstract = abstract ?? record.abstract
  }

  /// Takes what an earlier session said, where nothing is known yet.
  mutating func fill(from reading: Reading) {
    title = title ?? reading.title
    if authors.isEmpty { authors = reading.authors }
    if links.isEmpty { links = reading.urls }
    submitted = submitted ?? reading.submitted
    year = year ?? reading.year
    venue = venue ?? reading.venue
    abstract = abstract ?? reading.abstract
  }

  /// The first reading of a library with the identifier of one of the links.
  func sameIdentifier(in catalog: Catalog) -> Reading? {
    let identifiers = Set(links.compactMap { IdentifierScanner.identifier(inURL: $0) })
    if identifiers.isEmpty { return nil }
    return catalog.sessions.lazy.flatMap(\.readings).first { !identifiers.isDisjoint(with: $0.identifiers) }
  }

  /// Takes what the options say, before anything else.
  mutating func take(_ arguments: ParsedArguments) throws(CommandFailure) {
    title = arguments.value(.paperTitle) ?? title
    if arguments.has(.paperAuthor) { authors = arguments.values(.paperAuthor) }
    if arguments.has(.paperLink) { links = arguments.values(.paperLink) }
    for link in links where !link.hasPrefix("http://") && !link.hasPrefix("https://") {
      throw CommandFailure("'\(link)' for '--link' is not a whole address, such as https://...")
    }
    submitted = try DateArgument.date(arguments, .paperSubmitted) ?? submitted
    year = arguments.value(.paperYear).flatMap { Int($0) } ?? year
    venue = arguments.value(.paperVenue) ?? venue
    abstract = arguments.value(.paperAbstract) ?? abstract
  }

  /// The draft as records are compared.
  var record: PaperRecord {
    var record = PaperRecord(id: "new", title: title ?? "")
    record.authors = authors
    record.identifiers = links.compactMap { IdentifierScanner.identifier(inURL: $0) }
    if record.identifiers.isEmpty { record.link = links.first }
    record.abstract = abstract
    record.year = submitted?.year ?? year
    record.venue = venue
    return record
  }

  /// The entry to write; nil without a title.
  var entry: NewEntry? {
    title.flatMap { title in
      NewEntry(
        title: title, authors: authors, links: links, submitted: submitted,
        year: submitted == nil ? year : nil, venue: venue, abstract: abstract)
    }
  }

  /// `Dao, Tri` as one writes it in a post; a suffix stays behind (`King, Jr., Martin`).
  private static func givenNameFirst(_ name: String) -> String {
    let parts = name.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    return switch parts.count {
    case 2: "\(parts[1]) \(parts[0])"
    case 3: "\(parts[2]) \(parts[0]), \(parts[1])"
    default: name
    }
  }
}

/// A day given as the value of an option.
enum DateArgument {
  static func date(_ arguments: ParsedArguments, _ option: OptionSpecification) throws(CommandFailure)
    -> CalendarDate?
  {
    guard let text = arguments.value(option) else { return nil }
    guard let date = CalendarDate(prefixOf: text), text == date.description else {
      throw CommandFailure("'\(text)' for '--\(option.name)' is not a day, such as 2025-03-04")
    }
    return date
  }
}
