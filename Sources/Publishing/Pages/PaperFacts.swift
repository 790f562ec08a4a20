internal import ReadingsCatalog
internal import ReadingsQuery

/// What its readings say of a paper together: each field by the first reading that says anything.
struct PaperFacts: Sendable {
  /// At least one, in the order in which the paper was read.
  let readings: [SelectedReading]
  /// The one that names it best.
  let title: String
  let authors: [String]
  /// Of publication, else of submission.
  let year: Int?

  /// Takes at least one reading.
  init(_ title: String, _ readings: [SelectedReading]) {
    self.readings = readings
    self.title = title
    authors = readings.lazy.map(\.reading.authors).first { !$0.isEmpty } ?? []
    year = readings.lazy.compactMap(\.reading.yearOfPublication).first
  }

  func first<Value>(_ field: (Reading) -> Value?) -> Value? {
    for selected in readings {
      if let value = field(selected.reading) { return value }
    }
    return nil
  }

  /// The values of a field of all readings, each once.
  func all<Value: Hashable>(_ field: (Reading) -> [Value]) -> [Value] {
    if readings.count == 1 { return field(readings[0].reading) }
    var seen: Set<Value> = []
    return readings.flatMap { field($0.reading) }.filter { seen.insert($0).inserted }
  }

  /// `Dao`, `Gu, Dao` or `Dao et al.`.
  static func shortened(_ authors: [String]) -> String {
    if authors.count > 2 { return AuthorName.familyName(of: authors[0]) + " et al." }
    return authors.map { AuthorName.familyName(of: $0) }.joined(separator: ", ")
  }
}
