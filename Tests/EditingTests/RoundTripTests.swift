import Editing
import Foundation
import FrontMatter
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

/// What is added can be removed, what is renamed can be renamed back, and nothing else changes: on front matter that
/// nobody would write.
@Suite struct RoundTripTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  /// What came of one post.
  private enum Outcome: Equatable {
    case refused
    case same
    case broken(String)
  }

  private static let tags = [
    "new", "C#", "#new", "x: y", "x:", "it's", "\"quoted\"", "'q'", "no", "null", "~x", "2401.00010",
    "2024-01-01",
    "0x1F", "1e3", ".inf", "a, b", "[x]", "{a}", "- x", "? x", "x #y", "@at", "%p", "!t", "&a", "*b", "|x",
    ">x", "a\\b",
    "=x", "<<x", "🦙 llama", "naïve", "e\u{301}", "---x", "..x", "two  spaces", "Ünï Cödé",
  ]

  private static func edit(_ bytes: [UInt8], _ change: TagChange, _ field: TagField) throws(TagRefusal)
    -> [UInt8]
  {
    let request = TagRequest(change, field: field, coversSession: true)
    let edits = try PostTagEditor().edits(of: SourceFile(path: "post.md", bytes: bytes), request)
    return edits.edits.applied(to: bytes)
  }

  private static func spellings(_ bytes: [UInt8], _ field: TagField) -> [String]? {
    let sessions = PostReader().read(SourceFile(path: "post.md", bytes: bytes)).sessions
    guard let session = sessions.first, sessions.count == 1 else { return nil }
    return (field == .tags ? session.tags : session.categories).map(\.spelling)
  }

  private static func otherFields(_ bytes: [UInt8], _ field: TagField) -> [String] {
    let names = field == .tags ? ["tags", "tag"] : ["categories", "category"]
    return FrontMatter(parsing: bytes).fields.filter { !names.contains($0.key) }.map {
      "\($0.key): \($0.value.rawText)"
    }
  }

  /// Whether the field is `~` or `""`, of which an addition leaves nothing.
  private static func holdsNull(_ bytes: [UInt8], _ field: TagField) -> Bool {
    FrontMatter(parsing: bytes).fields.contains {
      $0.key == field.rawValue && $0.value.kind == .scalar && !$0.value.isAbsent
        && ($0.value.isNull || $0.value.text?.allSatisfy(\.isWhitespace) == true)
    }
  }

  private static func roundTrip(_ bytes: [UInt8], _ tags: [String], _ field: TagField) -> Outcome {
    guard let old = spellings(bytes, field) else { return .refused }
    let keys = Set(old.map { Tag.key(of: $0) })
    guard keys.isDisjoint(with: tags.map { Tag.key(of: $0) }), !holdsNull(bytes, field) else {
      return .refused
    }
    do throws(TagRefusal) {
      let added = try edit(bytes, .add(tags), field)
      guard spellings(added, field)?.sorted() == (old + tags.map(collapsed)).sorted() else {
        return .broken("the tags are \(spellings(added, field) ?? [])")
      }
      guard otherFields(added, field) == otherFields(bytes, field) else {
        return .broken("other fields changed")
      }
      guard try edit(added, .remove(tags), field) == bytes else {
        return .broken("removing does not restore")
      }
      let renamed = try edit(added, .rename(from: tags[0], to: "zz renamed"), field)
      guard try edit(renamed, .rename(from: "zz renamed", to: tags[0]), field) == added else {
        return .broken("renaming does not restore")
      }
      return .same
    } catch {
      return .refused
    }
  }

  private static func collapsed(_ tag: String) -> String {
    tag.split(separator: " ").joined(separator: " ")
  }

  private func expect(_ posts: [[UInt8]], _ tags: (Int) -> [String]) -> Int {
    var count = 0
    for (index, bytes) in posts.enumerated() {
      for field in [TagField.tags, .categories] {
        let outcome = Self.roundTrip(bytes, tags(index), field)
        if case .broken(let reason) = outcome {
          let text = String(decoding: bytes, as: UTF8.self)
          Issue.record("\(reason): \(tags(index)) in \(text.debugDescription)")
        }
        count += outcome == .same ? 1 : 0
      }
    }
    return count
  }

  private static let shapes = [
    "", "tags:\n", "tags: []\n", "tags: [ ]\n", "tags: ~\n", "tags: \"\"\n", "tags: one\n",
    "tags: 'one two' # why\n",
    "tags: one, two\n", "tags: [one]\n", "tags: [ one , two,]\n", "tags: [\n  one,\n  two # last\n]\n",
    "tags:\n- one\n", "tags:\n  - one # why\n  - 'two'\n", "tags:\n-\n- one\n", "tag: one\n",
    "tags: &x [one]\n",
    "tags: [*y, one]\n", "tags: !!seq [one]\n", "tags: {a: b}\n", "tags: |\n  one\n",
    "tags:\n- >-\n  one\n  two\n",
    "tags: [one]\ntags: [two]\n", "categories: X\ntags: X\n", "tags: [[one]]\n", "tags: [one, one, ONE]\n",
    "tags: [\"a\\u0062\", 2020, no]\n", "tags:\n- one\n\n# end\n", "tags : [one]\n", "\"tags\": [one]\n",
    "? tags\n: [one]\n",
  ]

  @Test func everyTagFitsEveryShape() {
    var count = 0
    for ending in ["\n", "\r\n"] {
      for (index, shape) in Self.shapes.enumerated() {
        let texts = [
          "---\ntitle: T\n\(shape)---\nText", "---\n\(shape)title: T\ndesc: 'x'\n---\n",
          "\u{FEFF}---\ntitle: T\n\(shape)...\n",
        ]
        let posts = texts.map { Array($0.replacing("\n", with: ending).utf8) }
        for offset in 0..<4 {
          count += expect(posts) { _ in [Self.tags[(index + 10 * offset) % Self.tags.count]] }
        }
      }
    }
    // Of 1,488 some are refused: aliases, mappings, duplicate keys, texts of several lines, commas in texts.
    #expect(count > 1_000)
  }

  @Test(arguments: 0..<6)
  func anyChangeOfAnyShapeKeepsTheRest(seed: Int) {
    let pieces = [
      "\n", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!t ",
      "|", ">",
      "'", "\"", "\\", "~", "é", "x", "tags: ", "---\n",
    ]
    var generator = Generator(state: UInt64(seed) &* 7919 &+ 3)
    var count = 0
    for _ in 0..<150 {
      let fence = Int.random(in: 0..<8, using: &generator) == 0 ? "+++" : "---"
      let shape = Self.shapes.randomElement(using: &generator) ?? ""
      let title = fence == "---" ? "title: T\n" : "title = \"T\"\n"
      let list = fence == "---" ? shape : "tags = [ \"one\" ]\n[more]\nx = 1\n"
      let head = Array("\(fence)\n\(title)".utf8)
      var bytes = head + Array("\(list)desc: x\n\(fence)\nText.\n".utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: head.count...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...2, using: &generator))
        bytes.replaceSubrange(place..<end, with: (pieces.randomElement(using: &generator) ?? "").utf8)
      }
      let tags = (0..<2).map { _ in Self.tags.randomElement(using: &generator) ?? "" }
      count += expect([bytes]) { _ in tags[0] == tags[1] ? [tags[0]] : tags }
    }
    #expect(count > 50)
  }

  private struct Fence: Decodable { let base64: String }
  private struct Text: Decodable { let yaml: String }

  @Test(.enabled(if: SharedFolder.has("suites"), "../shared/suites is not here"))
  func theSuitesOfFrontMatterAreKept() throws {
    let fences = try SharedFolder.suite("frontmatter-fences", of: Fence.self).compactMap {
      Data(base64Encoded: $0.base64).map { Array($0) }
    }
    let texts =
      try SharedFolder.suite("yaml-edge-matrix", of: Text.self)
      + SharedFolder.suite("yaml-test-suite", of: Text.self)
    let posts = texts.flatMap { text -> [[UInt8]] in
      let value = text.yaml.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      let tags =
        text.yaml.hasPrefix("a:") ? "tags" + text.yaml.dropFirst() : "tags:\n" + value.joined(separator: "\n")
      return [
        Array("---\ntitle: T\n\(text.yaml)\n---\n".utf8),
        Array("---\ntitle: T\n\(tags)\ndesc: x\n---\n".utf8),
      ]
    }
    let count = expect(fences + posts) { [Self.tags[$0 % Self.tags.count], "new tag"] }
    print(
      "tags added, removed and renamed: \(count) of \(2 * (fences.count + posts.count)), the others refused")
    #expect(count > 500)
  }
}
