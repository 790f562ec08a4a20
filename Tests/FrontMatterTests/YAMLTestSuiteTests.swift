import FrontMatter
import SourceText
import TestSupport
import Testing

/// The yaml-test-suite, read from `../shared/suites` where it is present.
///
/// A case fails to parse when there is an error diagnostic. `duplicate-key` does not count as one: the suite
/// compares syntax, and has duplicate keys in valid cases.
@Suite(.enabled(if: SharedFolder.has("suites/yaml-test-suite.json"), "../shared/suites is not here"))
struct YAMLTestSuiteTests {
  struct Case: Decodable {
    let id: String
    let name: String
    let fail: Bool
    let skip: Bool
    let yaml: String
    let tree: String?
    let json: String?
  }

  static func syntaxErrors(_ tree: YAMLTree) -> [Diagnostic] {
    tree.diagnostics.filter { $0.severity == .error && $0.id != "duplicate-key" }
  }

  /// JSON of the suite: a sequence of values, one per document; ours is compared as parsed JSON.
  @Test func everyCaseWithJSONGivesTheSameValues() throws {
    let cases = try SharedFolder.suite("yaml-test-suite", of: Case.self).filter { !$0.skip && !$0.fail }
    var equal = 0
    var failures: [String] = []
    for example in cases {
      guard let json = example.json else { continue }
      let tree = YAMLTree(parsing: Array(example.yaml.utf8))
      let ours = try tree.documents.map { document in
        try JSONText.normal(YAMLJSONWriter.json(of: document, in: tree))
      }
      let theirs = try JSONText.split(json).map { try JSONText.normal(Array($0.utf8)) }
      if ours == theirs { equal += 1 } else { failures.append("\(example.id) \(ours) \(theirs)") }
    }
    print("yaml-test-suite as JSON: \(equal) equal")
    #expect(failures == [])
    #expect(equal == 279)
  }

  @Test func everyCaseGivesItsEventsOrIsRejected() throws {
    let cases = try SharedFolder.suite("yaml-test-suite", of: Case.self).filter { !$0.skip }
    var rejected = 0
    var equal = 0
    var failures: [String] = []
    for example in cases {
      let tree = YAMLTree(parsing: Array(example.yaml.utf8))
      let errors = Self.syntaxErrors(tree)
      if example.fail {
        if errors.isEmpty { failures.append("\(example.id) accepted") } else { rejected += 1 }
        continue
      }
      let events = tree.eventLines().joined(separator: "\n") + "\n"
      if errors.isEmpty, events == example.tree {
        equal += 1
      } else {
        failures.append("\(example.id) \(errors.first?.id ?? "events differ")")
      }
    }
    print("yaml-test-suite: \(equal + rejected) of \(cases.count): \(equal) equal, \(rejected) rejected")
    #expect(failures == [])
    #expect(equal == 308 && rejected == 94)
  }
}
