import Markdown
import SourceText
import TestSupport
import Testing

/// The suites are read where they lie beside the checkout; without them these tests are reported as skipped.
@Suite(.enabled(if: Suites.arePresent, "the conformance suites are not beside this checkout"))
struct ConformanceTests {
  private func run(
    _ suite: String, syntax: MarkdownSyntax, expected: Int,
    where isIncluded: (MarkdownExample) -> Bool = { _ in true }
  ) throws {
    let examples = try MarkdownExample.load(suite).filter(isIncluded)
    var failed: [String] = []
    for example in examples {
      let document = Document(parsing: example.markdown, syntax: syntax)
      let html = String(decoding: HTMLRenderer(isUnsafe: true).render(document), as: UTF8.self)
      if example.html != "<IGNORE>\n", NormalizedHTML.of(html) != NormalizedHTML.of(example.html) {
        failed.append(example.number)
        print("  \(suite) \(example.number): \(example.markdown.debugDescription)")
        print("    \(html.debugDescription)")
        print("    \(example.html.debugDescription)")
      }
    }
    print("\(suite): \(examples.count - failed.count) of \(examples.count); failed: \(failed)")
    #expect(examples.count - failed.count >= expected, "failed: \(failed)")
  }

  @Test func commonMark() throws {
    try run("commonmark-0.31.2", syntax: .commonMark, expected: 652)
  }

  @Test func commonMarkWithExtensionsOn() throws {
    try run("commonmark-0.31.2", syntax: .post, expected: 640)
  }

  @Test func gfmSpec() throws {
    try run("gfm-spec-0.29", syntax: .gfm, expected: 23) { !$0.extensions.isEmpty }
  }

  @Test func gfmExtensions() throws {
    try run("gfm-extensions", syntax: [.gfm, .footnotes], expected: 29)
  }

  @Test func cmarkRegression() throws {
    try run("cmark-regression", syntax: .commonMark, expected: 26)
  }

  @Test func gfmRegression() throws {
    try run("gfm-regression", syntax: [.gfm, .footnotes], expected: 26)
  }
}

/// HTML without the differences that mean nothing.
enum NormalizedHTML {
  static func of(_ html: String) -> String {
    html.replacing(" />", with: ">")
      .replacing("<input type=\"checkbox\" disabled=\"\">", with: "<input disabled=\"\" type=\"checkbox\">")
      .replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\">",
        with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">")
  }
}
