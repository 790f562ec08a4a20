import FrontMatter
import SourceText
import Testing

/// Views of fields: their text, types and places.
struct ValueTests {
  static func post(_ yaml: String) -> FrontMatter {
    FrontMatter(parsing: Array("---\n\(yaml)\n---\n".utf8))
  }

  @Test func fieldsKeepFileOrderAndText() {
    let text = "title: \"A: b\"\narxiv: 2401.00010\ntags: [x, 'y z']\nnotes:"
    let post = Self.post(text)
    #expect(post.diagnostics == [])
    #expect(post.fields.map(\.key) == ["title", "arxiv", "tags", "notes"])
    #expect(post["title"]?.text == "A: b")
    #expect(post["title"]?.rawText == "\"A: b\"")
    #expect(post["arxiv"]?.text == "2401.00010")
    #expect(post["arxiv"]?.resolved == .float(2401.0001))
    #expect(post["tags"]?.items.map(\.text) == ["x", "y z"])
    #expect(post["tags"]?.style == .flow)
    #expect(post["notes"]?.isNull == true)
    #expect(post["notes"]?.isAbsent == true)
    #expect(post["nothing"] == nil)
  }

  @Test func keysAreFoundHoweverTheyAreWritten() {
    let post = Self.post("'title': a\n\"ta\\u0067s\": b\n? date\n: c\n&x term: d\nx: 1\n\"\": e")
    for (key, text) in [("title", "a"), ("tags", "b"), ("date", "c"), ("term", "d"), ("x", "1"), ("", "e")] {
      #expect(post[key]?.text == text, "\(key)")
    }
    let plain = Self.post((0..<60).map { "k\($0): \($0)" }.joined(separator: "\n"))
    #expect((0..<60).allSatisfy { plain["k\($0)"]?.text == "\($0)" })
    #expect((60..<99).allSatisfy { plain["k\($0)"] == nil } && plain["K1"] == nil && plain[""] == nil)
    #expect(FrontMatter(parsing: Array("+++\ntitle = \"a\"\n+++\n".utf8))["title"]?.text == "a")
  }

  /// The text of each span that an editor replaces, from the first field `tags`.
  static let shapes: [(yaml: String, field: String, value: String, items: [String])] = [
    ("tags:\n- a\n- b  # note\nx: 1", "tags:\n- a\n- b", "- a\n- b", ["- a", "- b"]),
    (
      "tags:\n  - a\n\n  -   'b c'\nx: 1", "tags:\n  - a\n\n  -   'b c'", "- a\n\n  -   'b c'",
      ["- a", "-   'b c'"]
    ),
    (
      "tags:\n  -\n  - b: 1\n    c: 2", "tags:\n  -\n  - b: 1\n    c: 2", "-\n  - b: 1\n    c: 2",
      ["-", "- b: 1\n    c: 2"]
    ),
    ("tags: [ a,b , \"c\", ]\nx: 1", "tags: [ a,b , \"c\", ]", "[ a,b , \"c\", ]", ["a", "b", "\"c\""]),
    ("tags: [\n  a,\n  b\n  ]  # note", "tags: [\n  a,\n  b\n  ]", "[\n  a,\n  b\n  ]", ["a", "b"]),
    ("tags: []", "tags: []", "[]", []),
    ("tags: one two  ", "tags: one two", "one two", []),
    ("tags: one\n  two\nx: 1", "tags: one\n  two", "one\n  two", []),
    ("tags:  \nx: 1", "tags:", "", []),
    ("tags:", "tags:", "", []),
    ("tags: ~", "tags: ~", "~", []),
    ("tags: |\n  a\n  b\n\nx: 1", "tags: |\n  a\n  b", "|\n  a\n  b", []),
    ("\"tags\" : 'a'", "\"tags\" : 'a'", "'a'", []),
    ("tags: &t [a]\nx: *t", "tags: &t [a]", "[a]", ["a"]),
  ]

  @Test(arguments: shapes)
  func spansCoverWhatIsWritten(
    _ example: (yaml: String, field: String, value: String, items: [String])
  ) throws {
    for ending in ["\n", "\r\n"] {
      func adapted(_ text: String) -> String { text.replacing("\n", with: ending) }
      let source = Array("---\n\(example.yaml)\n---\n".replacing("\n", with: ending).utf8)
      let post = FrontMatter(parsing: source)
      func text(_ span: SourceSpan) -> String { String(decoding: source[span.range], as: UTF8.self) }
      let field = try #require(post.fields.first)
      #expect(field.key == "tags")
      #expect(text(field.span) == adapted(example.field))
      #expect(text(field.value.span) == adapted(example.value))
      #expect(field.value.items.map { text($0.itemSpan) } == example.items.map(adapted))
      if let colon = field.value.indicatorOffset {
        #expect(source[colon] == 0x3A)
      } else {
        Issue.record("no colon")
      }
    }
  }

