/// What a piece of text is to its reader; a terminal shows it by weight or colour, a file not at all.
package enum TextStyle: Sendable, Hashable, CaseIterable {
  case plain
  /// Titles and headings.
  case strong
  /// What is read second: dates, labels, positions.
  case quiet
  /// What commands take as a key.
  case key
  /// What must be read.
  case emphasis
  /// What a search found.
  case match
  case error
  case warning
  case note
}

/// One line of visible text in styles.
///
/// Invariant: holds no control or hidden characters, because every text is made visible as it is added.
package struct StyledLine: Sendable, Hashable {
  /// A run of text in one style.
  package struct Piece: Sendable, Hashable {
    /// Visible text, not empty.
    package let text: String
    /// What the text is to its reader.
    package let style: TextStyle
  }

  private struct Run: Sendable, Hashable {
    var style: TextStyle
    /// The offset in the bytes behind the run.
    var end: Int
  }

  /// The text without its styles, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// One behind the other, none empty, no two in a row of one style.
  private var runs: [Run] = []

  /// An empty line.
  package init() {}

  /// A line of one piece.
  package init(_ text: String, _ style: TextStyle = .plain) {
    add(text, style)
  }

  /// Adds text at the end, made visible by ``VisibleText``.
  package mutating func add(_ text: String, _ style: TextStyle = .plain) {
    add(visible: VisibleText.make(text), style)
  }

  /// Adds text at the end that is visible text already.
  mutating func add(visible text: String, _ style: TextStyle = .plain) {
    // Room for most lines at once.
    if bytes.isEmpty { bytes.reserveCapacity(120) }
    bytes += text.utf8
    endRun(style)
  }

  /// Adds text at the end, made visible and cut to so many columns as ``TextLayout/truncated(_:to:)`` does it. Returns
  /// the columns that are left of it.
  @discardableResult
  package mutating func add(_ text: String, cutTo width: Int, _ style: TextStyle = .plain) -> Int {
    var text = text
    if bytes.isEmpty { bytes.reserveCapacity(120) }
    let columnCount: Int? = text.withUTF8 { utf8 in
      guard let count = VisibleText.columnCount(ofSimple: utf8), count <= width else { return nil }
      bytes += utf8
      return count
    }
    if let columnCount {
      endRun(style)
      return columnCount
    }
    let (cut, cutWidth) = TextLayout.fitted(VisibleText.make(text), to: width)
    add(visible: cut, style)
    return cutWidth
  }

  /// Adds so many spaces at the end.
  mutating func addSpaces(_ count: Int) {
    if bytes.isEmpty { bytes.reserveCapacity(120) }
    bytes += repeatElement(0x20, count: count)
    endRun(.plain)
  }

  /// Gives what was added to the bytes its style.
  private mutating func endRun(_ style: TextStyle) {
    if bytes.count == runs.last?.end ?? 0 { return }
    if runs.last?.style == style {
      runs[runs.count - 1].end = bytes.count
    } else {
      if runs.isEmpty { runs.reserveCapacity(4) }
      runs.append(Run(style: style, end: bytes.count))
    }
  }

  /// The runs of text in one style, from left to right.
  package var pieces: [Piece] {
    var start = 0
    return runs.map { run in
      defer { start = run.end }
      return Piece(text: String(decoding: bytes[start..<run.end], as: UTF8.self), style: run.style)
    }
  }

  /// The line without its styles.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Display columns.
  package var width: Int { DisplayWidth.of(text) }
}
