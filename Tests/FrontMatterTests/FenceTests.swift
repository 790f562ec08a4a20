import FrontMatter
import SourceText
import Testing

/// Where front matter starts and ends; the parts of the expected text are separated by `‖`.
struct FenceTests {
  static let files: [String] = [
    "---\n‖a: 1\n‖---\n‖body\n",
    "---\n‖‖---\n‖",
    "---\n‖a: 1\n‖---‖",
    "---  \t\n‖a: 1\n‖---  \n‖\nbody",
    "---\r\n‖a: 1\r\n‖---\r\n‖body\r\n",
    "---\n‖a: 1\n‖...\n‖body\n---\n",
    "---\n‖a: |\n‖---\n‖b\n---\n",
    "---\n‖a: |\n  x\n  ---\n  y\n‖---\n‖",
    "+++\n‖a = 1\n...\n‖+++\n‖body",
  ]

  @Test(arguments: files, [false, true])
  func partsTileTheFile(_ marked: String, hasByteOrderMark: Bool) throws {
    let parts = marked.split(separator: "‖", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let mark: [UInt8] = hasByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
    let source = mark + parts.joined()
    let post = FrontMatter(parsing: source)
    let block = try #require(post.block)
    #expect(block.hasByteOrderMark == hasByteOrderMark)
    #expect(block.format == (marked.hasPrefix("+") ? .toml : .yaml))
    #expect(block.lineEnding == (marked.utf8.contains(0x0D) ? .crlf : .lf))
    let spans = [block.openingFence, block.content, block.closingFence, block.body]
    #expect(spans.map { Array(source[$0.range]) } == parts)
    #expect(TreeInvariants.violation(post, source) == nil)
  }

  static let others: [(text: String, id: String?)] = [
    ("", nil),
    ("# Title\n", nil),
    ("text\n---\na: 1\n---\n", nil),
    ("- - -\n", nil),
    ("----\n\ntext\n", nil),
    ("---\n\nA thematic break, and text.\n", "unclosed-front-matter"),
    ("---", "unclosed-front-matter"),
    ("+++\na = 1\n", "unclosed-front-matter"),
    ("---yaml\na: 1\n---\n", "malformed-fence"),
    ("--- # note\na: 1\n---\n", "malformed-fence"),
    ("----\na: 1\n----\n", "malformed-fence"),
    ("\n---\na: 1\n---\n", "indented-fence"),
    (" ---\na: 1\n---\n", "indented-fence"),
    ("{\n\"title\": \"T\"\n}\n", "json-front-matter"),
    ("{% include x %}\n", nil),
    ("{{ content }}\n", nil),
  ]

  @Test(arguments: others)
  func otherFilesAreAllBody(_ example: (text: String, id: String?)) {
    let source = Array(example.text.utf8)
    let post = FrontMatter(parsing: source)
    #expect(post.block == nil)
    #expect(post.body == SourceSpan(0, source.count))
    #expect(post.diagnostics.map(\.id) == (example.id.map { [$0] } ?? []))
    #expect(!post.hasErrors)
    #expect(post.fields.isEmpty)
    #expect(post["title"] == nil)
  }
}
