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
