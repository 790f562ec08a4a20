internal import Checks
internal import Publishing
internal import ReadingsCatalog
internal import SourceText

/// Findings as a log of the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS).
struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let findings: [LocatedFinding]
  /// What stands before paths, with its slash.
  private let folder: String
  /// The rules that have findings, in the order of the table.
  private let rules: [Rule]
  private let ruleIndex: [String: Int]
  private var writer = JSONWriter()

  static func bytes(_ findings: [LocatedFinding], in folder: String) -> [UInt8] {
    var report = SARIFReport(findings, folder)
    report.writeLog()
    return report.writer.bytes
  }

  private init(_ findings: [LocatedFinding], _ folder: String) {
    self.findings = findings
    self.folder = folder
    let ids = Set(findings.map(\.finding.rule))
    rules = RuleTable.rules.filter { ids.contains($0.id) }
    ruleIndex = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
  }

  private mutating func writeLog() {
    writer.beginObject()
    writer.member("$schema", SARIFReport.schema)
    writer.member("version", "2.1.0")
    writer.name("runs")
    writer.beginArray()
    writer.beginObject()
    writeTool()
    // SARIF 2.1.0, 3.14.17: a column counts Unicode scalars.
    writer.member("columnKind", "unicodeCodePoints")
    writer.name("results")
    writer.beginArray()
    for finding in findings {
      writer.elementOnNewLine()
      writeResult(finding)
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.newLine()
  }

  private mutating func writeTool() {
    writer.name("tool")
    writer.beginObject()
    writer.name("driver")
    writer.beginObject()
    writer.member("name", "readings")
    writer.member("version", ReadingsCommandLine.version)
    writer.name("rules")
    writer.beginArray()
    for rule in rules {
      writer.elementOnNewLine()
      writer.beginObject()
      writer.member("id", rule.id)
      writeText("shortDescription", rule.meaning)
      writeText("fullDescription", rule.explanation.joined(separator: "\n\n"))
      writer.name("defaultConfiguration")
      writer.beginObject()
      writer.member("level", rule.level == .off ? "none" : rule.level.rawValue)
      writer.endObject()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endObject()
  }

  private mutating func writeResult(_ finding: LocatedFinding) {
    writer.beginObject()
    writer.member("ruleId", finding.finding.rule)
    if let index = ruleIndex[finding.finding.rule] { writer.member("ruleIndex", index) }
    writer.member("level", finding.diagnostic.severity.rawValue)
    writeText("message", finding.diagnostic.message)
    writer.name("locations")
    writer.beginArray()
    writeLocation(finding.region, message: nil)
    writer.endArray()
    if !finding.related.isEmpty {
      writer.name("relatedLocations")
      writer.beginArray()
      for (message, region) in finding.related { writeLocation(region, message: message) }
      writer.endArray()
    }
    if let fix = finding.diagnostic.fix, !fix.edits.isEmpty { writeFix(fix, finding) }
    writer.endObject()
  }

  private mutating func writeFix(_ fix: Diagnostic.Fix, _ finding: LocatedFinding) {
    writer.name("fixes")
    writer.beginArray()
    writer.beginObject()
    writeText("description", fix.message)
    writer.name("artifactChanges")
    writer.beginArray()
    writer.beginObject()
    writeArtifact(finding.region.path)
    writer.name("replacements")
    writer.beginArray()
    for (region, replacement) in finding.edits {
      writer.beginObject()
      writer.name("deletedRegion")
      writeRegion(region)
      writeText("insertedContent", replacement)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.endArray()
    writer.endObject()
    writer.endArray()
  }

  private mutating func writeLocation(_ region: LocatedFinding.Region, message: String?) {
    writer.beginObject()
    writer.name("physicalLocation")
    writer.beginObject()
    writeArtifact(region.path)
    writer.name("region")
    writeRegion(region)
    writer.endObject()
    if let message { writeText("message", message) }
    writer.endObject()
  }

  private mutating func writeArtifact(_ path: String) {
    writer.name("artifactLocation")
    writer.beginObject()
    writer.member("uri", SARIFReport.reference(folder + path))
    writer.endObject()
  }

  private mutating func writeRegion(_ region: LocatedFinding.Region) {
    writer.beginObject()
    writer.member("startLine", region.start.line)
    writer.member("startColumn", region.start.column)
    writer.member("endLine", region.end.line)
    writer.member("endColumn", region.end.column)
    writer.endObject()
  }

  private mutating func writeText(_ name: String, _ text: String) {
    writer.name(name)
    writer.beginObject()
    writer.member("text", text)
    writer.endObject()
  }

  /// A path as a relative reference (RFC 3986, 4.2): bytes that are neither unreserved nor `/` are escaped.
  static func reference(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if byte.isAlphanumeric || "-._~/".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count < 2 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
