internal import SourceText

/// Findings that a library had when its seminar began to check it, and that are not reported again.
///
/// A finding is known by its path, its rule and the text of its line, so that lines added above it change nothing; as
/// many of the kind as were recorded are left out.
package struct Baseline: Sendable {
  /// Why a file is no baseline.
  package struct Failure: Error, Equatable {
    /// 1-based.
    package let line: Int
  }

  /// How many findings of a kind there are, by kind.
  private var counts: [String: Int] = [:]

  private static let header = "# readings check --baseline: COUNT RULE LINE-HASH PATH"

  /// Records findings.
  package init(_ findings: [Finding]) {
    var keys = Keys()
    for finding in findings { counts[keys.key(of: finding), default: 0] += 1 }
  }

  /// Reads what ``bytes`` wrote.
  package init(reading bytes: [UInt8]) throws(Failure) {
    let text = String(decoding: bytes, as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[0]), count > 0,
        parts[1].split(separator: " ", maxSplits: 2).count == 3
      else { throw Failure(line: index + 1) }
      counts[String(parts[1]), default: 0] += count
    }
  }

  /// The baseline as a text, sorted, a line for each kind of finding.
  package var bytes: [UInt8] {
    let lines = counts.sorted { Baseline.place($0.key) < Baseline.place($1.key) }.map {
      "\($0.value) \($0.key)"
    }
    return Array(([Baseline.header] + lines).map { $0 + "\n" }.joined().utf8)
  }

  /// Sorts by path, then rule.
  private static func place(_ key: String) -> (Substring, Substring, Substring) {
    let parts = key.split(separator: " ", maxSplits: 2)
    return (parts[2], parts[0], parts[1])
  }

  /// The findings that are not in the baseline, in their order.
  package func newFindings(_ findings: [Finding]) -> [Finding] {
    var rest = counts
    var keys = Keys()
    return findings.filter { finding in
      let key = keys.key(of: finding)
      guard let count = rest[key], count > 0 else { return true }
      rest[key] = count - 1
      return false
    }
  }

  /// Names kinds of findings; keeps the lines of the file that it saw last.
  private struct Keys {
    private var path = ""
    private var lines = LineTable([])

    mutating func key(of finding: Finding) -> String {
      let file = finding.file
      if file.path != path || path.isEmpty { (path, lines) = (file.path, LineTable(file.bytes)) }
      let content = lines.contentSpan(ofLine: lines.line(at: finding.diagnostic.span.lowerBound))
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      // FNV-1a (draft-eastlake-fnv), over the line without its blanks.
      for byte in file.bytes[content.range] where !byte.isWhitespace {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      let digits = String(hash, radix: 16)
      let name = file.path.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\(finding.rule) \(String(repeating: "0", count: 16 - digits.count))\(digits) \(name)"
    }
  }
}
