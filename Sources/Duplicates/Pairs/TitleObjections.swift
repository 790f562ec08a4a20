extension TitleAlignment {
  /// What in the words that are not common speaks against one paper.
  func objections(_ table: RecordTable) -> TitleComparison.Objections {
    var objections: TitleComparison.Objections = []
    for gap in gaps {
      if numeralsDiffer(gap, table) || versionsDiffer(gap, table) { objections.insert(.number) }
      if negates(gap, table) { objections.insert(.negation) }
    }
    if left.hasWord(.survey) != right.hasWord(.survey) { objections.insert(.survey) }
    if left.hasWord(.response) != right.hasWord(.response) { objections.insert(.response) }
    return objections
  }

  private func numeralsDiffer(_ gap: Gap, _ table: RecordTable) -> Bool {
    let lefts = numerals(left, gap.left, table)
    let rights = numerals(right, gap.right, table)
    if lefts.values.isEmpty, rights.values.isEmpty { return false }
    if lefts.values.isEmpty || rights.values.isEmpty {
      // Only one title has a number. A year, or a number in a part that the other lacks, tells nothing.
      return lefts.isTelling || rights.isTelling
    }
    return lefts.values != rights.values
  }

  /// The numbers of parts and versions among the words of a gap that have no counterpart, Roman ones as digits.
  private func numerals(_ side: Side, _ range: Range<Int>, _ table: RecordTable) -> (
    values: [String], isTelling: Bool
  ) {
    var values: [String] = []
    var isTelling = false
    for index in range where side.words[index].credit == 0 {
      let word = side.words[index].word
      let traits = word.traits
      let followsPart = index > 0 && side.words[index - 1].word.traits.contains(.part)
      if !followsPart, traits.isDisjoint(with: [.number, .roman, .letter, .versioned]) { continue }
      let text = table.words.text(word.number)
      if let version = TitleAlignment.version(text) {
        values.append(version)
        if version != "1" { isTelling = true }
        continue
      }
      if traits.isDisjoint(with: [.number, .roman, .letter]) {
        guard followsPart, let value = TitleAlignment.numberWords[text] else { continue }
        values.append(value)
        isTelling = true
        continue
      }
      if traits.contains(.letter) {
        let isLast =
          index + 1 == side.words.count || side.words[index + 1].word.segment != word.segment
        guard followsPart || (isLast && ["i", "v", "x"].contains(text)) else { continue }
      }
      values.append(TitleAlignment.romanValues[text] ?? text)
      let isLoose = traits.contains(.year) || (side.words[index].isOptional && !isBare(side, word.segment))
      if !isLoose || followsPart { isTelling = true }
    }
    return (values, isTelling)
  }

  /// `2` of `v2`; nil for all other words.
  private static func version(_ text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "v"), text.utf8.count > 1 else { return nil }
    let digits = text.dropFirst()
    return digits.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") } ? String(digits) : nil
  }

  /// Whether the part of the title around a number is only that number, perhaps with `part` before it.
  private func isBare(_ side: Side, _ segment: UInt8) -> Bool {
    side.words.allSatisfy {
      $0.word.segment != segment
        || !$0.word.traits.isDisjoint(with: [.number, .roman, .letter, .part, .stop])
    }
  }

  /// `yolov3` and `yolov4`, `lora` and `lora+`: the same letters with other digits or signs behind.
  private func versionsDiffer(_ gap: Gap, _ table: RecordTable) -> Bool {
    for one in left.words[gap.left] where one.credit == 0 {
      for other in right.words[gap.right] where other.credit == 0 {
        guard one.word.traits.union(other.word.traits).contains(.versioned) else { continue }
        if TitleAlignment.stem(one.word, table) == TitleAlignment.stem(other.word, table) { return true }
      }
    }
    return false
  }

  private static func stem(_ word: TitleWord, _ table: RecordTable) -> ArraySlice<UInt8> {
    table.words.bytes[table.words.range(word.number)].prefix { !$0.isDigit && $0 != UInt8(ascii: "+") }
  }

  private func negates(_ gap: Gap, _ table: RecordTable) -> Bool {
    let (lefts, rights) = (left.words[gap.left], right.words[gap.right])
    if lefts.count(where: TitleAlignment.isNegation) != rights.count(where: TitleAlignment.isNegation) {
      return true
    }
    for one in lefts where one.credit == 0 {
      for other in rights where other.credit == 0 {
        if SpellingComparer.isOpposite(table, one.word, other.word) { return true }
      }
    }
    return false
  }

  private static func isNegation(_ word: Word) -> Bool {
    word.credit == 0 && !word.isOptional && word.word.traits.contains(.negation)
  }

  private static let numberWords = [
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "first": "1", "second": "2", "third": "3", "fourth": "4",
  ]

  private static let romanValues = [
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
    "x": "10",
    "xi": "11", "xii": "12",
  ]
}

extension TitleAlignment.Side {
  fileprivate func hasWord(_ trait: WordTraits) -> Bool { words.contains { $0.word.traits.contains(trait) } }
}
