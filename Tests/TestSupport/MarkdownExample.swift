/// An example of a Markdown suite: a text and the HTML it is to give.
package struct MarkdownExample: Decodable, Sendable {
  /// The example's own number, which can be text.
  package let number: String
  /// The heading that the example stands under.
  package let section: String
  /// The text to parse.
  package let markdown: String
  /// The HTML that the suite expects.
  package let html: String
  /// The extensions of GFM that the example needs.
  package let extensions: [String]
  /// The options of the suite's own program that the example needs.
  package let flags: [String]

  private enum CodingKeys: String, CodingKey { case example, section, markdown, html, extensions, flags }

  /// Reads what the suites have in common; what one of them lacks is empty.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    if let number = try? values.decode(Int.self, forKey: .example) {
      self.number = String(number)
    } else {
      number = try values.decode(String.self, forKey: .example)
    }
    section = try values.decode(String.self, forKey: .section)
    markdown = try values.decode(String.self, forKey: .markdown)
    html = try values.decode(String.self, forKey: .html)
    extensions = try values.decodeIfPresent([String].self, forKey: .extensions) ?? []
    flags = try values.decodeIfPresent([String].self, forKey: .flags) ?? []
  }

  /// All examples of a suite, in order.
  package static func load(_ suite: String) throws -> [MarkdownExample] {
    try SharedFolder.suite(suite, of: MarkdownExample.self)
  }
}
