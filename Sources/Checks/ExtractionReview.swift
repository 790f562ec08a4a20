// This module owns the rules that judge a library: what in its posts deserves a look, as positioned diagnostics.
// Reading posts and printing are done elsewhere.

package import ReadingsCatalog
package import SourceText

/// The entries of a catalog that may have been read otherwise than they were meant.
///
/// Every finding is a warning with an id that starts with `unsure-`, at the title of its entry. An entry can have
/// several. Costs one pass over the readings.
package struct ExtractionReview: Sendable {
  /// Titles of works seldom have more words; longer ones are often a sentence of the notes.
  package static let titleWordLimit = 25

  /// A doubt about one entry.
  package struct Finding: Sendable, Hashable {
    /// The path of the post, relative to the library.
    package let file: String
    /// A warning whose span is the title's, in bytes of that file.
    package let diagnostic: Diagnostic
  }

  /// By session in catalog order, by entry in file order, and by rule.
  package let findings: [Finding]

  /// Reviews every entry of a catalog.
  package init(_ catalog: Catalog) {
    findings = catalog.sessions.flatMap { session in
      let hasSections = session.readings.contains { $0.section != nil }
      return session.readings.flatMap { reading in
        EntryDoubts(reading, isAmongSections: hasSections).diagnostics.map {
          Finding(file: session.file, diagnostic: $0)
        }
      }
    }
  }
}

/// What one entry lacks that a sure one has.
private struct EntryDoubts {
  private(set) var diagnostics: [Diagnostic] = []
  private let reading: Reading

  init(_ reading: Reading, isAmongSections: Bool) {
    self.reading = reading
    checkTitle()
    checkSource()
    if isAmongSections, reading.section == nil {
      add("unsure-section", "other entries of the post stand in a section; '\(shownTitle)' stands in none")
    }
  }

  private mutating func checkTitle() {
    let count = reading.title.split(whereSeparator: \.isWhitespace).count
    if count == 1, isAddress(reading.title) {
      add("unsure-title", "the title is only an address")
    } else if !reading.title.contains(where: \.isLetter) {
      add("unsure-title", "the title '\(shownTitle)' has no letters")
    } else if count > ExtractionReview.titleWordLimit {
      add(
        "unsure-title", "the title has \(count) words; more than \(ExtractionReview.titleWordLimit) are rare")
    }
  }

  private func isAddress(_ title: String) -> Bool {
    ["http://", "https://", "www."].contains { title.lowercased().hasPrefix($0) }
  }

  /// What says that the entry is a work: one of these settles both that it is one, and of which kind.
  private var looksPublished: Bool {
    !reading.identifiers.isEmpty || !reading.authors.isEmpty || reading.submitted != nil
      || reading.venue != nil
  }

  private mutating func checkSource() {
    if reading.urls.isEmpty, reading.identifiers.isEmpty, reading.authors.isEmpty {
      add("unsure-entry", "'\(shownTitle)' has neither a link nor authors; it may be no reading")
    } else if !looksPublished, isKindGuessed {
      add(
        "unsure-kind", "'\(shownTitle)' is taken for '\(reading.kind.rawValue)' by its title and link alone")
    }
  }

  /// Whether no link tells the kind: code under the title of a work, or a page at a host that is not known for
  /// articles.
  private var isKindGuessed: Bool {
    let kinds = reading.urls.map { ReadingKind(ofLink: $0) }
    switch reading.kind {
    case .paper: return !kinds.isEmpty && kinds.allSatisfy { $0 == .software }
    case .web: return !kinds.contains(.web)
    case .software, .video, .slides, .book, .other: return false
    }
  }

  /// The title, cut where a message would become unwieldy.
  private var shownTitle: String {
    let limit = 60
    return reading.title.count <= limit ? reading.title : reading.title.prefix(limit - 1) + "…"
  }

  private mutating func add(_ id: String, _ message: String) {
    let title = reading.evidence.last { $0.field == "title" }?.span ?? reading.span
    diagnostics.append(Diagnostic(.warning, id, message, at: title))
  }
}
