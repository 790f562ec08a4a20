internal import SourceText

// Rules look for marks in every line of prose, mostly in vain. `memchr` skips sixteen bytes and more in the time in
// which a loop looks at one.

extension ByteText {
  /// The first offset of a byte, from an offset on.
  func offset(of byte: UInt8, from offset: Int) -> Int? {
    offset < endIndex ? storage.firstOffset(of: byte, in: offset..<endIndex) : nil
  }

  func contains(_ byte: UInt8) -> Bool {
    offset(of: byte, from: startIndex) != nil
  }

  /// The first place where `needle` stands, from an offset on.
  func firstRange(of needle: StaticString, from offset: Int? = nil) -> Range<Int>? {
    needle.withUTF8Buffer { wanted in
      // Prose seldom has marks and capitals; the second letter of a word will do otherwise.
      let anchor = wanted.firstIndex { $0 != 0x20 && !$0.isLowercaseLetter } ?? Swift.min(1, wanted.count - 1)
      return withBytes { bytes in
        // The anchor of the last place where there is room for the rest.
        let end = bytes.count - wanted.count + anchor + 1
        var place = (offset ?? startIndex) - startIndex + anchor
        while place < end, let found = bytes.firstOffset(of: wanted[anchor], in: place..<end) {
          var matching = 0
          while matching < wanted.count, bytes[found - anchor + matching] == wanted[matching] {
            matching += 1
          }
          if matching == wanted.count {
            let start = startIndex + found - anchor
            return start..<(start + wanted.count)
          }
          place = found + 1
        }
        return nil
      }
    }
  }

  /// The first place where `needle`, which is in lower case, stands but for the case of ASCII letters.
  func firstRange(ofLowercase needle: StaticString) -> Range<Int>? {
    needle.withUTF8Buffer { wanted in
      // A mark has no case, and leads to the few places to look at.
      if let anchor = wanted.firstIndex(where: { !$0.isLetter }) {
        var place = startIndex + anchor
        while let found = self.offset(of: wanted[anchor], from: place) {
          let start = found - anchor
          if hasPrefix(lowercase: needle, at: start) { return start..<(start + wanted.count) }
          place = found + 1
        }
        return nil
      }
      return withBytes { bytes in
        var start = 0
        while start + wanted.count <= bytes.count {
          var length = 0
          while length < wanted.count, bytes[start + length].lowercased == wanted[length] { length += 1 }
          if length == wanted.count { return startIndex + start..<startIndex + start + length }
          start += 1
        }
        return nil
      }
    }
  }

  func contains(_ needle: StaticString) -> Bool {
    firstRange(of: needle) != nil
  }
}
