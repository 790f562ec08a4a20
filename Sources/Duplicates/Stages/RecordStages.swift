/// The way from records to groups cut into steps that know only the lines they are given, for an engine that spreads
/// lines over machines and joins between the steps.
package struct RecordStages: Sendable {
  private let counts: WordCounts

  /// The steps after the first, which need the word counts of all records.
  package init(counts: WordCounts) {
    self.counts = counts
  }

  /// First step: the word counts of some records; those of several parts are added up.
  package static func countWords(_ bytes: [UInt8]) throws(RecordFailure) -> WordCounts {
    WordCounts(try table(bytes).table)
  }

  /// Second step: the blocking keys of each record; records that share one are candidates. Where more than
  /// ``largestBlock`` do, only neighbours are, and only where the highest bit of the key is set.
  package func keys(_ bytes: [UInt8], _ write: (_ id: String, _ key: UInt64) -> Void) throws(RecordFailure) {
    var (table, ids) = try RecordStages.table(bytes)
    table.weighWords(by: counts)
    var keys = BlockingKeys()
    for (number, id) in ids.enumerated() {
      keys.gather(number, of: table)
      for key in keys.keys { write(id, key) }
    }
  }

  /// In blocks of more records not all pairs are compared.
  package static let largestBlock = BlockingKeys.largestBlock

  /// Third step: what candidate pairs come to, those that come to nothing left out.
  ///
  /// Each line holds two records, under any names.
  package func decide(_ bytes: [UInt8], _ write: (StageEdge, [String]) -> Void) throws(RecordFailure) {
    var reader = JSONRecordReader(bytes)
    var decider = PairDecider()
    var reasons = DuplicateReasons()
    while let bundle = try reader.nextBundle(edges: "edges") {
      guard bundle.records.count == 2 else { continue }
      let table = weighed(bundle.records)
      guard CandidatePairs.deserves(table, 0, 1) else { continue }
      let decision = decider.decide(table, 0, 1)
      guard decision.edgeKind != nil || decision.isConflict || decision.grade == .possible else { continue }
      let edge = StageEdge(
        first: bundle.records[0].id, second: bundle.records[1].id, kind: decision.edgeKind,
        grade: decision.grade,
        strength: decision.strength)
      write(edge, reasons.words(decision, 0, 1, table) { bundle.records[$0] })
    }
  }

  /// Last step: the groups of records that edges connect.
  ///
  /// Each line holds a list of records and, as `edges`, the decisions between them.
  package func group(_ bytes: [UInt8], _ write: ([String]) -> Void) throws(RecordFailure) {
    var reader = JSONRecordReader(bytes)
    while let bundle = try reader.nextBundle(edges: "edges") {
      var places: [String: UInt32] = [:]
      for (number, record) in bundle.records.enumerated() { places[record.id] = UInt32(number) }
      let edges = bundle.edges.compactMap { edge -> PairEdge? in
        guard let first = places[edge.first], let second = places[edge.second], let kind = edge.kind else {
          return nil
        }
        return PairEdge(
          first: min(first, second), second: max(first, second), strength: edge.strength,
          grade: edge.grade ?? .possible, kind: kind)
      }
      for group in PaperGrouping(weighed(bundle.records), edges).groups {
        write(group.map { bundle.records[$0].id })
      }
    }
  }

  private func weighed(_ records: [PaperRecord]) -> RecordTable {
    var table = RecordTable()
    for record in records { table.add(record) }
    table.weighWords(by: counts)
    return table
  }

  private static func table(_ bytes: [UInt8]) throws(RecordFailure) -> (table: RecordTable, ids: [String]) {
    var reader = JSONRecordReader(bytes)
    var table = RecordTable()
    var ids: [String] = []
    while let next = try reader.next() {
      table.add(next.record)
      ids.append(next.record.id)
    }
    return (table, ids)
  }
}

/// What a pair of records came to, as it travels between steps.
package struct StageEdge: Sendable {
  /// The identifiers of the records.
  package var first = ""
  package var second = ""
  /// What the pair counts for when groups are made; nil for a pair that is only to be looked at.
  var kind: PairEdge.Kind?
  /// Nil for a conflict.
  package var grade: DuplicateGrade?
  /// The greater, the sooner the two are joined.
  package var strength: UInt16 = 0

  /// What ``kind`` is called in a line; nil for a pair that is only to be looked at.
  package var kindName: String? { kind?.rawValue }
}
