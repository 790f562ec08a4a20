/// Compares texts by the runs of three letters they share (Dice's coefficient).
struct TrigramComparer {
  private var left: [UInt32] = []
  private var right: [UInt32] = []

  /// Of the letters of two titles without spaces; parts that the other may lack do not count.
  mutating func similarity(
    _ table: RecordTable, _ first: TitleAlignment.Side, _ second: TitleAlignment.Side
  ) -> Float {
    TrigramComparer.gather(table, first, &left)
    TrigramComparer.gather(table, second, &right)
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    var common = 0
    var (index, other) = (0, 0)
    while index < left.count, other < right.count {
      if left[index] == right[other] {
        common += 1
        index += 1
        other += 1
      } else if left[index] < right[other] {
        index += 1
      } else {
        other += 1
      }
    }
    return Float(2 * common) / Float(left.count + right.count)
  }

  private static func gather(_ table: RecordTable, _ side: TitleAlignment.Side, _ trigrams: inout [UInt32]) {
    trigrams.removeAll(keepingCapacity: true)
    var window: UInt32 = 0
    var count = 0
    for index in side.indices where !side.isOptional[index] {
      for offset in table.words.range(side.word(index, table)) {
        window = (window << 8 | UInt32(table.words.bytes[offset])) & 0xFF_FFFF
        count += 1
        if count > 2 { trigrams.append(window) }
      }
    }
    trigrams.sort()
  }
}
