/// The pairs of records that share a block, each once, in ascending order.
struct CandidatePairs {
  /// The lower record in the high half, the higher in the low half.
  private(set) var pairs: [UInt64] = []

  /// Finds the candidate pairs of a table whose words are weighed.
  init(_ table: RecordTable) {
    // A key and its record share one number: sorting brings the records of a block together, in order.
    let recordBits = UInt64(64 - max(1, table.count).leadingZeroBitCount)
    let recordMask: UInt64 = (1 << recordBits) - 1
    var entries: [UInt64] = []
    entries.reserveCapacity(table.count * 12)
    var gatherer = BlockingKeys()
    for record in 0..<table.count {
      gatherer.gather(record, of: table)
      for key in gatherer.keys { entries.append(key & ~recordMask | UInt64(record)) }
    }
    RadixSort.sort(&entries, fromBit: Int(recordBits), in: &pairs)
    pairs.removeAll(keepingCapacity: true)
    let glances = RecordGlances(table)
    var near = NearRecords()
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~recordMask
      var end = start + 1
      while end < entries.count, entries[end] & ~recordMask == key { end += 1 }
      let block = entries[start..<end]
      if block.count > BlockingKeys.largestBlock {
        if key & BlockingKeys.telling != 0 { addNeighbours(block.map { Int($0 & recordMask) }, table) }
      } else if block.count > 1, near.add(block, recordMask) {
        addPairs(&near, glances)
      }
      start = end
    }
    addPairs(&near, glances)
    RadixSort.sort(&pairs, fromBit: 0, in: &entries)
    entries = []
    keepDeserving(table)
  }

  /// Adds the pairs of some blocks, and empties them.
  private mutating func addPairs(_ blocks: inout NearRecords, _ glances: RecordGlances) {
    blocks.forEachPair(glances) { low, high in pairs.append(low << 32 | high) }
    blocks.removeAll()
  }

  /// How many records before it a record of a large block is compared with.
  private static let neighbourCount = 8

  /// Compares each record of a large block with a few others, those that say the same first (the sorted neighbourhood of
  /// Hernández and Stolfo, 1995).
  private mutating func addNeighbours(_ block: [Int], _ table: RecordTable) {
    let sorted = block.sorted { left, right in
      let (one, other) = (table.records[left].content, table.records[right].content)
      return one == other ? left < right : one < other
    }
    for (place, record) in sorted.enumerated() {
      for other in sorted[max(0, place - CandidatePairs.neighbourCount)..<place] where record != other {
        pairs.append(UInt64(min(record, other)) << 32 | UInt64(max(record, other)))
      }
    }
  }

  /// Removes repetitions, and what is not worth a comparison.
  private mutating func keepDeserving(_ table: RecordTable) {
    var count = 0
    var last: UInt64?
    for index in pairs.indices {
      let pair = pairs[index]
      if pair == last { continue }
      last = pair
      guard CandidatePairs.deserves(table, Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) else { continue }
      pairs[count] = pair
      count += 1
    }
    pairs.removeLast(pairs.count - count)
  }

  /// How much of the weight of the lighter title has to be in the other.
  static let leastSharedPart: Float = 0.45

  /// Whether two records of a block are worth a comparison: they share an identifier or the like, or much of the
  /// lighter title, and what they do not share does not settle it.
  static func deserves(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    let (one, other) = (table.records[first], table.records[second])
    if shareTitle(table, one, other) { return true }
    // Two preprints are two papers whatever else they share; only one title for both is worth a word.
    if one.isOtherPreprint(than: other) { return false }
    return one.sharesPage(with: other) || one.sharesAbstract(with: other)
      || table.sharedIdentifier(one, other) != nil
      || shareWords(table, one, other) && TitleProspects.areOpen(table, one, other)
  }

  private static func shareTitle(_ table: RecordTable, _ first: RecordRow, _ second: RecordRow) -> Bool {
    for form in table.forms[first.forms] {
      for other in table.forms[second.forms] where form.key == other.key { return true }
    }
    return false
  }

  private static func shareWords(_ table: RecordTable, _ first: RecordRow, _ second: RecordRow) -> Bool {
    let (left, right) = (first.signature, second.signature)
    let common = left & right
    let commonCount = common.nonzeroBitCount
    guard commonCount * 3 >= min(left.nonzeroBitCount, right.nonzeroBitCount), commonCount > 0 else {
      return false
    }
    for form in first.forms {
      for other in second.forms where shareWeight(table, form, other, common) { return true }
    }
    return false
  }

  /// - Parameter common: what the signatures of the two records share.
  private static func shareWeight(_ table: RecordTable, _ form: Int, _ other: Int, _ common: UInt64) -> Bool {
    let isOtherLighter = table.forms[other].weight < table.forms[form].weight
    let lighter = table.forms[isOtherLighter ? other : form]
    let heavier = table.forms[isOtherLighter ? form : other]
    let least = leastSharedPart * lighter.weight
    var sum: Float = 0
    var index = lighter.words.lowerBound
    while index < lighter.words.upperBound, sum < least {
      let word = table.titleWords[index]
      if word.mayBe(in: common), contains(table, heavier.words, word.number) { sum += word.weight }
      index += 1
    }
    return sum >= least
  }

  private static func contains(_ table: RecordTable, _ range: Range<Int>, _ word: UInt32) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if table.titleWords[index].number == word { return true }
      index += 1
    }
    return false
  }
}
