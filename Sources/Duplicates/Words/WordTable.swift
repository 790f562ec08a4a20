/// The words of a library as numbers, each with its bytes, its traits and the number of records that use it.
///
/// An open-addressing table over one array of bytes: no object for each word, no hashing of `String`.
struct WordTable {
  /// What is known of one word.
  struct Entry {
    /// FNV-1a of the bytes, the same in every run.
    let hash: UInt64
    fileprivate let start: UInt32
    fileprivate let end: UInt32
    /// How many records use the word.
    fileprivate(set) var recordCount: UInt32 = 0
    fileprivate var lastRecord: UInt32 = .max
    let letters: WordLetters
    let traits: WordTraits
  }

  /// All words one after the other, in UTF-8.
  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []
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

  var count: Int { entries.count }

  /// What is known of a word by its number.
  subscript(word: UInt32) -> Entry { entries[Int(word)] }

  /// Where the bytes of a word lie in ``bytes``.
  func range(_ word: UInt32) -> Range<Int> {
    let entry = entries[Int(word)]
    return Int(entry.start)..<Int(entry.end)
  }

  func text(_ word: UInt32) -> String { String(decoding: bytes[range(word)], as: UTF8.self) }

  /// The number of a word, which is added where it is new.
  mutating func number(of source: [UInt8], _ range: Range<Int>) -> UInt32 {
    let hash = WordTable.hash(source, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    let tag = UInt32(hash >> 32)
    while slots[slot].place != 0 {
      let word = slots[slot].place - 1
      // The hash stands for the bytes, as it does for whole titles: two of a million words share all 64 bits in one of 30
      // million tables, and the bytes would be one more place to wait for.
      if slots[slot].tag == tag, entries[Int(word)].hash == hash { return word }
      slot = (slot + 1) & (slots.count - 1)
    }
    let word = UInt32(entries.count)
    let start = UInt32(bytes.count)
    bytes += source[range]
    entries.append(
      Entry(
        hash: hash, start: start, end: UInt32(bytes.count), letters: WordLetters(source, range),
        traits: WordTraits(source, range)))
    slots[slot] = Slot(place: word + 1, tag: tag)
    if entries.count * 2 > slots.count { grow() }
    return word
  }

  /// Counts a use of the word by a record; further uses by the same record, while it is the last, do not count.
  mutating func countUse(of word: UInt32, byRecord record: UInt32) {
    guard entries[Int(word)].lastRecord != record else { return }
    entries[Int(word)].lastRecord = record
    entries[Int(word)].recordCount += 1
  }

  /// Takes a count that was found elsewhere in place of its own.
  mutating func setRecordCount(_ count: UInt32, of word: UInt32) {
    entries[Int(word)].recordCount = count
  }

  /// Adds the words of another table, with the records that use them; gives the number of each.
  mutating func append(_ other: WordTable) -> [UInt32] {
    (0..<UInt32(other.count)).map { word in
      let number = number(of: other.bytes, other.range(word))
      entries[Int(number)].recordCount += other[word].recordCount
      return number
    }
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (word, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot].place != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(place: UInt32(word) + 1, tag: UInt32(entry.hash >> 32))
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
