import Foundation
import Markdown
import SourceText
import TestSupport
import Testing

/// A text with every construct, some of them inside others.
let sampleOfEverything = """
  # Títle *one* #
  Setext `code ``
  ===

  Plain \\* text &amp; *emphasis **strong*** and ~~gone~~, a [link](<a b> "t\\"t") and ![image][ref],  
  a hard break\\
  and <https://a.example/x?y=1> with <b class='x'>raw</b> {{ site.url }} [PDF]({{site.baseurl}}/a b.pdf).
  > quote
  lazy
  > - item in quote

  1. one
  2. two

     ```swift
     let x = 1
  \t   tab
     ```
  - [x] done www.example.org/a_(b).
  - [ ] open me@example.org

  \tindented

  <div>
  block
  </div>

  | a | b\\|c |
  |:--|--:|
  | `x\\|y` | [^n] |

  [ref]: /url 'a
  title'
  [^n]: note

      more of it

  ***
  é\u{301}漢字**强**调
  """

struct InvariantTests {
  @Test func everyPrefixParses() {
    let bytes = Array(sampleOfEverything.utf8)
    for count in 0...bytes.count { _ = parseChecked(Array(bytes[..<count])) }
  }

  /// U+0711 combines with the mark before it.
  @Test(arguments: [
    "[\u{711}f]: /u\n", "#\u{20}\u{711}\n", ">\u{711}\n", "<div\u{711}>\n", "[^\u{711}]: n\n",
    "***\n-\u{20}\u{711}\n",
  ])
  func marksWithCombiningCharactersAreMarks(_ text: String) {
    _ = parseChecked(Array(text.utf8))
  }

  @Test func everySuffixParses() {
    let bytes = Array(sampleOfEverything.utf8)
    for start in 0...bytes.count { _ = parseChecked(Array(bytes[start...])) }
  }

  @Test func rangeKeepsOffsetsOfTheWholeFile() {
    let bytes = Array("---\ntitle: x\n---\n# *a*\n".utf8)
    let document = parseChecked(bytes, in: 17..<bytes.count)
    #expect(document.blocks.map(\.kind) == [.document, .heading])
    #expect(document.blocks[1].span.range == 17..<22)
    #expect(document.inlines(of: 1).nodes[0].span.range == 19..<22)
  }

  @Test(arguments: [MarkdownSyntax.commonMark, .gfm, .post])
  func lineEndingsDoNotChangeTheTree(_ syntax: MarkdownSyntax) {
    let text = sampleOfEverything
    let expected = parseChecked(text, syntax: syntax)
    for ending in ["\r\n", "\r"] {
      let document = parseChecked(text.replacingOccurrences(of: "\n", with: ending), syntax: syntax)
      #expect(document.blocks.map(\.kind) == expected.blocks.map(\.kind))
      #expect(HTMLRenderer().render(document) == HTMLRenderer().render(expected))
    }
  }

  @Test func mutatedTextsParse() {
    var random = SplitMix(state: 20_261)
    let marks = [
      "*", "**", "_", "`", "[", "]", "(", ")", "<", ">", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "|",
      "|-|\n", "~",
      "![", "[^n]", "[^n]: ", "{{", "}}", "{%", "%}", "<!--", "-->", "\\", "&", ";", "www.", "http://", "@",
      "\"", "'",
      "\r", "\u{0}", "é", "\u{FEFF}", "```\n", "---\n", "===\n", "# ", "<div>\n", "[ref]: ", ":",
    ].map { Array($0.utf8) }
    let sample = Array(sampleOfEverything.utf8)
    for _ in 0..<600 {
      var bytes = sample
      for _ in 0..<Int(random.next() % 12 + 1) {
        let place = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 4 {
        case 0: bytes.remove(at: place)
        case 1: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + Int(random.next() % 40)))
        default: bytes.insert(contentsOf: marks[Int(random.next() % UInt64(marks.count))], at: place)
        }
        if bytes.isEmpty { bytes = sample }
      }
      let document = parseChecked(bytes)
      #expect(!HTMLRenderer().render(document).isEmpty || document.blocks.count < 3)
    }
  }

  @Test(.enabled(if: SharedFolder.has("suites"), "the corpora are not beside this checkout"))
  func postsOfOthersParse() throws {
    let folder = SharedFolder.url.appending(path: "corpora").resolvingSymlinksInPath()
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") || $0.hasSuffix(".txt") }
    for file in files {
      _ = parseChecked([UInt8](try Data(contentsOf: folder.appending(path: file))))
    }
    print("corpora: \(files.count) files")
    #expect(files.count > 100)
  }
}

/// A small generator, so that a failing run can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
