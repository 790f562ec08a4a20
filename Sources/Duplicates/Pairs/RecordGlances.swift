/// As much of each record as tells of most pairs of a block that they are not worth a comparison.
///
/// A pair takes a look at four places in memory; a look at all that is compared takes five times as many, and in a large
/// table none of them is near another.
struct RecordGlances {
  private struct Glance {
    /// A bit for each word.
    var words: UInt128 = 0
    /// A bit for each title as a whole, identifier, link and beginning of an abstract.
    var facts: UInt64 = 0
    /// Where the words of the title start in ``RecordGlances/titles``.
    var start: UInt32
    /// How much of the title's weight a heavier title may lack; 0 where there are several titles.
    var spare: Float = 0
  }

  private struct Word {
    let number: UInt32
    /// 0 behind the last word.
    let weight: Float
  }

  private var glances: [Glance] = []
  /// The words of all titles, those of each from the heaviest to the lightest.
  private var titles: [Word] = []

  /// Looks at the records of a table whose words are weighed.
  init(_ table: RecordTable) {
    glances.reserveCapacity(table.count)
    for record in 0..<table.count { add(record, table) }
  }

  private mutating func add(_ record: Int, _ table: RecordTable) {
    var glance = Glance(start: UInt32(titles.count))
    let forms = table.forms(record)
    for form in forms {
      glance.facts |= RecordGlances.bit(table.keys[form])
      let words = table.wordRange(form)
      for index in words { glance.words |= RecordGlances.bit(ofWord: table.titleWords[index]) }
      guard forms.count == 1 else { continue }
      // A little more than may be lacking, because a sum in another order is rounded otherwise.
      glance.spare = table.titleWeights[form] * (1 - CandidatePairs.leastSharedPart) * 1.001
      titles += words.map { index in
        let word = table.titleWords[index]
        return Word(number: word, weight: table.weights[Int(word)])
      }.sorted { $0.weight > $1.weight }
    }
    titles.append(Word(number: 0, weight: 0))
    for index in table.identifierRange(record) { glance.facts |= RecordGlances.bit(table.identifiers[index]) }
    if table.links[record] != 0 { glance.facts |= RecordGlances.bit(table.links[record]) }
    if table.abstracts[record] != 0 { glance.facts |= RecordGlances.bit(table.abstracts[record]) }
    glances.append(glance)
  }

  /// The bit of a hash.
  private static func bit(_ hash: UInt64) -> UInt64 { 1 &<< (hash >> 58) }

  private static func bit(ofWord word: UInt32) -> UInt128 {
    1 &<< UInt128(UInt64(word) &* 0x9E37_79B9_7F4A_7C15 >> 57)
  }

  /// Whether ``CandidatePairs/deserves(_:_:_:)`` may hold; never false where it does.
  func mayDeserve(_ first: Int, _ second: Int) -> Bool {
    let (left, right) = (glances[first], glances[second])
    return left.facts & right.facts != 0
      || (left.spare <= right.spare ? isMostly(left, in: right) : isMostly(right, in: left))
  }

  private func isMostly(_ lighter: Glance, in heavier: Glance) -> Bool {
    var spare = lighter.spare
    var index = Int(lighter.start)
    while titles[index].weight > 0 {
      let word = titles[index]
      if heavier.words & RecordGlances.bit(ofWord: word.number) == 0 || !contains(heavier, word.number) {
        spare -= word.weight
        if spare < 0 { return false }
      }
      index += 1
    }
    return true
  }

  private func contains(_ title: Glance, _ word: UInt32) -> Bool {
    var index = Int(title.start)
    while titles[index].weight > 0 {
      if titles[index].number == word { return true }
      index += 1
    }
    return false
  }
}
