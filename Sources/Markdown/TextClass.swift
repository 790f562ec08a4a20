import SourceText

/// What CommonMark's flanking rules (0.31.2, 6.2) want to know of a character.
enum TextClass {
  case whitespace, punctuation, other

  /// The class of the character that ends before an offset; the start of a line counts as whitespace.
  static func of(before offset: Int, in bytes: [UInt8], from start: Int) -> TextClass {
    guard offset > start else { return .whitespace }
    let byte = bytes[offset - 1]
    if byte < 0x80 { return ofASCII(byte) }
    var first = offset - 1
    while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return ofScalar(bytes[first..<offset])
  }

  /// The class of the character that starts at an offset; the end of a line counts as whitespace.
  static func of(at offset: Int, in bytes: [UInt8], to end: Int) -> TextClass {
    guard offset < end else { return .whitespace }
    let byte = bytes[offset]
    if byte < 0x80 { return ofASCII(byte) }
    return ofScalar(bytes[offset..<min(offset + 4, end)])
  }

  private static func ofASCII(_ byte: UInt8) -> TextClass {
    byte.isWhitespace ? .whitespace : byte.isPunctuation ? .punctuation : .other
  }

  /// The class of the first character: Unicode whitespace is Zs, Unicode punctuation is P or S (CommonMark
  /// 0.31.2, 2.1). Bytes that are not UTF-8 are neither.
  private static func ofScalar(_ bytes: ArraySlice<UInt8>) -> TextClass {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return .other }
    switch scalar.properties.generalCategory {
    case .spaceSeparator:
      return .whitespace
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return .punctuation
    default:
      return .other
    }
  }
}
