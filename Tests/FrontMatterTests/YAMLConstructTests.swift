import FrontMatter
import SourceText
import Testing

/// One or more examples of every construct, as JSON by the core schema.
struct YAMLConstructTests {
  static let sound: [(yaml: String, json: String)] = [
    // Plain scalars
    ("title: Reading Transformers", #"{"title":"Reading Transformers"}"#),
    ("a: one\n  two\n\n  three\nb: x", #"{"a":"one two\nthree","b":"x"}"#),
    ("a: b # note\nc: d#e", #"{"a":"b","c":"d#e"}"#),
    ("url: http://x.org/a?b#c", #"{"url":"http://x.org/a?b#c"}"#),
    ("when: 12:30", #"{"when":"12:30"}"#),
    ("a: ?x\nb: :y\nc: x:y", #"{"a":"?x","b":":y","c":"x:y"}"#),
    // Quoted scalars
    (#"a: "tab\tquote\" \u00e9 \x41 \U0001F600""#, #"{"a":"tab\tquote\" é A 😀"}"#),
    ("a: \"one\n  two\n\n  three \\\n  four\"", #"{"a":"one two\nthree four"}"#),
    ("a: 'it''s'\nb: 'one\n  two'", #"{"a":"it's","b":"one two"}"#),
    ("'a b': 1\n\"c\": 2", #"{"a b":1,"c":2}"#),
    ("a: ''\nb: \"\"", #"{"a":"","b":""}"#),
    // Block scalars
    ("a: |\n  x\n   y\n\n  z\nb: 1", #"{"a":"x\n y\n\nz\n","b":1}"#),
    ("a: |-\n  x\n\nb: |+\n  y\n\nc: 1", #"{"a":"x","b":"y\n\n","c":1}"#),
    ("a: >\n  one\n  two\n\n  three\n    kept\n  four\n", #"{"a":"one two\nthree\n  kept\nfour\n"}"#),
    ("a: |2\n    x\n  y\n", #"{"a":"  x\ny\n"}"#),
    ("a: >-2 # note\n  x\n  y\n", #"{"a":"x y"}"#),
    ("a: |\nb: 1", #"{"a":"","b":1}"#),
    // Sequences
    ("tags:\n- a\n- b\nx: 1", #"{"tags":["a","b"],"x":1}"#),
    ("tags:\n  - a\n  -\n  - b: 1\n    c: 2\n", #"{"tags":["a",null,{"b":1,"c":2}]}"#),
    ("- - a\n  - b\n- c", #"[["a","b"],"c"]"#),
    ("tags: [a, 'b c', d: e, [f], {g: h}, ]", #"{"tags":["a","b c",{"d":"e"},["f"],{"g":"h"}]}"#),
    ("tags: [a,\n  b, # note\n  c d\n  e]", #"{"tags":["a","b","c d e"]}"#),
    ("a: []\nb: {}", #"{"a":[],"b":{}}"#),
    // Mappings
    ("a:\n  b:\n    c: 1\n  d: 2\ne: 3", #"{"a":{"b":{"c":1},"d":2},"e":3}"#),
    ("a: {b: 1, \"c\":2, d, ? e : 3, f: }", #"{"a":{"b":1,"c":2,"d":null,"e":3,"f":null}}"#),
    ("? a\n: 1\n? b\n? c\n: - x", #"{"a":1,"b":null,"c":["x"]}"#),
    ("? [a, b]\n: 1", #"{"[\"a\",\"b\"]":1}"#),
    ("notes:\nauthor: ~\nnull: x", #"{"notes":null,"author":null,"null":"x"}"#),
    // Anchors, aliases and tags
    ("a: &x [1]\nb: *x\nc: &y\n  d: *x", #"{"a":[1],"b":[1],"c":{"d":[1]}}"#),
    ("a: !!str 1\nb: ! 2\nc: !!int 3", #"{"a":"1","b":"2","c":3}"#),
    ("&k a: 1\nb: *k", #"{"a":1,"b":"a"}"#),
    // Numbers and words of the core schema
    ("[0, -12, +3, 0o17, 0x1F, 1.5, -.5, 1e3, 1.]", #"[0,-12,3,15,31,1.5,-0.5,1000,1]"#),
    ("[true, False, NULL, no, yes, off, 0123, 1_000]", #"[true,false,null,"no","yes","off",123,"1_000"]"#),
    ("[2024-02-15, 2401.00010, .inf]", #"["2024-02-15",2401.0001,".inf"]"#),
    // White space, comments
    ("# top\n\na: 1   \n\n  # indented\nb:\t2\t# tab\n", #"{"a":1,"b":2}"#),
    ("a: 1", #"{"a":1}"#),
    ("", "null"),
    ("# nothing\n", "null"),
  ]

  @Test(arguments: sound)
  func constructIsReadAsMeant(_ example: (yaml: String, json: String)) throws {
    let tree = YAMLTree(parsing: Array(example.yaml.utf8))
    #expect(tree.diagnostics == [])
    #expect(TreeInvariants.violation(tree) == nil)
    let json = try tree.documents.first.map { try YAMLJSONWriter.json(of: $0, in: tree) }
    let expected = try JSONText.normal(Array(example.json.utf8))
    #expect(try JSONText.normal(json ?? Array("null".utf8)) == expected)
  }

  @Test(arguments: sound)
  func lineEndingsDoNotMatter(_ example: (yaml: String, json: String)) {
    let lf = YAMLTree(parsing: Array(example.yaml.utf8))
    for ending in ["\r\n", "\r"] {
      let other = YAMLTree(parsing: Array(example.yaml.replacing("\n", with: ending).utf8))
      #expect(other.eventLines() == lf.eventLines())
      #expect(other.diagnostics.map(\.id) == lf.diagnostics.map(\.id))
    }
  }

  @Test(arguments: sound)
  func everyPrefixParses(_ example: (yaml: String, json: String)) {
    let bytes = Array("---\n\(example.yaml)\n---\n".utf8)
    for count in 0...bytes.count {
      let prefix = Array(bytes[..<count])
      let tree = YAMLTree(parsing: prefix)
      #expect(TreeInvariants.violation(tree) == nil, "\(count) of \(example.yaml)")
      let closed = prefix + Array("\n---\n".utf8)
      #expect(TreeInvariants.violation(FrontMatter(parsing: closed), closed) == nil)
    }
  }

  /// The place of the problem is marked by `^` in front of it.
  static let broken: [(yaml: String, id: String)] = [
    ("a: b^: c", "nested-mapping-value"),
    ("a: ^- b", "sequence-on-key-line"),
    ("a: 'x'\n ^b: 2", "bad-indentation"),
    ("a:\n  - x\n ^- y", "bad-indentation"),
    ("a:\n^\tb: 1", "tab-indentation"),
    ("a: ^`x`", "reserved-indicator"),
    ("a: [x, ^@y]", "reserved-indicator"),
    ("a: [x ^[y]]", "missing-comma"),
    ("a: [x,^, y]", "missing-item"),
    ("a: [x^}", "mismatched-bracket"),
    ("a: ^[x", "unclosed-bracket"),
    ("a: ^'x", "unclosed-quote"),
    ("a: \"^\\q\"", "unknown-escape"),
    ("a: 'x' ^y", "text-after-value"),
    ("a: 1\n^b", "missing-colon"),
    ("a: ^*x", "unknown-alias"),
    ("a: &x [^*x]", "alias-inside-anchor"),
    ("a: &x ^*x", "alias-with-properties"),
    ("a: &x ^&y z", "repeated-property"),
    ("a: ^!e!x y", "unknown-tag-handle"),
    ("a: ^|x", "block-scalar-header"),
    ("a: |\n   ^ \n  x", "bad-indentation"),
    ("a: 1\n^a: 2", "duplicate-key"),
    ("a: 1\n'b': {c: 1, ^c: 2}", "duplicate-key"),
    ("%YAML 1.2\n^%YAML 1.2\n---", "repeated-directive"),
    ("^%YAML\n---", "malformed-directive"),
    ("%YAML 1.2\n^a", "missing-document-start"),
  ]

  @Test(arguments: broken)
  func problemIsReportedAtItsPlace(_ example: (yaml: String, id: String)) throws {
    let mark = try #require(example.yaml.utf8.firstIndex(of: UInt8(ascii: "^")))
    let offset = example.yaml.utf8.distance(from: example.yaml.startIndex, to: mark)
    var text = example.yaml
    text.remove(at: mark)
    let tree = YAMLTree(parsing: Array(text.utf8))
    #expect(tree.diagnostics.map(\.id) == [example.id])
    #expect(tree.diagnostics.first?.span.lowerBound == offset)
    #expect(TreeInvariants.violation(tree) == nil)
  }

  @Test func documentsOfAStreamAreSeparate() {
    let text = "%TAG !e! tag:example.org,2024:\n---\n&a !e!x one\n...\n# between\n---\ntwo\n--- three\n"
    let tree = YAMLTree(parsing: Array(text.utf8))
    #expect(tree.diagnostics == [])
    #expect(
      tree.eventLines() == [
        "+STR", "+DOC ---", "=VAL &a <tag:example.org,2024:x> :one", "-DOC ...", "+DOC ---", "=VAL :two",
        "-DOC",
        "+DOC ---", "=VAL :three", "-DOC", "-STR",
      ])
  }
}
