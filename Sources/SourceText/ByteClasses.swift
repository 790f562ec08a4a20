/// Predicates on ASCII bytes that every parser of this package needs. What most bytes of a text are is asked first.
extension UInt8 {
  @inlinable package var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  @inlinable package var isLineEnding: Bool { self == 0x0A || self == 0x0D }
  /// Space, tab, line feed, line tabulation, form feed, carriage return.
  @inlinable package var isWhitespace: Bool {
    self <= 0x20 && (self == 0x20 || (self >= 0x09 && self <= 0x0D))
  }
  @inlinable package var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  @inlinable package var isUppercaseLetter: Bool { self >= 0x41 && self <= 0x5A }
  @inlinable package var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  @inlinable package var isAlphanumeric: Bool { isLetter || isDigit }
  @inlinable package var isHexDigit: Bool {
    isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x66)
  }
  /// CommonMark 0.31.2, 2.1: an ASCII punctuation character.
  @inlinable package var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40) || (self >= 0x5B && self <= 0x60)
      || (self >= 0x7B && self <= 0x7E)
  }
  /// The lowercase form of an ASCII letter; every other byte is itself.
  @inlinable package var lowercased: UInt8 { isUppercaseLetter ? self | 0x20 : self }
}
