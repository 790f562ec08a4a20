internal import SourceText

/// A tag or category as it is spelled in one place.
///
/// Two tags are equal when their keys are: case does not count, nor whether words are joined by spaces or hyphens.
package struct Tag: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// As written.
  package let spelling: String
  /// The spelling in lower case, trimmed, each run of white space or hyphens as one hyphen.
  package let key: String

  package init(_ spelling: String) {
    self.spelling = spelling
    key = Tag.key(of: spelling)
  }

  /// The comparison key of a spelling.
  package static func key(of spelling: String) -> String {
    if spelling.utf8.allSatisfy({ $0 < 0x80 }) { return key(ofASCII: spelling) }
    var result = String.UnicodeScalarView()
    var joint = false
    for scalar in spelling.lowercased().unicodeScalars {
      if scalar == "-" || scalar.properties.isWhitespace {
        joint = true
        continue
      }
      if joint, !result.isEmpty { result.append("-") }
      joint = false
      result.append(scalar)
    }
    return String(result)
  }

  private static func key(ofASCII spelling: String) -> String {
    String(unsafeUninitializedCapacity: spelling.utf8.count) { buffer in
      var count = 0
      var joint = false
      for byte in spelling.utf8 {
        if byte == UInt8(ascii: "-") || byte.isWhitespace {
          joint = count > 0
          continue
        }
        if joint {
          buffer[count] = UInt8(ascii: "-")
          count += 1
          joint = false
        }
        buffer[count] = byte.lowercased
        count += 1
      }
      return count
    }
  }

  package var description: String { spelling }

  package static func == (left: Tag, right: Tag) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
  /// Orders by key; spellings that differ only in case or hyphens stand together.
  package static func < (left: Tag, right: Tag) -> Bool { left.key < right.key }
}
