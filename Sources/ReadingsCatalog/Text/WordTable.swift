internal import SourceText

/// What is known of some words or phrases, looked up by bytes; the case of ASCII letters does not count.
struct WordTable<Value: Sendable>: Sendable {
  private struct Entry {
    let word: [UInt8]
    let value: Value
  }

  private let entries: [Entry]
  /// Indices of entries by hash, each at its place or the next free one; -1 where there is none.
  private var slots: [Int32]
  private let longest: Int

  init(_ words: [(word: StaticString, value: Value)]) {
    entries = words.map { pair in
      Entry(word: pair.word.withUTF8Buffer { Array($0) }, value: pair.value)
    }
    longest = entries.map(\.word.count).max() ?? 0
    var size = 4
    while size < words.count * 3 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = WordTable.hash(ByteText(entry.word)) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// What is known of a word; nil when it is not in the table.
  subscript(word: ByteText) -> Value? {
    value(of: word) { $0.lowercased == $1.lowercased }
  }

  /// Whether the table has a word, written in the same case.
  func contains(exactly word: ByteText) -> Bool {
    value(of: word) { $0 == $1 } != nil
  }

  private func value(of word: ByteText, _ areEqual: (UInt8, UInt8) -> Bool) -> Value? {
    guard word.count <= longest else { return nil }
    var slot = WordTable.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].word.count == word.count, word.elementsEqual(entries[index].word, by: areEqual) {
        return entries[index].value
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a (Fowler, Noll, Vo) over the letters in lower case.
  private static func hash(_ word: ByteText) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in word { hash = (hash ^ UInt32(byte.lowercased)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}

/// A set of words or phrases.
typealias WordSet = WordTable<Void>

extension WordTable<Void>: ExpressibleByArrayLiteral {
  init(arrayLiteral words: StaticString...) {
    self.init(words.map { (word: $0, value: ()) })
  }

  func contains(_ word: ByteText) -> Bool { self[word] != nil }
}
