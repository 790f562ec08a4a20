/// Finds a run of bytes in others, by a table of how far to move on (Horspool 1980).
struct ByteSearch: Sendable {
  private let pattern: [UInt8]
  /// The pattern's length.
  var count: Int { pattern.count }
  /// For each byte under the pattern's last place, how far the pattern can move.
  private let shifts: [Int]

  /// Looks for a pattern that is not empty.
  init(_ pattern: [UInt8]) {
    precondition(!pattern.isEmpty)
    self.pattern = pattern
    var shifts = [Int](repeating: pattern.count, count: 256)
    for (index, byte) in pattern.dropLast().enumerated() { shifts[Int(byte)] = pattern.count - 1 - index }
    self.shifts = shifts
  }

  init(_ text: StaticString) {
    self.init(Array("\(text)".utf8))
  }

  /// Where the pattern stands first in a range.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let last = pattern.count - 1
    var offset = range.lowerBound
    while offset + last < range.upperBound {
      let byte = bytes[offset + last]
      if byte == pattern[last] {
        var index = 0
        while index < last, bytes[offset + index] == pattern[index] { index += 1 }
        if index == last { return offset }
      }
      offset += shifts[Int(byte)]
    }
    return nil
  }

  /// Every place of the pattern in a range, without overlap.
  func offsets(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var offsets: [Int] = []
    var start = range.lowerBound
    while let offset = first(in: bytes, start..<range.upperBound) {
      offsets.append(offset)
      start = offset + pattern.count
    }
    return offsets
  }
}
