import Foundation
import Markdown
import TestSupport
import Testing

/// What safe output lets through, and what it does not.
struct SafetyTests {
  private func html(_ markdown: String) -> String {
    String(decoding: HTMLRenderer().render(parseChecked(markdown)), as: UTF8.self)
  }

  private struct HostileText: Decodable {
    let markdown: String
    let why: String
    let forbidden: [String]

    private enum CodingKeys: String, CodingKey {
      case markdown, why
      case forbidden = "must_not_contain_ci"
    }
  }

  private struct HostileTexts: Decodable {
    let markdown: [HostileText]
  }

  @Test(.enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
  func nothingActiveComesThrough() throws {
    let texts = try JSONDecoder().decode(HostileTexts.self, from: SharedFolder.suiteData("hostile")).markdown
    var failures = 0
    for text in texts {
      let html = html(text.markdown).lowercased()
      let tags = html.matches(of: #/<[a-z][^>]*>/#).map { String($0.output) }.joined()
      let found = text.forbidden.map { $0.lowercased() }.filter {
        // A scheme in the text, where no link was made of it, is harmless.
        $0.hasSuffix(":") ? tags.contains($0) : html.contains($0)
      }
      let active = ["<script", "<iframe", "<style", "<svg", "<form", "=\"javascript:"].filter {
        tags.contains($0)
      }
      guard !found.isEmpty || !active.isEmpty else { continue }
      failures += 1
      Issue.record("\(text.markdown.debugDescription) gives \(html): \(text.why)")
    }
    print("hostile markdown: \(texts.count - failures) of \(texts.count)")
  }

  @Test(arguments: [
    ("a <b>bold</b> <script>x</script>", "<p>a <b>bold</b> &lt;script&gt;x&lt;/script&gt;</p>\n"),
    ("H<sub>2</sub>O<br/>", "<p>H<sub>2</sub>O<br /></p>\n"),
    ("x <b>left open", "<p>x <b>left open</b></p>\n"),
    ("x</b></div>", "<p>x&lt;/div&gt;</p>\n"),
    ("before <!-- hidden --> after", "<p>before  after</p>\n"),
    ("<!--excerpt.start-->\n", "\n"),
    (
      "a <img src='x.png' onerror='y()' width=3 alt=\"&lt;\">",
      "<p>a <img src=\"x.png\" width=\"3\" alt=\"&lt;\" /></p>\n"
    ),
    ("a <a href=\"java&#115;cript:x\" title=t>b</a>", "<p>a <a title=\"t\">b</a></p>\n"),
    ("[a](mailto:me@example.org)", "<p><a href=\"mailto:me@example.org\">a</a></p>\n"),
    ("[a](../x:y)", "<p><a href=\"../x:y\">a</a></p>\n"),
    ("[*a*](x:y) ![b](data:z)", "<p><em>a</em> b</p>\n"),
    ("<ftp://a.example>", "<p>ftp://a.example</p>\n"),
    ("{{ '<b>' }}", "<p>{{ '&lt;b&gt;' }}</p>\n"),
  ])
  func rawHTMLIsEscapedExceptHarmlessTags(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }
}
