package import Duplicates
package import ReadingsCatalog

/// For each paper of a list, the sessions that had it before.
package struct PaperHistory: Sendable {
  /// A paper of the list.
  package struct Entry: Sendable {
    /// As the list names it.
    package let title: String
    /// The paper's key in the library; nil when it is new.
    package let key: String?
    /// Sessions that had it, with the reading there, latest first; undated ones last.
    package let earlier: [Earlier]
  }

  /// A mention before.
  package struct Earlier: Sendable {
    /// The session that had the paper.
    package let session: Session
    /// What it said of it.
    package let reading: Reading
  }

  /// In the order of the list.
  package private(set) var entries: [Entry]

  /// The entries that nobody has had.
  package var newOnly: PaperHistory {
    var result = self
    result.entries = entries.filter(\.earlier.isEmpty)
    return result
  }

  /// The history of the readings of a session, given by its place in the catalog.
  package init(of place: Int, in catalog: Catalog, _ clustering: PaperClustering) {
    let own = catalog.sessions[place]
    entries = own.readings.enumerated().map { number, reading in
      let paper = clustering.paper(of: Paper.Mention(session: place, reading: number))
      let others = paper.mentions.filter { $0.session != place }
      let earlier = PaperHistory.earlier(others, in: catalog, before: own.date)
      return Entry(title: reading.title, key: earlier.isEmpty ? nil : paper.key, earlier: earlier)
    }
  }

  /// The history of records that are in no session.
  package init(of records: [PaperRecord], in catalog: Catalog, verdicts: DuplicateVerdicts) {
    // The list stands beside the library as a session of its own, so that both are compared alike.
    var mentions: [Paper.Mention?] = records.map { _ in nil }
    var all = records
    for (session, value) in catalog.sessions.enumerated() {
      for (number, reading) in value.readings.enumerated() {
        mentions.append(Paper.Mention(session: session, reading: number))
        all.append(PaperRecord(reading, id: "\(value.key)/\(reading.key)"))
      }
    }
    var groupOf: [Int: [Int]] = [:]
    for group in DuplicateReport(all, verdicts: verdicts).groups {
      for number in group.records { groupOf[number] = group.records }
    }
    entries = records.indices.map { number in
      let found = (groupOf[number] ?? []).compactMap { mentions[$0] }
      let earlier = PaperHistory.earlier(found, in: catalog, before: nil)
      return Entry(
        title: records[number].titles.first ?? "", key: earlier.first?.reading.key, earlier: earlier)
    }
  }

  private static func earlier(
    _ mentions: [Paper.Mention], in catalog: Catalog, before date: CalendarDate?
  ) -> [Earlier] {
    var seen: Set<Int> = []
    let before = mentions.filter { mention in
      guard seen.insert(mention.session).inserted else { return false }
      guard let date, let other = catalog.sessions[mention.session].date else { return true }
      return other < date
    }
    let sorted = before.sorted { left, right in
      let (first, second) = (catalog.sessions[left.session].date, catalog.sessions[right.session].date)
      guard first != second else { return left < right }
      guard let first else { return false }
      return second.map { first > $0 } ?? true
    }
    return sorted.map { mention in
      let session = catalog.sessions[mention.session]
      return Earlier(session: session, reading: session.readings[mention.reading])
    }
  }
}
