package import ReadingsCatalog
package import ReadingsQuery

/// Readings and sessions as JSON; the names of the members and their order are a contract with other programs.
package enum ReadingJSON {
  /// Readings to be written piece by piece.
  package typealias Pieces = PiecesInParallel<[UInt8]>

  /// One reading a line, each a document of its own (JSON Lines).
  package static func lines(_ selection: Selection) -> Pieces {
    PiecesInParallel(selection.groups, size: 64) { groups in
      var writer = JSONWriter()
      for group in groups {
        let session = JSONWriter.members(of: group.session)
        for reading in selection.readings(of: group) {
          writer.write(reading, session)
          writer.endDocument()
        }
      }
      return writer.bytes
    }
  }

  /// One array, one reading a line.
  package static func array(_ selection: Selection) -> Pieces {
    let groups = selection.groups.filter { !$0.readings.isEmpty }
    return PiecesInParallel(groups, size: 64) { piece in
      var writer = JSONWriter()
      if piece.startIndex == 0 { writer.beginArray() } else { writer.continueArray() }
      for group in piece {
        let session = JSONWriter.members(of: group.session)
        for reading in selection.readings(of: group) {
          writer.elementOnNewLine()
          writer.write(reading, session)
        }
      }
      if piece.endIndex == groups.count {
        if !groups.isEmpty { writer.newLine() }
        writer.endArray()
        writer.endDocument()
      }
      return writer.bytes
    }
  }

  /// One session a line, with the number of its readings in `readingCount`.
  package static func lines(_ sessions: [Session]) -> [UInt8] {
    lines(of: sessions) { $0.writeListed($1) }
  }

  /// One array, one session a line.
  package static func array(_ sessions: [Session]) -> [UInt8] {
    array(of: sessions) { $0.writeListed($1) }
  }

  /// One element a line with these fields alone, lists as arrays.
  package static func lines<Element>(_ elements: [Element], _ fields: [ListedField<Element>]) -> [UInt8] {
    lines(of: elements) { $0.write($1, fields) }
  }

  /// One array, one element a line with these fields alone, lists as arrays.
  package static func array<Element>(_ elements: [Element], _ fields: [ListedField<Element>]) -> [UInt8] {
    array(of: elements) { $0.write($1, fields) }
  }

  /// One group a line, its value in `group`, its readings in `readings`.
  package static func lines(_ grouping: Grouping) -> [UInt8] {
    lines(of: grouping.groups) { $0.write($1) }
  }

  /// One array, one group a line.
  package static func array(_ grouping: Grouping) -> [UInt8] {
    array(of: grouping.groups) { $0.write($1) }
  }

  /// One array, one tag a line.
  package static func array(_ tags: [TagCount]) -> [UInt8] {
    array(of: tags) { $0.write($1) }
  }

  /// A session with all its readings, or a paper with every reading of it, as one document.
  package static func document(_ item: KeyedItem) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch item {
    case .session(let session):
      writer.writeMembers(of: session)
      writer.writeDetails(of: session)
      writer.name("readings")
      writer.beginArray()
      for reading in session.readings {
        writer.elementOnNewLine()
        writer.write(SelectedReading(session: session, reading: reading))
      }
      writer.endArray()
    case .paper(let readings):
      writer.member("key", item.key)
      writer.member("title", item.title)
      writer.name("readings")
      writer.beginArray()
      for reading in readings {
        writer.elementOnNewLine()
        writer.write(reading)
      }
      writer.endArray()
    }
    writer.endObject()
    writer.endDocument()
    return writer.bytes
  }

  private static func lines<Element>(
    of elements: some Sequence<Element>, write: (inout JSONWriter, Element) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    for element in elements {
      write(&writer, element)
      writer.endDocument()
    }
    return writer.bytes
  }

  private static func array<Element>(
    of elements: [Element], write: (inout JSONWriter, Element) -> Void
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for element in elements {
      writer.elementOnNewLine()
      write(&writer, element)
    }
    if !elements.isEmpty { writer.newLine() }
    writer.endArray()
    writer.endDocument()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ group: Grouping.Group) {
    beginObject()
    member("group", group.name)
    name("readings")
    beginArray()
    for reading in group.readings { write(reading) }
    endArray()
    endObject()
  }

  fileprivate mutating func write<Element>(_ element: Element, _ fields: [ListedField<Element>]) {
    beginObject()
    for field in fields {
      switch field.value(element) {
      case .text(let text): member(field.name, text)
      case .number(let number): member(field.name, number)
      case .list(let texts): member(field.name, texts)
      }
    }
    endObject()
  }

  fileprivate mutating func write(_ selected: SelectedReading) {
    write(selected, JSONWriter.members(of: selected.session))
  }

  /// A reading with the object of its session as it was written before.
  fileprivate mutating func write(_ selected: SelectedReading, _ session: [UInt8]) {
    beginObject()
    writeMembers(of: selected, session)
    endObject()
  }

  /// The members of a reading, its session last.
  mutating func writeMembers(of selected: SelectedReading) {
    writeMembers(of: selected, JSONWriter.members(of: selected.session))
  }

  private mutating func writeMembers(of selected: SelectedReading, _ session: [UInt8]) {
    let reading = selected.reading
    member("key", reading.key)
    member("title", reading.title)
    member("section", reading.section)
    member("role", reading.role.rawValue)
    member("kind", reading.kind.rawValue)
    member("urls", reading.urls)
    member("arxiv", reading.identifier(.arxiv))
    member("doi", reading.identifier(.doi))
    member("openreview", reading.identifier(.openReview))
    member("authors", reading.authors)
    member("submitted", reading.submitted?.description)
    member("year", reading.year)
    member("venue", reading.venue)
    member("citations", reading.citations)
    member("affiliation", reading.affiliation)
    member("abstract", reading.abstract)
    member("tags", reading.tags.map(\.spelling))
    member("presenter", reading.presenter)
    member("file", selected.session.file)
    member("line", selected.line)
    member("column", selected.column)
    if let sessionKeys = selected.sessionKeys { member("sessions", sessionKeys) }
    name("session")
    value(session)
  }

  /// The object that a session is inside each of its readings.
  fileprivate static func members(of session: Session) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.writeMembers(of: session)
    writer.endObject()
    return writer.bytes
  }

  /// The members that a session has inside each of its readings.
  fileprivate mutating func writeMembers(of session: Session) {
    member("key", session.key)
    member("title", session.title)
    member("date", session.date?.description)
    member("term", session.term)
    member("label", session.label)
    member("lecture", session.lecture)
    member("tags", session.tags.map(\.spelling))
    member("categories", session.categories.map(\.spelling))
  }

  /// The members that a session has besides when it stands alone.
  fileprivate mutating func writeDetails(of session: Session) {
    member("lectureVersion", session.lectureVersion)
    member("leadTeam", session.leadTeam)
    member("blogTeam", session.blogTeam)
    member("file", session.file)
    member("line", session.line)
  }

  fileprivate mutating func writeListed(_ session: Session) {
    beginObject()
    writeListedMembers(of: session)
    endObject()
  }

  /// The members of a session that is listed without its readings.
  mutating func writeListedMembers(of session: Session) {
    writeMembers(of: session)
    writeDetails(of: session)
    member("readingCount", session.readings.count)
  }

  fileprivate mutating func write(_ tag: TagCount) {
    beginObject()
    member("tag", tag.spelling)
    member("key", tag.key)
    member("sessions", tag.sessionCount)
    member("readings", tag.readingCount)
    member("papers", tag.paperCount)
    name("spellings")
    beginArray()
    for spelling in tag.spellings {
      beginObject()
      member("spelling", spelling.text)
      member("count", spelling.count)
      endObject()
    }
    endArray()
    member("near", tag.neighbours)
    endObject()
  }
}
