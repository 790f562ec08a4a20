/// Text with its white space collapsed.
enum OneLine {
  /// `text` with single spaces between its words and no other white space.
  static func of(_ text: String) -> String {
    isOne(text) ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether the text is surely so already, as most is; looks at bytes, which takes a fraction of a split by `Character`.
  private static func isOne(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var last = UInt8(ascii: " ")
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: " ") ? last == byte : (0x09...0x0D).contains(byte) { return false }
        if byte >= 0xC2, !isPlain(bytes, at: index, afterSpace: last == UInt8(ascii: " ")) { return false }
        last = byte
      }
      return last != UInt8(ascii: " ") || bytes.isEmpty
    }
  }

  /// Whether the scalar that begins at an index is no white space, nor a mark that makes one character with the space
  /// before it.
  private static func isPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, afterSpace: Bool
  ) -> Bool {
    // White space beyond ASCII begins with one of these bytes; marks that combine come after the Latin letters.
    let mayBeSpace = bytes[index] == 0xC2 || (0xE1...0xE3).contains(bytes[index])
    let mayCombine = afterSpace && bytes[index] >= 0xCC
    guard mayBeSpace || mayCombine else { return true }
    guard let (scalar, _) = UTF8Bytes.scalar(in: bytes, at: index), !scalar.properties.isWhitespace else {
      return false
    }
    // Dashes, quotation marks and the like.
    return !mayCombine || (0x2010...0x2027).contains(scalar.value)
  }
}
