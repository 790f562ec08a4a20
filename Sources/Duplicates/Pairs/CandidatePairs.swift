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
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~recordMask
      var end = start + 1
      while end < entries.count, entries[end] & ~recordMask == key { end += 1 }
      if end - start <= BlockingKeys.largestBlock {
        addPairs(entries[start..<end], recordMask, table)
      } else if key & BlockingKeys.telling != 0 {
        addNeighbours(entries[start..<end].map { $0 & recordMask }, table)
      }
      start = end
    }
    entries = []
    RadixSort.sort(&pairs, fromBit: 0)
    removeRepetitions()
  }

  private mutating func addPairs(_ block: ArraySlice<UInt64>, _ mask: UInt64, _ table: RecordTable) {
    for first in block.indices {
      let low = block[first] & mask
      for second in (first + 1)..<block.endIndex {
        let high = block[second] & mask
        if low != high, CandidatePairs.deserves(table, Int(low), Int(high)) { pairs.append(low << 32 | high) }
      }
    }
  }

  /// How many records before it a record of a large block is compared with.
  private static let neighbourCount = 8

  /// Compares each record of a large block with a few others, those that say the same first (the sorted neighbourhood of
  /// Hernández and Stolfo, 1995).
  private mutating func addNeighbours(_ block: [UInt64], _ table: RecordTable) {
    let sorted = block.sorted { left, right in
      let (one, other) = (table.contents[Int(left)], table.contents[Int(right)])
      return one == other ? left < right : one < other
    }
    for (place, record) in sorted.enumerated() {
      for other in sorted[max(0, place - CandidatePairs.neighbourCount)..<place]
      where record != other && CandidatePairs.deserves(table, Int(other), Int(record)) {
        pairs.append(min(record, other) << 32 | max(record, other))
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
    let least = leastSharedPart * min(table.titleWeights[form], table.titleWeights[other])
    var sum: Float = 0
    let (left, right) = (table.wordRange(form), table.wordRange(other))
    var index = left.lowerBound
    while index < left.upperBound, sum < least {
      let word = table.titleWords[index]
      if table.mayHold(common, wordAt: index), contains(table, right, word) {
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

  private mutating func removeRepetitions() {
    guard !pairs.isEmpty else { return }
    var last = 0
    for index in pairs.indices where pairs[index] != pairs[last] {
      last += 1
      pairs[last] = pairs[index]
    }
    pairs.removeLast(pairs.count - last - 1)
  }

  /// How much of the weight of the lighter title has to be in the other.
  private static let leastSharedPart: Float = 0.45

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
