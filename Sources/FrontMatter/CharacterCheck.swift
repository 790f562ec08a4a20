import SourceText

/// Reports bytes that YAML 1.2.2, 5.1 does not allow, and characters that Jekyll's reader takes for line endings.
enum CharacterCheck {
  static func check(_ bytes: [UInt8], in span: SourceSpan, _ problems: inout ProblemList) {
    var index = span.lowerBound
    let end = span.upperBound
    while index < end {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        index += 1
      } else if byte < 0x80 {
        if byte != 0x0A, byte != 0x0D, byte != 0x09 { reportControl(index, index + 1, &problems) }
        index += 1
      } else {
        index = checkSequence(bytes, index, end, &problems)
      }
    }
  }

  private static func reportControl(_ start: Int, _ end: Int, _ problems: inout ProblemList) {
    problems.add(
      .error, "control-character", "front matter must not hold control characters", at: SourceSpan(start, end)
    )
  }

  /// Checks the character of several bytes at `start` (RFC 3629, 4) and returns the index behind it.
  private static func checkSequence(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ problems: inout ProblemList
  ) -> Int {
    let lead = bytes[start]
    let count = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    var value = UInt32(lead) & (0xFF >> UInt32(count + 1))
    var index = start + 1
    while index < end, index < start + count, bytes[index] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      index += 1
    }
    let smallest: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard index == start + count, value >= smallest, Unicode.Scalar(value) != nil, lead >= 0xC2 else {
      problems.add(.error, "invalid-utf8", "front matter must be UTF-8", at: SourceSpan(start, start + 1))
      return start + 1
    }
    switch value {
    case 0x85, 0x2028, 0x2029:
      problems.add(
        .warning, "unusual-line-ending",
        "this invisible character ends a line for some readers, Jekyll's among them",
        at: SourceSpan(start, index))
    case 0x80...0x9F, 0xFFFE, 0xFFFF: reportControl(start, index, &problems)
    default: break
    }
    return index
  }
}
