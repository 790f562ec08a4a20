/// Cutting, padding and wrapping text to columns of a terminal.
///
/// All widths are display columns; texts are visible text of one line.
package enum TextLayout {
  /// `text` cut so that with a final `…` it takes at most `width` columns; unchanged when it fits.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    guard width > 0 else { return "" }
    let (head, _) = split(text[...], at: width - 1)
    var end = head.endIndex
    while end > head.startIndex, head[head.index(before: end)].isWhitespace { end = head.index(before: end) }
    return head[..<end] + "…"
  }

  /// `text` followed by spaces up to `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  /// The words of `text` in lines of at most `width` columns; a longer word is broken. With more than
  /// `maximumLineCount` lines, the last one is cut with `…`. At least one line, perhaps empty.
  package static func wrapped(_ text: String, to width: Int, maximumLineCount: Int = .max) -> [String] {
    let width = max(1, width)
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      var rest = word
      var restWidth = DisplayWidth.of(String(rest))
      if !line.isEmpty, lineWidth + 1 + restWidth > width {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      while restWidth > width {
        let (head, tail) = split(rest, at: width)
        lines.append(String(head))
        rest = tail
        restWidth = DisplayWidth.of(String(rest))
      }
      line += line.isEmpty ? rest : " " + rest
      lineWidth = DisplayWidth.of(line)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > maximumLineCount, maximumLineCount > 0 else { return lines }
    let last = lines[(maximumLineCount - 1)...].joined(separator: " ")
    return Array(lines[..<(maximumLineCount - 1)]) + [truncated(last, to: width)]
  }

  /// The longest beginning of at most `width` columns (at least one character), and what follows.
  private static func split(_ text: Substring, at width: Int) -> (Substring, Substring) {
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
