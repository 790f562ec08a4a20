import FrontMatter
import SourceText
import Testing

/// Text written as a scalar is read back as the same text, and is quoted only where it must be.
struct ScalarEncoderTests {
  static let examples: [(text: String, block: String, flow: String)] = [
    ("Sparsity", "Sparsity", "Sparsity"),
    ("two words", "two words", "two words"),
    ("C#", "C#", "C#"),
    ("a:b", "a:b", "a:b"),
    ("Don't", "Don't", "Don't"),
    ("é 😀", "é 😀", "é 😀"),
    ("a, b", "a, b", "'a, b'"),
    ("a [b]", "a [b]", "'a [b]'"),
    ("Foo: bar", "'Foo: bar'", "'Foo: bar'"),
    ("it's: so", "'it''s: so'", "'it''s: so'"),
    ("a #b", "'a #b'", "'a #b'"),
    ("end:", "'end:'", "'end:'"),
    ("", "''", "''"),
    (" lead", "' lead'", "' lead'"),
    ("-x", "-x", "-x"),
    ("- x", "'- x'", "'- x'"),
    ("?", "'?'", "'?'"),
    (":x", ":x", "':x'"),
    ("*x", "'*x'", "'*x'"),
    ("@x", "'@x'", "'@x'"),
    ("null", "'null'", "'null'"),
    ("No", "'No'", "'No'"),
    ("2401.00010", "'2401.00010'", "'2401.00010'"),
    ("2024-02-15", "'2024-02-15'", "'2024-02-15'"),
    ("1_000", "'1_000'", "'1_000'"),
    ("12:30", "'12:30'", "'12:30'"),
    ("---", "'---'", "'---'"),
    ("a\nb", #""a\nb""#, #""a\nb""#),
    ("tab\t", #""tab\t""#, #""tab\t""#),
    ("\u{1B}[0m \u{2028}\u{FEFF}", #""\x1B[0m \u2028\uFEFF""#, #""\x1B[0m \u2028\uFEFF""#),
  ]

  @Test(arguments: examples)
  func quotesStandWhereYAMLNeedsThem(_ example: (text: String, block: String, flow: String)) {
    #expect(YAMLScalarEncoder.encode(example.text, context: .block) == example.block)
    #expect(YAMLScalarEncoder.encode(example.text, context: .flow) == example.flow)
  }

  @Test(arguments: 0..<4)
  func anyTextIsReadBackAsAString(seed: Int) {
    let alphabet = Array(
      "ab01.:-#,[]{}&*!|>'\"%@`~?=<_ eExoynfTZ+\t\n\\é\u{85}\u{2028}\u{0}\u{7F}\u{FEFF}😀".unicodeScalars)
    var generator = FuzzTests.Generator(state: UInt64(seed) &+ 99)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        if let scalar = alphabet.randomElement(using: &generator) { text.unicodeScalars.append(scalar) }
      }
      let block = YAMLScalarEncoder.encode(text, context: .block)
      let flow = YAMLScalarEncoder.encode(text, context: .flow)
      let post = FrontMatter(
        parsing: Array("---\na: \(block)\nb:\n- \(block)\nc: [\(flow), x]\nd: {k: \(flow)}\n---\n".utf8))
      let values = [post["a"], post["b"]?.items.first, post["c"]?.items.first, post["d"]?["k"]]
      for value in values {
        #expect(value?.resolved == .string(text), "\(text.debugDescription) as \(block.debugDescription)")
        #expect(value?.resolved(by: .jekyll) == .string(text), "\(text.debugDescription)")
      }
      #expect(post.diagnostics == [])
    }
  }
}
