/// How many typing mistakes lie between two words: letters left out, added, replaced, or swapped with a neighbour.
struct WordDistance {
  private var beforePrevious: [Int] = []
  private var previous: [Int] = []
  private var current: [Int] = []

  /// The number of mistakes that turn one word in UTF-8 into the other, counted in letters; nil when there are more
  /// than `limit`. Optimal string alignment in a band of `2 * limit + 1` places a letter.
  mutating func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int? {
    if left.allSatisfy({ $0 < 0x80 }), right.allSatisfy({ $0 < 0x80 }) {
      return distance(left, right, limit)
    }
    func scalars(_ word: [UInt8]) -> [Unicode.Scalar] {
      Array(String(decoding: word, as: UTF8.self).unicodeScalars)
    }
    return distance(scalars(left), scalars(right), limit)
  }

  private mutating func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], _ limit: Int) -> Int?
  {
    guard abs(left.count - right.count) <= limit else { return nil }
    let tooMany = limit + 1
    previous = (0...right.count).map { min($0, tooMany) }
    beforePrevious = previous
    current = previous
    for row in 0..<left.count {
      let first = max(0, row - limit)
      let last = min(right.count - 1, row + limit)
      current[first] = first == 0 ? min(row + 1, tooMany) : tooMany
      var smallest = current[first]
      guard first <= last else { return nil }
      for column in first...last {
        var distance = previous[column] + (left[row] == right[column] ? 0 : 1)
        distance = min(distance, current[column] + 1)
        // The place above the last one of the band lies outside it.
        if column < row + limit { distance = min(distance, previous[column + 1] + 1) }
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current[column + 1] = min(distance, tooMany)
        smallest = min(smallest, distance)
      }
      if smallest > limit { return nil }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
