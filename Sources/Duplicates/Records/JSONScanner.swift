/// Why a file of records cannot be read.
package struct RecordFailure: Error, Equatable {
  /// 1-based.
  package let line: Int
  /// One lowercase phrase.
  package let message: String
}

/// Steps through JSON (RFC 8259) as bytes; strings are made only of the values that are asked for.
///
/// Foundation's decoder takes seven times as long, which is half of the time that a million records may take.
struct JSONScanner {
  private let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  var isAtEnd: Bool { offset >= bytes.count }

  private mutating func skipSpace() {
    while offset < bytes.count, bytes[offset] <= 0x20 { offset += 1 }
  }

  /// White space, and the commas and brackets of an array around the objects.
  mutating func skipBetweenObjects() {
    while offset < bytes.count {
      let byte = bytes[offset]
      guard
        byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
      else { return }
      offset += 1
    }
  }

  /// Steps over `byte` where it is next.
  mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(RecordFailure) {
    guard skip(byte) else {
      throw failure("'\(String(Unicode.Scalar(byte)))' is missing")
    }
  }

  var isAtArray: Bool {
    mutating get {
      skipSpace()
      return offset < bytes.count && bytes[offset] == UInt8(ascii: "[")
    }
  }

  /// A string or the digits of a number; nil for anything else, which is stepped over.
  mutating func text() throws(RecordFailure) -> String? {
    skipSpace()
    guard offset < bytes.count else { throw failure("a value is missing") }
    if bytes[offset] == UInt8(ascii: "\"") { return try string() }
    if bytes[offset].isDigit || bytes[offset] == UInt8(ascii: "-") {
      let start = offset
      while offset < bytes.count, bytes[offset].isLetterOrDigit || [0x2B, 0x2D, 0x2E].contains(bytes[offset])
      {
        offset += 1
      }
      return String(decoding: bytes[start..<offset], as: UTF8.self)
    }
    try skipValue()
    return nil
  }

  /// The strings of an array; one string alone is as good.
  mutating func texts() throws(RecordFailure) -> [String] {
    guard skip(UInt8(ascii: "[")) else { return try text().map { [$0] } ?? [] }
    var texts: [String] = []
    while !skip(UInt8(ascii: "]")) {
      if let text = try text() { texts.append(text) }
      if !skip(UInt8(ascii: ",")) {
        try expect(UInt8(ascii: "]"))
        break
      }
    }
    return texts
  }

  mutating func string() throws(RecordFailure) -> String {
    let (range, isPlain) = try rawString()
    return isPlain ? String(decoding: bytes[range], as: UTF8.self) : unescaped(range)
  }

  /// The bytes between quotes, and whether no escape is among them.
  private mutating func rawString() throws(RecordFailure) -> (range: Range<Int>, isPlain: Bool) {
    try expect(UInt8(ascii: "\""))
    let start = offset
    var end = start
    var isPlain = true
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        isPlain = false
        end += 1
      }
      end += 1
    }
    offset = end + 1
    guard end < bytes.count else { throw failure("a string is never closed") }
    return (start..<end, isPlain)
  }

  /// The name of a member as a number, and the colon behind it.
  mutating func memberName() throws(RecordFailure) -> UInt128 {
    let (range, isPlain) = try rawString()
    let name =
      isPlain ? JSONScanner.packed(bytes[range]) : JSONScanner.packed(unescaped(range).utf8)
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// The bytes of a short name as one number, which is compared at once; all ones for a longer name.
  static func packed(_ name: some Collection<UInt8>) -> UInt128 {
    name.count > 15 ? .max : name.reduce(1) { $0 &<< 8 | UInt128($1) }
  }

  private func unescaped(_ range: Range<Int>) -> String {
    var units: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        units.append(bytes[index])
        index += 1
        continue
      }
      let escape = bytes[index + 1]
      index += 2
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): units.append(0x20)
      case UInt8(ascii: "u"): units += String(scalar(at: &index, range.upperBound)).utf8
      default: units.append(escape)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }

  /// The scalar of four hexadecimal digits, or of a pair of surrogates; U+FFFD for what is neither.
  private func scalar(at index: inout Int, _ end: Int) -> Unicode.Scalar {
    let high = codeUnit(at: index, end)
    index = min(end, index + 4)
    if (0xD800..<0xDC00).contains(high), index + 6 <= end, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let low = codeUnit(at: index + 2, end)
      if (0xDC00..<0xE000).contains(low) {
        index += 6
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
      }
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private func codeUnit(at index: Int, _ end: Int) -> UInt32 {
    guard index + 4 <= end else { return 0xFFFD }
    return UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16) ?? 0xFFFD
  }

  /// Steps over a value of any depth.
  mutating func skipValue() throws(RecordFailure) {
    var depth = 0
    repeat {
      skipSpace()
      guard offset < bytes.count else { throw failure("a value is never closed") }
      switch bytes[offset] {
      case UInt8(ascii: "\""): _ = try rawString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        guard depth >= 0 else { throw failure("a value is missing") }
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw failure("a value is missing") }
        offset += 1
      case let byte where byte.isLetterOrDigit || byte == UInt8(ascii: "-"):
        while offset < bytes.count,
          bytes[offset].isLetterOrDigit || [0x2B, 0x2D, 0x2E].contains(bytes[offset])
        {
          offset += 1
        }
      default: throw failure("this is no JSON value")
      }
    } while depth > 0
  }

  private func failure(_ message: String) -> RecordFailure {
    let line = bytes[..<min(offset, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return RecordFailure(line: line, message: message)
  }
}
