import SourceText

extension YAMLParser {
  /// Reads an anchor or a tag at `offset` (YAML 1.2.2, 6.9).
  mutating func scanProperty(into target: inout YAMLProperties, inFlow: Bool) throws(SyntaxError) {
    let start = offset
    if bytes[start] == 0x26 {
      let name = scanAnchorName(from: start + 1)
      guard !name.isEmpty else { throw SyntaxError.reservedIndicator("&", at: start) }
      guard target.anchor.isEmpty else { throw SyntaxError.repeatedProperty(at: start, to: name.upperBound) }
      target.anchor = name
      offset = name.upperBound
    } else {
      let tag = try scanTag(inFlow: inFlow)
      guard target.tag.isEmpty else {
        throw SyntaxError.repeatedProperty(at: start, to: tag.upperBound)
      }
      target.tag = tag
      offset = tag.upperBound
    }
    guard isBlank(offset) || (inFlow && isFlowIndicator(byte(offset))) else {
      throw SyntaxError(
        "text-after-property", "white space must follow an anchor or a tag", at: offset, to: offset + 1)
    }
  }

  private mutating func scanTag(inFlow: Bool) throws(SyntaxError) -> SourceSpan {
    let start = offset
    var index = start + 1
    if byte(index) == 0x3C {
      while index < end, !isBlank(index), bytes[index] != 0x3E { index += 1 }
      guard byte(index) == 0x3E, index > start + 2 else {
        throw SyntaxError("malformed-tag", "a tag '!<...>' must be closed", at: start, to: start + 2)
      }
      return SourceSpan(start, index + 1)
    }
    while index < end, !isBlank(index), !isFlowIndicator(bytes[index]) { index += 1 }
    let tag = SourceSpan(start, index)
    // YAML 1.2.2, 6.8.2: `!`, `!!` and `!name!` are handles; a named one is declared by %TAG.
    if let second = bytes[(start + 1)..<index].firstIndex(of: 0x21), second > start + 1 {
      let handle = SourceSpan(start, second + 1)
      if documents.last?.prefix(of: handle, in: bytes) == nil {
        problems.add(
          .error, "unknown-tag-handle", "a tag's handle must be declared by a %TAG line", at: handle)
      }
      if second + 1 == index {
        throw SyntaxError(
          "malformed-tag", "a tag must have a name behind its handle", at: start, to: index)
      }
    }
    return tag
  }
}
