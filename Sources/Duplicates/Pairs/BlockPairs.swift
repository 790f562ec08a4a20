/// The pairs of the records of some blocks, as far as a glance does not tell that they are not worth a comparison.
struct BlockPairs {
  /// Some of them more than once.
  private(set) var pairs: PairBuckets
  private var near = NearRecords()

  /// No pairs yet, of a table with so many records.
  init(recordCount: Int) {
    pairs = PairBuckets(recordCount: recordCount)
  }

  /// Adds the pairs of blocks.
  ///
  /// - Parameter entries: keys with their records, those of a block side by side.
  mutating func add(
    _ entries: [UInt64], _ recordMask: UInt64, _ table: RecordTable, _ glances: RecordGlances
  ) {
    var start = 0
    while start < entries.count {
      let key = entries[start] & ~recordMask
      var end = start + 1
      while end < entries.count, entries[end] & ~recordMask == key { end += 1 }
      let block = entries[start..<end]
      if block.count > BlockingKeys.largestBlock {
        if key & BlockingKeys.telling != 0 { addNeighbours(block.map { Int($0 & recordMask) }, table) }
      } else if block.count > 1, near.add(block, recordMask) {
        addNear(glances)
      }
      start = end
    }
    addNear(glances)
  }

  private mutating func addNear(_ glances: RecordGlances) {
    near.addPairs(glances, to: &pairs)
    near.removeAll()
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
      for other in sorted[max(0, place - BlockPairs.neighbourCount)..<place] where record != other {
        pairs.add(UInt32(min(record, other)), UInt32(max(record, other)))
      }
    }
  }
}
