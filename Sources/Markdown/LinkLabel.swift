import SourceText

/// Matching of link labels (CommonMark 0.31.2, 6.3) and footnote labels.
enum LinkLabel {
  /// The form under which labels match: case folded, whitespace collapsed and trimmed.
  static func key(of bytes: [UInt8], _ label: Range<Int>) -> [UInt8] {
    var key: [UInt8] = []
    append(bytes, label, to: &key)
    return finish(key)
  }

  /// As above, for a label that can run over the line slices from `firstLine` on.
  static func key(
    of bytes: [UInt8], _ label: Range<Int>, lines: [LineSlice], firstLine: Int
  ) -> [UInt8] {
    var key: [UInt8] = []
    var line = firstLine
    while line < lines.count, lines[line].startOffset < label.upperBound {
      let start = max(lines[line].startOffset, label.lowerBound)
      let end = min(lines[line].endOffset, label.upperBound)
      if start < end { append(bytes, Int(start)..<Int(end), to: &key) }
      key.append(0x20)
      line += 1
    }
    return finish(key)
  }

  private static func append(_ bytes: [UInt8], _ label: Range<Int>, to key: inout [UInt8]) {
    for byte in bytes[label] {
      guard byte.isWhitespace else {
        key.append(byte.lowercased)
        continue
      }
      key.append(0x20)
    }
  }

  private static func finish(_ raw: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(raw.count)
    var isASCII = true
    for byte in raw {
      if byte == 0x20, key.last ?? 0x20 == 0x20 { continue }
      if byte >= 0x80 { isASCII = false }
      key.append(byte)
    }
    if key.last == 0x20 { key.removeLast() }
    return isASCII ? key : foldCase(key)
  }

  /// Full case folding, near enough: the uppercase of the lowercase agrees wherever folding does, once the
  /// dotless i, whose uppercase is the plain I, is left alone.
  private static func foldCase(_ key: [UInt8]) -> [UInt8] {
    var folded = ""
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
      if scalar == "\u{131}" {
        folded.unicodeScalars.append(scalar)
        continue
      }
      for lower in scalar.properties.lowercaseMapping.unicodeScalars {
        folded += lower.properties.uppercaseMapping
      }
    }
    return Array(folded.utf8).map(\.lowercased)
  }
}
