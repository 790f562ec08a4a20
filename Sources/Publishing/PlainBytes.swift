/// Steps over bytes that a writer copies as they are: printable ASCII but for the marks of its language, eight bytes at a
/// time.
struct PlainBytes: Sendable {
  /// A byte is a mark when it is equal to `value` once the bits of `ignored` are set in it.
  typealias Mark = (ignored: UInt8, value: UInt8)

  private let ignored: (UInt64, UInt64)
  private let values: (UInt64, UInt64)

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  init(but first: Mark, _ second: Mark) {
    ignored = (UInt64(first.ignored) * PlainBytes.ones, UInt64(second.ignored) * PlainBytes.ones)
    values = (UInt64(first.value) * PlainBytes.ones, UInt64(second.value) * PlainBytes.ones)
  }

  /// All printable ASCII.
  static let printable = PlainBytes(but: (0, 0x7F), (0, 0x7F))

  /// An offset from `index` on before which all bytes are plain; the byte there is not, or is one of the last seven.
  func skip(_ text: UnsafeBufferPointer<UInt8>, from index: Int) -> Int {
    let raw = UnsafeRawBufferPointer(text)
    var index = index
    while index + 8 <= raw.count {
      let bits = found(in: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if bits != 0 { return index + bits.trailingZeroBitCount / 8 }
      index += 8
    }
    let last = raw.count - 8
    guard last >= 0, index < raw.count else { return index }
    // The last eight bytes, without those before the index.
    let bits =
      found(in: raw.loadUnaligned(fromByteOffset: last, as: UInt64.self)) >> UInt64((index - last) * 8)
    return bits == 0 ? raw.count : index + bits.trailingZeroBitCount / 8
  }

  /// The lowest bit that is set is that of the first byte that is not plain (Hacker's Delight, 6-1: zero bytes, borrows go
  /// up).
  private func found(in eightBytes: UInt64) -> UInt64 {
    let word = UInt64(littleEndian: eightBytes)
    let marks = (word | ignored.0) ^ values.0
    let otherMarks = (word | ignored.1) ^ values.1
    let deletes = word ^ 0x7F &* PlainBytes.ones
    let found =
      word | (word &- 0x20 &* PlainBytes.ones) & ~word | (marks &- PlainBytes.ones) & ~marks
      | (otherMarks &- PlainBytes.ones) & ~otherMarks | (deletes &- PlainBytes.ones) & ~deletes
    return found & PlainBytes.highBits
  }
}
