/// Pairs of records by the lower one: which pairs are found more than once shows in each bucket by itself.
struct PairBuckets: Sendable {
  /// The lower record of each pair in the high half, the higher in the low half; those of a bucket come before those of
  /// the next.
  private(set) var buckets: [[UInt64]]
  private let shift: UInt32

  private static let usualCount = 64

  init(recordCount: Int) {
    let recordBits = UInt32(UInt64.bitWidth - recordCount.leadingZeroBitCount)
    let bucketBits = recordCount < 512 ? 0 : UInt32(PairBuckets.usualCount.trailingZeroBitCount)
    shift = recordBits - min(recordBits, bucketBits)
    buckets = Array(repeating: [], count: (recordCount >> Int(shift)) + 1)
  }

  /// Adds a pair, the lower record first.
  mutating func add(_ first: UInt32, _ second: UInt32) {
    buckets[Int(first >> shift)].append(UInt64(first) << 32 | UInt64(second))
  }
}
