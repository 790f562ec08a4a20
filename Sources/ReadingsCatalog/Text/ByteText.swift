internal import SourceText

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A piece of text as UTF-8: a range of bytes that many pieces share, so that cutting and trimming copy nothing.
///
/// The rules that read posts look at every line several times and keep few of them; a `String` is made once, of
/// what is kept. Bytes that are not UTF-8 stay, and become U+FFFD in ``string``.
package struct ByteText: Sendable, RandomAccessCollection {
  let storage: [UInt8]
  package let startIndex: Int
  package let endIndex: Int

  init(_ storage: [UInt8], in range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= storage.count, "a piece lies inside its bytes")
    self.storage = storage
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  init(_ bytes: [UInt8]) {
    storage = bytes
    startIndex = 0
    endIndex = bytes.count
  }

  init() {
    self.init([])
  }

  package init(_ string: some StringProtocol) {
    self.init(Array(string.utf8))
  }

  /// The pieces one behind the other, with `separator` between them.
  init(joining pieces: some Collection<ByteText>, separator: StaticString = "") {
    if pieces.count == 1, let only = pieces.first {
      self = only
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.count + separator.utf8CodeUnitCount })
    for (place, piece) in pieces.enumerated() {
      if place > 0 { bytes.append(separator) }
      bytes.append(piece)
    }
    self.init(bytes)
  }

  package subscript(position: Int) -> UInt8 { storage[position] }

  package subscript(bounds: Range<Int>) -> ByteText {
    precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "a piece of this piece")
    return ByteText(storage, in: bounds)
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try storage[startIndex..<endIndex].withContiguousStorageIfAvailable(body)
  }

  package var string: String { String(decoding: storage[startIndex..<endIndex], as: UTF8.self) }

  /// Looks at every byte, many at a time: a loop that can end early is not vectorised.
  var isASCII: Bool {
    withBytes { bytes in
      var bits: UInt8 = 0
      for byte in bytes { bits |= byte }
      return bits < 0x80
    }
  }

  /// Whether there is a digit; looks at every byte, many at a time.
  var hasDigit: Bool {
    withBytes { bytes in
      var least: UInt8 = 0xFF
      for byte in bytes { least = Swift.min(least, byte &- 0x30) }
      return least < 10
    }
  }

  /// The bytes without checks of bounds, for loops over whole texts.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    storage.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[startIndex..<endIndex])) }
  }

  /// The number of characters that a reader counts.
  var characterCount: Int { isASCII ? count : string.count }
}

extension [UInt8] {
  mutating func append(_ text: ByteText) {
    append(contentsOf: text.storage[text.startIndex..<text.endIndex])
  }

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }
}

// MARK: Comparing

extension ByteText: Hashable {
  package static func == (left: ByteText, right: ByteText) -> Bool {
    left.withBytes { left in
      right.withBytes { right in
        guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count == right.count
        }
        return memcmp(first, second, left.count) == 0
      }
    }
  }

  package func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  static func == (left: ByteText, right: StaticString) -> Bool {
    left.count == right.utf8CodeUnitCount && left.hasPrefix(right)
  }

  static func != (left: ByteText, right: StaticString) -> Bool { !(left == right) }

  /// Whether the text is `other`, which is in lower case, but for the case of ASCII letters.
  func isEqual(toLowercase other: StaticString) -> Bool {
    count == other.utf8CodeUnitCount && hasPrefix(lowercase: other)
  }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    hasBytes(of: prefix, at: startIndex) { $0 }
  }

  /// Whether the text begins with `prefix`, which is in lower case, but for the case of ASCII letters.
  func hasPrefix(lowercase prefix: StaticString) -> Bool {
    hasBytes(of: prefix, at: startIndex) { $0.lowercased }
  }

  func hasPrefix(_ prefix: ByteText) -> Bool {
    count >= prefix.count && self[startIndex..<(startIndex + prefix.count)] == prefix
  }

  func hasSuffix(_ suffix: StaticString) -> Bool {
    hasBytes(of: suffix, at: endIndex - suffix.utf8CodeUnitCount) { $0 }
  }

  /// Whether the text ends with `suffix`, which is in lower case, but for the case of ASCII letters.
  func hasSuffix(lowercase suffix: StaticString) -> Bool {
    hasBytes(of: suffix, at: endIndex - suffix.utf8CodeUnitCount) { $0.lowercased }
  }

  func hasPrefix(_ prefix: StaticString, at offset: Int) -> Bool {
    hasBytes(of: prefix, at: offset) { $0 }
  }

  func hasPrefix(lowercase prefix: StaticString, at offset: Int) -> Bool {
    hasBytes(of: prefix, at: offset) { $0.lowercased }
  }

  private func hasBytes(of other: StaticString, at offset: Int, _ form: (UInt8) -> UInt8) -> Bool {
    other.withUTF8Buffer { wanted in
      guard offset >= startIndex, endIndex - offset >= wanted.count else { return false }
      for index in 0..<wanted.count where form(storage[offset + index]) != wanted[index] { return false }
      return true
    }
  }

  /// Whether `needle`, which is not empty, stands anywhere.
  func contains(_ needle: ByteText) -> Bool {
    guard let first = needle.first, count >= needle.count else { return false }
    for index in startIndex...(endIndex - needle.count)
    where storage[index] == first && self[index..<(index + needle.count)] == needle {
      return true
    }
    return false
  }

  var lowercased: ByteText {
    if !isASCII { return ByteText(string.lowercased()) }
    return contains(where: \.isUppercaseLetter) ? ByteText(map(\.lowercased)) : self
  }
}

