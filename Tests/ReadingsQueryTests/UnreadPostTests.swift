import Foundation
import ReadingsCatalog
import ReadingsQuery
import SourceText
import TestSupport
import Testing

@Suite struct UnreadPostTests {
  private func isRuledOut(_ file: SourceFile, by filter: Filter) -> Bool {
    let selection = SessionSelection(mayWant: { filter.mayMatch($0) }) { _, _ in false }
    return PostReader(selection: selection).read(file).sessions.isEmpty
  }

  /// A post may only be left unread when its words leave no way to match.
  @Test(arguments: [
    ("tag:basics", true), ("tag:Fundamentals", false), ("tag:basic", true), ("tag:llm-serving", true),
    ("tag:c++", true), ("-tag:fundamentals", true), ("-tag:basics", true),
    ("tag:basics tag:fundamentals", false), ("tag:basics or tag:fundamentals", true),
    ("term:fundamentals or category:fundamentals", false), ("label:fo*", true), ("lead:z*", false),
    ("team:team-9", true), ("team:9team", false), ("team:zebras-9", false), ("file:zebra", true),
    ("is:next", true), ("date:2023", true), ("-(tag:fundamentals year:2020)", true),
    ("tag:fundamentals year:2020", false), ("category:기초", true), ("", true), ("maps", true),
    ("zebra", false),
    ("title:zebra", false), ("author:lee", true), ("author:zebra", false), ("\"old maps\"", true),
    ("\"old zebras\"", false), ("ma*", true), ("ze*", false), ("*", true), ("zebra or maps", true),
    ("-zebra", true), ("venue:icml", true), ("meta.room:b12", true), ("meta.room:maps", false),
  ])
  func theWordsOfAPostDecideWhetherItCanMatch(_ query: String, _ mayMatch: Bool) throws {
    let post = """
      ---
      title: For C
      tags: [Basics, LLM Serving]
      video: team-9
      room: B12
      ---
      ### Old Maps
      + Ann Lee, Bo Chen, ICML 2020

      """
    let file = SourceFile(path: "a.md", bytes: Array(post.utf8))
    #expect(isRuledOut(file, by: try Query(parsing: query).filter) != mayMatch)
  }

  /// What a post is found by when it is read must keep it from being ruled out.
  @Test(.enabled(if: SharedFolder.has("corpora"), "the posts from the wild are not beside this checkout"))
  func noPostIsRuledOutByAWordOfItsOwn() throws {
    let root = SharedFolder.url.appending(path: "corpora").path
    let library = LibraryLoader(folder: root)
    let paths = try LibraryListing(folder: root).paths
    var wordCount = 0
    for index in stride(from: 7, to: paths.count, by: 61) {
      guard let file = library.files.file(paths[index]) else { continue }
      let sessions = PostReader().read(file).sessions
      for session in sessions {
        var words = Set(FoldedText.words(of: session.title))
        for reading in session.readings {
          for text in UnreadPostTests.texts(of: reading) { words.formUnion(FoldedText.words(of: text)) }
        }
        wordCount += words.count
        for word in words {
          guard let filter = try? Query(QueryTerm(.anywhere, word)).filter else { continue }
          #expect(!isRuledOut(file, by: filter), "\(file.path): \(word)")
        }
        for tag in session.tags + session.categories {
          #expect(
            !isRuledOut(
              file, by: .any([.matching(.tag(tag)), .matching(.name(.category, .init(key: tag.key)))])))
        }
      }
    }
    #expect(wordCount > 1000)
  }

  private static func texts(of reading: Reading) -> [String] {
    var texts = [reading.title] + reading.alternativeTitles + reading.authors + reading.tags.map(\.spelling)
    for case let text? in [
      reading.abstract, reading.venue, reading.affiliation, reading.section, reading.presenter,
    ] {
      texts.append(text)
    }
    return texts
  }
}
