package import SourceText
internal import ReadingsCatalog

/// A rule applied to one of its examples.
package struct RuleExampleRun: Sendable {
  /// The example's files without their marks, by path.
  package let library: SampleLibrary
  /// What the rule, and no other, found.
  package let findings: [Finding]
  /// The places that the example marks, by path and offset.
  package let expected: [(path: String, span: SourceSpan)]

  /// Applies a rule to an example.
  package init(_ example: RuleExample, of rule: Rule) {
    let files = example.files.map { ($0.path, RuleExampleRun.parse($0.markedText)) }
    library = SampleLibrary(files.map { SourceFile(path: $0.0, bytes: $0.1.bytes) })
    expected = files.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.flatMap { path, parsed in
      parsed.spans.map { (path, $0) }
    }
    var levels = RuleLevels()
    // Whether a comment leaves something out shows only where the other rules are applied.
    if rule.id != IgnoreRules.unused.id { levels.keepOnly([rule.id]) }
    findings = Checker(levels).check(library.catalog, in: library).findings.filter { $0.rule == rule.id }
  }

  /// The text without its marks.
  package static func unmarked(_ text: String) -> String {
    String(decoding: parse(text).bytes, as: UTF8.self)
  }

  private static func parse(_ text: String) -> (bytes: [UInt8], spans: [SourceSpan]) {
    var bytes: [UInt8] = []
    var spans: [SourceSpan] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": spans.append(SourceSpan(start, bytes.count))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, spans)
  }
}
