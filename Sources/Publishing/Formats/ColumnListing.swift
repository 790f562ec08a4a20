/// Fields chosen by name as lines of text.
package enum ColumnListing {
  private static let gap = 2
  private static let smallestColumn = 4

  /// Aligned columns below their names, within `width` columns; values that do not fit are cut.
  package static func table<Element>(
    _ elements: [Element], _ fields: [ListedField<Element>], width: Int
  ) -> [StyledLine] {
    guard !elements.isEmpty else { return [] }
    let rows = [fields.map(\.name)] + elements.map { element in fields.map { $0.value(element).line } }
    let widths = widths(
      fields.indices.map { column in rows.reduce(0) { max($0, DisplayWidth.of($1[column])) } }, in: width)
    return rows.enumerated().map { index, row in
      var text = ""
      for (value, width) in zip(row, widths) where width > 0 {
        text += TextLayout.padded(TextLayout.truncated(value, to: width), to: width + gap)
      }
      while text.last == " " { text.removeLast() }
      return StyledLine(text, index == 0 ? .strong : .plain)
    }
  }

  /// One line for each element: its values two spaces apart, uncut, without those that are empty.
  package static func plain<Element>(_ elements: [Element], _ fields: [ListedField<Element>]) -> [StyledLine]
  {
    elements.map { element in
      StyledLine(fields.map { $0.value(element).line }.filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// The widths wanted, the widest made narrower until they fit; those that cannot are left out from the right.
  private static func widths(_ wanted: [Int], in width: Int) -> [Int] {
    var widths = wanted
    func excess() -> Int { widths.reduce(-gap) { $0 + ($1 > 0 ? $1 + gap : 0) } - width }
    while excess() > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }) else { break }
      if widths[widest] > smallestColumn {
        widths[widest] -= 1
      } else if let last = widths.lastIndex(where: { $0 > 0 }), last > 0 {
        widths[last] = 0
      } else {
        break
      }
    }
    return widths
  }
}
