import SourceText

/// The text and the types of TOML's scalars (TOML 1.0.0).
enum TOMLScalar {
  /// The text of a scalar as UTF-8, with quotes and escapes resolved.
  static func decode(_ node: YAMLNode, in bytes: [UInt8]) -> [UInt8] {
    let span = node.span
    guard node.style != .plain else { return Array(bytes[span.range]) }
    let quote = bytes[span.lowerBound]
    let isLong = span.count >= 6 && bytes[span.lowerBound + 1] == quote && bytes[span.lowerBound + 2] == quote
    var start = span.lowerBound + (isLong ? 3 : 1)
    let end = span.upperBound - (isLong ? 3 : 1)
    if isLong, start < end, bytes[start] == 0x0D { start += 1 }
    if isLong, start < end, bytes[start] == 0x0A { start += 1 }
    guard start < end else { return [] }
    return quote == 0x27 ? Array(bytes[start..<end]) : unescape(bytes[start..<end])
  }

  private static func unescape(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte == 0x5C, index + 1 < text.endIndex else {
        result.append(byte)
        index += 1
        continue
      }
      let letter = text[index + 1]
      if letter.isWhitespace {
        index += 1
        while index < text.endIndex, text[index].isWhitespace { index += 1 }
      } else if letter == 0x75 || letter == 0x55 {
        let digits = text[(index + 2)...].prefix(letter == 0x75 ? 4 : 8)
        let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        if let scalar = value.flatMap(Unicode.Scalar.init) {
          result += Array(Character(scalar).utf8)
        } else {
          result += Array(text[index..<digits.endIndex])
        }
        index = digits.endIndex
      } else {
        let escapes: [UInt8: UInt8] = [
          0x62: 0x08, 0x74: 0x09, 0x6E: 0x0A, 0x66: 0x0C, 0x72: 0x0D, 0x22: 0x22, 0x5C: 0x5C,
        ]
        result += escapes[letter].map { [$0] } ?? [byte, letter]
        index += 2
      }
    }
    return result
  }

  static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = [0x22]
    for byte in text {
      if byte == 0x22 || byte == 0x5C { result.append(0x5C) }
      result.append(byte)
    }
    return result + [0x22]
  }

  /// Whether unquoted text is a boolean, number, date or time.
  static func isBareValue(_ text: [UInt8]) -> Bool {
    if case .string = resolved(text, isString: false) { return isTimeOfDay(text) }
    return true
  }

  static func resolved(_ text: [UInt8], isString: Bool) -> ResolvedScalar {
    let string = String(decoding: text, as: UTF8.self)
    if isString { return .string(string) }
    switch string {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    if let timestamp = Timestamp(parsing: text) { return .timestamp(timestamp) }
    let digits = text.filter { $0 != 0x5F }
    guard let first = digits.first, first.isDigit || first == 0x2B || first == 0x2D else {
      return .string(string)
    }
    if string.hasPrefix("0b"), let value = Int(String(decoding: digits.dropFirst(2), as: UTF8.self), radix: 2)
    {
      return .int(value)
    }
    return ScalarNumber.core(digits) ?? .string(string)
  }

  private static func isTimeOfDay(_ text: [UInt8]) -> Bool {
    Timestamp(parsing: Array("2000-01-01 ".utf8) + text) != nil
  }
}
