import FrontMatter
import SourceText
import Testing

/// Front matter that is not YAML, yet written: reported in its place, and read as meant.
struct RecoveryTests {
  static let values: [(line: String, value: String, id: String)] = [
    ("title: Foo: bar", "Foo: bar", "nested-mapping-value"),
    ("title: Foo:", "Foo:", "nested-mapping-value"),
    ("title: [1900] Mixed Precision", "[1900] Mixed Precision", "text-after-value"),
    ("title: \"Foo\" bar", "\"Foo\" bar", "text-after-value"),
    ("title: 'Foo' bar", "'Foo' bar", "text-after-value"),
    ("title: 'Foo': bar", "'Foo': bar", "nested-mapping-value"),
    ("title: {x} y", "{x} y", "text-after-value"),
    ("title: {{ page.title }}", "{{ page.title }}", "reserved-indicator"),
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
    ("title: Q: a  # note", "Q: a", "nested-mapping-value"),
    ("title: *foo", "*foo", "unknown-alias"),
    ("title: & more", "& more", "reserved-indicator"),
  ]

  @Test(arguments: values)
  func brokenValueIsTakenAsWrittenAndTheFixQuotesIt(
    _ example: (line: String, value: String, id: String)
  ) throws {
    for indent in ["", "  "] {
      let parent = indent.isEmpty ? "" : "parent:\n"
      let text = "---\nfirst: 1\n\(parent)\(indent)\(example.line)\nlast: [2]\n---\n"
      let source = Array(text.utf8)
      let post = FrontMatter(parsing: source)
      #expect(post.diagnostics.map(\.id) == [example.id])
      #expect(post.diagnostics.allSatisfy { $0.severity == .error })
      #expect(TreeInvariants.violation(post, source) == nil)
      #expect(post.fields.map(\.key) == ["first", indent.isEmpty ? "title" : "parent", "last"])
      let title = indent.isEmpty ? post["title"] : post["parent"]?["title"]
      #expect(title?.text == example.value)
      #expect(post["last"]?.items.map(\.text) == ["2"])
      let fix = try #require(post.diagnostics.first?.fix)
      let mended = FrontMatter(parsing: try EditList(fix.edits).applied(to: source))
      #expect(mended.diagnostics == [])
      let mendedTitle = indent.isEmpty ? mended["title"] : mended["parent"]?["title"]
      #expect(mendedTitle?.text == example.value)
    }
  }

  static let prose: [(yaml: String, value: String, id: String)] = [
    ("title: Foo: bar\n  and more", "Foo: bar and more", "nested-mapping-value"),
    ("title: [1900] Mixed\n  Precision\n  Training", "[1900] Mixed Precision Training", "text-after-value"),
    (
      "title: A long\n  text with a note: inside\n  of it", "A long text with a note: inside of it",
      "nested-mapping-value"
    ),
    ("title: It's\n  one more: isn't it", "It's one more: isn't it", "nested-mapping-value"),
  ]

  @Test(arguments: prose)
  func linesThatGoOnBelongToTheBrokenValue(_ example: (yaml: String, value: String, id: String)) throws {
    for indent in ["", "  "] {
      let parent = indent.isEmpty ? "" : "parent:\n"
      let entry = indent + example.yaml.replacing("\n", with: "\n\(indent)")
      let source = Array("---\n\(parent)\(entry)\nlast: [2]\n---\n".utf8)
      let post = FrontMatter(parsing: source)
      #expect(post.diagnostics.map(\.id) == [example.id])
      #expect((indent.isEmpty ? post["title"] : post["parent"]?["title"])?.text == example.value)
      #expect(post["last"]?.items.map(\.text) == ["2"])
      let fix = try #require(post.diagnostics.first?.fix)
      let mended = FrontMatter(parsing: try EditList(fix.edits).applied(to: source))
      #expect(mended.diagnostics == [])
      #expect((indent.isEmpty ? mended["title"] : mended["parent"]?["title"])?.text == example.value)
    }
  }

  @Test func brokenItemOfASequenceIsTakenAsWritten() {
    let text = "---\ntags:\n- a: b: c\n- `x`\n- \"q\" r\n- fine\nlast: 1\n---\n"
    let post = FrontMatter(parsing: Array(text.utf8))
    #expect(post.diagnostics.map(\.id) == ["nested-mapping-value", "reserved-indicator", "text-after-value"])
    let items = post["tags"]?.items ?? []
    #expect(items.first?["a"]?.text == "b: c")
    #expect(items.dropFirst().map(\.text) == ["`x`", "\"q\" r", "fine"])
    #expect(post["last"]?.text == "1")
  }

  /// The line at fault is left out and every other field is kept.
  static let strayLines: [(lines: String, id: String)] = [
    ("stray text", "missing-colon"),
    ("  indented: 1", "bad-indentation"),
    ("\tindented: 1", "tab-indentation"),
    ("- item", "missing-colon"),
    ("[a]", "missing-colon"),
    ("--- x", "document-marker"),
    ("*a b", "missing-colon"),
  ]

