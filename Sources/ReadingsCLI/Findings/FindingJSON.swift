internal import Checks
internal import Publishing
internal import SourceText

/// Findings as JSON of our own: one array, or one object a line.
enum FindingJSON {
  static func array(_ findings: [LocatedFinding]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for finding in findings {
      writer.elementOnNewLine()
      write(finding, &writer)
    }
    if !findings.isEmpty { writer.newLine() }
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }

  static func lines(_ findings: [LocatedFinding]) -> [UInt8] {
    var writer = JSONWriter()
    for finding in findings {
      write(finding, &writer)
      writer.endDocument()
    }
    return writer.bytes
  }

  private static func write(_ finding: LocatedFinding, _ writer: inout JSONWriter) {
    writer.beginObject()
    write(finding.region, &writer)
    writer.member("severity", finding.diagnostic.severity.rawValue)
    writer.member("rule", finding.finding.rule)
    writer.member("message", finding.diagnostic.message)
    writer.name("related")
    writer.beginArray()
    for (message, region) in finding.related {
      writer.beginObject()
      write(region, &writer)
      writer.member("message", message)
      writer.endObject()
    }
    writer.endArray()
    writer.name("fix")
    writeFix(finding, &writer)
    writer.endObject()
  }

  private static func writeFix(_ finding: LocatedFinding, _ writer: inout JSONWriter) {
    guard let fix = finding.diagnostic.fix else { return writer.null() }
    writer.beginObject()
    writer.member("message", fix.message)
    writer.member("safety", finding.isFixSafe ? "safe" : "unsafe")
    writer.name("edits")
    writer.beginArray()
    for (region, replacement) in finding.edits {
      writer.beginObject()
      writePositions(region, &writer)
      writer.member("replacement", replacement)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private static func write(_ region: LocatedFinding.Region, _ writer: inout JSONWriter) {
    writer.member("file", region.path)
    writePositions(region, &writer)
  }

  private static func writePositions(_ region: LocatedFinding.Region, _ writer: inout JSONWriter) {
    writer.member("line", region.start.line)
    writer.member("column", region.start.column)
    writer.member("endLine", region.end.line)
    writer.member("endColumn", region.end.column)
  }
}
