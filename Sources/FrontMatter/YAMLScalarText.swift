import SourceText

/// Turns the source of a scalar into the text that is meant: quotes, escapes, folding and chomping resolved.
enum YAMLScalarText {
  /// The text as UTF-8; `end` is the end of the YAML that holds the node.
  static func decode(_ node: YAMLNode, in bytes: [UInt8], end: Int) -> [UInt8] {
    let start = Int(node.start)
    let stop = Int(node.end)
    switch node.style {
    case .literal, .folded:
      return BlockScalarText(node, in: bytes, end: end).decoded()
    case .singleQuoted, .doubleQuoted:
      guard node.flags.contains(.encoded) else { return Array(bytes[(start + 1)..<(stop - 1)]) }
      return fold(bytes, start + 1, stop - 1, node.style)
    case .plain, .flow, .block:
      guard node.flags.contains(.encoded) else { return Array(bytes[start..<stop]) }
      return fold(bytes, start, stop, .plain)
    }
  }

  /// YAML 1.2.2, 6.5 and 7.3: line folding, with the escapes of the style.
  private static func fold(_ bytes: [UInt8], _ start: Int, _ end: Int, _ style: YAMLNode.Style) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    // White space before this length was written by an escape and is kept.
    var keptCount = 0
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        while result.count > keptCount, result[result.count - 1].isSpaceOrTab { result.removeLast() }
        index = appendFoldedBreak(bytes, index, end, &result)
        keptCount = result.count
      } else if byte == 0x5C, style == .doubleQuoted {
        index = appendEscape(bytes, index, end, &result)
        keptCount = result.count
      } else if byte == 0x27, style == .singleQuoted {
        result.append(byte)
        index += 2
      } else {
        let start = index
        repeat { index += 1 } while index < end && !isMark(bytes[index])
        result.append(contentsOf: bytes[start..<index])
      }
    }
    return result
  }

  /// Whether a byte may mean something else than itself.
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x0D || byte == 0x5C || byte == 0x27
  }

  /// One line ending becomes a space, more become one line feed fewer; an escaped first one becomes nothing. Returns
  /// the next content.
  private static func appendFoldedBreak(
    _ bytes: [UInt8], _ start: Int, _ end: Int, isEscaped: Bool = false, _ result: inout [UInt8]
  ) -> Int {
    var index = start
    var breakCount = 0
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        breakCount += 1
        index += byte == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1
      } else if byte.isSpaceOrTab {
        index += 1
      } else {
        break
      }
    }
    if breakCount == 1, !isEscaped {
      result.append(0x20)
    } else {
      result.append(contentsOf: repeatElement(0x0A, count: breakCount - 1))
    }
    return index
  }

  /// YAML 1.2.2, 5.7; an unknown escape stays as it is written.
  private static func appendEscape(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ result: inout [UInt8]
  ) -> Int {
    guard start + 1 < end else {
      result.append(0x5C)
      return start + 1
    }
    let digits: Int
    switch bytes[start + 1] {
    case 0x0A, 0x0D: return appendFoldedBreak(bytes, start + 1, end, isEscaped: true, &result)
    case 0x78: digits = 2
    case 0x75: digits = 4
    case 0x55: digits = 8
    default:
      if let text = simpleEscape(bytes[start + 1]) {
        result.append(contentsOf: text.utf8)
      } else {
        result.append(contentsOf: bytes[start..<(start + 2)])
      }
      return start + 2
    }
    var value: UInt32 = 0
    var index = start + 2
    while index < start + 2 + digits, index < end, bytes[index].isHexDigit {
      let digit = bytes[index]
      value = value << 4 | UInt32(digit.isDigit ? digit & 0x0F : (digit & 0x0F) + 9)
      index += 1
    }
    guard index == start + 2 + digits, let scalar = Unicode.Scalar(value) else {
      result.append(contentsOf: bytes[start..<(start + 2)])
      return start + 2
    }
    result.append(contentsOf: Character(scalar).utf8)
    return index
  }

  private static func simpleEscape(_ byte: UInt8) -> String? {
    switch byte {
    case 0x30: "\0"
    case 0x61: "\u{07}"
    case 0x62: "\u{08}"
    case 0x74, 0x09: "\t"
    case 0x6E: "\n"
    case 0x76: "\u{0B}"
    case 0x66: "\u{0C}"
    case 0x72: "\r"
    case 0x65: "\u{1B}"
    case 0x20: " "
    case 0x22: "\""
    case 0x2F: "/"
    case 0x5C: "\\"
    case 0x4E: "\u{85}"
    case 0x5F: "\u{A0}"
    case 0x4C: "\u{2028}"
    case 0x50: "\u{2029}"
    default: nil
    }
  }
}
