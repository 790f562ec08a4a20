/// A range of years, open at either end: `2022..2024`, `2022..`, `..2024` or a single `2022`.
package struct YearRange: Sendable, Hashable, CustomStringConvertible {
  /// Why a text is not a range of years.
  package enum Failure: Error, Hashable, CustomStringConvertible {
    case malformed(String)
    case reversed(String)

    /// One line for an error: a phrase without a full stop.
    package var description: String {
      switch self {
      case .malformed(let text):
        "'\(text)' is not a year range; write 2022, 2022..2024, 2022.. or ..2024"
      case .reversed(let text):
        "the year range '\(text)' ends before it starts"
      }
    }
  }

  /// The first year; nil when there is none.
  package let lowerBound: Int?
  /// The last year, which belongs to the range; nil when there is none.
  package let upperBound: Int?

  /// Reads a range; years have one to four digits.
  package init(parsing text: String) throws(Failure) {
    let parts = YearRange.split(text)
    let bounds = parts.map { Array($0.utf8).allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
    for (part, bound) in zip(parts, bounds) {
      let isYear = bound.map { (1...9999).contains($0) } ?? part.isEmpty
      guard isYear else { throw .malformed(text) }
    }
    switch bounds.count {
    case 1 where bounds[0] != nil:
      (lowerBound, upperBound) = (bounds[0], bounds[0])
    case 2 where bounds[0] != nil || bounds[1] != nil:
      if let first = bounds[0], let last = bounds[1], first > last { throw .reversed(text) }
      (lowerBound, upperBound) = (bounds[0], bounds[1])
    default:
      throw .malformed(text)
    }
  }

  /// Whether a year lies in the range.
  package func contains(_ year: Int) -> Bool {
    (lowerBound ?? Int.min) <= year && year <= (upperBound ?? Int.max)
  }

  /// The range as it is written on the command line.
  package var description: String {
    if let lowerBound, lowerBound == upperBound { return String(lowerBound) }
    return (lowerBound.map { String($0) } ?? "") + ".." + (upperBound.map { String($0) } ?? "")
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
}
