/// A title as the words by which it is compared.
struct TitleWords {
  /// The words that count, in order.
  var words: [UInt32] = []
  /// For each word, the part of the title it stands in: parts are set off by colons, dashes, full stops, brackets.
  var segments: [UInt8] = []
  /// For each word, whether it stands in round brackets.
  var isParenthesised: [Bool] = []
  /// The year that stood at the end and was taken off; 0 for none.
  var year: UInt16 = 0
  /// The hash of all letters without spaces.
  var key: UInt64 = 0
  /// The hash of the first ten letters of ``key``'s text.
  var keyStart: UInt64 = 0
  var letterCount = 0
  /// Whether the title ends with dots that say that it goes on.
  var isCut = false
}

/// Reads titles into words, without what does not belong to a title: list marks, `[...]` before or behind, a year
/// or venue at the end, the form in which a paper was given (`(extended abstract)`).
struct TitleReader {
  private(set) var title = TitleWords()
  private var scanner = TextScanner()
  private var numbers: [UInt32] = []
  private var traits: [WordTraits] = []
  /// Longer titles are abstracts or lists that were taken for titles; what follows does not count.
  static let maximumWordCount = 48

  /// Reads a title in place of the one before, adding its words to the table.
  mutating func read(_ text: String, into table: inout WordTable) {
    scanner.read(text)
    title.words.removeAll(keepingCapacity: true)
    title.segments.removeAll(keepingCapacity: true)
    title.isParenthesised.removeAll(keepingCapacity: true)
    title.year = 0
    numbers.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
    for word in scanner.words.prefix(TitleReader.maximumWordCount) {
      let number =
        TitleReader.ordinal(scanner.letters[word.range]).map {
          table.number(of: $0, 0..<$0.count)
        } ?? table.number(of: scanner.letters, word.range)
      numbers.append(number)
      traits.append(table[number].traits)
    }
    var range = 0..<numbers.count
    dropCutWord(&range, text)
    dropBrackets(&range)
    dropListMark(&range, text)
    dropPlace(&range)
    dropEnd(&range)
    collect(range, table)
  }

