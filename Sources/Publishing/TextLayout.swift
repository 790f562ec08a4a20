/// Cutting, padding and wrapping text to columns of a terminal.
///
/// All widths are display columns; texts are visible text of one line.
package enum TextLayout {
  /// `text` cut so that with a final `…` it takes at most `width` columns; unchanged when it fits.
  package static func truncated(_ text: String, to width: Int) -> String { fitted(text, to: width).text }

  /// ``truncated(_:to:)`` with the columns that are left of the text.
  static func fitted(_ text: String, to width: Int) -> (text: String, width: Int) {
    let textWidth = DisplayWidth.of(text)
    guard textWidth > width else { return (text, textWidth) }
    guard width > 0 else { return ("", 0) }
    let (head, _) = split(text[...], at: width - 1)
    var end = head.endIndex
    while end > head.startIndex, head[head.index(before: end)].isWhitespace { end = head.index(before: end) }
    let rest = String(head[..<end])
    return (rest + "…", DisplayWidth.of(rest) + 1)
  }

  /// Whether a text is one of words with single spaces between them and nothing that is wide or another space.
  private static func isSingleSpaced(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20,
      VisibleText.columnCount(ofSimple: bytes) != nil
    else { return false }
    var doubleCount = 0
    for index in 1..<bytes.count { doubleCount &+= bytes[index - 1] | bytes[index] == 0x20 ? 1 : 0 }
    return doubleCount == 0
  }

  /// `text` followed by spaces up to `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + spaces(max(0, width - DisplayWidth.of(text)))
  }

  /// So many spaces, made faster than by repeating a `String`.
  static func spaces(_ count: Int) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      buffer.initialize(repeating: 0x20)
      return count
    }
  }

  /// The words of `text` in lines of at most `width` columns, those after the first of at most `others`; a longer word
  /// is broken. With more than `maximumLineCount` lines, the last one is cut with `…`. At least one line, perhaps empty.
  package static func wrapped(
    _ text: String, to width: Int, others: Int? = nil, maximumLineCount: Int = .max
  ) -> [String] {
    let widths = (first: max(1, width), others: max(1, others ?? width))
    var text = text
    let narrowLines = text.withUTF8 { isSingleSpaced($0) ? linesOfNarrowText($0, widths) : nil }
    let lines = narrowLines ?? linesOfText(text, widths)
    guard lines.count > maximumLineCount, maximumLineCount > 0 else { return lines }
    let last = lines[(maximumLineCount - 1)...].joined(separator: " ")
    let lastWidth = maximumLineCount == 1 ? widths.first : widths.others
    return Array(lines[..<(maximumLineCount - 1)]) + [truncated(last, to: lastWidth)]
  }

  /// ``wrapped(_:to:others:maximumLineCount:)`` where every scalar is a column, as in most titles, and words are one
  /// space apart.
  private static func linesOfNarrowText(
    _ bytes: UnsafeBufferPointer<UInt8>, _ widths: (first: Int, others: Int)
  ) -> [String] {
    var lines: [String] = []
    var start = 0
    var width = widths.first
    while bytes.count - start > width {
      let limit = offset(width, scalarsBehind: start, in: bytes)
      if limit == bytes.count { break }
      // A line ends at the last space that is near enough; a longer word is broken.
      var end = limit
      while end > start, bytes[end] != 0x20 { end -= 1 }
      let isBroken = end == start
      if isBroken { end = limit }
      lines.append(String(decoding: bytes[start..<end], as: UTF8.self))
      start = isBroken ? end : end + 1
      width = widths.others
    }
    lines.append(String(decoding: bytes[start...], as: UTF8.self))
    return lines
  }

  /// Where so many scalars behind `start` end; there are at least as many bytes.
  private static func offset(
    _ count: Int, scalarsBehind start: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var counted = start
    var end = start + count
    while counted < end {
      var continuationCount = 0
      for byte in bytes[counted..<end] where byte & 0xC0 == 0x80 { continuationCount += 1 }
      counted = end
      end = min(bytes.count, end + continuationCount)
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func linesOfText(_ text: String, _ widths: (first: Int, others: Int)) -> [String] {
    var lines: [String] = []
    func width() -> Int { lines.isEmpty ? widths.first : widths.others }
    var line = ""
    var lineWidth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      var restWidth = DisplayWidth.of(String(rest))
      if !line.isEmpty, lineWidth + 1 + restWidth > width() {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      while restWidth > width() {
        let (head, tail) = split(rest, at: width())
        lines.append(String(head))
        rest = tail
        restWidth = DisplayWidth.of(String(rest))
      }
      line += line.isEmpty ? rest : " " + rest
      lineWidth = DisplayWidth.of(line)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The longest beginning of at most `width` columns (at least one character), and what follows.
  private static func split(_ text: Substring, at width: Int) -> (Substring, Substring) {
    if width > 0, text.utf8.prefix(width + 1).allSatisfy({ $0 < 0x80 }) {
      let index = text.utf8.index(text.startIndex, offsetBy: width, limitedBy: text.endIndex) ?? text.endIndex
      return (text[..<index], text[index...])
    }
    var used = 0
    var index = text.startIndex
    while index < text.endIndex {
      let next = used + DisplayWidth.of(text[index])
      if next > width { break }
      used = next
      index = text.index(after: index)
    }
    if index == text.startIndex, width > 0, index < text.endIndex { index = text.index(after: index) }
    return (text[..<index], text[index...])
  }
}
