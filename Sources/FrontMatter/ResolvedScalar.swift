import SourceText

/// What the text of a plain scalar stands for.
///
/// The core schema (YAML 1.2.2, 10.3.2), and the dates and times that Jekyll's readers accept. `no`, `12:30` and
/// `0123` are a string, a string and 123 here, although YAML 1.1 reads them otherwise.
package enum ResolvedScalar: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case float(Double)
  case timestamp(Timestamp)
  case string(String)

  init(resolving text: [UInt8]) {
    self = .string(String(decoding: text, as: UTF8.self))
    guard let first = text.first else {
      self = .null
      return
    }
    switch first {
    case 0x7E: if text.count == 1 { self = .null }
    case 0x6E, 0x4E:
      if ["null", "Null", "NULL"].contains(where: { text.elementsEqual($0.utf8) }) { self = .null }
    case 0x74, 0x54:
      if ["true", "True", "TRUE"].contains(where: { text.elementsEqual($0.utf8) }) { self = .bool(true) }
    case 0x66, 0x46:
      if ["false", "False", "FALSE"].contains(where: { text.elementsEqual($0.utf8) }) { self = .bool(false) }
    case 0x30...0x39, 0x2B, 0x2D, 0x2E:
      if let number = ScalarNumber.parse(text) {
        self = number
      } else if let timestamp = Timestamp(parsing: text) {
        self = .timestamp(timestamp)
      }
    default: break
    }
  }
}

/// The number forms of the core schema (YAML 1.2.2, 10.3.2).
enum ScalarNumber {
  static func parse(_ text: [UInt8]) -> ResolvedScalar? {
    let hasSign = text[0] == 0x2B || text[0] == 0x2D
    let digits = text.dropFirst(hasSign ? 1 : 0)
    guard let first = digits.first else { return nil }
    if first == 0x30, !hasSign, digits.count > 2 {
      let radix = digits[digits.startIndex + 1] == 0x6F ? 8 : digits[digits.startIndex + 1] == 0x78 ? 16 : 0
      if radix > 0 {
        let body = digits.dropFirst(2)
        let isValid = body.allSatisfy { radix == 8 ? $0 >= 0x30 && $0 <= 0x37 : $0.isHexDigit }
        return isValid ? Int(String(decoding: body, as: UTF8.self), radix: radix).map { .int($0) } : nil
      }
    }
    if digits.allSatisfy(\.isDigit) {
      let string = String(decoding: text, as: UTF8.self)
      return Int(string).map { .int($0) } ?? Double(string).map { .float($0) }
    }
    let word = String(decoding: digits, as: UTF8.self)
    if [".inf", ".Inf", ".INF"].contains(word) { return .float(text[0] == 0x2D ? -.infinity : .infinity) }
    if !hasSign, [".nan", ".NaN", ".NAN"].contains(word) { return .float(.nan) }
    return isFloat(digits) ? Double(String(decoding: text, as: UTF8.self)).map { .float($0) } : nil
  }

  /// `(\. [0-9]+ | [0-9]+ (\. [0-9]*)?) ([eE] [-+]? [0-9]+)?`
  private static func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
    var index = text.startIndex
    func digitCount() -> Int {
      let start = index
      while index < text.endIndex, text[index].isDigit { index += 1 }
      return index - start
    }
    let whole = digitCount()
    if index < text.endIndex, text[index] == 0x2E {
      index += 1
      let fraction = digitCount()
      if whole + fraction == 0 { return false }
    } else if whole == 0 {
      return false
    }
    if index < text.endIndex, text[index] | 0x20 == 0x65 {
      index += 1
      if index < text.endIndex, text[index] == 0x2B || text[index] == 0x2D { index += 1 }
      if digitCount() == 0 { return false }
    }
    return index == text.endIndex
  }
}
