import Markdown
import SourceText
import Testing

/// Spans are marked in the text: `⟦` where one starts, `⟧` where it ends.
struct SpanTests {
  private func unmark(_ marked: String) -> (bytes: [UInt8], ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    var open: [Int] = []
    var ranges: [Range<Int>] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(bytes.count)
      case "⟧": if let start = open.popLast() { ranges.append(start..<bytes.count) }
      default: bytes += Array(String(scalar).utf8)
      }
    }
    return (bytes, ranges.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
  }

  @Test(arguments: [
    (BlockKind.heading, "a\n\n⟦## b ##⟧  \nc"),
    (.heading, "⟦a\nb\n---⟧\n"),
    (.paragraph, "> ⟦a\n> b⟧  \n\n⟦c⟧"),
    (.paragraph, "- ⟦a\nlazy⟧\n"),
    (.blockQuote, " ⟦> a\n> - b⟧\n\nc"),
    (.list, "a\n⟦- b\n\n  c\n- d⟧\n\ne"),
    (.listItem, "⟦1. a\n   b⟧\n⟦2. c⟧\n"),
    (.codeBlock, "- ⟦```x\n  a\n  ```⟧\n"),
    (.codeBlock, "    ⟦a\n\n     b⟧\n\n\nc"),
    (.htmlBlock, "⟦<div>\na\n</div>⟧\n\nb"),
    (.thematicBreak, "a\n\n ⟦* * *⟧ \n"),
    (.table, "a\n⟦| b |\n|---|\n| c |⟧\n\nd"),
    (.tableCell, "| ⟦b⟧ | ⟦`c\\|d`⟧ |\n|---|---|\n⟦e⟧ | ⟦f⟧\n"),
    (.footnoteDefinition, "a[^1]\n\n⟦[^1]: b\n\n    c⟧\n"),
    (.linkReferenceDefinition, "⟦[a]: /u\n 'b'⟧ \n⟦[c]: d⟧\ne"),
  ])
  func blocks(_ kind: BlockKind, _ marked: String) {
    let (bytes, ranges) = unmark(marked)
    let document = parseChecked(bytes)
    #expect(document.blocks.filter { $0.kind == kind }.map(\.span.range) == ranges)
  }

  @Test(arguments: [
    (InlineKind.emphasis, "a ⟦*b **c** d*⟧ é⟦*f*⟧"),
    (.strong, "*⟦**a**⟧ b* ⟦__c__⟧"),
    (.link, "> ⟦[a\n> b](c)⟧ ⟦[d](e\n> 'f')⟧"),
    (.link, "⟦[a][b]⟧ ⟦[b]⟧ ⟦[b][]⟧\n\n[b]: c"),
    (.image, "⟦![a](b)⟧"),
    (.code, "x ⟦`` a\n  b ``⟧ y"),
    (.rawHTML, "x ⟦<b\n  c='d'>⟧ y"),
    (.autolink, "⟦<https://a>⟧ ⟦www.b.example⟧. ⟦c@d.example⟧"),
    (.hardBreak, "a⟦  \n⟧b⟦\\\n⟧c"),
    (.softBreak, "a⟦ \n⟧   b"),
    (.strikethrough, "⟦~~a~~⟧"),
    (.footnoteReference, "a!⟦[^1]⟧\n\n[^1]: b"),
    (.text, "⟦a \\* &amp; [b] ⟧`c`⟦ d⟧"),
    (.liquid, "a ⟦{{ b }}⟧"),
  ])
  func inlines(_ kind: InlineKind, _ marked: String) {
    let (bytes, ranges) = unmark(marked)
    let document = parseChecked(bytes)
    var found: [Range<Int>] = []
    for block in document.blocks.indices where document.blocks[block].kind.hasInlines {
      found += document.inlines(of: block).nodes.filter { $0.kind == kind }.map(\.span.range)
    }
    #expect(found == ranges)
  }

  @Test func partsOfABlock() {
    let document = parseChecked("```swift x\na\n```\n\n[^n1]: b")
    #expect(document.infoSpan(of: 1)?.range == 3..<10)
    #expect(document.literal(of: 1) == "a\n")
    #expect(document.blocks[2].labelSpan?.range == 20..<22)
  }

  @Test func dumpShowsTheTree() {
    let document = parseChecked("# A *b*\n\n1. [x] `c`\n")
    let expected = """
      document 0..<20
        heading 0..<7 level=1
          text 2..<4 "A "
          emphasis 4..<7
            text 5..<6 "b"
        list 9..<19 marker=. start=1 tight
          listItem 9..<19 task=checked
            paragraph 12..<19
              code 16..<19 "c"

      """
    #expect(document.treeDump() == expected)
  }
}
