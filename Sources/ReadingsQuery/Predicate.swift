package import ReadingsCatalog

/// One condition on one field.
package enum Predicate: Sendable, Hashable {
  case name(NameField, NamePattern)
  /// The session's key as a whole, or words of its title; nil when the value has no words.
  case session(key: NamePattern, words: TextPattern?)
  case text(TextField, TextPattern)
  /// A front-matter key that has no field of its own, compared without regard to case.
  case metadata(key: String, TextPattern)
  case role(ReadingRole)
  case kind(ReadingKind)
  case number(NumberField, ValueRange)
  /// Days are compared as the numbers `YYYYMMDD`.
  case day(DayField, ValueRange)
  case has(Presence)
  case state(State)

  /// A field whose whole value is compared, as tags are.
  package enum NameField: Sendable, Hashable {
    /// A tag of the session, or one of the reading's own.
    case tag
    case category, term, label
    /// The team that leads, or the one that writes.
    case team
    /// The team that leads.
    case lead
    /// The path of the post, or its last component with or without extension.
    case file
    /// The key of the reading, or of the session.
    case key
    case arxiv, doi
  }

  /// A field whose words are compared.
  package enum TextField: Sendable, Hashable {
    /// What the entry says of the work: titles, authors, abstract, venue, affiliation, its own tags; the title of a
    /// session without readings.
    case anywhere
    /// The reading's title or another name of it; the title of a session without readings.
    case title
    /// The name of one author, words in any order.
    case author
    case abstract, section, venue, presenter
  }

  /// A field that is a number.
  package enum NumberField: Sendable, Hashable {
    /// The year the work appeared, or else that of its submission.
    case year
    case citations
  }

  /// A field that is a day.
  package enum DayField: Sendable, Hashable {
    /// The day of the session; where it has none, all days of its year (``Session/yearHeld``), which must lie in the
    /// range together.
    case date
    case submitted
  }

  /// What a reading or its session can have; the raw value is the name in a query.
  package enum Presence: String, Sendable, Hashable, CaseIterable {
    case link, abstract, authors, id, date, tags, venue, year
  }

  /// What a session or a reading can be; the raw value is the name in a query.
  package enum State: String, Sendable, Hashable, CaseIterable {
    /// `lectureVersion` of the session: to come, or held.
    case next, current
    /// The paper is read in several sessions.
    case duplicate
  }

  /// The condition that the session or the reading carries a tag.
  package static func tag(_ tag: Tag) -> Predicate { .name(.tag, NamePattern(key: tag.key)) }

  /// Whether the condition holds; one on a reading fails without a reading.
  package func holds(_ session: Session, _ reading: Reading?) -> Bool {
    switch self {
    case .name(let field, let pattern): return field.holds(pattern, session, reading)
    case .session(let key, let words):
      return key.matches(session.key) || words?.matches(session.title) ?? false
    case .text(let field, let pattern): return field.holds(pattern, session, reading)
    case .metadata(let key, let pattern):
      return session.metadata.contains { field in
        field.key.lowercased() == key && field.values.contains { pattern.matches($0) }
      }
    case .role(let role): return reading?.role == role
    case .kind(let kind): return reading?.kind == kind
    case .number(.year, let range): return reading?.yearOfPublication.map { range.contains($0) } ?? false
    case .number(.citations, let range): return reading?.citations.map { range.contains($0) } ?? false
    case .day(.date, let range): return session.daysHeld.map { range.contains($0) } ?? false
    case .day(.submitted, let range): return reading?.submitted.map { range.contains($0.number) } ?? false
    case .has(let presence): return presence.holds(session, reading)
    case .state(.duplicate): return reading?.paper.map { $0.sessionKeys.count > 1 } ?? false
    case .state(let state): return session.lectureVersion.map { Tag.key(of: $0) } == state.rawValue
    }
  }
}

extension Predicate.NameField {
  fileprivate func holds(_ pattern: NamePattern, _ session: Session, _ reading: Reading?) -> Bool {
    func holds(_ value: String?) -> Bool { value.map { pattern.matches($0) } ?? false }
    switch self {
    case .tag:
      return session.tags.contains { pattern.matches($0) }
        || reading.map { $0.tags.contains { pattern.matches($0) } } ?? false
    case .category: return session.categories.contains { pattern.matches($0) }
    case .term: return holds(session.term)
    case .label: return holds(session.label)
    case .team: return holds(session.leadTeam) || holds(session.blogTeam)
    case .lead: return holds(session.leadTeam)
    case .key: return holds(reading?.key) || holds(session.key)
    case .arxiv: return holds(reading?.identifier(.arxiv))
    case .doi: return holds(reading?.identifier(.doi))
    case .file:
      let name = session.file.split(separator: "/").last.map { String($0) }
      let stem = name.flatMap { name in name.lastIndex(of: ".").map { String(name[..<$0]) } }
      return holds(session.file) || holds(name) || holds(stem)
    }
  }
}

extension Predicate.TextField {
  fileprivate func holds(_ pattern: TextPattern, _ session: Session, _ reading: Reading?) -> Bool {
    func holds(_ value: String?) -> Bool { value.map { pattern.matches($0) } ?? false }
    guard let reading else {
      return (self == .anywhere || self == .title) && pattern.matches(session.title)
    }
    func holdsTitle() -> Bool {
      pattern.matches(reading.title) || reading.alternativeTitles.contains { pattern.matches($0) }
    }
    switch self {
    case .title: return holdsTitle()
    case .author: return reading.authors.contains { pattern.matchesName($0) }
    case .abstract: return holds(reading.abstract)
    case .section: return holds(reading.section)
    case .venue: return holds(reading.venue)
    case .presenter: return holds(reading.presenter)
    case .anywhere:
      return holdsTitle() || reading.authors.contains { pattern.matches($0) } || holds(reading.abstract)
        || holds(reading.venue) || holds(reading.affiliation)
        || reading.tags.contains { pattern.matches($0.spelling) }
    }
  }
}

extension Predicate.Presence {
  fileprivate func holds(_ session: Session, _ reading: Reading?) -> Bool {
    switch self {
    case .date: return session.date != nil
    case .tags: return !session.tags.isEmpty || reading.map { !$0.tags.isEmpty } ?? false
    default: break
    }
    guard let reading else { return false }
    switch self {
    case .link: return !reading.urls.isEmpty
    case .abstract: return reading.abstract != nil
    case .authors: return !reading.authors.isEmpty
    case .id: return !reading.identifiers.isEmpty
    case .venue: return reading.venue != nil
    case .year: return reading.yearOfPublication != nil
    case .date, .tags: return false
    }
  }
}

extension Reading {
  /// The year the work appeared, or else the year of its submission.
  package var yearOfPublication: Int? { year ?? submitted?.year }
}