  @Test(arguments: strayLines)
  func strayLineIsLeftOut(_ example: (lines: String, id: String)) {
    let source = Array("---\nfirst: '1'\n\(example.lines)\nlast: 2\n---\n".utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.diagnostics.map(\.id) == [example.id])
    #expect(post.fields.map(\.key) == ["first", "last"])
    #expect(post["first"]?.text == "1")
    #expect(TreeInvariants.violation(post, source) == nil)
  }

  @Test(arguments: [
    "stray text", "two stray\nlines of text", "'quoted'", ">", "| x", "[a, b]", "- a", "\"a\": b: c", "*x",
  ])
  func strayTextAboveTheFieldsIsLeftOut(_ text: String) {
    let source = Array("---\n\(text)\ntitle: T\ntags:\n- a\nlast: 1\n---\n".utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.hasErrors)
    #expect(post.fields.suffix(3).map(\.key) == ["title", "tags", "last"])
    #expect(post["tags"]?.items.map(\.text) == ["a"])
    #expect(TreeInvariants.violation(post, source) == nil)
  }

  @Test func spaceBeforeTheFirstFieldLosesNoField() {
    let post = FrontMatter(parsing: Array("---\n title: T\nlayout: post\ntags:\n- a\nlast: 1\n---\n".utf8))
    #expect(post.diagnostics.map(\.id) == ["bad-indentation"])
    #expect(post.fields.map(\.key) == ["title", "layout", "tags", "last"])
    #expect(post["tags"]?.items.map(\.text) == ["a"])
  }

  @Test func tabsThatIndentAreReadAsSpaces() {
    let text = "---\na:\n\tb: 1\n\tc: 2\nlist:\n\t- x\n\t- y\nlast: 3\n---\n"
    let post = FrontMatter(parsing: Array(text.utf8))
    #expect(Set(post.diagnostics.map(\.id)) == ["tab-indentation"])
    #expect(post["a"]?["b"]?.text == "1")
    #expect(post["a"]?["c"]?.text == "2")
    #expect(post["list"]?.items.map(\.text) == ["x", "y"])
    #expect(post["last"]?.text == "3")
  }

  @Test func manyBrokenLinesKeepAllSoundFields() {
    let lines = (0..<200).map {
      "good\($0): \($0)\nbad\($0): a: \($0)\n\(String(repeating: "x", count: 5))\n"
    }
    let post = FrontMatter(parsing: Array("---\n\(lines.joined())---\n".utf8))
    #expect(post.hasErrors)
    for index in 0..<200 {
      #expect(post["good\(index)"]?.text == "\(index)")
      #expect(post["bad\(index)"]?.text == "a: \(index)")
    }
  }

  @Test func duplicateKeyIsReportedInBothPlacesAndTheLastCounts() throws {
    let post = FrontMatter(parsing: Array("---\ntitle: A\nx: 1\n\"title\": B\n---\n".utf8))
    let diagnostic = try #require(post.diagnostics.first)
    #expect(diagnostic.id == "duplicate-key")
    #expect(diagnostic.span == SourceSpan(18, 25))
    #expect(diagnostic.notes.map(\.span) == [SourceSpan(4, 9)])
    #expect(post["title"]?.text == "B")
    #expect(post.hasErrors)
  }

  @Test(arguments: [
    ("a: x\u{0}y", "control-character"), ("a: \u{1B}[0m", "control-character"),
    ("a: \u{7F}", "control-character"),
    ("a: x\u{2028}y", "unusual-line-ending"), ("a: x\u{85}y", "unusual-line-ending"), ("<<: x", "merge-key"),
    ("a: !secret x", "unknown-tag"), ("a:\n-\tx", "tab-after-indicator"), ("just text", "not-a-mapping"),
    (": x", "empty-key"), ("a: [: x]", "empty-key"),
    ("a: 'x\ny'", "quoted-indentation"), ("a: [x,\ny]", "flow-indentation"),
  ])
  func oddityIsReported(_ example: (text: String, id: String)) {
    let post = FrontMatter(parsing: Array("---\n\(example.text)\n---\n".utf8))
    #expect(post.diagnostics.map(\.id) == [example.id])
  }

  @Test func bytesThatAreNotUTF8AreReportedOneByOne() {
    for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0xE2, 0x82]] {
      let source = Array("---\na: x".utf8) + bad + Array("y\nb: z\n---\n".utf8)
      let post = FrontMatter(parsing: source)
      #expect(!post.diagnostics.isEmpty)
      #expect(post.diagnostics.allSatisfy { $0.id == "invalid-utf8" && $0.severity == .error })
      #expect(post.diagnostics.first?.span.lowerBound == 8)
      #expect(post["b"]?.text == "z")
    }
  }
}
