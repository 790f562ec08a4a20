import FrontMatter
import SourceText
import TestSupport
import Testing

struct FrontMatterTests {
  @Test func fieldsKeepFileOrderAndText() throws {
    let source = "---\ntitle: \"A: b\"\narxiv: 2401.00010\ntags: [x, 'y z']\nnotes:\n---\nbody\n"
    let post = FrontMatter(parsing: Array(source.utf8))
    #expect(post.diagnostics == [])
    #expect(post.fields.map(\.key) == ["title", "arxiv", "tags", "notes"])
    #expect(post["title"]?.text == "A: b")
    #expect(post["arxiv"]?.text == "2401.00010")
    #expect(post["tags"]?.items.map(\.text) == ["x", "y z"])
    #expect(post["notes"]?.isNull == true)
    #expect(post.body == SourceSpan(source.utf8.count - 5, source.utf8.count))
  }

  static let recovered: [(line: String, value: String, id: String)] = [
    ("title: Foo: bar", "Foo: bar", "nested-mapping-value"),
    ("title: Foo:", "Foo:", "nested-mapping-value"),
    ("title: [1900] Mixed Precision", "[1900] Mixed Precision", "text-after-value"),
    ("title: \"Foo\" bar", "\"Foo\" bar", "text-after-value"),
    ("title: 'Foo' bar", "'Foo' bar", "text-after-value"),
    ("title: `code` first", "`code` first", "reserved-indicator"),
    ("title: *Foo* bar", "*Foo* bar", "text-after-value"),
    ("title: @home", "@home", "reserved-indicator"),
    ("title: %done", "%done", "reserved-indicator"),
    ("title: >foo", ">foo", "block-scalar-header"),
    ("title: |foo", "|foo", "block-scalar-header"),
    ("title: - foo", "- foo", "sequence-on-key-line"),
    ("title: \"never closed", "\"never closed", "unclosed-quote"),
    ("title: [a, b", "[a, b", "unclosed-bracket"),
    ("title: [a,, b]", "[a,, b]", "missing-item"),
  ]

  @Test(arguments: recovered)
  func brokenValueIsTakenAsWrittenAndQuoted(_ example: (line: String, value: String, id: String)) throws {
    let source = Array("---\nfirst: 1\n\(example.line)\nlast: [2]\n---\n".utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.diagnostics.map(\.id) == [example.id])
    #expect(post.fields.map(\.key) == ["first", "title", "last"])
    #expect(post["title"]?.text == example.value)
    #expect(post["last"]?.items.map(\.text) == ["2"])
    let fix = try #require(post.diagnostics.first?.fix)
    let mended = FrontMatter(parsing: try EditList(fix.edits).applied(to: source))
    #expect(mended.diagnostics == [])
    #expect(mended["title"]?.text == example.value)
  }
}
