// This module owns what is made of a catalog for people and programs: listings, JSON and, in time, pages. It returns
// text and bytes; where they go, and whether styles become colours, is the command line's business.

/// Text from a library with the characters made visible that could command a terminal or mislead a reader.
package enum VisibleText {
  /// `text` with control pictures for C0 controls and DEL (`␛`), and `\u{...}` for C1 controls, directional
  /// formatting, line separators and byte order marks; a tab becomes a space.
  package static func make(_ text: String) -> String {
    var text = text
    let isVisible = text.withUTF8 { bytes in
      columnCount(ofSimple: bytes) != nil
        || bytes.indices.allSatisfy { index in
          guard mayNeedReplacement(bytes[index]), let (scalar, _) = UTF8Bytes.scalar(in: bytes, at: index)
          else {
            return true
          }
          return scalar.value >= 0x20 && scalar.value != 0x7F && !isHidden(scalar.value)
        }
    }
    if isVisible { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let visible = replacement(for: scalar) {
        result.append(contentsOf: visible.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The display columns of text that is shown as it is and has one column for every scalar, as nearly all Latin text;
  /// nil of any other.
  static func columnCount(ofSimple bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = PlainBytes.printable.skip(bytes, from: 0)
    var continuationCount = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Controls, and U+0300 and on.
      if byte < 0x20 || byte == 0x7F || byte >= 0xCC { return nil }
      // More controls, and the no-break space.
      if byte == 0xC2, index + 1 == bytes.count || bytes[index + 1] <= 0xA0 { return nil }
      if byte & 0xC0 == 0x80 { continuationCount += 1 }
      index += 1
    }
    return bytes.count - continuationCount
  }

  /// What is shown instead of a scalar; nil when it is shown as it is.
  package static func replacement(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09: " "
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case let value where isHidden(value): "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }

  /// Whether a byte of UTF-8 is a character that is replaced, or begins some that are; true of few bytes.
  static func mayNeedReplacement(_ byte: UInt8) -> Bool {
    if byte < 0x7F { return byte < 0x20 }
    switch byte {
    case 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: return true
    default: return false
    }
  }

  /// C1 controls and what Unicode calls explicit directional formatting (UAX #9, 2), the separators U+2028 and
  /// U+2029, the byte order mark, interlinear annotation and tag characters.
  static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }
}
