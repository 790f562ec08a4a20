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
    RadixSort.sort(&entries, fromBit: Int(recordBits))
    let glances = RecordGlances(table)
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~recordMask
      var end = start + 1
      while end < entries.count, entries[end] & ~recordMask == key { end += 1 }
      let block = entries[start..<end]
      if block.count > BlockingKeys.largestBlock {
        if key & BlockingKeys.telling != 0 { addNeighbours(block.map { Int($0 & recordMask) }, table) }
      } else if block.count > 1 {
        addPairs(block, recordMask, glances)
      }
      start = end
    }
    entries = []
    RadixSort.sort(&pairs, fromBit: 0)
    keepDeserving(table)
  }

  private mutating func addPairs(_ block: ArraySlice<UInt64>, _ mask: UInt64, _ glances: RecordGlances) {
    // Copies, side by side: every one is looked at with every other.
    let near = block.map { glances[Int($0 & mask)] }
    for first in near.indices {
      let low = block[block.startIndex + first] & mask
      for second in (first + 1)..<near.count where near[first].mayDeserve(with: near[second]) {
        let high = block[block.startIndex + second] & mask
        if low != high { pairs.append(low << 32 | high) }
      }
    }
  }

  /// How many records before it a record of a large block is compared with.
  private static let neighbourCount = 8

  /// Compares each record of a large block with a few others, those that say the same first (the sorted neighbourhood of
  /// Hernández and Stolfo, 1995).
  private mutating func addNeighbours(_ block: [Int], _ table: RecordTable) {
    let sorted = block.sorted { left, right in
      let (one, other) = (table.contents[left], table.contents[right])
      return one == other ? left < right : one < other
    }
    for (place, record) in sorted.enumerated() {
      for other in sorted[max(0, place - CandidatePairs.neighbourCount)..<place] where record != other {
        pairs.append(UInt64(min(record, other)) << 32 | UInt64(max(record, other)))
      }
    }
  }

  private static func shareWords(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    let (left, right) = (table.signatures[first], table.signatures[second])
    let common = left & right
    let commonCount = common.nonzeroBitCount
    guard commonCount * 3 >= min(left.nonzeroBitCount, right.nonzeroBitCount), commonCount > 0 else {
      return false
    }
    for form in table.forms(first) {
      for other in table.forms(second) where shareWeight(table, form, other, common) { return true }
    }
    return false
  }

  /// - Parameter common: what the signatures of the two records share.
  private static func shareWeight(_ table: RecordTable, _ form: Int, _ other: Int, _ common: UInt64) -> Bool {
    let isOtherLighter = table.titleWeights[other] < table.titleWeights[form]
    let (lighter, heavier) = isOtherLighter ? (other, form) : (form, other)
    let least = leastSharedPart * table.titleWeights[lighter]
    var sum: Float = 0
    let (words, others) = (table.wordRange(lighter), table.wordRange(heavier))
    var index = words.lowerBound
    while index < words.upperBound, sum < least {
      let word = table.titleWords[index]
      if table.mayHold(common, wordAt: index), contains(table, others, word) {
        sum += table.weights[Int(word)]
      }
      index += 1
    }
    return sum >= least
  }

  private static func contains(_ table: RecordTable, _ range: Range<Int>, _ word: UInt32) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if table.titleWords[index] == word { return true }
      index += 1
    }
    return false
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
  /// lighter title.
  static func deserves(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    // Two preprints are two papers whatever else they share; only one title for both is worth a word.
    if table.areDifferentPreprints(first, second) { return shareTitle(table, first, second) }
    return shareWords(table, first, second) || shareTitle(table, first, second)
      || shareIdentifier(table, first, second)
      || table.links[first] != 0 && table.links[first] == table.links[second]
      || table.abstracts[first] != 0 && table.abstracts[first] == table.abstracts[second]
  }

  private static func shareTitle(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    for form in table.forms(first) {
      for other in table.forms(second) where table.keys[form] == table.keys[other] { return true }
    }
    return false
  }

  private static func shareIdentifier(_ table: RecordTable, _ first: Int, _ second: Int) -> Bool {
    for index in table.identifierRange(first) {
      for other in table.identifierRange(second) where table.identifiers[index] == table.identifiers[other] {
        return true
      }
    }
    return false
  }
}
