package import Foundation

/// The conformance suites, which lie beside a checkout in `../shared/suites` and are no part of it.
package enum Suites {
  /// The folder that holds the checkout's companion files.
  package static let sharedFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  package static let arePresent = FileManager.default.fileExists(
    atPath: sharedFolder.appending(path: "suites").path)

  package static func data(_ name: String) throws -> Data {
    try Data(contentsOf: sharedFolder.appending(path: "suites/\(name).json"))
  }
}

/// An example of a Markdown suite: a text and the HTML it is to give.
package struct MarkdownExample: Decodable, Sendable {
  package let number: String
  package let section: String
  package let markdown: String
  package let html: String
  package let extensions: [String]
  package let flags: [String]

  private enum CodingKeys: String, CodingKey { case example, section, markdown, html, extensions, flags }

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

  package static func load(_ suite: String) throws -> [MarkdownExample] {
    try JSONDecoder().decode([MarkdownExample].self, from: Suites.data(suite))
  }
}
