import Foundation
import ReadingsCatalog
import SourceText
import TestSupport

/// A library in which every text is an attack.
enum HostileLibrary {
  private struct Suite: Decodable {
    struct Text: Decodable {
      let markdown: String
    }

    enum Value: Decodable {
      case one(String)
      case several([String])

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
          self = .one(text)
        } else {
          self = .several(try container.decode([String].self))
        }
      }

      var texts: [String] {
        switch self {
        case .one(let text): [text]
        case .several(let texts): texts
        }
      }
    }

    struct Field: Decodable {
      let value: Value
    }

    let markdown: [Text]
    let metadata: [Field]
  }

  /// The texts of the suite, those of front matter among them.
  static func texts() throws -> [String] {
    let suite = try JSONDecoder().decode(Suite.self, from: SharedFolder.suiteData("hostile"))
    return suite.markdown.map(\.markdown) + suite.metadata.flatMap(\.value.texts)
  }

  /// Each text in every field of a session and a reading, and all of them in the body of a post.
  static func catalog() throws -> Catalog {
    let texts = try texts()
    let described = texts.enumerated().map { session(of: $1, number: $0) }
    return Catalog(sessions: described + PostReader().read(try post()).sessions)
  }

  /// A post that holds all of the texts.
  static func post() throws -> SourceFile {
    let entries = try texts().map { "### \($0)\n+ \($0)\n+ https://a.example/\($0)\n\n\($0)\n\n" }.joined()
    return SourceFile(
      path: "posts/all.md", text: "---\ntitle: All of them\n---\n## Required Readings\n" + entries)
  }

  private static func session(of text: String, number: Int) -> Session {
    let title = text.isEmpty ? "empty" : text
    var session = Session(key: "\(title)\(number)", title: title, file: "posts/\(number).md")
    (session.term, session.label, session.lecture) = (text, text, text)
    (session.lectureVersion, session.leadTeam, session.blogTeam) = (text, text, text)
    session.tags = [Tag(text)]
    session.categories = [Tag(text)]
    session.date = CalendarDate(year: 2024, month: 1 + number % 12, day: 1)
    var reading = Reading(key: title, title: title, span: anySpan, position: position(1))
    reading.alternativeTitles = [text]
    reading.section = text
    reading.urls = [text, "https://a.example/" + text, "javascript:" + text]
    reading.identifiers = [Identifier(.doi, "10.1/" + text)]
    reading.authors = [text, text + " Ray"]
    (reading.venue, reading.affiliation, reading.abstract) = (text, text, text)
    (reading.presenter, reading.slides, reading.year) = (text, [text], 2020)
    session.readings = [reading]
    return session
  }
}
