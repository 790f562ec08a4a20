import Foundation
import FrontMatter
import SourceText
import TestSupport
import Testing

/// All posts of `../shared/corpora`, where they are present.
@Suite(.enabled(if: SharedFolder.has("corpora"), "../shared/corpora is not here"))
struct CorpusTests {
  @Test func everyPostKeepsTheInvariantsAndItsFields() throws {
    let root = SharedFolder.url.appending(path: "corpora")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }.sorted()
    var posts = 0
    var broken: [String] = []
    for path in paths {
      let source = Array(try Data(contentsOf: root.appending(path: path)))
      let post = FrontMatter(parsing: source)
      if let violation = TreeInvariants.violation(post, source) { Issue.record("\(path): \(violation)") }
      guard post.block != nil else { continue }
      posts += 1
      if post.hasErrors { broken.append(path) }
      for field in post.fields {
        let bytes = source[field.keySpan.range]
        #expect(field.keyValue.style != .plain || bytes.elementsEqual(field.key.utf8), "\(path)")
        #expect(
          source[field.keySpan.upperBound..<field.value.span.lowerBound].contains(0x3A) || post.tree.isTOML)
      }
    }
    print("corpora: \(posts) posts with front matter of \(paths.count) files, \(broken.count) with errors")
    #expect(posts >= 2_969)
    #expect(broken.count <= 9, "\(broken)")
  }
}
