import SourceText

/// Decodes backslash escapes (CommonMark 0.31.2, 2.4) and character references (2.5).
package enum TextDecoder {
  /// The bytes with only the character references decoded, `&amp;` and `&#39;` for example.
  package static func decodingReferences(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    appendReferences(bytes, to: &output)
    return output
  }

  /// Adds the decoded text of a range of bytes; NUL becomes U+FFFD (2.3).
  ///
  /// In a table cell the backslash of `\|` is taken off first (GFM 4.10), so that `\\|` is an escaped pipe
  /// too.
  static func append(
    _ bytes: [UInt8], from start: Int, to end: Int, isInTable: Bool = false, to output: inout [UInt8]
  ) {
    var index = start
    var plainStart = start
    while index < end {
      index = nextMark(bytes, from: index, to: end)
      if index == end { break }
      if plainStart < index { output += bytes[plainStart..<index] }
      index = appendMarked(bytes, at: index, to: end, isInTable: isInTable, to: &output)
      plainStart = index
    }
    if plainStart < end { output += bytes[plainStart..<end] }
  }

  /// The first backslash, ampersand or NUL, or the end.
  private static func nextMark(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let stride = 64
    var index = start
    while index + stride <= end, isVerbatim(bytes, in: index..<index + stride) { index += stride }
    return bytes.withUnsafeBufferPointer { bytes in
      while index < end, bytes[index] != 0x5C, bytes[index] != 0x26, bytes[index] != 0 { index += 1 }
      return index
    }
  }

  /// Whether a range of bytes is its own decoded text.
  static func isVerbatim(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    // A loop that cannot end early looks at many bytes at a time.
    bytes.withUnsafeBufferPointer { bytes in
      var found: UInt8 = 0
      for byte in UnsafeBufferPointer(rebasing: bytes[range]) {
        found |= (byte == 0x5C ? 1 : 0) | (byte == 0x26 ? 1 : 0) | (byte == 0 ? 1 : 0)
      }
      return found == 0
    }
  }

  /// Adds bytes with only the character references decoded, as in an attribute of raw HTML.
  static func appendReferences(_ bytes: [UInt8], to output: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x26, let next = appendReference(bytes, at: index, to: bytes.count, to: &output) {
        index = next
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }

  /// Adds what a backslash, ampersand or NUL stands for, and returns the offset after it.
  static func appendMarked(
    _ bytes: [UInt8], at index: Int, to end: Int, isInTable: Bool, to output: inout [UInt8]
  ) -> Int {
    switch bytes[index] {
    case 0x5C
    where isInTable && index + 2 < end && bytes[index + 1] == 0x5C && bytes[index + 2] == 0x7C:
      output.append(0x7C)
      return index + 3
    case 0x5C where index + 1 < end && bytes[index + 1].isPunctuation:
      output.append(bytes[index + 1])
      return index + 2
    case 0x26:
      if let next = appendReference(bytes, at: index, to: end, to: &output) { return next }
      output.append(0x26)
      return index + 1
    case 0:
      append(scalar: 0xFFFD, to: &output)
      return index + 1
    case let byte:
      output.append(byte)
      return index + 1
    }
  }

  private static func appendReference(
    _ bytes: [UInt8], at start: Int, to end: Int, to output: inout [UInt8]
  ) -> Int? {
    guard start + 2 < end else { return nil }
    if bytes[start + 1] == 0x23 { return appendNumber(bytes, at: start + 2, to: end, to: &output) }
    var index = start + 1
    let limit = min(end, start + 2 + NamedEntities.maximumNameLength)
    while index < limit, bytes[index].isAlphanumeric { index += 1 }
    guard index < limit, bytes[index] == 0x3B,
      NamedEntities.append(ArraySlice(bytes[start + 1..<index]), to: &output)
    else { return nil }
    return index + 1
  }

  /// One to seven decimal, or one to six hexadecimal digits.
  private static func appendNumber(
    _ bytes: [UInt8], at start: Int, to end: Int, to output: inout [UInt8]
  ) -> Int? {
    let isHexadecimal = bytes[start] | 0x20 == 0x78
    let first = isHexadecimal ? start + 1 : start
    let maximum = isHexadecimal ? 6 : 7
    var index = first
    var value: UInt32 = 0
    while index < end, index - first < maximum, let digit = digit(bytes[index], isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + digit
      index += 1
    }
    guard index > first, index < end, bytes[index] == 0x3B else { return nil }
    append(scalar: value, to: &output)
    return index + 1
  }

  private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
    if byte.isDigit { return UInt32(byte - 0x30) }
    guard isHexadecimal, byte.isHexDigit else { return nil }
    return UInt32((byte | 0x20) - 0x61 + 10)
  }

  /// Adds a scalar in UTF-8; zero and what is no scalar become U+FFFD.
  static func append(scalar value: UInt32, to output: inout [UInt8]) {
    let scalar = value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    output += UTF8.encode(scalar).map(Array.init) ?? []
  }
}
