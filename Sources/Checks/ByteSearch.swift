internal import SourceText

/// Finds a run of bytes in others: `memchr` leads from one of the pattern's rarest bytes to the next, which skips sixteen
/// bytes and more in the time in which a loop looks at one.
struct ByteSearch: Sendable {
  private let pattern: [UInt8]
  /// The index of the byte of the pattern that prose has least of.
  private let anchor: Int
  /// The pattern's length.
  var count: Int { pattern.count }

  /// Looks for a pattern that is not empty.
  init(_ pattern: [UInt8]) {
    precondition(!pattern.isEmpty)
    self.pattern = pattern
    anchor =
      pattern.indices.max { ByteSearch.rarity(of: pattern[$0]) < ByteSearch.rarity(of: pattern[$1]) } ?? 0
  }

  init(_ text: StaticString) {
    self.init(Array("\(text)".utf8))
  }

  /// Prose consists of small letters and spaces; marks other than full stops are rare in it.
  private static func rarity(of byte: UInt8) -> Int {
    switch byte {
    case 0x20, UInt8(ascii: "a")...UInt8(ascii: "z"): 0
    case UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"): 1
    default: 2
    }
  }

  /// Where the pattern stands first in a range.
  func first(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBufferPointer { first(in: $0, range) }
  }

  /// Every place of the pattern in a range, without overlap.
  func offsets(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var offsets: [Int] = []
    var start = range.lowerBound
    while let offset = first(in: bytes, start..<range.upperBound) {
      offsets.append(offset)
      start = offset + pattern.count
    }
    return offsets
  }

  /// Whether the pattern stands in a text.
  func isPart(of text: String) -> Bool {
    var text = text
    return text.withUTF8 { first(in: $0, 0..<$0.count) != nil }
  }

  private func first(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var place = range.lowerBound + anchor
    let end = range.upperBound - (pattern.count - 1 - anchor)
    while place < end, let found = bytes.firstOffset(of: pattern[anchor], in: place..<end) {
      let start = found - anchor
      var index = 0
      while index < pattern.count, bytes[start + index] == pattern[index] { index += 1 }
      if index == pattern.count { return start }
      place = found + 1
    }
    return nil
  }
}
