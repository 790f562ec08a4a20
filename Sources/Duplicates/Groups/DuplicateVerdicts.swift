internal import ReadingsCatalog

/// What somebody decided about papers that the comparison cannot know.
package struct DuplicateVerdicts: Sendable, Hashable {
  /// Groups of keys that name one paper.
  package var same: [[String]]
  /// Groups of keys no two of which name one paper.
  package var distinct: [[String]]

  /// Verdicts in groups of two or more keys: an identifier, the slug of a title, or the name of a record; of a catalog's
  /// readings that is `SESSION/KEY`.
  package init(same: [[String]] = [], distinct: [[String]] = []) {
    self.same = same
    self.distinct = distinct
  }
}

/// Verdicts as pairs of records.
struct JudgedPairs {
  private(set) var same: [(Int, Int)] = []
  private(set) var distinct = DistinctPairs()

  init(_ verdicts: DuplicateVerdicts, _ records: some Sequence<PaperRecord>) {
    let named = Set((verdicts.same + verdicts.distinct).joined().map { $0.lowercased() })
    guard !named.isEmpty else { return }
    var places: [String: [Int]] = [:]
    for (number, record) in records.enumerated() {
      for key in JudgedPairs.keys(of: record) where named.contains(key) {
        places[key, default: []].append(number)
      }
    }
    for group in verdicts.same {
      let all = group.flatMap { places[$0.lowercased()] ?? [] }
      for number in all.dropFirst() { same.append((all[0], number)) }
    }
    for group in verdicts.distinct {
      let members = group.map { places[$0.lowercased()] ?? [] }
      for first in members.indices {
        for second in members.indices where second > first {
          for number in members[first] {
            for other in members[second] where other != number { distinct.insert(number, other) }
          }
        }
      }
    }
  }

  /// The names that a verdict can call a record by, in lower case.
  static func keys(of record: PaperRecord) -> Set<String> {
    var keys: Set<String> = [record.id.lowercased()]
    for identifier in record.identifiers {
      keys.insert(identifier.value.lowercased())
      keys.insert(identifier.description.lowercased())
    }
    for title in record.titles { keys.insert(slug(of: title)) }
    return keys
  }
}