  /// `A Title That Goes ...`, and of `A Title That Go...` also the last word, which may be cut itself.
  private mutating func dropCutWord(_ range: inout Range<Int>, _ text: String) {
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    title.isCut = false
    // Nearly every title ends with a letter.
    guard let last = text.utf8.last, !last.isLetterOrDigit else { return }
    var end = Array(text.utf8.suffix(16))[...]
    while let last = end.last, isSpace(last) { end.removeLast() }
    let count = end.count
    if end.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) {
      end.removeLast(3)
    } else if end.suffix(3).elementsEqual([0x2E, 0x2E, 0x2E]) {
      end = end[..<(end.lastIndex { $0 != 0x2E }.map { $0 + 1 } ?? end.startIndex)]
    }
    title.isCut = end.count < count
    if title.isCut, range.count > 4, let last = end.last, !isSpace(last) {
      range = range.lowerBound..<(range.upperBound - 1)
    }
  }

  /// `A Title in Proceedings of ...`: what a list says behind the title.
  private func dropPlace(_ range: inout Range<Int>) {
    guard range.count > 4 else { return }
    for index in (range.lowerBound + 3)..<(range.upperBound - 1) {
      guard scanner.letters[scanner.words[index].range].elementsEqual("in".utf8) else { continue }
      let next = scanner.letters[scanner.words[index + 1].range]
      if next.elementsEqual("proceedings".utf8) || next.elementsEqual("proc".utf8) {
        range = range.lowerBound..<index
        return
      }
    }
  }

  /// `4th` as `fourth`; nil for all other words.
  private static func ordinal(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    guard let digit = word.first, digit > 0x30, digit <= 0x39, word.count == 3 else { return nil }
    let ending = String(decoding: word.dropFirst(), as: UTF8.self)
    let fits = ending == (digit == 0x31 ? "st" : digit == 0x32 ? "nd" : digit == 0x33 ? "rd" : "th")
    return fits ? ordinals[Int(digit) - 0x31] : nil
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
  ].map { Array($0.utf8) }

  /// `[440] Title [Google]`
  private func dropBrackets(_ range: inout Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound, scanner.words[start].isBracketed { start += 1 }
    if start < range.upperBound { range = start..<range.upperBound }
    var end = range.upperBound
    while end > range.lowerBound, scanner.words[end - 1].isBracketed { end -= 1 }
    if end > range.lowerBound { range = range.lowerBound..<end }
  }

  /// `1. Title`, `(3) Title`, `b) Title`: a short number, or a small letter, that a point or bracket ends.
  private func dropListMark(_ range: inout Range<Int>, _ text: String) {
    guard range.count > 1, scanner.words[range.lowerBound + 1].boundary == .segment else { return }
    let first = scanner.words[range.lowerBound]
    let isMark =
      (traits[range.lowerBound].contains(.number) && first.range.count <= 3
        && !scanner.letters[first.range].contains(UInt8(ascii: ".")))
      || (first.range.count == 1 && traits[range.lowerBound].contains(.letter))
    guard isMark else { return }
    // `3: a title` and `A - B` are no lists.
    let head = text.utf8.drop { !$0.isLetterOrDigit }.dropFirst(first.range.count)
    let isFirst =
      first.range.count > 1
      || text.utf8.first { $0.isLetterOrDigit }.map { $0 >= 0x61 || $0.isDigit } ?? false
    guard isFirst, let mark = head.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
      return
    }
    range = (range.lowerBound + 1)..<range.upperBound
  }

  /// Takes off, from the end, parts that only name a year, a venue or a form, and a year by itself.
  private mutating func dropEnd(_ range: inout Range<Int>) {
    while range.count > 1 {
      var start = range.upperBound - 1
      while start > range.lowerBound, scanner.words[start].boundary == .none { start -= 1 }
      let part = start..<range.upperBound
      guard start > range.lowerBound else { break }
      let isYear = part.count == 1 && traits[start].contains(.year)
      let names = part.filter { traits[$0].contains(.venue) || TitleReader.isVenueYear(scanner, $0) }
      let rest = part.allSatisfy {
        !traits[$0].isDisjoint(with: [.venue, .year, .number, .stop])
          || TitleReader.isVenueYear(scanner, $0)
      }
      guard isYear || (!names.isEmpty && rest) || (isForm(part) && scanner.words[start].boundary == .segment)
      else {
        break
      }
      noteYear(in: part)
      range = range.lowerBound..<start
    }
    if range.count > 3, traits[range.upperBound - 1].contains(.year) {
      noteYear(in: (range.upperBound - 1)..<range.upperBound)
      range = range.lowerBound..<(range.upperBound - 1)
    }
  }

  private mutating func noteYear(in part: Range<Int>) {
    for index in part where traits[index].contains(.year) {
      title.year = UInt16(String(decoding: scanner.letters[scanner.words[index].range], as: UTF8.self)) ?? 0
    }
  }

  /// `icml17`, `neurips2019`
  private static func isVenueYear(_ scanner: TextScanner, _ index: Int) -> Bool {
    let letters = scanner.letters[scanner.words[index].range]
    let digitCount = letters.reversed().prefix { $0.isDigit }.count
    guard digitCount == 2 || digitCount == 4, letters.count > digitCount + 2 else { return false }
    let name = String(decoding: letters.dropLast(digitCount), as: UTF8.self)
    return WordLists.traits[name]?.contains(.venue) ?? false
  }

  private mutating func collect(_ range: Range<Int>, _ table: WordTable) {
    var segment: UInt8 = 0
    var hash = StableHash()
    title.letterCount = 0
    title.keyStart = 0
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = endOfForm(at: index, range), end - index < range.count {
        index = end
        continue
      }
      let word = scanner.words[index]
      if word.boundary == .segment, !title.words.isEmpty { segment = min(segment + 1, 31) }
      title.words.append(numbers[index])
      title.segments.append(segment)
      title.isParenthesised.append(word.isParenthesised)
      for letter in scanner.letters[word.range] {
        hash.add(letter)
        title.letterCount += 1
        if title.letterCount == 10 { title.keyStart = hash.value }
      }
      index += 1
    }
    title.key = title.letterCount == 0 ? 0 : hash.value
  }

  /// Whether words only say in which form a paper was given; `(panel summary)` does, `Summary` by itself names another
  /// text.
  private func isForm(_ part: Range<Int>) -> Bool {
    part.allSatisfy { traits[$0].contains(.format) } && !part.allSatisfy { traits[$0].contains(.response) }
  }

  /// The end of a part in brackets, or of the first part, that only says in which form the paper was given.
  private func endOfForm(at start: Int, _ range: Range<Int>) -> Int? {
    let word = scanner.words[start]
    guard traits[start].contains(.format), word.opensBracket || start == range.lowerBound else { return nil }
    var end = start + 1
    while end < range.upperBound, scanner.words[end].boundary != .segment {
      guard traits[end].contains(.format) else { return nil }
      end += 1
    }
    return isForm(start..<end) ? end : nil
  }
}
