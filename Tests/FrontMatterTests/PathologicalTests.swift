import FrontMatter
import SourceText
import TestSupport
import Testing

/// `pathological-yaml.json` of `../shared/suites`, where it is present, in sizes that suit an unoptimised build.
@Suite(
  .enabled(if: SharedFolder.has("suites/pathological-yaml.json"), "../shared/suites is not here"), .serialized
)
struct PathologicalTests {
  struct Case: Decodable {
    struct Part: Decodable {
      let text: String
      let `repeat`: Int
    }
    let name: String
    let parts: [Part]

    /// The text with its long parts repeated `factor` / `divisor` times as often.
    func bytes(_ factor: Int, dividedBy divisor: Int) -> [UInt8] {
      parts.reduce(into: []) { result, part in
        let count = part.repeat == 1 ? 1 : max(1, part.repeat * factor / divisor)
        for _ in 0..<count { result += Array(part.text.utf8) }
      }
    }
  }

  static func seconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    return (0..<3).map { _ in clock.measure(body) / .seconds(1) }.min() ?? 0
  }

  @Test func timeGrowsInStepWithSize() throws {
    let cases = try SharedFolder.suite("pathological-yaml", of: Case.self)
    #expect(cases.count == 24)
    for example in cases {
      let small = Array("---\n".utf8) + example.bytes(1, dividedBy: 10) + Array("\n---\n".utf8)
      let large = Array("---\n".utf8) + example.bytes(2, dividedBy: 10) + Array("\n---\n".utf8)
      // A quadratic parser gives 4. Other work on the machine disturbs a measurement, hence the attempts.
      let isLinear = (0..<4).contains { _ in
        let one = Self.seconds { _ = FrontMatter(parsing: small) }
        let two = Self.seconds { _ = FrontMatter(parsing: large) }
        return two < 0.05 || two / one < 3
      }
      #expect(isLinear, "\(example.name)")
      #expect(TreeInvariants.violation(FrontMatter(parsing: small), small) == nil, "\(example.name)")
    }
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[[{x: ", "- ? - "])
  func depthIsLimitedWithoutRecursion(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let tree = YAMLTree(parsing: Array(text.utf8))
    #expect(tree.nodes.count < 2_000)
    #expect(tree.diagnostics.contains { $0.severity == .error })
    let post = FrontMatter(parsing: Array("---\ntitle: T\na: \(text)\nlast: 1\n---\n".utf8))
    #expect(post["title"]?.text == "T")
  }

  @Test(arguments: [("[", "]"), ("{a: ", "}"), ("- ", "x"), ("? ", "x")])
  func collectionsNestUpToTheLimit(_ brackets: (opening: String, closing: String)) {
    for depth in [YAMLTree.depthLimit, YAMLTree.depthLimit + 1] {
      let closing = brackets.closing == "x" ? "x" : String(repeating: brackets.closing, count: depth)
      let text = String(repeating: brackets.opening, count: depth) + closing
      let tree = YAMLTree(parsing: Array(text.utf8))
      #expect(tree.diagnostics.map(\.id) == (depth > YAMLTree.depthLimit ? ["too-deeply-nested"] : []))
    }
  }

  @Test func problemsOfOneKindAreCounted() {
    let text = String(repeating: "k: v\n", count: 1_000)
    let tree = YAMLTree(parsing: Array(text.utf8))
    #expect(tree.diagnostics.count == 21)
    #expect(tree.diagnostics.last?.message == "979 more of this kind up to here")
  }

  @Test func aliasesAreExpandedUpToALimit() throws {
    let laughs =
      "a: &a [l, l]\n" + (0..<30).map { "b\($0): &b\($0) [*\($0 == 0 ? "a" : "b\($0 - 1)"), *a]\n" }.joined()
    let tree = YAMLTree(parsing: Array(laughs.utf8))
    #expect(tree.diagnostics == [])
    let document = try #require(tree.documents.first)
    #expect(throws: YAMLExpansionError.tooManyAliases) { try YAMLJSONWriter.json(of: document, in: tree) }
    let long = "a: &a \(String(repeating: "y", count: 200_000))\nb: [*a, *a, *a, *a, *a, *a]\n"
    let wide = YAMLTree(parsing: Array(long.utf8))
    let second = try #require(wide.documents.first)
    #expect(throws: YAMLExpansionError.tooLarge) { try YAMLJSONWriter.json(of: second, in: wide) }
  }
}
