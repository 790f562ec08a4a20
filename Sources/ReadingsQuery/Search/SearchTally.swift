/// How often the terms of a search stand in the fields of one reading or session.
struct SearchTally: Sendable {
  private let termCount: Int
  /// For each term its counts in each field as sought, then misspelt, then the best worth it has anywhere.
  private var values: [Double]
  private static let stride = 2 * Search.Field.allCases.count + 1

  init(termCount: Int) {
    self.termCount = termCount
    values = Array(repeating: 0, count: termCount * SearchTally.stride)
  }

  mutating func add(_ match: TextCounter.Match, in field: Search.Field) {
    let start = match.term * SearchTally.stride
    if match.isMisspelt {
      values[start + Search.Field.allCases.count + field.rawValue] += match.worth
    } else {
      values[start + field.rawValue] += match.worth
      values[start + SearchTally.stride - 1] = max(values[start + SearchTally.stride - 1], match.worth)
    }
  }

  /// How much of a term stands in a field, each place counted by its worth.
  func frequency(of term: Int, in field: Search.Field, misspelt: Bool) -> Double {
    values[term * SearchTally.stride + (misspelt ? Search.Field.allCases.count : 0) + field.rawValue]
  }

  /// The worth of the best place where a term stands as it is sought; 0 when there is none.
  func presence(of term: Int) -> Double { values[(term + 1) * SearchTally.stride - 1] }

  /// Whether a term stands somewhere with mistakes.
  func isMisspelt(_ term: Int) -> Bool {
    Search.Field.allCases.contains { frequency(of: term, in: $0, misspelt: true) > 0 }
  }
}
