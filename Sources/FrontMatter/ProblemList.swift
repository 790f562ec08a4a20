import SourceText

/// Diagnostics with a limit, so that a hostile file does not fill the screen.
struct ProblemList {
  /// The number of diagnostics of one kind that are kept one by one.
  static let limitPerKind = 20

  private(set) var diagnostics: [Diagnostic] = []
  /// How many came behind the limit, and the place of the last one, by kind.
  private var rest: [String: (count: Int, span: SourceSpan)] = [:]

  mutating func add(
    _ severity: Diagnostic.Severity, _ id: String, _ message: @autoclosure () -> String, at span: SourceSpan,
    notes: @autoclosure () -> [Diagnostic.Note] = [], fix: @autoclosure () -> Diagnostic.Fix? = nil
  ) {
    if let (count, _) = rest[id] {
      rest[id] = (count + 1, span)
      return
    }
    diagnostics.append(Diagnostic(severity, id, message(), at: span, notes: notes(), fix: fix()))
    if diagnostics.count >= ProblemList.limitPerKind,
      diagnostics.count(where: { $0.id == id }) >= ProblemList.limitPerKind
    {
      rest[id] = (0, span)
    }
  }

  /// All diagnostics in file order; kinds beyond the limit end with one that gives the count.
  func finished() -> [Diagnostic] {
    if diagnostics.isEmpty { return [] }
    var result = diagnostics
    for (id, (count, span)) in rest where count > 0 {
      let severity = diagnostics.first { $0.id == id }?.severity ?? .error
      result.append(Diagnostic(severity, id, "\(count) more of this kind up to here", at: span))
    }
    result.sort { ($0.span, $0.id) < ($1.span, $1.id) }
    return result
  }
}
