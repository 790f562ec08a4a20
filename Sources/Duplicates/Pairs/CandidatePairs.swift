internal import ReadingsCatalog

/// The pairs of records that share a block, each once, in ascending order.
struct CandidatePairs {
  /// The lower record in the high half, the higher in the low half.
  let pairs: [UInt64]

  /// Finds the candidate pairs of a table whose words are weighed, by all processors.
  init(_ table: RecordTable) {
    let entries = BlockEntries(table)
    let glances = RecordGlances(table)
    let parts = InParallel.map(Array(0..<entries.partCount), pieceSize: 1) { parts in
      var found = BlockPairs(recordCount: table.count)
      for part in parts { found.add(entries.part(part), entries.recordMask, table, glances) }
      return found.pairs.buckets
    }
    let places = Array((parts.first ?? []).indices)
    pairs = InParallel.map(places, pieceSize: 1) { places in
      places.flatMap { place in
        // Many pairs share blocks of several parts; each is looked at once.
        CandidatePairs.sorted(parts.flatMap { $0[place] }).filter {
          CandidatePairs.deserves(table, Int($0 >> 32), Int($0 & 0xFFFF_FFFF))
        }
      }
    }.flatMap { $0 }
  }

  /// The pairs in ascending order, each once.
  private static func sorted(_ pairs: [UInt64]) -> [UInt64] {
    var (pairs, other) = (pairs, [UInt64]())
    RadixSort.sort(&pairs, fromBit: 0, in: &other)
    var count = 0
    for pair in pairs where count == 0 || pair != pairs[count - 1] {
      pairs[count] = pair
      count += 1
    }
    pairs.removeLast(pairs.count - count)
    return pairs
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
