internal import Checks
internal import SourceText

/// Findings as commands that GitHub's runners turn into annotations
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
enum GitHubAnnotations {
  /// - Parameter folder: what stands before paths, with its slash; the runner wants them from the repository's top.
  static func lines(_ findings: [LocatedFinding], in folder: String) -> [UInt8] {
    var text = ""
    for finding in findings {
      let region = finding.region
      var properties = [
        ("file", folder + region.path), ("line", "\(region.start.line)"), ("col", "\(region.start.column)"),
        ("endLine", "\(region.end.line)"),
      ]
      // Columns mean something only within a line.
      if region.start.line == region.end.line {
        properties.append(("endColumn", "\(max(region.start.column, region.end.column - 1))"))
      }
      properties.append(("title", finding.finding.rule))
      let list = properties.map { "\($0.0)=\(property($0.1))" }.joined(separator: ",")
      text += "::\(command(finding.diagnostic.severity)) \(list)::\(data(message(of: finding)))\n"
    }
    return Array(text.utf8)
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func message(of finding: LocatedFinding) -> String {
    let fix = finding.diagnostic.fix.map { "\nfix: \($0.message)" } ?? ""
    return finding.diagnostic.message + fix
  }

  /// A message; `%` first, or the escapes would be escaped.
  static func data(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
  }

  /// The value of a property, which a comma or colon would end.
  static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] {
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}
