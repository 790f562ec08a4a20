internal import Checks
internal import SourceText

/// A finding with its places as lines and columns, for the formats of programs.
struct LocatedFinding {
  /// A place: 1-based, the end behind the last column, columns counted in Unicode scalars.
  struct Region {
    let path: String
    let start: SourcePosition
    let end: SourcePosition
    let span: SourceSpan
  }

  let finding: Finding
  let region: Region
  /// Other places, of this file and others, with what they have to do with it.
  let related: [(message: String, region: Region)]
  /// The edits of its fix with their places.
  let edits: [(region: Region, replacement: String)]

  var diagnostic: Diagnostic { finding.diagnostic }

  /// Whether the fix keeps what the post says.
  var isFixSafe: Bool { RuleTable.rule(finding.rule)?.fix == .safe }

  /// Locates findings, which keep their order. Makes the line table of each file once.
  static func locate(_ findings: [Finding]) -> [LocatedFinding] {
    var tables: [String: LineTable] = [:]
    func region(_ file: SourceFile, _ span: SourceSpan) -> Region {
      let table = tables[file.path] ?? LineTable(file.bytes)
      tables[file.path] = table
      return Region(
        path: file.path, start: table.position(at: span.lowerBound), end: table.position(at: span.upperBound),
        span: span)
    }
    return findings.map { finding in
      let file = finding.file
      let notes = finding.diagnostic.notes.map { ($0.message, region(file, $0.span)) }
      return LocatedFinding(
        finding: finding, region: region(file, finding.diagnostic.span),
        related: notes + finding.related.map { ($0.message, region($0.file, $0.span)) },
        edits: (finding.diagnostic.fix?.edits ?? []).map {
          (region(file, $0.span), String(decoding: $0.replacement, as: UTF8.self))
        })
    }
  }
}
