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
  func pieces(for findings: [Finding]) -> PiecesInParallel<Finding, [StyledLine]> {
    PiecesInParallel(findings, size: 256) { lines(for: $0) }
  }

  private func lines(for finding: Finding, _ tables: inout LineTables) -> [StyledLine] {
    let diagnostic = finding.diagnostic
    var lines = heading(
      finding.file, diagnostic.span, diagnostic.severity.rawValue, style(diagnostic.severity),
      "\(diagnostic.message) [\(diagnostic.id)]", &tables)
    for note in diagnostic.notes {
      lines += heading(finding.file, note.span, "note", .note, note.message, &tables)
    }
    for place in finding.related {
      lines += heading(place.file, place.span, "note", .note, place.message, &tables)
    }
    if let fix = diagnostic.fix {
      let table = tables.table(of: finding.file)
      lines.append(place(finding.file, diagnostic.span, "note", .note, "fix: " + fix.message, table))
    }
    return lines
  }

  private func style(_ severity: Diagnostic.Severity) -> TextStyle {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  /// The line that says what is where, and the excerpt of the source.
  private func heading(
    _ file: SourceFile, _ span: SourceSpan, _ label: String, _ style: TextStyle, _ message: String,
    _ tables: inout LineTables
  ) -> [StyledLine] {
    let table = tables.table(of: file)
    return [place(file, span, label, style, message, table)] + excerpt(file, span, table)
  }

  private func place(
    _ file: SourceFile, _ span: SourceSpan, _ label: String, _ style: TextStyle, _ message: String,
    _ table: LineTable
  ) -> StyledLine {
    let position = table.position(at: span.lowerBound)
    var line = StyledLine("\(file.path):\(position.line):\(position.column): ")
    line.add(label + ":", style)
    line.add(" " + message)
    return line
  }

  private func excerpt(_ file: SourceFile, _ span: SourceSpan, _ table: LineTable) -> [StyledLine] {
    let content = table.contentSpan(ofLine: table.line(at: span.lowerBound))
    let excerpt = SourceExcerpt(file.bytes[content.range], marking: span.range, width: width)
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