// MARK: Scalars

extension Unicode.Scalar {
  /// Whether the scalar is one of the letters from À to ɏ, which need not be looked up among all of Unicode.
  var isLatinLetter: Bool { value >= 0xC0 && value <= 0x24F && value != 0xD7 && value != 0xF7 }

  /// Whether the scalar is a quote, dash, bracket or other mark of everyday use beyond ASCII.
  var isCommonPunctuation: Bool {
    (value >= 0x2010 && value <= 0x2027) || (value >= 0x3001 && value <= 0x3003)
      || (value >= 0x3008 && value <= 0x3011) || (value >= 0xFF01 && value <= 0xFF0F)
  }

  /// Whether the scalar is alphabetic in Unicode.
  var isLetter: Bool {
    if isASCII { return UInt8(value).isLetter }
    return isLatinLetter || isCommonIdeograph || (!isCommonPunctuation && properties.isAlphabetic)
  }

  /// Whether the scalar is one of the Han characters of everyday use, letters that have no case.
  var isCommonIdeograph: Bool { value >= 0x4E00 && value <= 0x9FFF }
}

extension UInt8 {
  var isLowercaseLetter: Bool { self >= 0x61 && self <= 0x7A }
}

extension ByteText {
  /// The scalar at an offset and its length in bytes; U+FFFD, one byte long, where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(storage[offset])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, offset + length <= endIndex else { return ("\u{FFFD}", 1) }
    var value = first & (0xFF >> UInt32(length + 1))
    for index in 1..<length {
      let byte = UInt32(storage[offset + index])
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | byte & 0x3F
    }
    let isShortest = length == 2 || value >= (length == 3 ? 0x800 : 0x1_0000)
    return isShortest ? (Unicode.Scalar(value) ?? "\u{FFFD}", length) : ("\u{FFFD}", 1)
  }

  var firstScalar: Unicode.Scalar? { isEmpty ? nil : scalar(at: startIndex).scalar }

  /// The offset at which the last scalar begins; the text is not empty.
  private var lastScalarOffset: Int {
    var offset = endIndex - 1
    while offset > startIndex, offset > endIndex - 4, storage[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset + scalar(at: offset).length == endIndex ? offset : endIndex - 1
  }

  var lastScalar: Unicode.Scalar? { isEmpty ? nil : scalar(at: lastScalarOffset).scalar }

  /// Without the last scalar; the text is not empty.
  var droppingLastScalar: ByteText { self[startIndex..<lastScalarOffset] }

  var scalars: ByteTextScalars { ByteTextScalars(text: self, offset: startIndex) }

  /// Whether the text begins with a lower-case letter.
  var startsLowercase: Bool {
    guard let first, first >= 0x80 else { return first?.isLowercaseLetter ?? false }
    return firstScalar?.properties.isLowercase ?? false
  }

  /// Whether the text begins with an upper-case letter.
  var startsUppercase: Bool {
    guard let first, first >= 0x80 else { return first?.isUppercaseLetter ?? false }
    return firstScalar?.properties.isUppercase ?? false
  }
}

/// The scalars of a text, in order.
struct ByteTextScalars: Sequence, IteratorProtocol {
  let text: ByteText
  var offset: Int

  mutating func next() -> Unicode.Scalar? {
    guard offset < text.endIndex else { return nil }
    let (scalar, length) = text.scalar(at: offset)
    offset += length
    return scalar
  }
}

extension StaticString {
  /// Whether a scalar is one of the string's.
  func containsScalar(_ scalar: Unicode.Scalar) -> Bool {
    withUTF8Buffer { buffer in
      if scalar.isASCII { return buffer.contains(UInt8(scalar.value)) }
      return buffer.containsEncoded(scalar)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func containsEncoded(_ scalar: Unicode.Scalar) -> Bool {
    var index = 0
    let first = UTF8.encode(scalar).map { $0.first ?? 0 } ?? 0
    let length = scalar.utf8.count
    while index + length <= count {
      if self[index] == first, scalar.utf8.elementsEqual(self[index..<(index + length)]) { return true }
      index += 1
    }
    return false
  }
}
