package import ReadingsCatalog

/// Sessions without their readings as lines of text.
package enum SessionListing {
  /// One row a session: date, title, number of readings, term, label and key, within `width` columns.
  package static func table(_ sessions: [Session], width: Int) -> [StyledLine] {
    var rows = sessions.map { cells(of: $0) }
    guard let first = rows.first else { return [] }
    let countWidth = rows.reduce(0) { max($0, $1[2].text.utf8.count) }
    for row in rows.indices {
      // Counts are flush right, and "1 reading" stands under the others.
      let text = rows[row][2].text + (rows[row][2].text.hasSuffix("s") ? "" : " ")
      rows[row][2].text = String(repeating: " ", count: max(0, countWidth - text.utf8.count)) + text
    }
    let share = max(8, width / 5)
    var widths = first.indices.map { column in
      rows.reduce(0) { max($0, DisplayWidth.of($1[column].text)) }
    }
    for column in [3, 4] { widths[column] = min(widths[column], share) }
    widths[5] = min(widths[5], max(24, width / 4))
    if sessions.allSatisfy({ $0.date == nil }) { widths[0] = 0 }
    func remaining() -> Int {
      width - widths.enumerated().reduce(0) { $0 + ($1.offset != 1 && $1.element > 0 ? $1.element + 2 : 0) }
    }
    // Too narrow for all columns: first the label goes, then the term, then the count; the key stays.
    for column in [4, 3, 2] where remaining() < min(widths[1], 24) { widths[column] = 0 }
    widths[1] = max(1, min(widths[1], remaining()))
    return rows.map { line($0, widths) }
  }

  /// The same without cutting anything, cells two spaces apart.
  package static func plain(_ sessions: [Session]) -> [StyledLine] {
    sessions.map { session in
      StyledLine(cells(of: session).map(\.text).filter { !$0.isEmpty }.joined(separator: "  "))
    }
  }

  /// Every cell; a label that is the key, too, is shown once.
  private static func cells(of session: Session) -> [(text: String, style: TextStyle)] {
    let count = session.readings.count
    let label = session.label == session.key ? nil : session.label
    return [
      (session.date?.description ?? "undated", .quiet), (VisibleText.make(session.title), .strong),
      (count == 1 ? "1 reading" : "\(count) readings", .plain),
      (VisibleText.make(session.term ?? ""), .quiet), (VisibleText.make(label ?? ""), .quiet),
      (VisibleText.make(session.key), .key),
    ]
  }

  private static func line(_ cells: [(text: String, style: TextStyle)], _ widths: [Int]) -> StyledLine {
    var line = StyledLine()
    var owedSpaces = 0
    for (cell, width) in zip(cells, widths) where width > 0 {
      let text = TextLayout.truncated(cell.text, to: width)
      if !text.isEmpty { line.add(String(repeating: " ", count: owedSpaces)) }
      line.add(text, cell.style)
      let used = text.isEmpty ? -owedSpaces : DisplayWidth.of(text)
      owedSpaces = width - used + 2
    }
    return line
  }
}
