package import ReadingsCatalog

/// What is to be written of a work that a session gets to read.
package struct NewEntry: Sendable, Hashable {
  /// Never empty.
  package let title: String
  /// In order, as they are to be written.
  package let authors: [String]
  /// Whole addresses, the work's own first.
  package let links: [String]
  /// When the first version was submitted.
  package let submitted: CalendarDate?
  /// Written where the day of submission is not known.
  package let year: Int?
  /// Where the work appeared.
  package let venue: String?
  /// On one line.
  package let abstract: String?

  /// An entry whose texts are brought onto one line each, without control characters; nil when the title is empty.
  package init?(
    title: String, authors: [String] = [], links: [String] = [], submitted: CalendarDate? = nil,
    year: Int? = nil, venue: String? = nil, abstract: String? = nil
  ) {
    self.title = NewEntry.line(title)
    self.authors = authors.map(NewEntry.line).filter { !$0.isEmpty }
    self.links = links.map(NewEntry.line).filter { !$0.isEmpty }
    self.submitted = submitted
    self.year = year
    self.venue = venue.map(NewEntry.line).flatMap { $0.isEmpty ? nil : $0 }
    self.abstract = abstract.map(NewEntry.line).flatMap { $0.isEmpty ? nil : $0 }
    if self.title.isEmpty { return nil }
  }

  private static func line(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: visible.append(" ")
      case .format where !scalar.properties.isEmojiModifier && scalar != "\u{200D}": continue
      default: visible.append(scalar)
      }
    }
    return String(visible).split { $0.isWhitespace }.joined(separator: " ")
  }
}
