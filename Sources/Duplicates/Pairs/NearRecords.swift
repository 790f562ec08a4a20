/// Blocks of records whose pairs are looked at together.
///
/// What is looked at of their records is fetched for all at once: the records of a block lie anywhere, and a processor
/// waits for many places in memory as long as for one.
struct NearRecords {
  private var records: [UInt32] = []
  /// Where each block ends in `records`.
  private var ends: [Int] = []
  /// Of each record, side by side: every one of a block is looked at with every other.
  private var near: [RecordGlance] = []

  private static let batchSize = 1024

  /// Adds a block; returns whether it is time to look at what is there.
  ///
  /// - Parameter mask: the bits of an entry that are the number of its record.
  mutating func add(_ block: ArraySlice<UInt64>, _ mask: UInt64) -> Bool {
    for entry in block { records.append(UInt32(truncatingIfNeeded: entry & mask)) }
    ends.append(records.count)
    return records.count >= NearRecords.batchSize
  }

  /// Adds each pair of records of one block that may deserve a comparison.
  mutating func addPairs(_ glances: RecordGlances, to pairs: inout PairBuckets) {
    near.removeAll(keepingCapacity: true)
    for record in records { near.append(glances[Int(record)]) }
    var start = 0
    for end in ends {
      for first in start..<end {
        for second in (first + 1)..<end where near[first].mayDeserve(with: near[second]) {
          // A record stands in a block twice where the beginnings of two of its keys are the same.
          if records[first] != records[second] { pairs.add(records[first], records[second]) }
        }
      }
      start = end
    }
  }

  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
