/// How near two spellings are.
enum Spelling {
  /// The one candidate at the smallest distance from `word`, at most 1 for words of up to five letters and 2 for
  /// longer ones; nil when there is none, or more than one.
  static func closest(to word: String, among candidates: [String]) -> String? {
    var best = word.count <= 5 ? 1 : 2
    var found: [String] = []
    for candidate in candidates {
      guard let distance = distance(word, candidate, limit: best) else { continue }
      if distance < best { found = [] }
      best = distance
      found.append(candidate)
    }
    return found.count == 1 ? found[0] : nil
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two texts; nil when it is more
  /// than `limit`.
  ///
  /// Optimal string alignment over Unicode scalars, within a band of the limit's width: O(length * limit).
  static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard abs(left.count - right.count) <= limit else { return nil }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    let far = limit + 1
    var beforePrevious: [Int] = []
    var previous = (0...right.count).map { min($0, far) }
    for row in 1...left.count {
      var current = [Int](repeating: far, count: right.count + 1)
      current[0] = min(row, far)
      let columns = max(1, row - limit)..<max(1, row - limit, min(right.count, row + limit) + 1)
      for column in columns {
        var distance = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        distance = min(distance, previous[column] + 1, current[column - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          distance = min(distance, beforePrevious[column - 2] + 1)
        }
        current[column] = min(distance, far)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
