/// Compares words that are not the same: typing errors, plurals, abbreviations, joined words, acronyms.
struct SpellingComparer {
  private var row: [Int] = []
  private var previous: [Int] = []
  private var beforePrevious: [Int] = []

  /// How far two words are the same: 1 for a plural or typing error, less for an abbreviation, 0 for other words.
  ///
  /// - Parameter isAlone: whether nothing else stands at the place of the two, so that one may abbreviate the other.
  mutating func credit(_ table: RecordTable, _ left: TitleWord, _ right: TitleWord, isAlone: Bool) -> Float {
    guard SpellingComparer.mayBeOne(left, right) else { return 0 }
    let (shorter, longer) = SpellingComparer.ordered(table, left, right)
    let bytes = table.words.bytes
    if longer.count - shorter.count <= 2, shorter.count >= 3 {
      if SpellingComparer.isPlural(bytes, shorter, longer) { return 1 }
      if SpellingComparer.isOpposite(bytes, shorter, longer) { return 0 }
      let limit = shorter.count >= 9 && bytes[shorter.lowerBound] == bytes[longer.lowerBound] ? 2 : 1
      if shorter.count >= 5, distance(bytes, shorter, longer, limit) <= limit { return 0.95 }
    }
    guard isAlone else { return 0 }
    if shorter.count == longer.count, shorter.count >= 3, distance(bytes, shorter, longer, 1) == 1,
      bytes[shorter].sorted() == bytes[longer].sorted()
    {
      return 0.95
    }
    if SpellingComparer.abbreviates(bytes, shorter, longer) { return 0.8 }
    let sharesEnds =
      bytes[shorter.lowerBound] == bytes[longer.lowerBound]
      && bytes[shorter.upperBound - 1] == bytes[longer.upperBound - 1]
    if shorter.count >= 6, sharesEnds, distance(bytes, shorter, longer, 2) <= 2 { return 0.6 }
    return 0
  }

  /// Whether ``credit(_:_:_:isAlone:)`` may be more than 0; never false where it is.
  static func mayBeOne(_ left: TitleWord, _ right: TitleWord) -> Bool {
    left.traits.union(right.traits).isDisjoint(with: [.number, .roman, .letter, .versioned, .stop, .negation])
      && left.letters.mayBeSpelled(like: right.letters)
  }

  private static func ordered(_ table: RecordTable, _ left: TitleWord, _ right: TitleWord) -> (
    shorter: Range<Int>, longer: Range<Int>
  ) {
    let (one, other) = (table.words.range(left.number), table.words.range(right.number))
    return one.count <= other.count ? (one, other) : (other, one)
  }

  private static func isPlural(_ bytes: [UInt8], _ shorter: Range<Int>, _ longer: Range<Int>) -> Bool {
    let extra = longer.count - shorter.count
    guard extra > 0, bytes[longer.upperBound - 1] == UInt8(ascii: "s"),
      extra == 1 || bytes[longer.upperBound - 2] == UInt8(ascii: "e")
    else { return false }
    return isBeginning(bytes, shorter, of: longer)
  }

