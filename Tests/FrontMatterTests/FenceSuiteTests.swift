import Foundation
import FrontMatter
import SourceText
import TestSupport
import Testing

/// `frontmatter-fences.json` of `../shared/suites`, where it is present: what Jekyll's own reader makes of each file.
@Suite(.enabled(if: SharedFolder.has("suites/frontmatter-fences.json"), "../shared/suites is not here"))
struct FenceSuiteTests {
  struct Case: Decodable {
    let name: String
    let base64: String
    let jekyll: String
  }

  /// Jekyll's result in the form of the suite, from ours.
  static func summary(_ post: FrontMatter, _ source: [UInt8]) throws -> String {
    guard post.block != nil else { return "NOFM" }
    let body = String(decoding: source[post.body.range], as: UTF8.self)
    let value: String
    if let document = post.tree.documents.first, let root = post.root, !root.isNull {
      let json = try YAMLJSONWriter.json(of: document, in: post.tree, schema: .jekyll)
      value = String(decoding: json, as: UTF8.self).replacing("\":", with: "\"=>")
    } else {
      value = "nil"
    }
    let quoted = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
    return "\(value) body=\(quoted)"
  }

  @Test func everyFileReadsAsInJekyllOrGivesADiagnostic() throws {
    let cases = try SharedFolder.suite("frontmatter-fences", of: Case.self)
    var equal = 0
    var diagnosed = 0
    var failures: [String] = []
    for example in cases {
      let source = Array(try #require(Data(base64Encoded: example.base64)))
      let post = FrontMatter(parsing: source)
      let ours = try Self.summary(post, source)
      // TOML between '+++' is read here, as by Hugo; Jekyll has none.
      if example.name == "toml" {
        #expect(ours == "{\"title\"=>\"T\"} body=\"body\\n\"")
        continue
      }
      let theirs = example.jekyll.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
      if post.diagnostics.isEmpty, ours == theirs {
        equal += 1
      } else if !post.diagnostics.isEmpty {
        diagnosed += 1
      } else {
        failures.append("\(example.name): \(ours), but Jekyll: \(theirs)")
      }
    }
    print("frontmatter-fences: \(equal) as Jekyll, \(diagnosed) with a diagnostic, of \(cases.count)")
    #expect(failures == [])
    #expect(equal == 15 && diagnosed == 25)
  }
}
