package import SourceText

/// Where the front matter of a post stands.
///
/// Invariant: byte order mark (if any), opening fence, content, closing fence and body tile the file.
package struct FrontMatterBlock: Sendable, Hashable {
  /// The language between the fences: YAML in `---`, TOML in `+++`.
  package enum Format: Sendable, Hashable {
    case yaml, toml
  }

  /// The bytes that end a line; the raw value is what an edit must write.
  package enum LineEnding: String, Sendable, Hashable {
    case lf = "\n"
    case crlf = "\r\n"
    case cr = "\r"
  }

  /// The language of the content.
  package let format: Format
  /// The opening fence with its line ending.
  package let openingFence: SourceSpan
  /// The text between the fences, with the last line ending.
  package let content: SourceSpan
  /// The closing fence with its line ending, if it has one.
  package let closingFence: SourceSpan
  /// All that follows the closing fence.
  package let body: SourceSpan
  /// Whether the three bytes of a UTF-8 byte order mark stand before the opening fence.
  package let hasByteOrderMark: Bool
  /// The line ending behind the opening fence.
  package let lineEnding: LineEnding
}

/// Finds the fences of a file's front matter.
///
/// The opening fence is `---` or `+++` on the first line, after at most one byte order mark; spaces and tabs may
/// follow it. The closing one is the first line that starts with `---` or `...` (`+++` for TOML) and holds
/// nothing more, whatever the YAML around it says: Jekyll's reader does the same.
struct FenceScanner {
  private let bytes: [UInt8]
  private let start: Int
  private(set) var block: FrontMatterBlock?
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the content holds a byte that is neither printable ASCII nor white space.
  private(set) var hasUnusualBytes = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    start = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    scan()
  }

  private func isFence(_ offset: Int, _ mark: UInt8) -> Bool {
    offset + 3 <= bytes.count && bytes[offset] == mark && bytes[offset + 1] == mark
      && bytes[offset + 2] == mark
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset].isLineEnding
  }

  /// The offset behind a fence line that starts at `offset`, or nil when more stands on the line.
  private func fenceEnd(_ offset: Int, _ mark: UInt8) -> Int? {
    guard isFence(offset, mark) else { return nil }
    var index = offset + 3
    while index < bytes.count, bytes[index].isSpaceOrTab { index += 1 }
    return isLineEnd(index) ? lineEndingEnd(index) : nil
  }

  private func lineEndingEnd(_ offset: Int) -> Int {
    guard offset < bytes.count else { return offset }
    return bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
      ? offset + 2 : offset + 1
  }

  private mutating func lineEnd(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      // One comparison for both below 0x20 and from 0x7F on.
      if byte &- 0x20 >= 0x5F {
        if byte == 0x0A || byte == 0x0D { break }
        if byte != 0x09 { hasUnusualBytes = true }
      }
      index += 1
    }
    return index
  }

  private mutating func scan() {
    guard start < bytes.count else { return }
    let mark = bytes[start]
    guard (mark == 0x2D || mark == 0x2B) && isFence(start, mark) else {
      reportOtherStart()
      return
    }
    guard let contentStart = fenceEnd(start, mark) else {
      reportOpeningLine(mark)
      return
    }
    var line = contentStart
    while line < bytes.count {
      let first = bytes[line]
      if first == mark || (first == 0x2E && mark == 0x2D), let end = fenceEnd(line, first) {
        block = makeBlock(mark, contentStart, line, end)
        if block?.lineEnding == .cr {
          diagnostics.append(
            Diagnostic(
              .warning, "carriage-return-only",
              "Jekyll sees no front matter in a file whose lines end in CR alone",
              at: SourceSpan(start, contentStart)))
        }
        return
      }
      line = lineEndingEnd(lineEnd(from: line))
    }
    let fence = mark == 0x2D ? "---" : "+++"
    diagnostics.append(
      Diagnostic(
        .warning, "unclosed-front-matter",
        "'\(fence)' on the first line is never closed; all is read as body",
        at: SourceSpan(start, start + 3)))
  }

  private func makeBlock(_ mark: UInt8, _ contentStart: Int, _ closing: Int, _ body: Int) -> FrontMatterBlock
  {
    var ending = FrontMatterBlock.LineEnding.lf
    if bytes[contentStart - 1] == 0x0D { ending = .cr }
    if contentStart >= 2, bytes[contentStart - 1] == 0x0A, bytes[contentStart - 2] == 0x0D { ending = .crlf }
    return FrontMatterBlock(
      format: mark == 0x2D ? .yaml : .toml, openingFence: SourceSpan(start, contentStart),
      content: SourceSpan(contentStart, closing), closingFence: SourceSpan(closing, body),
      body: SourceSpan(body, bytes.count), hasByteOrderMark: start > 0, lineEnding: ending)
  }

  /// Reports a first line such as `---yaml` or `----`, when a fence further down suggests front matter.
  private mutating func reportOpeningLine(_ mark: UInt8) {
    var line = lineEndingEnd(lineEnd(from: start))
    while line < bytes.count, !isFence(line, mark) {
      line = lineEndingEnd(lineEnd(from: line))
    }
    guard line < bytes.count else { return }
    diagnostics.append(
      Diagnostic(
        .warning, "malformed-fence",
        "the line that opens front matter must be '---' alone; all is read as body",
        at: SourceSpan(start, lineEnd(from: start))))
  }

  private mutating func reportOtherStart() {
    if bytes[start] == 0x7B {
      reportJSON()
      return
    }
    if bytes.count >= 2, (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) {
      diagnostics.append(
        Diagnostic(.error, "not-utf8", "the file is UTF-16; posts must be UTF-8", at: SourceSpan(0, 2)))
      return
    }
    var index = start
    while index < bytes.count, bytes[index].isWhitespace { index += 1 }
    if index > start, fenceEnd(index, 0x2D) != nil {
      diagnostics.append(
        Diagnostic(
          .warning, "indented-fence", "'---' opens front matter only at the very start of the file",
          at: SourceSpan(index, index + 3)))
    }
    if isFence(start, 0x3B) {
      diagnostics.append(
        Diagnostic(
          .warning, "json-front-matter", "JSON front matter is not supported; all is read as body",
          at: SourceSpan(start, start + 3)))
    }
  }

  /// Reports a file that starts as a JSON object does: `{` and then a quoted key or the end of the line.
  private mutating func reportJSON() {
    var index = start + 1
    while index < bytes.count, bytes[index].isWhitespace { index += 1 }
    guard index < bytes.count, bytes[index] == 0x22 else { return }
    diagnostics.append(
      Diagnostic(
        .warning, "json-front-matter", "JSON front matter is not supported; all is read as body",
        at: SourceSpan(start, start + 1)))
  }
}
