#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

extension UnsafeBufferPointer<UInt8> {
  /// The first offset of a byte in a range of offsets; nil when it is not there.
  ///
  /// `memchr` skips sixteen bytes and more in the time in which a loop looks at one.
  package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    let searched = UnsafeBufferPointer(rebasing: self[range])
    guard let start = searched.baseAddress, let found = memchr(start, Int32(byte), searched.count) else {
      return nil
    }
    return range.lowerBound + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
  }

  /// Whether a byte stands at an offset for which a condition holds.
  package func contains(_ byte: UInt8, where condition: (_ offset: Int) -> Bool) -> Bool {
    var start = 0
    while start < count, let place = firstOffset(of: byte, in: start..<count) {
      if condition(place) { return true }
      start = place + 1
    }
    return false
  }
}

extension [UInt8] {
  /// The first offset of a byte in a range of offsets; nil when it is not there.
  package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    withUnsafeBufferPointer { $0.firstOffset(of: byte, in: range) }
  }
}
