import FrontMatter
import SourceText
import Testing

/// TOML between `+++`, as JSON.
struct TOMLTests {
  static let sound: [(toml: String, json: String)] = [
    ("title = \"A: b\"\ndraft = false", #"{"title":"A: b","draft":false}"#),
    (#"a = "tab\t\"q\" \u00e9 \\""#, #"{"a":"tab\t\"q\" é \\"}"#),
    (#"a = 'C:\dir'"#, #"{"a":"C:\\dir"}"#),
    ("a = \"\"\"\none\n  two \\\n   three\"\"\"", #"{"a":"one\n  two three"}"#),
    ("a = '''\nit's\n'''", #"{"a":"it's\n"}"#),
    ("a = \"\"\"x\"\"\"\"", #"{"a":"x\""}"#),
    ("a = [1, +2, -3, 1_000, 0xff, 0o17, 0b101]", #"{"a":[1,2,-3,1000,255,15,5]}"#),
    ("a = [1.5, 1e3, -0.25]", #"{"a":[1.5,1000,-0.25]}"#),
    ("a = [\n  'x', # note\n  'y',\n]", #"{"a":["x","y"]}"#),
    ("a = [[1], [], ['b']]", #"{"a":[[1],[],["b"]]}"#),
    ("a = { b = 1, c = { d = [2] } }", #"{"a":{"b":1,"c":{"d":[2]}}}"#),
    ("a.b = 1\na.c = 2\n\"d e\".f = 3", #"{"a":{"b":1,"c":2},"d e":{"f":3}}"#),
    (
      "x = 1\n[a]\nb = 2\n[a.c]\nd = 3 # note\n[e.f]\ng = 4",
      #"{"x":1,"a":{"b":2,"c":{"d":3}},"e":{"f":{"g":4}}}"#
    ),
    ("[[m]]\na = 1\n[[m]]\na = 2\n[m.sub]\nb = 3", #"{"m":[{"a":1},{"a":2,"sub":{"b":3}}]}"#),
    (
      "date = 2024-02-15T10:00:00Z\nday = 2024-02-15\ntime = 07:32:00",
      #"{"date":"2024-02-15T10:00:00Z","day":"2024-02-15","time":"07:32:00"}"#
    ),
    ("# only a comment\n", "{}"),
    ("", "{}"),
  ]

  @Test(arguments: sound, ["\n", "\r\n"])
  func constructIsReadAsMeant(_ example: (toml: String, json: String), ending: String) throws {
    let text = "+++\n\(example.toml)\n+++\n".replacing("\n", with: ending)
    let source = Array(text.utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.diagnostics == [])
    #expect(TreeInvariants.violation(post, source) == nil)
    let document = try #require(post.tree.documents.first)
    let json = try JSONText.normal(YAMLJSONWriter.json(of: document, in: post.tree))
    let expected = try JSONText.normal(Array(example.json.utf8))
    #expect(json.replacing("\\r\\n", with: "\\n") == expected)
  }

  @Test func datesAreTimestamps() throws {
    let post = FrontMatter(parsing: Array("+++\ndate = 2024-02-15 10:30:00-05:00\n+++\n".utf8))
    let expected = try #require(Timestamp(parsing: Array("2024-02-15T10:30:00 -0500".utf8)))
    #expect(post["date"]?.resolved == .timestamp(expected))
  }

  /// The place of the problem is marked by `^` in front of it.
  static let broken: [(line: String, id: String)] = [
    ("a = ^some text", "unquoted-text"),
    ("a = ^\"x", "unclosed-quote"),
    ("a = 'x' ^y", "text-after-value"),
    ("a = ['x' ^'y']", "missing-comma"),
    ("a = ^\n", "missing-value"),
    ("a^: 1", "missing-equals"),
    ("^= 1", "malformed-key"),
    ("^[a", "unclosed-bracket"),
    ("^first = 2", "duplicate-key"),
    ("[^first]", "duplicate-key"),
    ("a = {^b.c = 1}", "dotted-inline-key"),
  ]

  @Test(arguments: broken)
  func brokenLineIsReportedAndTheOthersKept(_ example: (line: String, id: String)) throws {
    let marked = "+++\nfirst = 1\n\(example.line)\nlast = 3\n+++\n"
    let mark = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "^")))
    let offset = marked.utf8.distance(from: marked.startIndex, to: mark)
    var text = marked
    text.remove(at: mark)
    let source = Array(text.utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.diagnostics.map(\.id) == [example.id])
    #expect(post.diagnostics.first?.span.lowerBound == offset)
    #expect(post.hasErrors)
    #expect(TreeInvariants.violation(post, source) == nil)
    if !example.line.hasPrefix("[") { #expect(post["last"]?.text == "3") }
  }

  @Test func nestingIsLimited() {
    for opening in ["[", "{a = "] {
      let text = "+++\na = \(String(repeating: opening, count: 10_000))\nb = 1\n+++\n"
      let post = FrontMatter(parsing: Array(text.utf8))
      #expect(post.diagnostics.contains { $0.id == "too-deeply-nested" })
      #expect(post["b"]?.text == "1")
    }
    let dotted = "+++\n\(String(repeating: "a.", count: 10_000))b = 1\n+++\n"
    #expect(FrontMatter(parsing: Array(dotted.utf8)).hasErrors)
  }
}
