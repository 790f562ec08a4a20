/// As much of each record as tells of most pairs of a block that they are not worth a comparison.
///
/// A record takes one look at one place in memory; a look at all that is compared takes ten times as many, and in a
/// large table none of them is near another.
struct RecordGlances {
  private var glances: [RecordGlance] = []

  /// Looks at the records of a table whose words are weighed.
  init(_ table: RecordTable) {
    glances.reserveCapacity(table.count)
    var title: [TitleWord] = []
    for record in 0..<table.count {
      var glance = RecordGlance()
      glance.fill(record, table, &title)
      glances.append(glance)
    }
  }

  /// What is looked at of a record.
  subscript(record: Int) -> RecordGlance { glances[record] }
}

/// What is looked at of one record, in 64 bytes: a line of the cache.
struct RecordGlance {
  /// Short hashes of the words of the title, from the heaviest on, four to a number; 0 behind the last.
  private var hashes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// The weight of each of these words, rounded down, four to a number.
  private var weights: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
  /// A bit for each title as a whole, identifier, link and beginning of an abstract.
  private var facts: UInt64 = 0
  /// A bit for each word for which there was no room, and for those of all titles where there are several.
  private var others: UInt32 = 0
  /// How much of the title's weight a heavier title may lack; 0 where there are several titles.
  private var spare: Int32 = 0

  /// What a weight of 1 is rounded to.
  private static let unit: Float = 255

  /// Looks at a record; no initializer, because that would take a copy of the table, which costs more than the look.
  mutating func fill(_ record: Int, _ table: RecordTable, _ title: inout [TitleWord]) {
    let row = table.records[record]
    for place in row.forms {
      let form = table.forms[place]
      facts |= RecordGlance.bit(form.key)
      title.removeAll(keepingCapacity: true)
      title += table.titleWords[form.words]
      if row.forms.count == 1 {
        // A little more than may be lacking, because a sum in another order is rounded otherwise, and so is what tells
        // which of two titles is the lighter.
        let lack = form.weight * (1 - CandidatePairs.leastSharedPart) * 1.001
        spare = Int32(lack * RecordGlance.unit) + 2
        addOnly(&title)
      } else {
        for word in title { others |= RecordGlance.bit(ofWord: RecordGlance.hash(word)) }
      }
    }
    for index in row.identifiers { facts |= RecordGlance.bit(table.identifiers[index]) }
    if row.link.page != 0 { facts |= RecordGlance.bit(row.link.page) }
    if row.abstract != 0 { facts |= RecordGlance.bit(row.abstract) }
  }

  private mutating func addOnly(_ title: inout [TitleWord]) {
    title.sort { $0.weight > $1.weight }
    for (place, word) in title.enumerated() {
      let hash = RecordGlance.hash(word)
      let weight = UInt32(word.weight * RecordGlance.unit) << UInt32(place % 4 * 8)
      let shifted = hash << UInt64(place % 4 * 16)
      switch place / 4 {
      case 0: (hashes.0, weights.0) = (hashes.0 | shifted, weights.0 | weight)
      case 1: (hashes.1, weights.1) = (hashes.1 | shifted, weights.1 | weight)
      case 2: (hashes.2, weights.2) = (hashes.2 | shifted, weights.2 | weight)
      case 3: (hashes.3, weights.3) = (hashes.3 | shifted, weights.3 | weight)
      default: others |= RecordGlance.bit(ofWord: hash)
      }
    }
  }

  /// The bit of a hash.
  private static func bit(_ hash: UInt64) -> UInt64 { 1 &<< (hash >> 58) }

  private static func bit(ofWord hash: UInt64) -> UInt32 { 1 &<< UInt32(hash >> 11) }

  /// 16 bits, never 0.
  private static func hash(_ word: TitleWord) -> UInt64 { UInt64((word.number &* 0x9E37_79B1) >> 16) | 1 }

  /// Whether ``CandidatePairs/deserves(_:_:_:)`` may hold; never false where it does.
  func mayDeserve(with other: RecordGlance) -> Bool {
    facts & other.facts != 0 || (spare <= other.spare ? isMostly(in: other) : other.isMostly(in: self))
  }

  private func isMostly(in heavier: RecordGlance) -> Bool {
    var spare = spare
    return heavier.holds(hashes.0, weights.0, &spare) && heavier.holds(hashes.1, weights.1, &spare)
      && heavier.holds(hashes.2, weights.2, &spare) && heavier.holds(hashes.3, weights.3, &spare)
  }

  /// Whether those of four words that this title does not have weigh no more than `spare`, from which they are taken off.
  private func holds(_ words: UInt64, _ weights: UInt32, _ spare: inout Int32) -> Bool {
    var (words, weights) = (words, weights)
    while words != 0 {
      if !mayContain(words & 0xFFFF) {
        spare -= Int32(weights & 0xFF)
        if spare < 0 { return false }
      }
      words >>= 16
      weights >>= 8
    }
    return true
  }

  private func mayContain(_ hash: UInt64) -> Bool {
    let four = hash &* 0x0001_0001_0001_0001
    let found =
      RecordGlance.zeros(hashes.0 ^ four) | RecordGlance.zeros(hashes.1 ^ four)
      | RecordGlance.zeros(hashes.2 ^ four) | RecordGlance.zeros(hashes.3 ^ four)
    return found != 0 || others & RecordGlance.bit(ofWord: hash) != 0
  }

  /// Not 0 where one of the four parts of a number is 0: only then does a part borrow its high bit (Mycroft, 1987).
  private static func zeros(_ number: UInt64) -> UInt64 {
    (number &- 0x0001_0001_0001_0001) & ~number & 0x8000_8000_8000_8000
  }
}
