internal import SourceText

/// What is known of some words or phrases, looked up by bytes; the case of ASCII letters does not count.
final class WordTable<Value: Sendable>: Sendable {
  private struct Slot {
    /// Nothing else is compared where it differs, which is nearly everywhere.
    var hash: UInt32 = 0
    /// Of the word in ``words`` and ``values``; -1 in a free slot.
    var index: Int32 = -1
  }

  private let words: [[UInt8]]
  private let values: [Value]
  /// Each word at its place by hash or the next free one.
  private let slots: [Slot]
  /// The lengths of the words that begin with a letter, as bits, by the low five bits of that letter: most words of
  /// a text are ruled out by them. Bit 31 stands for all longer words.
  private let lengths: [UInt32]

  convenience init(_ words: [(word: StaticString, value: Value)]) {
    self.init(bytes: words.map { (word: $0.word.withUTF8Buffer { Array($0) }, value: $0.value) })
  }

  /// The same for words that are cut from others. Of a word that is there twice the first value counts, unless
  /// `combine` adds the others to it.
  init(bytes words: [(word: [UInt8], value: Value)], combine: (inout Value, Value) -> Void = { _, _ in }) {
    var size = 4
    while size < words.count * 3 { size *= 2 }
    var slots = Array(repeating: Slot(), count: size)
    var lengths = Array(repeating: UInt32(0), count: 32)
    var known: [[UInt8]] = []
    var values: [Value] = []
    for (word, value) in words {
      let hash = word.withUnsafeBufferPointer { WordTable.hash($0) }
      var slot = Int(hash) & (size - 1)
      while slots[slot].index >= 0, known[Int(slots[slot].index)] != word { slot = (slot + 1) & (size - 1) }
      if slots[slot].index >= 0 {
        combine(&values[Int(slots[slot].index)], value)
        continue
      }
      slots[slot] = Slot(hash: hash, index: Int32(known.count))
      known.append(word)
      values.append(value)
      if let first = word.first { lengths[Int(first & 31)] |= 1 << UInt32(min(word.count, 31)) }
    }
    self.words = known
    self.values = values
    self.slots = slots
    self.lengths = lengths
  }

  /// What is known of a word; nil when it is not in the table.
  subscript(word: ByteText) -> Value? {
    index(of: word, ignoresCase: true).map { values[$0] }
  }

  /// The same of bytes that are no text of their own.
  subscript(word: UnsafeBufferPointer<UInt8>) -> Value? {
    index(of: word, ignoresCase: true).map { values[$0] }
  }

  /// Whether the table has a word, written in the same case.
  func contains(exactly word: ByteText) -> Bool {
    index(of: word, ignoresCase: false) != nil
  }

  private func index(of word: ByteText, ignoresCase: Bool) -> Int? {
    word.withBytes { index(of: $0, ignoresCase: ignoresCase) }
  }

  private func index(of word: UnsafeBufferPointer<UInt8>, ignoresCase: Bool) -> Int? {
    guard let first = word.first, lengths[Int(first & 31)] & 1 << UInt32(min(word.count, 31)) != 0 else {
      return nil
    }
    let hash = WordTable.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].index >= 0 {
      let index = Int(slots[slot].index)
      if slots[slot].hash == hash, words[index].count == word.count,
        words[index].indices.allSatisfy({ place in
          let (known, byte) = (words[index][place], word[place])
          return known == byte || ignoresCase && known.lowercased == byte.lowercased
        })
      {
        return index
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a (Fowler, Noll, Vo) over the letters in lower case.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte.lowercased)) &* 16_777_619 }
    return hash ^ (hash >> 15)
  }
}

/// A set of words or phrases.
typealias WordSet = WordTable<Void>

extension WordTable<Void>: ExpressibleByArrayLiteral {
  convenience init(arrayLiteral words: StaticString...) {
    self.init(words: words)
  }

  convenience init(words: [StaticString]) {
    self.init(words.map { (word: $0, value: ()) })
  }

  func contains(_ word: ByteText) -> Bool { self[word] != nil }
}

extension WordTable where Value: OptionSet {
  /// A table of several lists of words in lower case; a word of more than one has the values of all.
  convenience init(merging lists: [(words: [StaticString], value: Value)]) {
    let words = lists.flatMap { list in
      list.words.map { (word: $0.withUTF8Buffer { Array($0) }, value: list.value) }
    }
    self.init(bytes: words) { $0.formUnion($1) }
  }

  /// The lists that a word stands in.
  func lists(with word: ByteText) -> Value { self[word] ?? [] }

  /// The lists that any of some words stands in, and the number of the words.
  func lists(withAnyOf words: FormWords) -> (lists: Value, wordCount: Int) {
    var lists: Value = []
    var count = 0
    words.forEachWord { word in
      count += 1
      if let index = index(of: word, ignoresCase: true) { lists.formUnion(values[index]) }
    }
    return (lists, count)
  }
}
