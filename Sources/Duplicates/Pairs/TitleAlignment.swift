/// The words of two titles laid beside each other: a common subsequence of greatest weight, and between its words the
/// differences of spelling, word division and abbreviation that are taken for the same.
struct TitleAlignment {
  /// A word of one of the titles.
  struct Word {
    let word: TitleWord
    /// How far it is found in the other title: 1 in place, less for moved and abbreviated ones, 0 for not.
    fileprivate(set) var credit: Float = 0
    fileprivate var weight: Float
    /// Whether it is of a part of the title that the other title lacks and may lack.
    fileprivate(set) var isOptional = false

    fileprivate init(_ word: TitleWord) {
      self.word = word
      weight = word.weight
    }
  }

  /// One of the two titles.
  struct Side {
    fileprivate(set) var words: [Word] = []
    fileprivate(set) var commonWeight: Float = 0
    fileprivate(set) var commonCount = 0
    /// The weight of all words, optional ones counted for a part of theirs.
    fileprivate(set) var total: Float = 0
    fileprivate(set) var fullTotal: Float = 0

    /// Whether what is not common are a few words before all that is, the last of them a preposition.
    var namesCommonAsSubject: Bool {
      guard let first = words.firstIndex(where: { $0.credit > 0 }), (2...4).contains(first) else {
        return false
      }
      let last = words[first - 1].word
      return words[first...].allSatisfy { $0.credit > 0 } && last.traits.contains(.stop)
        && !words[0].word.traits.contains(.format) && last.segment == words[first].word.segment
    }

    /// Whether a part that is not in brackets may be missing.
    fileprivate var hasOptionalPart: Bool { words.contains { $0.isOptional && !$0.word.isParenthesised } }

    /// Whether all that is not common stands behind all that is.
    var isBeginningCommon: Bool { words.drop { $0.credit != 0 }.allSatisfy { $0.credit == 0 } }

    fileprivate mutating func reset(_ title: ArraySlice<TitleWord>) {
      words.removeAll(keepingCapacity: true)
      for word in title { words.append(Word(word)) }
      (commonWeight, commonCount, total, fullTotal) = (0, 0, 0, 0)
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
    left.reset(table.titleWords[leftRange])
    right.reset(table.titleWords[rightRange])
    usesAbbreviation = false
    findCommonSubsequence()
    for gap in gaps { matchSpellings(gap, table) }
    matchAcronyms(table)
    matchMovedWords()
    markOptional()
    TitleAlignment.sum(&left)
    TitleAlignment.sum(&right)
  }

  /// Fills ``gaps`` and gives the words of the subsequence their credit.
  private mutating func findCommonSubsequence() {
    let (rows, columns) = (left.words.count, right.words.count)
    let width = columns + 1
    let size = (rows + 1) * width
    if scores.count < size { scores = [Float](repeating: 0, count: size) }
    for column in 0..<width { scores[column] = 0 }
    for row in 0..<(rows + 1) { scores[row * width] = 0 }
    for row in 1..<(rows + 1) {
      let word = left.words[row - 1].word
      for column in 1..<width {
        var best = max(scores[(row - 1) * width + column], scores[row * width + column - 1])
        if right.words[column - 1].word.number == word.number {
          best = max(best, scores[(row - 1) * width + column - 1] + word.weight)
        }
        scores[row * width + column] = best
      }
    }
    trace(rows, columns)
  }

