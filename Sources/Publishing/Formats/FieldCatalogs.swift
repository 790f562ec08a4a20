package import ReadingsCatalog
package import ReadingsQuery

extension FieldCatalog where Element == SelectedReading {
  /// The value that readings are grouped by, absent where they are not.
  package static let group = ListedField<SelectedReading>("group") { .text($0.group) }

  /// The fields of a reading and of the session it stands in; `year` is that of the work, or else of its submission, and
  /// `lead` and `blog` are teams.
  package static let readings = FieldCatalog(
    [
      ListedField("key") { .text($0.reading.key) },
      ListedField("title") { .text($0.reading.title) },
      ListedField("authors") { .list($0.reading.authors) },
      ListedField("year") { .number($0.reading.yearOfPublication) },
      ListedField("venue") { .text($0.reading.venue) },
      ListedField("url") { .text($0.reading.urls.first) },
      ListedField("urls") { .list($0.reading.urls) },
      ListedField("arxiv") { .text($0.reading.identifier(.arxiv)) },
      ListedField("doi") { .text($0.reading.identifier(.doi)) },
      ListedField("openreview") { .text($0.reading.identifier(.openReview)) },
      ListedField("role") { .text($0.reading.role.rawValue) },
      ListedField("kind") { .text($0.reading.kind.rawValue) },
      ListedField("section") { .text($0.reading.section) },
      ListedField("tags") { .list($0.reading.tags.map(\.spelling)) },
      ListedField("submitted") { .text($0.reading.submitted?.description) },
      ListedField("citations") { .number($0.reading.citations) },
      ListedField("affiliation") { .text($0.reading.affiliation) },
      ListedField("presenter") { .text($0.reading.presenter) },
      ListedField("abstract") { .text($0.reading.abstract) },
      ListedField("session") { .text($0.session.key) },
      ListedField("sessions") { .list($0.sessionKeys ?? [$0.session.key]) },
      ListedField("session-title") { .text($0.session.title) },
      ListedField("session-tags") { .list($0.session.tags.map(\.spelling)) },
      ListedField("categories") { .list($0.session.categories.map(\.spelling)) },
      ListedField("date") { .text($0.session.date?.description) },
      ListedField("term") { .text($0.session.term) },
      ListedField("label") { .text($0.session.label) },
      ListedField("lecture") { .text($0.session.lecture) },
      ListedField("lead") { .text($0.session.leadTeam) },
      ListedField("blog") { .text($0.session.blogTeam) },
      ListedField("file") { .text($0.session.file) },
      ListedField("line") { .number($0.line) },
      ListedField("column") { .number($0.column) },
      group,
    ],
    standard: [
      "key", "title", "authors", "year", "venue", "url", "role", "kind", "section", "session", "date", "term",
      "file", "line",
    ], session: \.session)
}

extension FieldCatalog where Element == Session {
  /// The fields of a session; `readings` is their number, `lead` and `blog` are teams.
  package static let sessions = FieldCatalog(
    [
      ListedField("key") { .text($0.key) },
      ListedField("title") { .text($0.title) },
      ListedField("date") { .text($0.date?.description) },
      ListedField("term") { .text($0.term) },
      ListedField("label") { .text($0.label) },
      ListedField("lecture") { .text($0.lecture) },
      ListedField("lead") { .text($0.leadTeam) },
      ListedField("blog") { .text($0.blogTeam) },
      ListedField("tags") { .list($0.tags.map(\.spelling)) },
      ListedField("categories") { .list($0.categories.map(\.spelling)) },
      ListedField("readings") { .number($0.readings.count) },
      ListedField("file") { .text($0.file) },
      ListedField("line") { .number($0.line) },
    ],
    standard: ["key", "title", "date", "term", "label", "tags", "readings", "file"], session: \.self)
}
