/// Compares texts by the runs of three letters they share (Dice's coefficient).
struct TrigramComparer {
  /// A trigram of the first text, and how many of it have found none in the second.
  private struct Slot {
    var trigram: UInt32 = 0
    var count: UInt32 = 0
  }

  /// An open-addressing table, which takes less time than sorting; at most half full.
  private var slots: [Slot] = []
  private var left: [UInt32] = []
  private var right: [UInt32] = []

  /// Of the letters of two titles without spaces; parts that the other may lack do not count.
  mutating func similarity(
    _ table: RecordTable, _ first: TitleAlignment.Side, _ second: TitleAlignment.Side
  ) -> Float {
    TrigramComparer.gather(table, first, &left)
    TrigramComparer.gather(table, second, &right)
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    clear(for: left.count)
    for trigram in left {
      let slot = slot(of: trigram)
      slots[slot].trigram = trigram
      slots[slot].count += 1
    }
    var common = 0
    for trigram in right {
      let slot = slot(of: trigram)
      if slots[slot].trigram == trigram, slots[slot].count > 0 {
        slots[slot].count -= 1
        common += 1
      }
    }
    return Float(2 * common) / Float(left.count + right.count)
  }

  private mutating func clear(for count: Int) {
    var size = 128
    while size < count * 2 { size *= 2 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(Slot(), count: size))
  }

  /// The slot that holds a trigram, or the free one where it belongs; no trigram is 0.
  private func slot(of trigram: UInt32) -> Int {
    var slot = Int(trigram &* 0x9E37_79B1 >> 16) & (slots.count - 1)
    while slots[slot].trigram != 0, slots[slot].trigram != trigram { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private static func gather(_ table: RecordTable, _ side: TitleAlignment.Side, _ trigrams: inout [UInt32]) {
    trigrams.removeAll(keepingCapacity: true)
    var window: UInt32 = 0
    var count = 0
    for word in side.words where !word.isOptional {
      for offset in table.words.range(word.word.number) {
        window = (window << 8 | UInt32(table.words.bytes[offset])) & 0xFF_FFFF
        count += 1
        if count > 2 { trigrams.append(window) }
      }
    }
  }
}
