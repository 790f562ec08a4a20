internal import ReadingsQuery

/// The words of many texts with the texts they stand in, gathered text by text.
///
/// Words are bytes in one arena, found by open addressing, and what is found is one list that is sorted by words at the
/// end: the words of thirty thousand abstracts are gathered in a fraction of the time that a dictionary of strings takes.
struct WordIndex: Sendable {
  /// Where in its text a word stands; the larger counts more.
  enum Place: UInt32, Sendable {
    case abstract, names, title
  }

  private struct Word: Sendable {
    let prefix: Prefix
    let hash: UInt32
    /// Its bytes in the arena.
    let start: Int32
    let end: Int32
    /// Where among the finds the word was noted last.
    var lastFind: Int32
  }

  /// The first sixteen bytes of a word as numbers, with zeros for those that it does not have.
  private struct Prefix: Sendable, Equatable {
    let first: UInt64
    let second: UInt64

    /// Takes a word that has sixteen more bytes behind it.
    init(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) {
      func load(_ offset: Int) -> UInt64 {
        let count = word.count - offset
        if count <= 0 { return 0 }
        let number = bytes.loadUnaligned(fromByteOffset: word.lowerBound + offset, as: UInt64.self)
        let littleEndian = UInt64(littleEndian: number)
        return count >= 8 ? littleEndian : littleEndian & (1 << UInt64(count * 8) - 1)
      }
      first = load(0)
      second = load(8)
    }
  }

  private struct Find: Sendable {
    let word: Int32
    /// The text * 4 + the place.
    var posting: UInt32
  }

  private var arena: [UInt8] = []
  private var words: [Word] = []
  /// Texts in rising order, each word once for each text.
  private var finds: [Find] = []
  /// Indices of words, or -1; a power of two of them.
  private var table = [Int32](repeating: -1, count: 1 << 14)

  private static let longestWord = 40
  /// Bytes behind a word that may be read with it.
  private static let padding = 16

  /// Adds the words of one text; texts come in rising order.
  ///
  /// A word in camel case is found by its parts, too: `PagedAttention` as `paged` and `attention`.
  mutating func add(_ text: String, at index: Int, _ place: Place) {
    let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { add($0, index, place) }
    if isContiguous == nil {
      Array(text.utf8).withUnsafeBufferPointer { add($0, index, place) }
    }
  }

