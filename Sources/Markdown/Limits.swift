/// The bounds that keep parsing and rendering linear in the length of the input.
enum Limit {
  /// Lists and footnote definitions nested deeper than this are text: every blank line visits each of them.
  static let containerDepth = 100
  /// CommonMark 0.31.2, 4.7: a label has at most 999 characters.
  static let labelLength = 999
  /// CommonMark 0.31.2, 6.3: implementations may bound nested parentheses in a destination.
  static let parenthesisDepth = 32
  /// Cells that short rows of one table may be completed with; the next row is no row.
  static let completedCells = 0x80000
  /// Bytes that the targets of reference links may add to one document, at least.
  static let referenceExpansion = 100_000
  /// CommonMark 0.31.2, 5.2: at most nine digits, so that no number overflows.
  static let orderedDigits = 9
}
