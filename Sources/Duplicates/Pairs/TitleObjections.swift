extension TitleAlignment {
  /// What in the words that are not common speaks against one paper.
  func objections(_ table: RecordTable) -> TitleComparison.Objections {
    var objections: TitleComparison.Objections = []
    for gap in gaps {
      if numeralsDiffer(gap, table) { objections.insert(.number) }
      if versionsDiffer(gap, table) { objections.insert(.number) }
      if negates(gap, table) { objections.insert(.negation) }
    }
    let leftSurvey = hasWord(left, .survey, table)
    let rightSurvey = hasWord(right, .survey, table)
    if leftSurvey != rightSurvey { objections.insert(.survey) }
    if hasWord(left, .response, table) != hasWord(right, .response, table) { objections.insert(.response) }
    return objections
  }

  private func hasWord(_ side: Side, _ trait: WordTraits, _ table: RecordTable) -> Bool {
    side.indices.contains { side.traits($0, table).contains(trait) }
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
    for index in range where side.credits[index] == 0 {
      let traits = side.traits(index, table)
      let followsPart = index > 0 && side.traits(index - 1, table).contains(.part)
      if !followsPart, traits.isDisjoint(with: [.number, .roman, .letter, .versioned]) { continue }
      let text = table.words.text(side.word(index, table))
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
          index + 1 == side.credits.count || side.segment(index + 1, table) != side.segment(index, table)
        guard followsPart || (isLast && ["i", "v", "x"].contains(text)) else { continue }
      }
      values.append(TitleAlignment.romanValues[text] ?? text)
      let isLoose = traits.contains(.year) || (side.isOptional[index] && !isBare(side, index, table))
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
  private func isBare(_ side: Side, _ index: Int, _ table: RecordTable) -> Bool {
    let segment = side.segment(index, table)
    return side.indices.allSatisfy {
      side.segment($0, table) != segment
        || !side.traits($0, table).isDisjoint(with: [.number, .roman, .letter, .part, .stop])
    }
  }

  /// `yolov3` and `yolov4`, `lora` and `lora+`: the same letters with other digits or signs behind.
  private func versionsDiffer(_ gap: Gap, _ table: RecordTable) -> Bool {
    for index in gap.left where left.credits[index] == 0 {
      let word = left.word(index, table)
      let isVersioned = left.traits(index, table).contains(.versioned)
      for other in gap.right where right.credits[other] == 0 {
        guard isVersioned || right.traits(other, table).contains(.versioned) else { continue }
        if TitleAlignment.stem(word, table) == TitleAlignment.stem(right.word(other, table), table) {
          return true
        }
      }
    }
    return false
  }

  private static func stem(_ word: UInt32, _ table: RecordTable) -> ArraySlice<UInt8> {
    table.words.bytes[table.words.range(word)].prefix { !$0.isDigit && $0 != UInt8(ascii: "+") }
  }

  private func negates(_ gap: Gap, _ table: RecordTable) -> Bool {
    let lefts = gap.left.filter { isNegation(left, $0, table) }.count
    let rights = gap.right.filter { isNegation(right, $0, table) }.count
    if lefts != rights { return true }
    for index in gap.left where left.credits[index] == 0 {
      for other in gap.right where right.credits[other] == 0 {
        if SpellingComparer.isOpposite(table, left.word(index, table), right.word(other, table)) {
          return true
        }
      }
    }
    return false
  }

  private func isNegation(_ side: Side, _ index: Int, _ table: RecordTable) -> Bool {
    side.credits[index] == 0 && !side.isOptional[index] && side.traits(index, table).contains(.negation)
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
