/// Sorting of numbers in time linear in their count, and in the number of bits in which they differ.
enum RadixSort {
  private static let digitBits = 11

  /// Sorts by the bits from `fromBit` on, keeping the order of numbers that agree in them.
  ///
  /// - Parameter other: storage to work in, whatever it holds; that of a large sort is worth keeping for the next.
  static func sort(_ numbers: inout [UInt64], fromBit: Int, in other: inout [UInt64]) {
    guard numbers.count > 256 else {
      // Few numbers: a stable sort by insertion would do; by comparison it is short to write.
      let shift = UInt64(fromBit)
      numbers = numbers.enumerated().sorted {
        ($0.element >> shift, $0.offset) < ($1.element >> shift, $1.offset)
      }.map(\.element)
      return
    }
    other.removeAll(keepingCapacity: true)
    other.append(contentsOf: repeatElement(0, count: numbers.count))
    let first = numbers[0]
    var differing = numbers.reduce(0) { $0 | ($1 ^ first) } & (~0 << UInt64(fromBit))
    while differing != 0 {
      let bit = differing.trailingZeroBitCount
      pass(numbers, into: &other, bit)
      swap(&numbers, &other)
      differing &= ~0 << UInt64(bit + digitBits)
    }
  }

  private static func pass(_ source: [UInt64], into target: inout [UInt64], _ bit: Int) {
    var places = [Int](repeating: 0, count: 1 << digitBits)
    let mask: UInt64 = (1 << UInt64(digitBits)) - 1
    for number in source { places[Int(number >> UInt64(bit) & mask)] += 1 }
    var sum = 0
    for digit in places.indices {
      let count = places[digit]
      places[digit] = sum
      sum += count
    }
    for number in source {
      let digit = Int(number >> UInt64(bit) & mask)
      target[places[digit]] = number
      places[digit] += 1
    }
  }
}
