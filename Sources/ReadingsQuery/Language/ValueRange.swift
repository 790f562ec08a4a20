/// A range of whole numbers, open at either end: of years, counts, or days as `YYYYMMDD`.
package struct ValueRange: Sendable, Hashable {
  /// What the numbers of a range stand for, and so how they are written.
  package enum Unit: Sendable, Hashable {
    case year, count, day
  }

  /// Why a text is not a range.
  package enum Failure: Error, Hashable {
    case malformed, reversed
  }

  /// The first value; nil when there is none.
  package let lowerBound: Int?
  /// The last value, which belongs to the range; nil when there is none.
  package let upperBound: Int?

  /// A range from bounds that are in order.
  package init(_ lowerBound: Int?, _ upperBound: Int?) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }

  /// Reads `2024`, `2022..2024`, `2022..`, `..2024`, `>2022`, `>=2022`, `<2022`, `<=2022` or `=2022`.
  ///
  /// Years have one to four digits; days are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the short forms standing for all
  /// the days they hold.
  package init(parsing text: String, of unit: Unit) throws(Failure) {
    if let range = try ValueRange.comparison(text, unit) {
      self = range
      return
    }
    let parts = ValueRange.split(text)
    let values = parts.map { ValueRange.values($0, unit) }
    for (part, value) in zip(parts, values) where value == nil && !part.isEmpty { throw .malformed }
    let lower = values.first.flatMap { $0?.lowerBound }
    let upper = values.last.flatMap { $0?.upperBound }
    guard lower != nil || upper != nil else { throw .malformed }
    if let lower, let upper, lower > upper { throw .reversed }
    self.init(lower, upper)
  }

  /// Whether a value lies in the range.
  package func contains(_ value: Int) -> Bool {
    (lowerBound ?? Int.min) <= value && value <= (upperBound ?? Int.max)
  }

  /// Whether all of some values lie in the range.
  package func contains(_ values: ClosedRange<Int>) -> Bool {
    contains(values.lowerBound) && contains(values.upperBound)
  }

  /// Nil when no operator stands in front.
  private static func comparison(_ text: String, _ unit: Unit) throws(Failure) -> ValueRange? {
    for sign in [">=", "<=", ">", "<", "="] where text.hasPrefix(sign) {
      guard let values = values(text.dropFirst(sign.count), unit) else { throw .malformed }
      switch sign {
      case ">=": return ValueRange(values.lowerBound, nil)
      case ">": return ValueRange(values.upperBound + 1, nil)
      case "<=": return ValueRange(nil, values.upperBound)
      case "<": return ValueRange(nil, values.lowerBound - 1)
      default: return ValueRange(values.lowerBound, values.upperBound)
      }
    }
    return nil
  }

  /// The texts around the first `..`, or the whole text.
  private static func split(_ text: String) -> [Substring] {
    let characters = text.unicodeScalars
    for index in characters.indices where characters[index] == "." {
      let next = characters.index(after: index)
      guard next < characters.endIndex, characters[next] == "." else { continue }
      return [text[..<index], text[characters.index(after: next)...]]
    }
    return [text[...]]
  }

  /// The values that one bound stands for.
  private static func values(_ text: Substring, _ unit: Unit) -> ClosedRange<Int>? {
    switch unit {
    case .year: number(text, digits: 1...4).flatMap { $0 > 0 ? $0...$0 : nil }
    case .count: number(text, digits: 1...15).map { $0...$0 }
    case .day: days(text)
    }
  }

  private static func days(_ text: Substring) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, let year = number(first, digits: 4...4), year > 0, parts.count <= 3 else {
      return nil
    }
    let rest = parts.dropFirst().map { number($0, digits: 1...2) }
    guard let month = rest.first else { return (year * 10000)...(year * 10000 + 9999) }
    guard let month, (1...12).contains(month) else { return nil }
    let start = year * 10000 + month * 100
    guard rest.count == 2 else { return start...(start + 99) }
    guard let day = rest[1], (1...31).contains(day) else { return nil }
    return (start + day)...(start + day)
  }

  private static func number(_ text: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
