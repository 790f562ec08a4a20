/// The words of a library as numbers, each with its bytes, its traits and the number of records that use it.
///
/// An open-addressing table over one array of bytes: no object for each word, no hashing of `String`.
struct WordTable {
  /// All words one after the other, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where each word starts in `bytes`, and the end of the last.
  private var starts: [UInt32] = [0]
  /// FNV-1a of the bytes, the same in every run.
  private(set) var hashes: [UInt64] = []
  private(set) var traits: [WordTraits] = []
  /// How many records use the word.
  private(set) var recordCounts: [UInt32] = []
  private var lastRecord: [UInt32] = []
  /// What stands at the hash of a word.
  private struct Slot {
    /// The number of the word plus one; 0 is free.
    var place: UInt32 = 0
    /// The upper half of the hash, which tells most other words without a look at them.
    var tag: UInt32 = 0
  }

  /// A power of two, at most half full.
  private var slots: [Slot]

  init() {
    slots = [Slot](repeating: Slot(), count: 1 << 8)
  }

  var count: Int { hashes.count }

  /// Where the bytes of a word lie in ``bytes``.
  func range(_ word: UInt32) -> Range<Int> { Int(starts[Int(word)])..<Int(starts[Int(word) + 1]) }

  func length(_ word: UInt32) -> Int { Int(starts[Int(word) + 1] - starts[Int(word)]) }

  func text(_ word: UInt32) -> String { String(decoding: bytes[range(word)], as: UTF8.self) }

  /// The number of a word, which is added where it is new.
  mutating func number(of source: [UInt8], _ range: Range<Int>) -> UInt32 {
    let hash = WordTable.hash(source, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    let tag = UInt32(hash >> 32)
    while slots[slot].place != 0 {
      let word = slots[slot].place - 1
      if slots[slot].tag == tag, isEqual(word, source, range) { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    let word = UInt32(hashes.count)
    bytes += source[range]
    starts.append(UInt32(bytes.count))
    hashes.append(hash)
    traits.append(WordTraits(source, range))
    recordCounts.append(0)
    lastRecord.append(.max)
    slots[slot] = Slot(place: word + 1, tag: tag)
    if hashes.count * 2 > slots.count { grow() }
    return word
  }

  /// Counts a use of the word by a record; further uses by the same record, while it is the last, do not count.
  mutating func countUse(of word: UInt32, byRecord record: UInt32) {
    guard lastRecord[Int(word)] != record else { return }
    lastRecord[Int(word)] = record
    recordCounts[Int(word)] += 1
  }

  /// Takes a count that was found elsewhere in place of its own.
  mutating func setRecordCount(_ count: UInt32, of word: UInt32) {
    recordCounts[Int(word)] = count
  }

  /// Adds the words of another table, with the records that use them; gives the number of each.
  mutating func append(_ other: WordTable) -> [UInt32] {
    (0..<UInt32(other.count)).map { word in
      let number = number(of: other.bytes, other.range(word))
      recordCounts[Int(number)] += other.recordCounts[Int(word)]
      return number
    }
  }

  private func isEqual(_ word: UInt32, _ source: [UInt8], _ other: Range<Int>) -> Bool {
    let own = range(word)
    guard own.count == other.count else { return false }
    var offset = 0
    while offset < own.count {
      if bytes[own.lowerBound + offset] != source[other.lowerBound + offset] { return false }
      offset += 1
    }
    return true
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (word, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(place: UInt32(word) + 1, tag: UInt32(hash >> 32))
    }
  }

  /// FNV-1a with a last mixing, over some bytes (Fowler, Noll, Vo; SplitMix64's finaliser).
  static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    var offset = range.lowerBound
    while offset < range.upperBound {
      hash.add(source[offset])
      offset += 1
    }
    return hash.value
  }
}

/// A 64-bit hash that is the same in every run and on every machine.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func add(_ number: UInt64) {
    state = StableHash.mixed(state ^ number) &* 0x100_0000_01B3
  }

  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(UInt8(0xFF))
  }

  var value: UInt64 { StableHash.mixed(state) }

  static func mixed(_ number: UInt64) -> UInt64 {
    var value = number
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
