/// The words of two titles laid beside each other: a common subsequence of greatest weight, and between its words the
/// differences of spelling, word division and abbreviation that are taken for the same.
struct TitleAlignment {
  /// One of the two titles.
  struct Side {
    /// The first of its words in the table.
    private(set) var start = 0
    /// How far each word is found in the other title: 1 in place, less for moved and abbreviated ones, 0 for not.
    var credits: [Float] = []
    fileprivate(set) var weights: [Float] = []
    /// Words of a part of the title that the other title lacks and may lack.
    fileprivate(set) var isOptional: [Bool] = []
    fileprivate(set) var commonWeight: Float = 0
    fileprivate(set) var commonCount = 0
    /// The weight of all words, optional ones counted for a part of theirs.
    fileprivate(set) var total: Float = 0
    fileprivate(set) var fullTotal: Float = 0

    var indices: Range<Int> { 0..<credits.count }

    func word(_ index: Int, _ table: RecordTable) -> UInt32 { table.titleWords[start + index] }
    func traits(_ index: Int, _ table: RecordTable) -> WordTraits {
      table.words.traits[Int(table.titleWords[start + index])]
    }
    func segment(_ index: Int, _ table: RecordTable) -> UInt8 { table.wordPlaces[start + index] & 0x7F }
    func isParenthesised(_ index: Int, _ table: RecordTable) -> Bool {
      table.wordPlaces[start + index] >= 0x80
    }

    /// Whether what is not common are a few words before all that is, the last of them a preposition.
    func namesCommonAsSubject(_ table: RecordTable) -> Bool {
      guard let first = credits.firstIndex(where: { $0 > 0 }), (2...4).contains(first), first < credits.count
      else {
        return false
      }
      return credits[first...].allSatisfy { $0 > 0 } && traits(first - 1, table).contains(.stop)
        && !traits(0, table).contains(.format) && segment(first - 1, table) == segment(first, table)
    }

    /// Whether a part that is not in brackets may be missing.
    fileprivate func hasOptionalPart(_ table: RecordTable) -> Bool {
      indices.contains { isOptional[$0] && !isParenthesised($0, table) }
    }

    /// Whether all that is not common stands behind all that is.
    var isBeginningCommon: Bool {
      let first = credits.firstIndex { $0 == 0 } ?? credits.count
      return credits[first...].allSatisfy { $0 == 0 }
    }

    fileprivate mutating func reset(_ range: Range<Int>, _ table: RecordTable) {
      start = range.lowerBound
      credits.removeAll(keepingCapacity: true)
      weights.removeAll(keepingCapacity: true)
      isOptional.removeAll(keepingCapacity: true)
      (commonWeight, commonCount, total, fullTotal) = (0, 0, 0, 0)
      for index in range {
        credits.append(0)
        isOptional.append(false)
        weights.append(table.weights[Int(table.titleWords[index])])
      }
    }
  }

  /// A run of words that are not in the common subsequence; either side can be empty, not both.
  struct Gap {
    var left: Range<Int>
    var right: Range<Int>
  }

  private(set) var left = Side()
  private(set) var right = Side()
  private(set) var gaps: [Gap] = []
  /// Whether an acronym or a shortened word was taken for what it stands for, whose letters are others.
  private(set) var usesAbbreviation = false
  private var scores: [Float] = []
  private var spelling = SpellingComparer()

  /// Aligns the words of two ranges of the table's title words.
  mutating func align(_ table: RecordTable, _ leftRange: Range<Int>, _ rightRange: Range<Int>) {
    left.reset(leftRange, table)
    right.reset(rightRange, table)
    usesAbbreviation = false
    findCommonSubsequence(table)
    for gap in gaps { matchSpellings(gap, table) }
    matchAcronyms(table)
    matchMovedWords(table)
    markOptional(table)
    TitleAlignment.sum(&left, table)
    TitleAlignment.sum(&right, table)
  }

  /// Fills ``gaps`` and gives the words of the subsequence their credit.
  private mutating func findCommonSubsequence(_ table: RecordTable) {
    let (rows, columns) = (left.credits.count, right.credits.count)
    let width = columns + 1
    let size = (rows + 1) * width
    if scores.count < size { scores = [Float](repeating: 0, count: size) }
    for column in 0..<width { scores[column] = 0 }
    for row in 0..<(rows + 1) { scores[row * width] = 0 }
    for row in 1..<(rows + 1) {
      let word = left.word(row - 1, table)
      let weight = left.weights[row - 1]
      for column in 1..<width {
        var best = max(scores[(row - 1) * width + column], scores[row * width + column - 1])
        if right.word(column - 1, table) == word {
          best = max(best, scores[(row - 1) * width + column - 1] + weight)
        }
        scores[row * width + column] = best
      }
    }
    trace(rows, columns, table)
  }

