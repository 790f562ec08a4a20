import SourceText

/// The forms in which plain text is a number.
enum ScalarNumber {
  /// Reads the forms of the core schema (YAML 1.2.2, 10.3.2); nil for anything else.
  static func core(_ text: [UInt8]) -> ResolvedScalar? {
    let digits = unsigned(text)
    guard let first = digits.first else { return nil }
    if first == 0x30, digits.count > 2, digits.count == text.count {
      switch digits[digits.startIndex + 1] {
      case 0x6F: return whole(digits.dropFirst(2), radix: 8)
      case 0x78: return whole(digits.dropFirst(2), radix: 16)
      default: break
      }
    }
    if digits.allSatisfy(\.isDigit) { return decimal(text) }
    return special(text, digits) ?? (isFloat(digits) ? float(text) : nil)
  }

  /// Reads the forms that Jekyll takes, some of which mean another number in YAML 1.2; nil for anything else.
  static func jekyll(_ text: [UInt8]) -> ResolvedScalar? {
    let digits = unsigned(text)
    guard let first = digits.first else { return nil }
    if let special = special(text, digits) { return special }
    guard first.isDigit else { return nil }
    let isNegative = text[0] == 0x2D
    if digits.contains(0x3A) { return sexagesimal(digits, isNegative: isNegative) }
    let plain = digits.filter { $0 != 0x5F && $0 != 0x2C }
    if first == 0x30, plain.count > 1 {
      let isHex = plain[1] == 0x78
      let body = plain.dropFirst(isHex ? 2 : 1)
      if let value = whole(body, radix: isHex ? 16 : 8), case .int(let number) = value {
        return .int(isNegative ? -number : number)
      }
      // `008` is no octal number, and no decimal one either.
      if plain.allSatisfy(\.isDigit) { return nil }
    }
    if plain.allSatisfy(\.isDigit) { return decimal((isNegative ? [0x2D] : []) + plain) }
    guard let point = plain.firstIndex(of: 0x2E), point + 1 < plain.count, isFloat(plain[...]) else {
      return nil
    }
    return float((isNegative ? [0x2D] : []) + plain)
  }

  private static func unsigned(_ text: [UInt8]) -> ArraySlice<UInt8> {
    text.dropFirst(text.first == 0x2B || text.first == 0x2D ? 1 : 0)
  }

  private static func special(_ text: [UInt8], _ digits: ArraySlice<UInt8>) -> ResolvedScalar? {
    guard digits.count == 4, digits.first == 0x2E else { return nil }
    let word = String(decoding: digits, as: UTF8.self)
    if [".inf", ".Inf", ".INF"].contains(word) { return .float(text[0] == 0x2D ? -.infinity : .infinity) }
    return digits.count == text.count && [".nan", ".NaN", ".NAN"].contains(word) ? .float(.nan) : nil
  }

  private static func whole(_ digits: ArraySlice<UInt8>, radix: Int) -> ResolvedScalar? {
    guard let first = digits.first, first.isHexDigit else { return nil }
    return Int(String(decoding: digits, as: UTF8.self), radix: radix).map { .int($0) }
  }

  private static func decimal(_ text: [UInt8]) -> ResolvedScalar? {
    Int(String(decoding: text, as: UTF8.self)).map { .int($0) } ?? float(text)
  }

  private static func float(_ text: [UInt8]) -> ResolvedScalar? {
    Double(String(decoding: text, as: UTF8.self)).map { .float($0) }
  }

  /// YAML 1.1 reads `12:30:45` as a number to the base of 60.
  private static func sexagesimal(_ digits: ArraySlice<UInt8>, isNegative: Bool) -> ResolvedScalar? {
    let parts = digits.split(separator: 0x3A, omittingEmptySubsequences: false)
    var value = 0
    for (index, part) in parts.enumerated() {
      guard !part.isEmpty, part.count <= (index == 0 ? 9 : 2), part.allSatisfy(\.isDigit),
        let number = Int(String(decoding: part, as: UTF8.self)), index == 0 || number < 60, index < 6
      else { return nil }
      value = value * 60 + number
    }
    return .int(isNegative ? -value : value)
  }

  /// Whether the text is `(\. [0-9]+ | [0-9]+ (\. [0-9]*)?) ([eE] [-+]? [0-9]+)?`.
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
      if whole + digitCount() == 0 { return false }
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
