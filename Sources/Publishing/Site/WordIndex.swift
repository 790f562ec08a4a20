internal import ReadingsQuery

/// The words of many texts with the texts they stand in, gathered text by text.
///
/// Words are bytes in one arena, found by open addressing: the words of thirty thousand abstracts are gathered in a
/// fraction of the time that a dictionary of strings takes.
struct WordIndex: Sendable {
  /// Where in its text a word stands; the larger counts more.
  enum Place: UInt32, Sendable {
    case abstract, names, title
  }

  private var arena: [UInt8] = []
  /// The end of each word in the arena; its start is the end of the one before.
  private var ends: [Int] = []
  /// For each word, text * 4 + place, texts in rising order.
  private var postings: [[UInt32]] = []
  /// Indices of words, or -1; a power of two of them.
  private var table = [Int32](repeating: -1, count: 1 << 14)
  private var word: [UInt8] = []
  private var part: [UInt8] = []

  private static let longestWord = 40

  /// Adds the words of one text; texts come in rising order.
  ///
  /// A word in camel case is found by its parts, too: `PagedAttention` as `paged` and `attention`.
  mutating func add(_ text: String, at index: Int, _ place: Place) {
    let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { add($0, index, place) }
    if isContiguous == nil {
      Array(text.utf8).withUnsafeBufferPointer { add($0, index, place) }
    }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: Place) {
    var start = 0
    while start < text.count {
      guard WordIndex.isWordByte[Int(text[start])] else {
        start += 1
        continue
      }
      var end = start
      var isASCII = true
      while end < text.count, WordIndex.isWordByte[Int(text[end])] {
        if text[end] >= 0x80 { isASCII = false }
        end += 1
      }
      if isASCII {
        addWord(text[start..<end], index, place)
      } else {
        for folded in FoldedText.words(of: String(decoding: text[start..<end], as: UTF8.self)) {
          note(Array(folded.utf8), index, place)
        }
      }
      start = end
    }
  }

  private mutating func addWord(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ index: Int, _ place: Place) {
    word.removeAll(keepingCapacity: true)
    part.removeAll(keepingCapacity: true)
    var wasLower = false
    for byte in text {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper, wasLower, part.count > 1 {
        note(part, index, place)
        part.removeAll(keepingCapacity: true)
      }
      wasLower = !isUpper && byte >= 0x61
      word.append(isUpper ? byte | 0x20 : byte)
      part.append(isUpper ? byte | 0x20 : byte)
    }
    if part.count > 1, part.count < word.count { note(part, index, place) }
    note(word, index, place)
  }

  private mutating func note(_ word: [UInt8], _ index: Int, _ place: Place) {
    guard word.count <= WordIndex.longestWord, word.count > 1 || place != .abstract else { return }
    let id = identify(word)
    let posting = UInt32(index) * 4 + place.rawValue
    if let last = postings[id].last, last / 4 == posting / 4 {
      if posting > last { postings[id][postings[id].count - 1] = posting }
    } else {
      postings[id].append(posting)
    }
  }

  private mutating func identify(_ word: [UInt8]) -> Int {
    var slot = WordIndex.hash(word) & (table.count - 1)
    while table[slot] >= 0 {
      let id = Int(table[slot])
      if arena[(id == 0 ? 0 : ends[id - 1])..<ends[id]].elementsEqual(word) { return id }
      slot = (slot + 1) & (table.count - 1)
    }
    let id = ends.count
    table[slot] = Int32(id)
    arena += word
    ends.append(arena.count)
    postings.append([])
    if ends.count * 2 > table.count { grow() }
    return id
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for id in ends.indices {
      var slot = WordIndex.hash(arena[(id == 0 ? 0 : ends[id - 1])..<ends[id]]) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(id)
    }
  }

  /// FNV-1a.
  private static func hash(_ word: some Sequence<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ hash >> 29)
  }

  private static let isWordByte: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
    default: false
    }
  }

  /// All words in the order of their bytes, each with its postings, but for words of abstracts that say nothing since
  /// more than a third of `textCount` texts have them.
  func sorted(textCount: Int) -> [(word: ArraySlice<UInt8>, postings: [UInt32])] {
    let limit = max(60, textCount / 3)
    return ends.indices.map { id in
      let word = arena[(id == 0 ? 0 : ends[id - 1])..<ends[id]]
      guard postings[id].count > limit else { return (word, postings[id]) }
      return (word, postings[id].filter { $0 % 4 != Place.abstract.rawValue })
    }.filter { !$0.postings.isEmpty }.sorted { $0.word.lexicographicallyPrecedes($1.word) }
  }
}
