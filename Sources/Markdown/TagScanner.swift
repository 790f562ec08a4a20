import SourceText

extension LeafScanner {
  /// CommonMark 0.31.2, 6.6: an open or closing tag that starts at `<`. Returns the place after `>`.
  func scanTag(at start: LeafCursor) -> LeafCursor? {
    var cursor = start
    advance(&cursor)
    let isClosing = byte(at: cursor) == 0x2F
    if isClosing { advance(&cursor) }
    guard byte(at: cursor).isLetter else { return nil }
    while byte(at: cursor).isAlphanumeric || byte(at: cursor) == 0x2D { advance(&cursor) }
    if isClosing {
      skipWhitespace(&cursor)
    } else {
      while scanAttribute(&cursor) {}
      skipWhitespace(&cursor)
      if byte(at: cursor) == 0x2F { advance(&cursor) }
    }
    guard byte(at: cursor) == 0x3E else { return nil }
    advance(&cursor)
    return cursor
  }

  /// Moves over whitespace and an attribute; stays where it is when there is none, and fails a broken value.
  private func scanAttribute(_ cursor: inout LeafCursor) -> Bool {
    var end = cursor
    guard skipWhitespace(&end) else { return false }
    let first = byte(at: end)
    guard first.isLetter || first == 0x5F || first == 0x3A else { return false }
    while isAttributeNameByte(byte(at: end)) { advance(&end) }
    var value = end
    skipWhitespace(&value)
    if byte(at: value) == 0x3D {
      advance(&value)
      skipWhitespace(&value)
      guard scanAttributeValue(&value) else { return false }
      end = value
    }
    cursor = end
    return true
  }

  private func isAttributeNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == 0x5F || byte == 0x3A || byte == 0x2E || byte == 0x2D
  }

  private func scanAttributeValue(_ cursor: inout LeafCursor) -> Bool {
    let quote = byte(at: cursor)
    if quote == 0x22 || quote == 0x27 {
      advance(&cursor)
      while !isAtEnd(cursor), byte(at: cursor) != quote { advance(&cursor) }
      guard !isAtEnd(cursor) else { return false }
      advance(&cursor)
      return true
    }
    let start = cursor
    while isUnquotedValueByte(byte(at: cursor)) { advance(&cursor) }
    return cursor.offset != start.offset
  }

  private func isUnquotedValueByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x09, 0x0A, 0x20, 0x22, 0x27, 0x3C, 0x3D, 0x3E, 0x60: false
    default: true
    }
  }
}
