import SourceText

/// The parts of a line `  - key: value  # comment`, found without knowing YAML's state.
struct LineParts {
  /// Spaces and tabs that the line starts with.
  let indent: Int
  /// All but the white space around it, comment included.
  let textStart: Int
  let textEnd: Int
  /// Behind indentation and `- ` indicators.
  let keyStart: Int
  /// The colon behind the key, or -1.
  let keyColon: Int
  /// The value; empty when there is none. Without a key it is all that follows the indicators.
  let valueStart: Int
  let valueEnd: Int

  init(_ bytes: [UInt8], _ start: Int, _ end: Int) {
    var last = end
    while last > start, bytes[last - 1].isSpaceOrTab { last -= 1 }
    textEnd = last
    var index = LineParts.skipSpaces(bytes, start, last)
    textStart = index
    indent = index - start
    while index < last, bytes[index] == 0x2D, LineParts.isBlank(bytes, index + 1, last) {
      index = LineParts.skipSpaces(bytes, index + 1, last)
    }
    keyStart = index
    keyColon = LineParts.findColon(bytes, index, last)
    valueStart = keyColon < 0 ? index : LineParts.skipSpaces(bytes, keyColon + 1, last)
    index = valueStart
    while index < last, !(bytes[index] == 0x23 && (index == valueStart || bytes[index - 1].isSpaceOrTab)) {
      index += 1
    }
    while index > valueStart, bytes[index - 1].isSpaceOrTab { index -= 1 }
    valueEnd = index
  }

  private static func isBlank(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index >= end || bytes[index].isSpaceOrTab
  }

  private static func skipSpaces(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index].isSpaceOrTab { index += 1 }
    return index
  }

  /// The first colon with white space behind it, outside a quoted key and before a comment; -1 when there is none.
  private static func findColon(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    guard start < end, !"[{|>@`%*".utf8.contains(bytes[start]) else { return -1 }
    var index = start
    if bytes[index] == 0x22 || bytes[index] == 0x27 {
      let quote = bytes[index]
      index += 1
      while index < end, bytes[index] != quote { index += 1 }
    }
    while index < end {
      if bytes[index] == 0x3A, isBlank(bytes, index + 1, end) { return index > start ? index : -1 }
      if bytes[index] == 0x23, index > start, bytes[index - 1].isSpaceOrTab { return -1 }
      index += 1
    }
    return -1
  }
}
