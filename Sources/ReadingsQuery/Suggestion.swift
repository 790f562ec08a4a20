/// What somebody may have meant who mistyped a name.
package enum Suggestion {
  /// The one candidate that is closest to `word`: the only one that `word` begins, or else the only one at the
  /// smallest edit distance, if that is at most a third of the word's length (and at most 3).
  ///
  /// Case does not count. Nil when there is no such candidate, or more than one.
  package static func closest(to word: String, among candidates: [String]) -> String? {
    let sought = FoldedText.fold(word)
    let length = sought.unicodeScalars.count
    guard length > 0 else { return nil }
    let folded = candidates.map { FoldedText.fold($0) }
    if let exact = folded.firstIndex(of: sought) { return candidates[exact] }
    if length >= 3 {
      let begun = folded.indices.filter { folded[$0].hasPrefix(sought) }
      if begun.count == 1 { return candidates[begun[0]] }
    }
    var best: (distance: Int, indices: [Int]) = (min(3, max(1, length / 3)), [])
    for index in folded.indices {
      guard let distance = editDistance(sought, folded[index], limit: best.distance) else { continue }
      if distance < best.distance { best = (distance, []) }
      best.indices.append(index)
    }
    let names = Set(best.indices.map { folded[$0] })
    return names.count == 1 ? candidates[best.indices[0]] : nil
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other;
  /// nil when it is more than `limit`.
  ///
  /// Optimal string alignment over Unicode scalars; O(product of the lengths).
  package static func editDistance(_ left: String, _ right: String, limit: Int) -> Int? {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    guard abs(left.count - right.count) <= limit else { return nil }
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let replacement = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1)
        var distance = min(previous[column] + 1, current[column - 1] + 1, replacement)
        let isSwap =
          row > 1 && column > 1 && left[row - 1] == right[column - 2]
          && left[row - 2] == right[column - 1]
        if isSwap { distance = min(distance, beforePrevious[column - 2] + 1) }
        current.append(distance)
      }
      if (current.min() ?? 0) > limit { return nil }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count] <= limit ? previous[right.count] : nil
  }
}
