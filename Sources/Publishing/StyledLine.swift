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

  /// From left to right.
  package private(set) var pieces: [Piece] = []

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
    if !text.isEmpty { pieces.append(Piece(text: text, style: style)) }
  }

  /// The line without its styles.
  package var text: String { pieces.map(\.text).joined() }

  /// Display columns.
  package var width: Int { DisplayWidth.of(text) }
}
