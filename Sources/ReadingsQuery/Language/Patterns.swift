package import ReadingsCatalog

/// What a whole value is compared with: case does not count, nor whether words are joined by spaces or hyphens.
package struct NamePattern: Sendable, Hashable {
  /// As ``Tag/key`` is made.
  let key: String
  /// Whether the value may go on.
  let isPrefix: Bool
  /// The longest run of ASCII letters and digits in ``key``: a value in ASCII that lacks it does not match.
  private let word: ByteText

  /// - Parameter key: as ``Tag/key`` is made.
  package init(key: String, isPrefix: Bool = false) {
    self.key = key
    self.isPrefix = isPrefix
    let runs = ByteText(key).split { !TextPattern.isWordPart($0) }
    word = runs.max { $0.count < $1.count } ?? ByteText("")
  }

  /// Whether a value in the front matter of a post can match.
  func mayMatch(in post: PostText) -> Bool { post.frontMatterHas(word) }

  /// Whether the tag is the one sought, or starts so.
  package func matches(_ tag: Tag) -> Bool {
    isPrefix ? tag.key.hasPrefix(key) : tag.key == key
  }

  /// Whether the value is the one sought, or starts so.
  package func matches(_ value: String) -> Bool { matches(Tag(value)) }
}

/// Words that are sought side by side in a text; case and accents do not count.
package struct TextPattern: Sendable, Hashable {
  /// Folded; empty only in the prefix that every text with a word has.
  private let words: [String]
  private let bytes: [[UInt8]]
  /// Whether the last word may go on.
  private let isPrefix: Bool

  /// Nil when `phrase` has no letter or digit to look for, unless it is the prefix of everything.
  package init?(_ phrase: String, isPrefix: Bool = false) {
    words = FoldedText.words(of: phrase)
    bytes = words.map { Array($0.utf8) }
    self.isPrefix = isPrefix
    if words.isEmpty, !(isPrefix && phrase.isEmpty) { return nil }
  }

  /// Whether the words stand in `text` side by side.
  package func matches(_ text: String) -> Bool {
    let text = Array(text.utf8)
    // Most texts are ASCII, and need no folding by Unicode's tables.
    if text.allSatisfy({ $0 < 0x80 }) { return matches(ascii: text) }
    return matches(FoldedText.words(of: String(decoding: text, as: UTF8.self)))
  }

  /// Whether the words stand in `name` in any order.
  package func matchesName(_ name: String) -> Bool {
    let names = FoldedText.words(of: name)
    guard let last = words.last else { return !names.isEmpty }
    return words.dropLast().allSatisfy { names.contains($0) } && names.contains { isLast($0, last) }
  }

  private func matches(_ text: [String]) -> Bool {
    guard let last = words.last else { return !text.isEmpty }
    guard text.count >= words.count else { return false }
    return (0...(text.count - words.count)).contains { start in
      let end = start + words.count - 1
      return isLast(text[end], last) && text[start..<end].elementsEqual(words.dropLast())
    }
  }

  private func isLast(_ word: String, _ last: String) -> Bool {
    isPrefix ? word.hasPrefix(last) : word == last
  }

  private func matches(ascii text: [UInt8]) -> Bool {
    var offset = 0
    var precedingIsWord = false
    while offset < text.count {
      let isWord = TextPattern.isWordPart(text[offset])
      if isWord, !precedingIsWord, matches(ascii: text, at: offset) { return true }
      precedingIsWord = isWord
      offset += 1
    }
    return false
  }

  /// Whether the words stand at the start of a word.
  private func matches(ascii text: [UInt8], at start: Int) -> Bool {
    var offset = start
    for (index, word) in bytes.enumerated() {
      if index > 0 {
        while offset < text.count, !TextPattern.isWordPart(text[offset]) { offset += 1 }
      }
      guard offset + word.count <= text.count else { return false }
      for byte in word {
        guard TextPattern.lowercased(text[offset]) == byte else { return false }
        offset += 1
      }
      let goesOn = offset < text.count && TextPattern.isWordPart(text[offset])
      if goesOn { return isPrefix && index == bytes.count - 1 }
    }
    return true
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  fileprivate static func isWordPart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }
}