  @Test func aliasesReadAsTheirAnchor() {
    let post = Self.post("a: &x [1, 2]\nb: *x\nc: &y text\nd: *y\ne: *y")
    #expect(post["b"]?.kind == .alias)
    #expect(post["b"]?.items.map(\.text) == ["1", "2"])
    #expect(post["d"]?.text == "text")
    #expect(post["c"]?.anchor == "y")
    #expect(post["d"]?.rawText == "*y")
  }

  @Test func nestedValuesAreFoundByKey() {
    let post = Self.post("a:\n  b: {c: [d, {e: f}]}\n  '2': x")
    #expect(post["a"]?["b"]?["c"]?.items.last?["e"]?.text == "f")
    #expect(post["a"]?["2"]?.text == "x")
    #expect(post["a"]?.entries.map(\.key.text) == ["b", "2"])
    #expect(post["a"]?.text == nil)
    #expect(post["a"]?.resolved == nil)
  }

  @Test func keysAreComparedByBytes() {
    let post = Self.post("\u{E9}: 1\ne\u{301}: 2")
    #expect(post.diagnostics == [])
    #expect(post["\u{E9}"]?.text == "1")
    #expect(post["e\u{301}"]?.text == "2")
  }

  static let types: [(text: String, core: ResolvedScalar, jekyll: ResolvedScalar)] = [
    ("~", .null, .null), ("Null", .null, .null), ("TRUE", .bool(true), .bool(true)),
    ("yes", .string("yes"), .bool(true)), ("Off", .string("Off"), .bool(false)),
    ("y", .string("y"), .string("y")),
    ("nO", .string("nO"), .string("nO")), ("42", .int(42), .int(42)), ("-7", .int(-7), .int(-7)),
    ("0123", .int(123), .int(83)), ("089", .int(89), .string("089")), ("0x1F", .int(31), .int(31)),
    ("0o17", .int(15), .string("0o17")), ("1_000", .string("1_000"), .int(1000)),
    ("2e3", .float(2000), .string("2e3")),
    ("3.10", .float(3.1), .float(3.1)), ("12:30", .string("12:30"), .int(750)),
    ("'7'", .string("7"), .string("7")),
    ("!!str 7", .string("7"), .string("7")), ("1.2.3", .string("1.2.3"), .string("1.2.3")),
    (".5", .float(0.5), .string(".5")),
    ("-", .string("-"), .string("-")), ("2401.00010v2", .string("2401.00010v2"), .string("2401.00010v2")),
  ]

  @Test(arguments: types.filter { $0.text != "-" })
  func plainTextHasTheTypeOfItsSchema(_ example: (text: String, core: ResolvedScalar, jekyll: ResolvedScalar))
  {
    let value = Self.post("a: \(example.text)")["a"]
    #expect(value?.resolved == example.core)
    #expect(value?.resolved(by: .jekyll) == example.jekyll)
  }

  static let times: [(text: String, timestamp: (Int, Int, Int), clock: (Int, Int, Int)?, zone: Int?)] = [
    ("2024-02-29", (2024, 2, 29), nil, nil),
    ("2024-2-5", (2024, 2, 5), nil, nil),
    ("2024-11-03 23:32", (2024, 11, 3), (23, 32, 0), nil),
    ("2024-11-03 23:32:49", (2024, 11, 3), (23, 32, 49), nil),
    ("2024-11-03 23:32:49 -0500", (2024, 11, 3), (23, 32, 49), -300),
    ("2024-11-03T23:32:49Z", (2024, 11, 3), (23, 32, 49), 0),
    ("2024-11-03T23:32:49.25+05:30", (2024, 11, 3), (23, 32, 49), 330),
  ]

  @Test(arguments: times)
  func datesAndTimesAreRead(
    _ example: (text: String, timestamp: (Int, Int, Int), clock: (Int, Int, Int)?, zone: Int?)
  ) {
    guard case .timestamp(let date) = Self.post("a: \(example.text)")["a"]?.resolved else {
      Issue.record("not a timestamp")
      return
    }
    #expect((date.year, date.month, date.day) == example.timestamp)
    #expect(date.time?.hour == example.clock?.0)
    #expect(date.time?.minute == example.clock?.1)
    #expect(date.time?.second == example.clock?.2)
    #expect(date.time?.zoneMinutes == example.zone)
  }

  @Test(arguments: [
    "2024-13-01", "2023-02-29", "2024-00-10", "24-01-01", "2024-01-01 25:00", "2024-01-01x", "2024-01-01 10",
  ])
  func otherTextIsNoDate(_ text: String) {
    #expect(Self.post("a: \(text)")["a"]?.resolved == .string(text))
  }
}
