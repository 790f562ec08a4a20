internal import Checks
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
    return lines(for: sorted.map { Finding(in: $0.file, $0.diagnostic) })
  }

  /// The lines of findings, which keep their order.
  func lines(for findings: some Sequence<Finding>) -> [StyledLine] {
    var tables = LineTables()
    return findings.flatMap { lines(for: $0, &tables) }
  }

  /// The same to be written piece by piece.
  func pieces(for findings: [Finding]) -> PiecesInParallel<[StyledLine]> {
    PiecesInParallel(findings, size: 256) { lines(for: $0) }
  }

  private func lines(for finding: Finding, _ tables: inout LineTables) -> [StyledLine] {
    let diagnostic = finding.diagnostic
    let place = Place(finding.file, diagnostic.span, tables.table(of: finding.file))
    var lines = [
      line(
        place, diagnostic.severity.rawValue, style(diagnostic.severity),
        [diagnostic.message, " [", diagnostic.id, "]"])
    ]
    lines += excerpt(place)
    func note(_ message: String, _ file: SourceFile, _ span: SourceSpan) {
      let place = Place(file, span, tables.table(of: file))
      lines.append(line(place, "note", .note, [message]))
      lines += excerpt(place)
    }
    for other in diagnostic.notes { note(other.message, finding.file, other.span) }
    for other in finding.related { note(other.message, other.file, other.span) }
    if let fix = diagnostic.fix { lines.append(line(place, "note", .note, ["fix: ", fix.message])) }
    return lines
  }

  private func style(_ severity: Diagnostic.Severity) -> TextStyle {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// A span of a file with what is printed of where it is.
  private struct Place {
    let file: SourceFile
    let span: SourceSpan
    /// The bytes of the line that it starts in.
    let content: SourceSpan
    /// Path, line and column.
    let start: StyledLine

    init(_ file: SourceFile, _ span: SourceSpan, _ table: LineTable) {
      self.file = file
      self.span = span
      let position = table.position(at: span.lowerBound)
      content = table.contentSpan(ofLine: position.line)
      start = StyledLine("\(file.path):\(position.line):\(position.column): ")
    }
  }

  /// The line that says what is where.
  private func line(_ place: Place, _ label: String, _ style: TextStyle, _ message: [String]) -> StyledLine {
    var line = place.start
    line.add(label, style)
    line.add(":", style)
    line.add(" ")
    for part in message { line.add(part) }
    return line
  }

  private func excerpt(_ place: Place) -> [StyledLine] {
    let excerpt = SourceExcerpt(
      place.file.bytes[place.content.range], marking: place.span.range, width: width)
    guard !excerpt.text.isEmpty else { return [] }
    return [StyledLine(excerpt.text), StyledLine(excerpt.mark, .emphasis)]
  }

  /// The line table of the file that was asked for last, and of the one before.
  private struct LineTables {
    private var recent: [(path: String, table: LineTable)] = []

    mutating func table(of file: SourceFile) -> LineTable {
      if let known = recent.first(where: { $0.path == file.path }) { return known.table }
      let table = LineTable(file.bytes)
      recent = Array(([(file.path, table)] + recent).prefix(2))
      return table
    }
  }
}
