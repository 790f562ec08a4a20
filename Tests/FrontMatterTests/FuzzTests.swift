import FrontMatter
import SourceText
import Testing

/// Seeded random changes of sample posts: any bytes give a tree whose invariants hold.
struct FuzzTests {
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) | (state << 31)
    }
  }

  static let samples = [
    "---\ntitle: A: b\ntags:\n- x\n  - y\nmore: [a, {b: c}, 'd', \"e\\n\"]\n# note\ntext: |\n  one\n\n  two\nlast: >-\n a\n---\nbody\n",
    "---\n? a\n: &x !!str b\n*x : {c, d: [e]}\n\"q\": 'r\n  s'\n- t\n\tu: v\n...\n",
    "+++\ntitle = \"T\"\ntags = [\"a\", 'b', 1_000, 2024-01-02]\n[a.b]\nc = {d = 1}\n[[e]]\nf = \"\"\"x\\\n y\"\"\"\n+++\nbody",
    "---\n*x : {: [e], ? f, g: , h}\nx: [: a, b: , ? , c: d]\n---\n",
    "---\r\ntitle: [1900] Mixed\r\nvideo:\r\n  - a\r\n  -\r\nx: `y`\r\n---\r\n",
  ]
  static let pieces = [
    "\n", "\r\n", "\t", " ", "  ", ":", ": ", "- ", "? ", "---\n", "...\n", "+++\n", "[", "]", "{", "}", ",",
    "#", " #",
    "&a ", "*a", "!t ", "|", ">", "'", "\"", "\\", "%", "@", "`", "=", "\0", "\u{FEFF}", "é", "~", "<<",
    "a: b\n",
  ]

  @Test(arguments: 0..<8)
  func anyChangeGivesASoundTree(seed: Int) {
    var generator = Generator(state: UInt64(seed) &* 77 &+ 5)
    for _ in 0..<400 {
      var bytes = Array((Self.samples.randomElement(using: &generator) ?? "").utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...4, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default:
          bytes.replaceSubrange(place..<end, with: (Self.pieces.randomElement(using: &generator) ?? "").utf8)
        }
      }
      let post = FrontMatter(parsing: bytes)
      let violation = TreeInvariants.violation(post, bytes)
      #expect(
        violation == nil, "\(violation ?? "") in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      for field in post.fields { _ = (field.value.text, field.value.resolved, field.value.items.count) }
      let tree = YAMLTree(parsing: bytes)
      #expect(TreeInvariants.violation(tree) == nil)
      _ = tree.eventLines()
      for document in tree.documents { _ = try? YAMLJSONWriter.json(of: document, in: tree) }
    }
  }
}