  // Without pointers the same loops take three times as many instructions.
  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ place: Place) {
    let posting = UInt32(index) * 4 + place.rawValue
    let shortest = place == .abstract ? 2 : 1
    withUnsafeTemporaryAllocation(byteCount: text.count + WordIndex.padding, alignment: 8) { folded in
      WordIndex.folding.withUnsafeBufferPointer { folding in
        for (offset, byte) in text.enumerated() { folded[offset] = folding[Int(byte)] }
      }
      for offset in text.count..<folded.count { folded[offset] = 0 }
      addWords(of: text, UnsafeRawBufferPointer(folded), posting, shortest)
    }
  }

  /// - Parameter folded: the text with 0 for what parts words, and zeros behind it.
  private mutating func addWords(
    of text: UnsafeBufferPointer<UInt8>, _ folded: UnsafeRawBufferPointer, _ posting: UInt32, _ shortest: Int
  ) {
    var offset = 0
    while offset < text.count {
      if folded[offset] == 0 {
        offset += 1
        continue
      }
      let start = offset
      var wasLower = false
      var isCamelCase = false
      var isASCII = true
      while folded[offset] != 0 {
        let byte = text[offset]
        if byte >= 0x80 { isASCII = false }
        if byte != folded[offset], wasLower { isCamelCase = true }
        wasLower = byte >= 0x61
        offset += 1
      }
      if !isASCII {
        addFolded(String(decoding: text[start..<offset], as: UTF8.self), posting, shortest)
        continue
      }
      if isCamelCase { noteParts(of: text, folded, start..<offset, posting, shortest) }
      note(folded, start..<offset, posting, shortest)
    }
  }

  /// Notes what begins with a capital behind a small letter, and what stands before that.
  private mutating func noteParts(
    of text: UnsafeBufferPointer<UInt8>, _ folded: UnsafeRawBufferPointer, _ word: Range<Int>,
    _ posting: UInt32, _ shortest: Int
  ) {
    var start = word.lowerBound
    for offset in word.dropFirst() where text[offset] != folded[offset] && text[offset - 1] >= 0x61 {
      guard offset - start > 1 else { continue }
      note(folded, start..<offset, posting, shortest)
      start = offset
    }
    if start > word.lowerBound, word.upperBound - start > 1 {
      note(folded, start..<word.upperBound, posting, shortest)
    }
  }

  /// Adds the words of a text beyond ASCII.
  private mutating func addFolded(_ text: String, _ posting: UInt32, _ shortest: Int) {
    for word in FoldedText.words(of: text) {
      let bytes = Array(word.utf8) + Array(repeating: 0, count: WordIndex.padding)
      bytes.withUnsafeBytes { note($0, 0..<($0.count - WordIndex.padding), posting, shortest) }
    }
  }

  /// Notes a folded word that has ``padding`` more bytes behind it.
  private mutating func note(
    _ bytes: UnsafeRawBufferPointer, _ word: Range<Int>, _ posting: UInt32, _ shortest: Int
  ) {
    guard word.count <= WordIndex.longestWord, word.count >= shortest else { return }
    let id = identify(bytes, word)
    let last = Int(words[id].lastFind)
    if last >= 0, finds[last].posting / 4 == posting / 4 {
      if posting > finds[last].posting { finds[last].posting = posting }
    } else {
      words[id].lastFind = Int32(finds.count)
      finds.append(Find(word: Int32(id), posting: posting))
    }
  }

  private mutating func identify(_ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Int {
    let prefix = Prefix(bytes, word)
    let hash = WordIndex.hash(prefix, bytes, word)
    let mask = table.count - 1
    var slot = Int(hash) & mask
    while table[slot] >= 0 {
      let id = Int(table[slot])
      if words[id].hash == hash, words[id].prefix == prefix, isWord(id, bytes, word) { return id }
      slot = (slot + 1) & mask
    }
    let id = words.count
    table[slot] = Int32(id)
    let start = Int32(arena.count)
    arena += bytes[word]
    words.append(Word(prefix: prefix, hash: hash, start: start, end: Int32(arena.count), lastFind: -1))
    if words.count * 2 > table.count { grow() }
    return id
  }

  /// Whether a word of the same prefix is the one in the arena.
  private func isWord(_ id: Int, _ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> Bool {
    if word.count <= WordIndex.padding { return Int(words[id].end - words[id].start) == word.count }
    return self.bytes(of: id).elementsEqual(bytes[word])
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (id, word) in words.enumerated() {
      var slot = Int(word.hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(id)
    }
  }

  /// A multiplicative hash (Knuth, The Art of Computer Programming 3, 6.4).
  private static func hash(_ prefix: Prefix, _ bytes: UnsafeRawBufferPointer, _ word: Range<Int>) -> UInt32 {
    var hash = (prefix.first ^ prefix.first >> 32) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash >> 29 ^ prefix.second) &* 0xFF51_AFD7_ED55_8CCD
    if word.count > padding {
      for byte in bytes[(word.lowerBound + padding)..<word.upperBound] {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return UInt32(truncatingIfNeeded: hash >> 32)
  }

  /// Letters and digits of ASCII in lower case, and all bytes beyond ASCII; 0 for what parts words.
  private static let folding: [UInt8] = (0..<256).map { byte in
    switch byte {
    case 0x41...0x5A: UInt8(byte) | 0x20
    case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: UInt8(byte)
    default: 0
    }
  }

  /// Calls `body` for all words in the order of their bytes, each with its postings, texts in rising order; but not for
  /// words of abstracts that say nothing since more than a third of `textCount` texts have them.
  func forEachWord(
    textCount: Int, _ body: (_ word: ArraySlice<UInt8>, _ postings: ArraySlice<UInt32>) -> Void
  ) {
    let limit = max(60, textCount / 3)
    let (postings, ends) = postingsByWord()
    let order = words.indices.map { (prefix: BytePrefix(bytes(of: $0)), id: $0) }.sorted { left, right in
      left.prefix == right.prefix
        ? bytes(of: left.id).lexicographicallyPrecedes(bytes(of: right.id)) : left.prefix < right.prefix
    }
    for (_, id) in order {
      let found = postings[(id == 0 ? 0 : ends[id - 1])..<ends[id]]
      guard found.count > limit else {
        body(bytes(of: id), found)
        continue
      }
      let telling = found.filter { $0 % 4 != Place.abstract.rawValue }
      if !telling.isEmpty { body(bytes(of: id), telling[...]) }
    }
  }

  /// The postings of all words, one word's after another's, and where those of each word end.
  private func postingsByWord() -> (postings: [UInt32], ends: [Int]) {
    var ends = [Int](repeating: 0, count: words.count)
    for find in finds { ends[Int(find.word)] += 1 }
    var sum = 0
    for id in ends.indices {
      let count = ends[id]
      ends[id] = sum
      sum += count
    }
    var postings = [UInt32](repeating: 0, count: finds.count)
    for find in finds {
      postings[ends[Int(find.word)]] = find.posting
      ends[Int(find.word)] += 1
    }
    return (postings, ends)
  }

  private func bytes(of id: Int) -> ArraySlice<UInt8> { arena[Int(words[id].start)..<Int(words[id].end)] }
}
