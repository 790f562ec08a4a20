// This module owns which mentions are of one paper, how sure that is, and why. It compares records of any source, reads
// files of records, and groups the readings of a catalog; what is printed of it is made by Publishing, and where
// verdicts are kept is not its business.

package import ReadingsCatalog

/// A work with all its mentions in a catalog.
package struct Paper: Sendable {
  /// Where a reading stands in its catalog.
  package struct Mention: Sendable, Hashable, Comparable {
    /// Of the session in ``Catalog/sessions``.
    package let session: Int
    /// Of the reading in the session's readings.
    package let reading: Int

    /// The place of a reading.
    package init(session: Int, reading: Int) {
      self.session = session
      self.reading = reading
    }

    package static func < (left: Mention, right: Mention) -> Bool {
      (left.session, left.reading) < (right.session, right.reading)
    }
  }

  /// The key of the canonical mention.
  package let key: String
  /// The title that names the paper best.
  package let title: String
  /// At least one, in catalog order.
  package let mentions: [Mention]
  /// The mention that gives the title.
  package let canonical: Mention
  /// How sure it is that the mentions are one paper; nil for a single mention.
  package let grade: DuplicateGrade?
  /// Why they are one paper, in words; empty for a single mention.
  package let evidence: [String]

  /// The sessions that mention the paper, each once, in catalog order.
  package var sessions: [Int] {
    var sessions: [Int] = []
    for mention in mentions where sessions.last != mention.session { sessions.append(mention.session) }
    return sessions
  }
}

/// The readings of a catalog gathered into papers.
///
/// Invariant: every reading is a mention of exactly one paper; which readings are together depends on what they say
/// and on the verdicts, not on the order of the posts.
package struct PaperClustering: Sendable {
  /// Two mentions that somebody should compare.
  package struct Pair: Sendable {
    /// In catalog order.
    package let first: Paper.Mention
    package let second: Paper.Mention
    /// In words; at least one.
    package let reasons: [String]
  }

  /// In the order of their first mentions.
  package let papers: [Paper]
  /// Pairs that may be one paper, never merged; strongest first.
  package let possible: [Pair]
  /// One identifier under unrelated titles, or one title under two identifiers of arXiv.
  package let conflicts: [Pair]
  /// For each session, for each of its readings, the place of its paper in ``papers``.
  private let places: [[Int]]

  /// Compares all readings of a catalog, in time nearly linear in their number.
  package init(_ catalog: Catalog, verdicts: DuplicateVerdicts = DuplicateVerdicts()) {
    let records = CatalogRecords(catalog)
    let mentions = records.mentions
    let judged = JudgedPairs(verdicts, mentions.indices.lazy.map(records.record))
    let report = DuplicateReport(
      RecordClustering(records.table, same: judged.same, distinct: judged.distinct), record: records.record)
    var groupOf = [Int?](repeating: nil, count: mentions.count)
    for (index, group) in report.groups.enumerated() {
      for number in group.records { groupOf[number] = index }
    }
    var papers: [Paper] = []
    var places = catalog.sessions.map { [Int](repeating: 0, count: $0.readings.count) }
    for number in mentions.indices {
      let group = groupOf[number].map { report.groups[$0] }
      if let group, group.records[0] != number { continue }
      let numbers = group?.records ?? [number]
      let canonical = group?.canonical ?? number
      for member in numbers { places[mentions[member].session][mentions[member].reading] = papers.count }
      papers.append(
        Paper(
          key: PaperClustering.key(of: canonical, among: numbers, records),
          title: records.reading(canonical).title,
          mentions: numbers.map { mentions[$0] }, canonical: mentions[canonical], grade: group?.grade,
          evidence: group?.reasons ?? []))
    }
    func pair(_ link: DuplicateLink) -> Pair {
      Pair(first: mentions[link.first], second: mentions[link.second], reasons: link.reasons)
    }
    self.papers = papers
    self.places = places
    possible = report.possible.map(pair)
    conflicts = report.conflicts.map(pair)
  }

  /// The canonical mention's key, unless only another mention knows an identifier.
  private static func key(of canonical: Int, among numbers: [Int], _ records: CatalogRecords) -> String {
    let reading = records.reading(canonical)
    if !reading.identifiers.isEmpty || numbers.count == 1 { return reading.key }
    return numbers.flatMap { records.reading($0).identifiers }.min()?.value ?? reading.key
  }

  /// The paper of a reading.
  package func paper(of mention: Paper.Mention) -> Paper { papers[index(of: mention)] }

  /// The place of a reading's paper in ``papers``.
  package func index(of mention: Paper.Mention) -> Int { places[mention.session][mention.reading] }
}
