internal import ReadingsCatalog

/// The blocking keys of all records of a table, each with its record in one number: sorting brings the records of a block
/// together, in order.
struct BlockEntries: Sendable {
  /// The bits of an entry that are the number of its record; the others are its key.
  let recordMask: UInt64
  /// How many parts there are; the entries of a block are in one of them.
  let partCount: Int
  /// For some records after others, the entries of each part.
  private let pieces: [[[UInt64]]]
  private let recordBits: Int

  private static let pieceSize = 512
  /// A power of two: enough parts that all processors are busy to the end; each sorts its own.
  private static let usualPartCount = 8

  /// Gathers the keys of a table whose words are weighed.
  init(_ table: RecordTable) {
    recordBits = UInt64.bitWidth - max(1, table.count).leadingZeroBitCount
    let mask: UInt64 = (1 << UInt64(recordBits)) - 1
    recordMask = mask
    let partCount = table.count < BlockEntries.pieceSize ? 1 : BlockEntries.usualPartCount
    self.partCount = partCount
    pieces = InParallel.map(table.records, pieceSize: BlockEntries.pieceSize) { records in
      var parts = [[UInt64]](repeating: [], count: partCount)
      var gatherer = BlockingKeys()
      for record in records.indices {
        gatherer.gather(record, of: table)
        for key in gatherer.keys {
          // The highest bit says what a key is of; those below are a hash.
          parts[Int(key >> 55) & (partCount - 1)].append(key & ~mask | UInt64(record))
        }
      }
      return parts
    }
  }

  /// The entries of a part, those of a block side by side in the order of their records.
  func part(_ number: Int) -> [UInt64] {
    var entries = pieces.flatMap { $0[number] }
    var other: [UInt64] = []
    RadixSort.sort(&entries, fromBit: recordBits, in: &other)
    return entries
  }
}
