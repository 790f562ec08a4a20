/// The first sixteen bytes of a text as one number, so that sorting by bytes looks at few texts.
///
/// Of two texts with different prefixes, the one with the smaller comes first by its bytes; with the same, the texts
/// themselves decide.
struct BytePrefix: Sendable, Comparable {
  private let high: UInt64
  private let low: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    var halves: (high: UInt64, low: UInt64) = (0, 0)
    var shift: UInt64 = 128
    for byte in bytes {
      if shift == 0 { break }
      shift -= 8
      if shift >= 64 {
        halves.high |= UInt64(byte) << (shift - 64)
      } else {
        halves.low |= UInt64(byte) << shift
      }
    }
    (high, low) = halves
  }

  static func < (left: BytePrefix, right: BytePrefix) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}