  private static func isBeginning(_ bytes: [UInt8], _ part: Range<Int>, of whole: Range<Int>) -> Bool {
    guard part.count <= whole.count else { return false }
    var offset = 0
    while offset < part.count {
      if bytes[part.lowerBound + offset] != bytes[whole.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  /// `nets` of `networks`: the beginning of at least three letters, perhaps with an `s`.
  private static func abbreviates(_ bytes: [UInt8], _ shorter: Range<Int>, _ longer: Range<Int>) -> Bool {
    var stem = bytes[shorter]
    if stem.last == UInt8(ascii: "s") { stem = stem.dropLast() }
    return stem.count >= 3 && stem.count * 2 <= longer.count && bytes[longer].starts(with: stem)
  }

  /// Whether one word is the other with a prefix that turns it round, such as `supervised` and `unsupervised`.
  static func isOpposite(_ table: RecordTable, _ left: TitleWord, _ right: TitleWord) -> Bool {
    guard left.letters.areAll(in: right.letters) || right.letters.areAll(in: left.letters) else {
      return false
    }
    let (shorter, longer) = ordered(table, left, right)
    return isOpposite(table.words.bytes, shorter, longer)
  }

  private static func isOpposite(_ bytes: [UInt8], _ shorter: Range<Int>, _ longer: Range<Int>) -> Bool {
    let extra = longer.count - shorter.count
    guard shorter.count >= 5, (1...3).contains(extra) else { return false }
    // From the end: the shorter word's letters with nothing but the prefix before them.
    var offset = 1
    while offset <= shorter.count {
      if bytes[shorter.upperBound - offset] != bytes[longer.upperBound - offset] { return false }
      offset += 1
    }
    return opposites.contains(String(decoding: bytes[longer.prefix(extra)], as: UTF8.self))
  }

  private static let opposites: Set<String> = ["a", "un", "in", "im", "ir", "non", "dis", "de", "mis", "co"]

  /// Whether one letter more, less or other, or two swapped, make one word the other; the two differ.
  static func isOneEdit(_ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, bytes[left.lowerBound + start] == bytes[right.lowerBound + start] { start += 1 }
    var end = 0
    while end < shorter - start, bytes[left.upperBound - 1 - end] == bytes[right.upperBound - 1 - end] {
      end += 1
    }
    let rest = max(left.count, right.count) - start - end
    return rest <= 1
      || rest == 2 && left.count == right.count
        && bytes[left.lowerBound + start] == bytes[right.lowerBound + start + 1]
        && bytes[left.lowerBound + start + 1] == bytes[right.lowerBound + start]
  }

  /// The number of letters to insert, drop, change or swap with their neighbour (optimal string alignment); counting
  /// stops above the limit.
  private mutating func distance(_ bytes: [UInt8], _ left: Range<Int>, _ right: Range<Int>, _ limit: Int)
    -> Int
  {
    if limit == 1 { return SpellingComparer.isOneEdit(bytes, left, right) ? 1 : 2 }
    let width = right.count + 1
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0..<width)
    beforePrevious = previous
    for line in 1...left.count {
      row.removeAll(keepingCapacity: true)
      row.append(line)
      let letter = bytes[left.lowerBound + line - 1]
      var best = line
      for column in 1..<width {
        let other = bytes[right.lowerBound + column - 1]
        var value = min(
          previous[column] + 1, row[column - 1] + 1, previous[column - 1] + (letter == other ? 0 : 1))
        if line > 1, column > 1, letter == bytes[right.lowerBound + column - 2],
          other == bytes[left.lowerBound + line - 2]
        {
          value = min(value, beforePrevious[column - 2] + 1)
        }
        row.append(value)
        best = min(best, value)
      }
      if best > limit { return best }
      swap(&beforePrevious, &previous)
      swap(&previous, &row)
    }
    return previous[width - 1]
  }

  /// The words of a gap that one word joins, such as `pagedattention`.
  static func joinedRun(
    _ table: RecordTable, of word: TitleWord, in words: [TitleAlignment.Word], _ gap: Range<Int>
  ) -> Range<Int>? {
    for start in gap where words[start].credit == 0 && mayJoin(word, words[start].word) {
      var rest = table.words.range(word.number)
      var index = start
      while index < gap.upperBound, words[index].credit == 0, !rest.isEmpty {
        let part = table.words.range(words[index].word.number)
        guard isBeginning(table.words.bytes, part, of: rest) else { break }
        rest = rest.dropFirst(part.count)
        index += 1
      }
      // A plural of what is joined is as good.
      let isDone = rest.isEmpty || rest.count == 1 && table.words.bytes[rest.lowerBound] == UInt8(ascii: "s")
      if isDone, index - start > 1 { return start..<index }
    }
    return nil
  }

  /// Whether a word may join a run of words that starts with `first`; never false where it does.
  static func mayJoin(_ word: TitleWord, _ first: TitleWord) -> Bool {
    first.letters.mayBegin(like: word.letters) && first.letters.areAll(in: word.letters)
  }

  /// The words whose first letters make a word, such as `llms`; two letters are too few where a word of the run is
  /// found by itself.
  static func acronymRun(_ table: RecordTable, of word: TitleWord, in words: [TitleAlignment.Word]) -> Range<
    Int
  >? {
    guard words.contains(where: { $0.word.letters.mayBegin(like: word.letters) }) else { return nil }
    let bytes = table.words.bytes
    var letters = table.words.range(word.number)
    if letters.count > 2, bytes[letters.upperBound - 1] == UInt8(ascii: "s") { letters = letters.dropLast() }
    guard (2...6).contains(letters.count), letters.count <= words.count else { return nil }
    for start in 0...(words.count - letters.count)
    where words[start].word.letters.mayBegin(like: word.letters) {
      let run = start..<(start + letters.count)
      let isSpelled = zip(run, letters).allSatisfy { index, letter in
        let range = table.words.range(words[index].word.number)
        return range.count > 1 && bytes[range.lowerBound] == bytes[letter]
      }
      guard isSpelled, run.contains(where: { words[$0].credit == 0 }) else { continue }
      if letters.count > 2 || run.allSatisfy({ words[$0].credit == 0 }) { return run }
    }
    return nil
  }
}
