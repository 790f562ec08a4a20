package import ReadingsCatalog
internal import SourceText

/// What a whole value is compared with: case does not count, nor whether words are joined by spaces or hyphens.
package struct NamePattern: Sendable, Hashable {
  /// As ``Tag/key`` is made.
  let key: String
  /// Whether the value may go on.
  let isPrefix: Bool
  /// For the longest run of ASCII letters and digits in ``key``, which every value that matches has.
  private let sieve: WordSieve?

  /// - Parameter key: as ``Tag/key`` is made.
  package init(key: String, isPrefix: Bool = false) {
    self.key = key
    self.isPrefix = isPrefix
    let runs = key.utf8.split { !$0.isAlphanumeric }
    sieve = runs.max { $0.count < $1.count }.flatMap { WordSieve($0) }
  }

  /// Whether a field in the front matter of a post can match.
  func mayMatch(frontMatterOf post: PostText) -> Bool { sieve.map(post.frontMatterMaySay) ?? true }

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
  /// For those of the words that every text that matches has as they are; the longest first.
  private let sieves: [WordSieve]
  /// Whether the last word may go on.
  private let isPrefix: Bool

  /// Nil when `phrase` has no letter or digit to look for, unless it is the prefix of everything.
  package init?(_ phrase: String, isPrefix: Bool = false) {
    words = FoldedText.words(of: phrase)
    bytes = words.map { Array($0.utf8) }
    sieves = bytes.sorted { $0.count > $1.count }.compactMap { WordSieve($0) }
    self.isPrefix = isPrefix
    if words.isEmpty, !(isPrefix && phrase.isEmpty) { return nil }
  }

  /// Whether a text of a session or reading can match.
  func mayMatch(in post: PostText) -> Bool { sieves.allSatisfy(post.maySay) }

  /// Whether a field in the front matter of a post can match.
  func mayMatch(frontMatterOf post: PostText) -> Bool { sieves.allSatisfy(post.frontMatterMaySay) }

  /// Whether the words stand in `text` side by side.
  package func matches(_ text: String) -> Bool {
    TextPattern.withASCII(text) { TextPattern.finds(bytes[...], isPrefix: isPrefix, in: $0) }
      ?? (sieves.allSatisfy { $0.mayFind(in: text) } && matches(FoldedText.words(of: text)))
  }

  /// Whether the words stand in `name` in any order.
  package func matchesName(_ name: String) -> Bool {
    let found = TextPattern.withASCII(name) { name in
      guard let last = bytes.indices.last else { return TextPattern.finds([], isPrefix: true, in: name) }
      return bytes.indices.allSatisfy { place in
        TextPattern.finds(bytes[place...place], isPrefix: isPrefix && place == last, in: name)
      }
    }
    if let found { return found }
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

  // MARK: ASCII

  /// What `body` says of a text of nothing but ASCII, as most are, which needs no folding by Unicode's tables; nil for any
  /// other.
  private static func withASCII(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool? {
    var text = text
    return text.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? body(bytes) : nil }
  }

  /// Whether words stand in a text side by side; no words do where there is any.
  private static func finds(
    _ words: ArraySlice<[UInt8]>, isPrefix: Bool, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = words.first?.first else { return text.contains(where: \.isAlphanumeric) }
    func isFound(at place: Int) -> Bool {
      let isStart = place == 0 || !text[place - 1].isAlphanumeric
      return isStart && begins(words, isPrefix: isPrefix, in: text, at: place)
    }
    return text.contains(first, where: isFound)
      || first.isLetter && text.contains(first & ~0x20, where: isFound)
  }

  /// Whether words stand at the start of a word.
  private static func begins(
    _ words: ArraySlice<[UInt8]>, isPrefix: Bool, in text: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Bool {
    var offset = start
    for (index, word) in zip(words.indices, words) {
      if index > words.startIndex {
        while offset < text.count, !text[offset].isAlphanumeric { offset += 1 }
      }
      guard offset + word.count <= text.count else { return false }
      for byte in word {
        guard text[offset].lowercased == byte else { return false }
        offset += 1
      }
      let goesOn = offset < text.count && text[offset].isAlphanumeric
      if goesOn { return isPrefix && index + 1 == words.endIndex }
    }
    return true
  }
}
