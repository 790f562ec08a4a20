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
  case error
  case warning
  case note
}

/// One line of visible text in styles.
///
/// Invariant: holds no control or hidden characters, because every text is made visible as it is added.
package struct StyledLine: Sendable, Hashable {
  package struct Piece: Sendable, Hashable {
    package let text: String
    package let style: TextStyle
  }

  package private(set) var pieces: [Piece] = []

  package init() {}

  package init(_ text: String, _ style: TextStyle = .plain) {
    add(text, style)
  }

  package mutating func add(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    pieces.append(Piece(text: VisibleText.make(text), style: style))
  }

  /// The line without its styles.
  package var text: String { pieces.map(\.text).joined() }

  package var width: Int { DisplayWidth.of(text) }
}
