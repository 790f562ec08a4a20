import Markdown
import SourceText

/// Brings the HTML of different programs to one form, so that only differences of structure and text are
/// left.
enum ComparableHTML {
  /// Void elements and check boxes are written in one way.
  static func normalize(_ html: String) -> String {
    html.replacing(" />", with: ">")
      .replacing("<input type=\"checkbox\" disabled=\"\">", with: "<input disabled=\"\" type=\"checkbox\">")
      .replacing(
        "<input type=\"checkbox\" checked=\"\" disabled=\"\">",
        with: "<input checked=\"\" disabled=\"\" type=\"checkbox\">")
  }

  /// White space between tags is left out, as is a table body without rows.
  static func normalizeLayout(_ html: String) -> String {
    normalize(html)
      .replacing(#/>\s+</#, with: "><")
      .replacing(#/<li>\s+/#, with: "<li>")
      .replacing("<tbody></tbody>", with: "")
      .replacing("&quot;", with: "\"")
  }

  /// References become `[[1]]`; links back, identifiers and the paragraphs of definitions are left out.
  static func normalizeFootnotes(_ html: String) -> String {
    normalizeLayout(html)
      .replacing(#/<sup[^>]*><a [^>]*>(\d+)</a></sup>/#) { "[[\($0.output.1)]]" }
      .replacing(#/\s*(&#160;)?<a href="#fnref[^>]*>.*?</a>/#, with: "")
      .replacing(#/<(section|div) class="footnotes"[^>]*>(<hr>)?/#, with: "<section>")
      .replacing(#/</(section|div)>\s*$/#, with: "</section>")
      .replacing(#/<li id=[^>]*>/#, with: "<li>")
      .replacing(#/</?p>/#, with: "\n")
      .replacing(#/\s+/#, with: " ")
      .replacing(#/>\s+/#, with: ">")
      .replacing(#/\s+</#, with: "<")
  }
}

/// The body of a page and its footnote definitions, apart, so that it does not matter where these are shown.
struct FootnoteParts: Equatable {
  var body = ""
  var definitions: [String] = []

  init(_ document: Document) {
    let renderer = HTMLRenderer(isUnsafe: true)
    let page = String(decoding: renderer.render(document), as: UTF8.self)
    body = normalize(page.replacing(#/<section class="footnotes"[\s\S]*/#, with: ""))
    for index in document.blocks.indices {
      guard let span = document.blocks[index].labelSpan else { continue }
      let label = String(decoding: document.source[span.range], as: UTF8.self)
      let content = document.children(of: index)
        .map { String(decoding: renderer.render($0, of: document), as: UTF8.self) }.joined()
      definitions.append(label + ": " + normalize(content))
    }
    definitions.sort()
  }

  /// Reads HTML in which every definition is a `div` at its place.
  init(inPlace html: String) {
    let division =
      #/<div class="footnote-definition" id="([^"]*)"><sup class="footnote-definition-label">\d+</sup>([\s\S]*?)</div>/#
    for match in html.matches(of: division) {
      definitions.append(match.output.1 + ": " + normalize(String(match.output.2)))
    }
    definitions.sort()
    body = normalize(html.replacing(division, with: ""))
  }

  private func normalize(_ html: String) -> String {
    ComparableHTML.normalizeLayout(html)
      .replacing(#/<sup[^>]*><a href="#(?:fn-)?([^"]*)"[^>]*>\d+</a></sup>/#) { "[^\($0.output.1)]" }
      .replacing(#/>\s+/#, with: ">")
      .replacing(#/\s+</#, with: "<")
      .replacing(#/^\s+|\s+$/#, with: "")
  }
}
