internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Reads a post with a new entry, and compares what it says with what it is to say.
struct EntryVerifier {
  let reader: PostReader
  let file: SourceFile
  /// What the reader makes of the file as it is.
  let post: Post

  /// The reading that the edits add; throws when there is not exactly one, or anything else has changed.
  func verify(_ edits: EditList, gives entry: NewEntry, in section: String?) throws(EntryRefusal) -> Reading {
    let new = SourceFile(path: file.path, bytes: edits.applied(to: file.bytes))
    let read = reader.read(new)
    guard read.diagnostics.map(\.id).sorted() == post.diagnostics.map(\.id).sorted() else {
      throw .notReadBack(reason: "the post would have other problems than before")
    }
    guard read.sessions.count == 1, let before = post.sessions.first, let after = read.sessions.first,
      after.readings.count == before.readings.count + 1
    else { throw .notReadBack(reason: "it would not be read as one entry of its own") }
    let start = edits.edits.first?.span.lowerBound ?? 0
    guard let index = after.readings.firstIndex(where: { $0.span.lowerBound >= start }) else {
      throw .notReadBack(reason: "it would be read as part of another entry")
    }
    var rest = after
    let reading = rest.readings.remove(at: index)
    guard bare(rest) == bare(before) else {
      throw .notReadBack(reason: "other entries would be read differently")
    }
    try compare(reading, entry, section)
    return reading
  }

  private func compare(_ reading: Reading, _ entry: NewEntry, _ section: String?) throws(EntryRefusal) {
    func require(_ isSame: Bool, _ field: String, _ read: String?) throws(EntryRefusal) {
      if isSame { return }
      let found = read.map { "'\($0.prefix(60))'" } ?? "nothing"
      throw .notReadBack(reason: "its \(field) would be read as \(found)")
    }
    try require(reading.title == entry.title, "title", reading.title)
    try require(
      reading.authors == entry.authors, "authors",
      reading.authors.isEmpty ? nil : reading.authors.joined(separator: ", "))
    try require(
      reading.submitted == entry.submitted, "day of submission", reading.submitted.map { "\($0)" })
    if let year = entry.submitted?.year ?? entry.year {
      try require(
        reading.year == year || reading.submitted?.year == year, "year", reading.year.map { "\($0)" })
    }
    if let venue = entry.venue { try require(reading.venue == venue, "venue", reading.venue) }
    // Of a footnote the abstract is read without its last full stop.
    let isSame = reading.abstract == entry.abstract || reading.abstract.map { $0 + "." } == entry.abstract
    try require(isSame, "abstract", reading.abstract)
    try require(
      reading.urls == entry.links, "link", reading.urls.isEmpty ? nil : reading.urls.joined(separator: " "))
    try require(reading.section == section, "section", reading.section)
  }

  /// A session without the places of what it says, which an entry moves.
  private func bare(_ session: Session) -> Session {
    var session = session
    session.body = nil
    let nowhere = SourceSpan(0, 0)
    for index in session.readings.indices {
      session.readings[index].span = nowhere
      session.readings[index].position = SourcePosition(
        line: 1, column: session.readings[index].position.column)
      session.readings[index].evidence = session.readings[index].evidence.map {
        FieldEvidence($0.field, nowhere, $0.rule)
      }
    }
    return session
  }
}
