package import ReadingsCatalog

/// What one mention of a paper says of it, wherever it comes from: a reading of a post, or a line of a file.
package struct PaperRecord: Sendable, Hashable {
  /// The name of the mention, unique among the records that are compared.
  package var id: String
  /// The title, then other names that the mention gives the work; empty texts are as good as none.
  package var titles: [String]
  /// In order, as written (`Tri Dao`, `Dao, Tri`, `T. Dao`); perhaps cut short.
  package var authors: [String]
  /// The first one identifies the paper, further ones are links that may lead elsewhere.
  package var identifiers: [Identifier]
  /// The first link, where it names no registry; compared as a text.
  package var link: String?
  /// As written.
  package var abstract: String?
  /// The links as they are written, the record's own first.
  package var urls: [String] = []
  /// The day of the first version.
  package var submitted: CalendarDate?
  package var year: Int?
  /// As written.
  package var venue: String?

  /// A record of a title and nothing else, to be filled in.
  package init(id: String, title: String) {
    self.id = id
    titles = [title]
    authors = []
    identifiers = []
  }
}

extension PaperRecord {
  /// What a reading says of its paper.
  package init(_ reading: Reading, id: String) {
    self.init(id: id, title: reading.title)
    titles += reading.alternativeTitles
    authors = reading.authors
    identifiers = reading.identifiers
    urls = reading.urls
    submitted = reading.submitted
    abstract = reading.abstract
    year = reading.submitted?.year ?? reading.year
    venue = reading.venue
    guard let first = reading.urls.first else { return }
    if let named = IdentifierScanner.identifier(inURL: first) {
      // The link written first is the entry's own, even where a later one is of a stronger kind; not where it was found
      // to be mentioned in passing.
      let isMention = identifiers.contains { $0.scheme == named.scheme && $0 != named }
      if !isMention { identifiers = [named] + identifiers.filter { $0 != named } }
    } else if identifiers.isEmpty {
      link = first
    }
  }
}
