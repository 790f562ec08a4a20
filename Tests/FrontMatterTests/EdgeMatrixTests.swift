import FrontMatter
import SourceText
import TestSupport
import Testing

/// `yaml-edge-matrix.json` of `../shared/suites`, where it is present: what Jekyll's readers make of each text.
@Suite(.enabled(if: SharedFolder.has("suites/yaml-edge-matrix.json"), "../shared/suites is not here"))
struct EdgeMatrixTests {
  struct Case: Decodable {
    let name: String
    let yaml: String
    let psych4_libyaml: String
    let safe_yaml_jekyll: String
  }

  /// A value that JSON lacks, as the suite prints it.
  static func ruby(_ value: ResolvedScalar?) -> String? {
    func digits(_ number: Int, _ width: Int = 2) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    switch value {
    case .float(.infinity): return "Infinity"
    case .timestamp(let date):
      let day = [digits(date.year, 4), digits(date.month), digits(date.day)].joined(separator: "-")
      guard let time = date.time else { return "<Date \(day)>" }
      let clock = [time.hour, time.minute, time.second].map { digits($0) }.joined(separator: ":")
      let zone = time.zoneMinutes ?? 0
      let sign = zone < 0 ? "-" : "+"
      return "<Time \(day) \(clock) \(sign)\(digits(abs(zone) / 60))\(digits(abs(zone) % 60))>"
    default: return nil
    }
  }

  @Test func everyTextReadsAsInJekyllOrGivesADiagnostic() throws {
    let cases = try SharedFolder.suite("yaml-edge-matrix", of: Case.self)
    var equal = 0
    var diagnosed = 0
    var failures: [String] = []
    for example in cases {
      let source = Array("---\n\(example.yaml)\n---\n".utf8)
      let post = FrontMatter(parsing: source)
      if !post.diagnostics.isEmpty {
        diagnosed += 1
        continue
      }
      let document = try #require(post.tree.documents.first)
      var json = try YAMLJSONWriter.json(of: document, in: post.tree, schema: .jekyll)
      if let ruby = Self.ruby(post["a"]?.resolved(by: .jekyll)) { json = Array("{\"a\":\"\(ruby)\"}".utf8) }
      let ours = try JSONText.normal(json)
      let readers = [example.safe_yaml_jekyll, example.psych4_libyaml]
      let theirs = readers.compactMap { try? JSONText.normal(Array($0.utf8)) }
      if theirs.contains(ours) { equal += 1 } else { failures.append("\(example.name): \(ours) \(readers)") }
    }
    print("yaml-edge-matrix: \(equal) as Jekyll, \(diagnosed) with a diagnostic, of \(cases.count)")
    #expect(failures == [])
    #expect(equal == 65 && diagnosed == 46)
  }
}
