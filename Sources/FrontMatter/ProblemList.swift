import SourceText

/// Diagnostics with a limit, so that a hostile file does not fill the screen.
struct ProblemList {
  /// The number of diagnostics of one kind that are kept one by one.
  static let limitPerKind = 20

  private(set) var diagnostics: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private var lastSpans: [String: SourceSpan] = [:]

  mutating func add(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, at span: SourceSpan,
    notes: [Diagnostic.Note] = [], fix: Diagnostic.Fix? = nil
  ) {
    let count = counts[id, default: 0] + 1
    counts[id] = count
    if count <= ProblemList.limitPerKind {
      diagnostics.append(Diagnostic(severity, id, message, at: span, notes: notes, fix: fix))
    } else {
      lastSpans[id] = span
    }
  }

  /// All diagnostics in file order; kinds beyond the limit end with one that gives the count.
  func finished() -> [Diagnostic] {
    if diagnostics.isEmpty { return [] }
    var result = diagnostics
    for (id, span) in lastSpans {
      let rest = (counts[id] ?? 0) - ProblemList.limitPerKind
      let severity = diagnostics.first { $0.id == id }?.severity ?? .error
      result.append(Diagnostic(severity, id, "\(rest) more of this kind up to here", at: span))
    }
    result.sort { ($0.span, $0.id) < ($1.span, $1.id) }
    return result
  }
}
