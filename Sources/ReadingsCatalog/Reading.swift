package import SourceText

/// How much a session expects of its readers.
package enum ReadingRole: String, Sendable, Hashable, CaseIterable {
  case required, optional, background, unspecified
}

/// What sort of thing is to be read, watched or used.
package enum ReadingKind: String, Sendable, Hashable, CaseIterable {
  case paper, software, web, video, slides, book, other
}

/// One entry that a session tells its readers to read, watch or use.
///
/// Invariant: the title is not empty (an entry that has only a link is titled by it).
package struct Reading: Sendable, Hashable {
  /// The name that commands know the work by: its strongest identifier's value, or a slug of its title.
  /// Readings of the same paper in several sessions share it when they carry the same identifier or title.
  package var key: String
  /// As one would cite it: without numbering, links, venue and year.
  package var title: String
  /// Other names the entry gives the work, such as the short name of its heading.
  package var alternativeTitles: [String] = []
  /// The nearest enclosing heading that is not an entry itself, without trailing colon.
  package var section: String?
  /// From the words of the enclosing headings.
  package var role: ReadingRole = .unspecified
  /// From links, title and section.
  package var kind: ReadingKind = .paper
  /// In the order of the entry, each once; the session's own slides are not among them.
  package var urls: [String] = []
  /// Sorted, strongest scheme first; at most one of each scheme.
  package var identifiers: [Identifier] = []
  /// In order, as written; empty when none are given.
  package var authors: [String] = []
  /// When the first version was submitted.
  package var submitted: CalendarDate?
  /// Of the first submission, else written with the entry, else the venue's.
  package var year: Int?
  /// Where the work appeared, as written (`ICML17`).
  package var venue: String?
  /// How often it was cited, where the post says so.
  package var citations: Int?
  /// The organisation named with the title.
  package var affiliation: String?
  /// The first paragraph of prose of the entry, on one line.
  package var abstract: String?
  /// The reading's own, not its session's.
  package var tags: [Tag] = []
  /// Who presented the work in the session.
  package var presenter: String?
  /// The session's own slides for this entry, as written.
  package var slides: [String] = []
  /// The bytes of the whole entry in its file.
  package var span: SourceSpan
  /// Where the title stands (or else the link).
  package var position: SourcePosition
  /// The paper that the reading is of; nil until it was found out which readings are the same.
  package var paper: PaperMembership?
  /// Where each field was found and by which rule, in the order of discovery.
  package var evidence: [FieldEvidence] = []

  /// A reading with nothing but a title, to be filled in.
  package init(key: String, title: String, span: SourceSpan, position: SourcePosition) {
    self.key = key
    self.title = title
    self.span = span
    self.position = position
  }

  package func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }
}

/// Parts of readings that take much time and memory in a large library, and that not all commands look at.
package struct ReadingParts: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  package static let abstract = ReadingParts(rawValue: 1)
  package static let evidence = ReadingParts(rawValue: 2)
  /// The keys that readings without an identifier share with others by their titles; they have keys of their own.
  package static let sharedKey = ReadingParts(rawValue: 4)
}

/// Why a field of a reading has its value.
package struct FieldEvidence: Sendable, Hashable {
  /// The field's name in the JSON of a reading.
  package let field: String
  /// The bytes that gave the value.
  package let span: SourceSpan
  /// The rule that read them, as a short phrase (`author line`, `arXiv link`).
  package let rule: String

  package init(_ field: String, _ span: SourceSpan, _ rule: String) {
    self.field = field
    self.span = span
    self.rule = rule
  }
}
