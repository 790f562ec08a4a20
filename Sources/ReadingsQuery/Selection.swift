package import ReadingsCatalog
internal import SourceText

/// A reading with the session it stands in.
package struct SelectedReading: Sendable {
  /// The session that tells its readers of the work.
  package let session: Session
  /// One of the session's readings.
  package let reading: Reading
  /// The value of the group it is listed under; nil outside of groups, and for readings that have no value.
  package internal(set) var group: String?
  /// Of a paper that stands for all its readings: the sessions that read it, first to last; else nil.
  package internal(set) var sessionKeys: [String]?

  /// Joins a reading with its session.
  package init(session: Session, reading: Reading) {
    self.session = session
    self.reading = reading
  }

  /// The 1-based line on which the reading's title (or else its link) stands.
  package var line: Int { reading.position.line }
  /// The 1-based column, in Unicode scalars, at which it starts there.
  package var column: Int { reading.position.column }
}

/// The part of a catalog that a filter lets pass, in an order.
package struct Selection: Sendable {
  /// A session with those of its readings that were selected, in order.
  package struct Group: Sendable {
    /// The session, with all its readings, selected or not.
    package let session: Session
    /// The selected ones, in the order asked for.
    package internal(set) var readings: [Reading]
  }

  /// In catalog order, or as sorted. While ``isGroupedBySession`` holds each session comes once; else each group
  /// has exactly one reading and a session can come more than once.
  package private(set) var groups: [Group]
  /// False once the selection is sorted by a field of its readings.
  package private(set) var isGroupedBySession = true
  /// Whether each reading stands for all readings of its paper.
  package internal(set) var isUnique = false

  /// Selects readings, and those sessions without any readings that match by themselves.
  package init(_ catalog: Catalog, matching filter: Filter = .everything) {
    groups = []
    if filter == .everything {
      groups = catalog.sessions.map { Group(session: $0, readings: $0.readings) }
      return
    }
    groups = InParallel.map(catalog.sessions, pieceSize: 256) { sessions in
      sessions.compactMap { session in
        let readings = session.readings.filter { filter.matches(session, $0) }
        let isSelected = !readings.isEmpty || (session.readings.isEmpty && filter.matches(session, nil))
        return isSelected ? Group(session: session, readings: readings) : nil
      }
    }.flatMap { $0 }
  }

  /// Whether ``init(_:matching:)`` selects nothing; looks no further than to the first that matches.
  package static func isEmpty(_ catalog: Catalog, matching filter: Filter) -> Bool {
    !catalog.sessions.contains { session in
      session.readings.isEmpty
        ? filter.matches(session, nil) : session.readings.contains { filter.matches(session, $0) }
    }
  }

  /// The same selection with other groups.
  func with(_ groups: [Group], isGroupedBySession: Bool) -> Selection {
    var result = self
    result.groups = groups
    result.isGroupedBySession = isGroupedBySession
    return result
  }

  /// Every selected reading with its session, in order.
  package var readings: [SelectedReading] { groups.flatMap { readings(of: $0) } }

  /// The selected readings of one of the groups with their session, in order.
  package func readings(of group: Group) -> [SelectedReading] {
    group.readings.map { reading in
      var selected = SelectedReading(session: group.session, reading: reading)
      if isUnique { selected.sessionKeys = reading.paper?.sessionKeys }
      return selected
    }
  }

  /// The number of selected readings.
  package var readingCount: Int { groups.reduce(0) { $0 + $1.readings.count } }

  /// The number of sessions that the groups are of, each counted once.
  package var sessionCount: Int {
    isGroupedBySession ? groups.count : Set(groups.map(\.session.key)).count
  }

  /// Sorts by fields of sessions and, within each session, of readings; sorted by a reading's field first, the
  /// selection is no longer grouped and sessions without readings drop out.
  package func sorted(by sorting: Sorting) -> Selection {
    guard let first = sorting.keys.first else { return self }
    var result = self
    if first.field.belongsToSession {
      let readingSorting = Sorting(sorting.keys.filter { !$0.field.belongsToSession })
      let sessionSorting = Sorting(sorting.keys.filter(\.field.belongsToSession))
      result.groups = sessionSorting.sorted(groups) { ($0.session, nil) }
      for index in result.groups.indices {
        let session = result.groups[index].session
        result.groups[index].readings =
          readingSorting.sorted(result.groups[index].readings) { (session, $0) }
      }
    } else {
      let rows = sorting.sorted(readings) { ($0.session, $0.reading) }
      result.groups = rows.map { Group(session: $0.session, readings: [$0.reading]) }
      result.isGroupedBySession = false
    }
    return result
  }

  /// Sorts the sessions alone; `title` and `year` are then those of the session.
  package func sessionsSorted(by sorting: Sorting) -> Selection {
    var result = self
    result.groups = sorting.sorted(groups) { ($0.session, nil) }
    return result
  }

  /// The first `count` readings, with their sessions.
  package func limited(toReadings count: Int) -> Selection {
    var result = self
    var remaining = count
    result.groups = []
    for var group in groups where remaining > 0 {
      group.readings = Array(group.readings.prefix(remaining))
      remaining -= group.readings.count
      result.groups.append(group)
    }
    return result
  }

  /// The first `count` sessions with all their selected readings.
  package func limited(toSessions count: Int) -> Selection {
    var result = self
    result.groups = Array(groups.prefix(count))
    return result
  }
}
