internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// Prints problems the way compilers do: place, severity and message, the line of the source, a mark under the span.
struct DiagnosticPrinter {
  /// Source lines are shown in windows of this many columns.
  let width: Int

  /// The lines of all problems, ordered by path and offset.
  func lines(for problems: [CatalogProblem]) -> [StyledLine] {
    let sorted = problems.sorted { left, right in
      (left.file.path, left.diagnostic.span) < (right.file.path, right.diagnostic.span)
    }
    var table: (path: String, lines: LineTable)?
    var lines: [StyledLine] = []
    for problem in sorted {
      if table?.path != problem.file.path { table = (problem.file.path, LineTable(problem.file.bytes)) }
      guard let table else { continue }
      lines += self.lines(for: problem, table.lines)
    }
    return lines
  }

  private func lines(for problem: CatalogProblem, _ table: LineTable) -> [StyledLine] {
    let diagnostic = problem.diagnostic
    var lines = [heading(problem.file.path, table.position(at: diagnostic.span.lowerBound))]
    lines[0].add(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? .error : .warning)
    lines[0].add(" \(diagnostic.message) [\(diagnostic.id)]")
    lines += excerpt(problem.file, diagnostic.span, table)
    for note in diagnostic.notes {
      var line = heading(problem.file.path, table.position(at: note.span.lowerBound))
      line.add("note:", .note)
      line.add(" " + note.message)
      lines.append(line)
      lines += excerpt(problem.file, note.span, table)
    }
    if let fix = diagnostic.fix {
      var line = heading(problem.file.path, table.position(at: diagnostic.span.lowerBound))
      line.add("note:", .note)
      line.add(" fix: " + fix.message)
      lines.append(line)
    }
    return lines
  }

  private func heading(_ path: String, _ position: SourcePosition) -> StyledLine {
    StyledLine("\(path):\(position): ")
  }

  private func excerpt(_ file: SourceFile, _ span: SourceSpan, _ table: LineTable) -> [StyledLine] {
    let content = table.contentSpan(ofLine: table.line(at: span.lowerBound))
    let excerpt = SourceExcerpt(file.bytes[content.range], marking: span.range, width: width)
    guard !excerpt.text.isEmpty else { return [] }
    return [StyledLine(excerpt.text), StyledLine(excerpt.mark, .emphasis)]
  }
}

/// The window of a source line around a span, with the mark that goes under it.
struct SourceExcerpt {
  /// The line, or the part of it that fits: tabs as spaces, controls visible, bytes that are no UTF-8 as `\xNN`.
  let text: String
  /// Spaces up to the span, then `^~~~`.
  let mark: String

  /// One scalar or stray byte as it is shown.
  private struct Cell {
    let text: String
    let width: Int
    let isMarked: Bool
  }

  init(_ line: ArraySlice<UInt8>, marking range: Range<Int>, width: Int) {
    let cells = SourceExcerpt.cells(line, range)
    let start = cells.firstIndex(where: \.isMarked) ?? cells.count
    let markWidth = cells[start...].reduce(0) { $0 + ($1.isMarked ? $1.width : 0) }
    let window = SourceExcerpt.window(cells, from: start, markWidth: markWidth, width: width)
    let opening = window.lowerBound > 0 ? "…" : ""
    let closing = window.upperBound < cells.count ? "…" : ""
    text = opening + cells[window].map(\.text).joined() + closing
    let before = cells[window.lowerBound..<max(start, window.lowerBound)].reduce(0) { $0 + $1.width }
    let marked = cells[window].reduce(0) { $0 + ($1.isMarked ? $1.width : 0) }
    mark =
      String(repeating: " ", count: before + (opening.isEmpty ? 0 : 1)) + "^"
      + String(repeating: "~", count: max(0, marked - 1))
  }

  /// The cells to show: all when they fit, else those around the start of the span.
  private static func window(_ cells: [Cell], from start: Int, markWidth: Int, width: Int) -> Range<Int> {
    guard cells.reduce(0, { $0 + $1.width }) > width else { return cells.indices }
    let room = max(10, width - 2)
    let lead = max(room / 4, min(room / 2, room - markWidth))
    var first = start
    var used = 0
    while first > 0, used + cells[first - 1].width <= lead {
      first -= 1
      used += cells[first].width
    }
    var end = start
    while end < cells.count, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    while first > 0, used + cells[first - 1].width <= room {
      first -= 1
      used += cells[first].width
    }
    return first..<end
  }

  private static func cells(_ line: ArraySlice<UInt8>, _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var offset = line.startIndex
    var column = 0
    while offset < line.endIndex {
      let (scalar, length) = decode(line, at: offset)
      let text = scalar.map { shown($0, at: column) } ?? "\\x" + hexadecimal(line[offset])
      let width = scalar.map { visibleWidth($0, text) } ?? text.utf8.count
      cells.append(Cell(text: text, width: width, isMarked: range.contains(offset)))
      column += width
      offset += length
    }
    return cells
  }

  private static func shown(_ scalar: Unicode.Scalar, at column: Int) -> String {
    if scalar == "\t" { return String(repeating: " ", count: 4 - column % 4) }
    return VisibleText.replacement(for: scalar) ?? String(scalar)
  }

  private static func visibleWidth(_ scalar: Unicode.Scalar, _ text: String) -> Int {
    text.unicodeScalars.count == 1 ? DisplayWidth.of(text.unicodeScalars.first ?? scalar) : text.utf8.count
  }

  /// The scalar at `offset` and the bytes it takes; a byte that starts none stands alone.
  private static func decode(_ line: ArraySlice<UInt8>, at offset: Int) -> (Unicode.Scalar?, Int) {
    var decoder = UTF8()
    var iterator = line[offset...].prefix(4).makeIterator()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): return (scalar, UTF8.width(scalar))
    case .emptyInput, .error: return (nil, 1)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
