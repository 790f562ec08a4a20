import Markdown
import SourceText
import TestSupport
import Testing

/// The suites of others, read where they lie beside the checkout; without them these tests are reported as
/// skipped.
///
/// Each suite prints how many examples agree, and names every example that does not, with the reason: one
/// that joins or leaves that list fails the test.
@Suite(.enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
struct ConformanceTests {
  private func check(
    _ suite: String, count: Int, syntax: MarkdownSyntax, knownDifferences: [String: String] = [:],
    normalize: (String) -> String = ComparableHTML.normalize,
    where isIncluded: (MarkdownExample) -> Bool = { _ in true }
  ) throws {
    let examples = try MarkdownExample.load(suite).filter(isIncluded)
    var differing: Set<String> = []
    for example in examples where example.html != "<IGNORE>\n" {
      let document = parseChecked(example.markdown, syntax: syntax)
      let html = normalize(String(decoding: HTMLRenderer(isUnsafe: true).render(document), as: UTF8.self))
      let expected = normalize(example.html)
      guard html != expected else { continue }
      differing.insert(example.number)
      if knownDifferences[example.number] == nil {
        Issue.record(
          "\(suite) \(example.number)\n\(example.markdown)\n--- gives\n\(html)\n--- not\n\(expected)")
      }
    }
    print(
      "\(suite): \(examples.count - differing.count) of \(examples.count), \(knownDifferences.count) known differences"
    )
    #expect(examples.count == count)
    #expect(differing == Set(knownDifferences.keys))
  }

  @Test func commonMark() throws {
    try check("commonmark-0.31.2", count: 652, syntax: .commonMark)
  }

  @Test func commonMarkHoldsWithAllExtensions() throws {
    let reason = "GFM 6.9 links bare addresses"
    try check(
      "commonmark-0.31.2", count: 652, syntax: .post,
      knownDifferences: ["602": reason, "606": reason, "608": reason, "611": reason, "612": reason])
  }

  @Test func gfmSpecification() throws {
    try check(
      "gfm-spec-0.29", count: 24, syntax: .gfm,
      knownDifferences: ["652": "the tag filter: safe output escapes these tags, unsafe output passes them"],
      where: { !$0.extensions.isEmpty })
  }

  @Test func gfmExtensions() throws {
    try check(
      "gfm-extensions", count: 30, syntax: [.gfm, .footnotes],
      knownDifferences: ["22": "the tag filter: safe output escapes these tags, unsafe output passes them"])
  }

  @Test func cmarkRegression() throws {
    try check("cmark-regression", count: 26, syntax: .commonMark)
  }

  @Test func gfmRegression() throws {
    try check("gfm-regression", count: 26, syntax: [.gfm, .footnotes])
  }

  @Test func pulldownTables() throws {
    try check(
      "pulldown-table", count: 28, syntax: .gfm,
      knownDifferences: [
        "13": "below a line of text pulldown wants a pipe before the first column; GitHub does not",
        "15": "a backslash at the end of the header row is text, as on GitHub",
      ],
      normalize: ComparableHTML.normalizeLayout)
  }

  @Test func md4cTables() throws {
    try check(
      "md4c-spec-tables", count: 11, syntax: .gfm,
      knownDifferences: [
        "12": "GFM 4.10: a pipe ends a cell even in a code span"
      ], normalize: ComparableHTML.normalizeLayout, where: { $0.flags.contains("--ftables") })
  }

  @Test func md4cFootnotes() throws {
    try check(
      "md4c-spec-footnotes", count: 23, syntax: [.gfm, .footnotes],
      knownDifferences: [
        "12": "a definition without text on its first line has no paragraph that a line could continue"
      ],
      normalize: ComparableHTML.normalizeFootnotes,
      where: {
        $0.flags.contains("--ffootnotes")
          && Set($0.flags).isDisjoint(with: ["--fspoilers", "--fsuperscripts"])
      })
  }

  @Test func goldmarkFootnotes() throws {
    try check(
      "goldmark-footnote", count: 5, syntax: [.gfm, .footnotes], knownDifferences: [:],
      normalize: ComparableHTML.normalizeFootnotes)
  }

  /// This suite shows definitions where they stand, so bodies and definitions are compared on their own.
  @Test func pulldownFootnotes() throws {
    let knownDifferences: [String: String] = [:]
    let examples = try MarkdownExample.load("pulldown-footnotes")
    var differing: Set<String> = []
    for example in examples {
      let document = parseChecked(example.markdown, syntax: [.tables, .footnotes])
      let found = FootnoteParts(document)
      let expected = FootnoteParts(inPlace: example.html)
      guard found != expected else { continue }
      differing.insert(example.number)
      if knownDifferences[example.number] == nil {
        Issue.record(
          "pulldown-footnotes \(example.number)\n\(example.markdown)\n\(found)\n--- not\n\(expected)")
      }
    }
    print(
      "pulldown-footnotes: \(examples.count - differing.count) of \(examples.count), \(knownDifferences.count) known differences"
    )
    #expect(examples.count == 26)
    #expect(differing == Set(knownDifferences.keys))
  }
}
