/// Orders names the way people number things: `2025-S4` before `2025-S10`, without regard to case.
enum NaturalOrder {
  /// Whether `left` comes before `right`; names that differ only in case or leading zeros are ordered by their bytes.
  static func precedes(_ left: String, _ right: String) -> Bool {
    let order = compare(Array(left.utf8), Array(right.utf8))
    return order == 0 ? left.utf8.lexicographicallyPrecedes(right.utf8) : order < 0
  }

  private static func compare(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if isDigit(left[i]), isDigit(right[j]) {
        let (first, second) = (number(left, &i), number(right, &j))
        if first.count != second.count { return first.count - second.count }
        for (a, b) in zip(first, second) where a != b { return Int(a) - Int(b) }
      } else {
        let (a, b) = (folded(left[i]), folded(right[j]))
        if a != b { return Int(a) - Int(b) }
        i += 1
        j += 1
      }
    }
    return (left.count - i) - (right.count - j)
  }

  /// The digits from `index` on without leading zeros.
  private static func number(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    while index + 1 < bytes.count, bytes[index] == 0x30, isDigit(bytes[index + 1]) { index += 1 }
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return bytes[start..<index]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