  private mutating func trace(_ rows: Int, _ columns: Int) {
    gaps.removeAll(keepingCapacity: true)
    let width = columns + 1
    var (row, column) = (rows, columns)
    var (leftEnd, rightEnd) = (rows, columns)
    while row > 0, column > 0 {
      let score = scores[row * width + column]
      let word = left.words[row - 1].word
      if word.number == right.words[column - 1].word.number,
        score == scores[(row - 1) * width + column - 1] + word.weight
      {
        if row < leftEnd || column < rightEnd {
          gaps.append(Gap(left: row..<leftEnd, right: column..<rightEnd))
        }
        (row, column) = (row - 1, column - 1)
        (leftEnd, rightEnd) = (row, column)
        left.words[row].credit = 1
        right.words[column].credit = 1
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
    let isAlone = gap.left.count == 1 && gap.right.count == 1
    for index in gap.left {
      for other in gap.right where left.words[index].credit == 0 && right.words[other].credit == 0 {
        let credit = spelling.credit(
          table, left.words[index].word, right.words[other].word, isAlone: isAlone)
        guard credit > 0 else { continue }
        (left.words[index].credit, right.words[other].credit) = (credit, credit)
        // A misspelt word is rare only because it is misspelt.
        let weight = min(left.words[index].weight, right.words[other].weight)
        (left.words[index].weight, right.words[other].weight) = (weight, weight)
        if credit == 0.8 { usesAbbreviation = true }
      }
    }
    TitleAlignment.matchJoined(&left, gap.left, with: &right, gap.right, table)
    TitleAlignment.matchJoined(&right, gap.right, with: &left, gap.left, table)
  }

  private static func matchJoined(
    _ side: inout Side, _ range: Range<Int>, with other: inout Side, _ gap: Range<Int>, _ table: RecordTable
  ) {
    for index in range where side.words[index].credit == 0 {
      guard let run = SpellingComparer.joinedRun(table, of: side.words[index].word, in: other.words, gap)
      else {
        continue
      }
      side.words[index].credit = 1
      for part in run { other.words[part].credit = 1 }
    }
  }

  /// Finds the words that an acronym stands for, wherever they are.
  private mutating func matchAcronyms(_ table: RecordTable) {
    let isLeftUsed = TitleAlignment.matchAcronyms(&left, with: &right, table)
    let isRightUsed = TitleAlignment.matchAcronyms(&right, with: &left, table)
    if isLeftUsed || isRightUsed { usesAbbreviation = true }
  }

  private static func matchAcronyms(_ side: inout Side, with other: inout Side, _ table: RecordTable) -> Bool
  {
    var isUsed = false
    for index in side.words.indices where side.words[index].credit == 0 {
      guard let run = SpellingComparer.acronymRun(table, of: side.words[index].word, in: other.words) else {
        continue
      }
      side.words[index].credit = 1
      for part in run { other.words[part].credit = 1 }
      isUsed = true
    }
    return isUsed
  }

  /// Words that stand elsewhere in the other title count for a part.
  private mutating func matchMovedWords() {
    guard gaps.count > 1 else { return }
    for index in left.words.indices where left.words[index].credit == 0 {
      let word = left.words[index].word
      if !word.traits.isDisjoint(with: [.number, .stop]) { continue }
      for other in right.words.indices
      where right.words[other].credit == 0 && right.words[other].word.number == word.number {
        (left.words[index].credit, right.words[other].credit) = (0.6, 0.6)
        break
      }
    }
  }

  /// A part of a title may be missing where the other title has nothing in its place.
  private mutating func markOptional() {
    for gap in gaps {
      let isLeftBare = TitleAlignment.isBare(left.words[gap.left])
      let isRightBare = TitleAlignment.isBare(right.words[gap.right])
      if isRightBare { TitleAlignment.markOptional(&left.words, gap.left) }
      if isLeftBare { TitleAlignment.markOptional(&right.words, gap.right) }
    }
    // `X: A Guide` and `Lectures: X` are both about X, and neither is the other.
    guard left.hasOptionalPart, right.hasOptionalPart else { return }
    for index in left.words.indices { left.words[index].isOptional = false }
    for index in right.words.indices { right.words[index].isOptional = false }
  }

  private static func isBare(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy { $0.credit > 0 || $0.word.traits.contains(.stop) }
  }

  private static func markOptional(_ words: inout [Word], _ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      let segment = words[start].word.segment
      var end = start
      while end < words.count, words[end].word.segment == segment { end += 1 }
      let isWhole =
        (start == 0 || words[start - 1].word.segment != segment) && end <= range.upperBound
        && words[start..<end].allSatisfy { $0.credit == 0 }
      if isWhole, end - start < words.count {
        for index in start..<end { words[index].isOptional = true }
      }
      start = end
    }
  }

  private static func sum(_ side: inout Side) {
    for word in side.words {
      side.fullTotal += word.weight
      side.total += word.weight * (!word.isOptional ? 1 : word.word.isParenthesised ? 0.1 : 0.3)
      side.commonWeight += word.weight * word.credit
      if word.credit > 0, !word.word.traits.contains(.stop) { side.commonCount += 1 }
    }
  }
}