  private mutating func trace(_ rows: Int, _ columns: Int, _ table: RecordTable) {
    gaps.removeAll(keepingCapacity: true)
    let width = columns + 1
    var (row, column) = (rows, columns)
    var (leftEnd, rightEnd) = (rows, columns)
    while row > 0, column > 0 {
      let score = scores[row * width + column]
      if left.word(row - 1, table) == right.word(column - 1, table),
        score == scores[(row - 1) * width + column - 1] + left.weights[row - 1]
      {
        if row < leftEnd || column < rightEnd {
          gaps.append(Gap(left: row..<leftEnd, right: column..<rightEnd))
        }
        (row, column) = (row - 1, column - 1)
        (leftEnd, rightEnd) = (row, column)
        left.credits[row] = 1
        right.credits[column] = 1
      } else if score == scores[(row - 1) * width + column] {
        row -= 1
      } else {
        column -= 1
      }
    }
    if leftEnd > 0 || rightEnd > 0 { gaps.append(Gap(left: 0..<leftEnd, right: 0..<rightEnd)) }
  }

  /// Finds in a gap the words that are spelled a little differently, joined, or abbreviated.
  private mutating func matchSpellings(_ gap: Gap, _ table: RecordTable) {
    guard !gap.left.isEmpty, !gap.right.isEmpty else { return }
    for index in gap.left {
      for other in gap.right where left.credits[index] == 0 && right.credits[other] == 0 {
        let isAlone = gap.left.count == 1 && gap.right.count == 1
        let credit = spelling.credit(
          table, left.word(index, table), right.word(other, table), isAlone: isAlone)
        guard credit > 0 else { continue }
        (left.credits[index], right.credits[other]) = (credit, credit)
        // A misspelt word is rare only because it is misspelt.
        let weight = min(left.weights[index], right.weights[other])
        (left.weights[index], right.weights[other]) = (weight, weight)
        if credit == 0.8 { usesAbbreviation = true }
      }
    }
    for index in gap.left where left.credits[index] == 0 {
      guard let run = spelling.joinedRun(table, of: left.word(index, table), in: right, gap.right) else {
        continue
      }
      left.credits[index] = 1
      for other in run { right.credits[other] = 1 }
    }
    for index in gap.right where right.credits[index] == 0 {
      guard let run = spelling.joinedRun(table, of: right.word(index, table), in: left, gap.left) else {
        continue
      }
      right.credits[index] = 1
      for other in run { left.credits[other] = 1 }
    }
  }

  /// Finds the words that an acronym stands for, wherever they are.
  private mutating func matchAcronyms(_ table: RecordTable) {
    for index in left.indices where left.credits[index] == 0 {
      guard let run = spelling.acronymRun(table, of: left.word(index, table), in: right) else { continue }
      left.credits[index] = 1
      for other in run { right.credits[other] = 1 }
      usesAbbreviation = true
    }
    for index in right.indices where right.credits[index] == 0 {
      guard let run = spelling.acronymRun(table, of: right.word(index, table), in: left) else { continue }
      right.credits[index] = 1
      for other in run { left.credits[other] = 1 }
      usesAbbreviation = true
    }
  }

  /// Words that stand elsewhere in the other title count for a part.
  private mutating func matchMovedWords(_ table: RecordTable) {
    guard gaps.count > 1 else { return }
    for index in left.indices where left.credits[index] == 0 {
      let word = left.word(index, table)
      if !left.traits(index, table).isDisjoint(with: [.number, .stop]) { continue }
      for other in right.indices where right.credits[other] == 0 && right.word(other, table) == word {
        (left.credits[index], right.credits[other]) = (0.6, 0.6)
        break
      }
    }
  }

  /// A part of a title may be missing where the other title has nothing in its place.
  private mutating func markOptional(_ table: RecordTable) {
    for gap in gaps {
      let isLeftBare = gap.left.allSatisfy { left.credits[$0] > 0 || left.traits($0, table).contains(.stop) }
      let isRightBare = gap.right.allSatisfy {
        right.credits[$0] > 0 || right.traits($0, table).contains(.stop)
      }
      if isRightBare { TitleAlignment.markOptional(&left, gap.left, table) }
      if isLeftBare { TitleAlignment.markOptional(&right, gap.right, table) }
    }
    // `X: A Guide` and `Lectures: X` are both about X, and neither is the other.
    guard left.hasOptionalPart(table), right.hasOptionalPart(table) else { return }
    for index in left.indices { left.isOptional[index] = false }
    for index in right.indices { right.isOptional[index] = false }
  }

  private static func markOptional(_ side: inout Side, _ range: Range<Int>, _ table: RecordTable) {
    var start = range.lowerBound
    while start < range.upperBound {
      let segment = side.segment(start, table)
      var end = start
      while end < side.credits.count, side.segment(end, table) == segment { end += 1 }
      let isWhole =
        (start == 0 || side.segment(start - 1, table) != segment) && end <= range.upperBound
        && (start..<end).allSatisfy { side.credits[$0] == 0 }
      if isWhole, end - start < side.credits.count {
        for index in start..<end { side.isOptional[index] = true }
      }
      start = end
    }
  }

  private static func sum(_ side: inout Side, _ table: RecordTable) {
    for index in side.indices {
      let weight = side.weights[index]
      side.fullTotal += weight
      if side.isOptional[index] {
        side.total += weight * (side.isParenthesised(index, table) ? 0.1 : 0.3)
      } else {
        side.total += weight
      }
      side.commonWeight += weight * side.credits[index]
      if side.credits[index] > 0, !side.traits(index, table).contains(.stop) { side.commonCount += 1 }
    }
  }
}
