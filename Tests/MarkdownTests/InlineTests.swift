import Markdown
import SourceText
import Testing

struct InlineTests {
  @Test(arguments: [
    ("*a* _b_ **c** __d__", "<em>a</em> <em>b</em> <strong>c</strong> <strong>d</strong>"),
    ("***a** b*", "<em><strong>a</strong> b</em>"),
    ("snake_case_name and 2*3*4", "snake_case_name and 2<em>3</em>4"),
    ("a * b * and ** c **", "a * b * and ** c **"),
    ("**a *b* c", "**a <em>b</em> c"),
    ("**强调。**后", "**强调。**后"),
    ("*«a»*b", "*«a»*b"),
    ("*a\u{A0}*", "*a\u{A0}*"),
    ("a*£b*", "a*£b*"),
    ("*foo**bar*", "<em>foo**bar</em>"),
    ("****four****", "<strong><strong>four</strong></strong>"),
  ])
  func emphasis(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("Ann B. Lee, Bo Chen", true), ("note: it is 3:1. See www, or so!", true), ("Zoë · 李", true),
    ("a *b*", false), ("a & b", false), ("a &amp; b", false), (#"a\_b"#, false),
    ("see http://a.org", false), ("see www.a.org", false), ("a@b.org", false), ("a [b]", false),
  ])
  func aLeafOfNothingButTextIsReadWithoutATree(_ markdown: String, _ isVerbatim: Bool) {
    let document = parseChecked("# \(markdown)")
    let span = InlineReader(document).verbatimSpan(of: 1)
    #expect((span != nil) == isVerbatim)
  }

  @Test(arguments: [
    ("~a~ ~~b~~ ~~~c~~~", "<del>a</del> <del>b</del> ~~~c~~~"),
    ("~a~~", "~a~~"),
    ("**~~a~~**", "<strong><del>a</del></strong>"),
    ("~~a *b~~ c*", "<del>a *b</del> c*"),
  ])
  func strikethrough(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("`a`", "<code>a</code>"),
    ("`` a`b ``", "<code>a`b</code>"),
    ("` `` `", "<code>``</code>"),
    ("`  `", "<code>  </code>"),
    ("`a\nb`", "<code>a b</code>"),
    ("`*a*`", "<code>*a*</code>"),
    ("`\\`", "<code>\\</code>"),
    ("a ``` open", "a ``` open"),
    ("\\`a\\`", "`a`"),
    ("`<a href=\"`\">", "<code>&lt;a href=&quot;</code>&quot;&gt;"),
  ])
  func codeSpans(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("[a](/u)", "<a href=\"/u\">a</a>"),
    ("[a](</u v> 'T')", "<a href=\"/u%20v\" title=\"T\">a</a>"),
    ("[a]( /u\n\"T\" )", "<a href=\"/u\" title=\"T\">a</a>"),
    ("[a](b(c)d)", "<a href=\"b(c)d\">a</a>"),
    ("[a](b(c)", "[a](b(c)"),
    ("[a] (b)", "[a] (b)"),
    ("[a](u v)", "[a](u v)"),
    ("[a]()", "<a href=\"\">a</a>"),
    ("[a [b](c) d](e)", "[a <a href=\"c\">b</a> d](e)"),
    ("![a [b](c) d](e)", "<img src=\"e\" alt=\"a b d\" />"),
    ("[![i](s)](u)", "<a href=\"u\"><img src=\"s\" alt=\"i\" /></a>"),
    ("[*a](b)*", "<a href=\"b\">*a</a>*"),
    ("*[a*](b)", "*<a href=\"b\">a*</a>"),
    ("[a](&quot;x&auml;)", "<a href=\"%22x%C3%A4\">a</a>"),
    ("[a](x\\)y)", "<a href=\"x)y\">a</a>"),
    ("[1900] Mixed Precision", "[1900] Mixed Precision"),
  ])
  func links(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("[a][b]", "<a href=\"/b\">a</a>"),
    ("[b][]", "<a href=\"/b\">b</a>"),
    ("[B]", "<a href=\"/b\">B</a>"),
    ("[b](x y)", "<a href=\"/b\">b</a>(x y)"),
    ("[a][none][b]", "[a]<a href=\"/b\">none</a>"),
    ("![b]", "<img src=\"/b\" alt=\"b\" />"),
    ("[*b*]", "[<em>b</em>]"),
    ("\\[b]", "[b]"),
    ("[b\\]", "[b]"),
  ])
  func references(_ markdown: String, _ expected: String) {
    #expect(html(markdown + "\n\n[b]: /b") == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("<https://a.example?b=c&d>", "<a href=\"https://a.example?b=c&amp;d\">https://a.example?b=c&amp;d</a>"),
    ("<me@a.example>", "<a href=\"mailto:me@a.example\">me@a.example</a>"),
    ("a <b c='d>'/> e", "a <b c='d>'/> e"),
    ("<b\nc>", "<b\nc>"),
    ("a <!-- - -- --> b", "a <!-- - -- --> b"),
    ("a <!--> b", "a <!--> b"),
    ("a <b c=>", "a &lt;b c=&gt;"),
    ("1 < 2 > 0", "1 &lt; 2 &gt; 0"),
  ])
  func angleBrackets(_ markdown: String, _ expected: String) {
    #expect(html(markdown, syntax: .commonMark) == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [
    ("a  \nb", "a<br />\nb"),
    ("a\\\nb", "a<br />\nb"),
    ("a \n b", "a\nb"),
    ("a\t\t\nb", "a\nb"),
    ("a\\", "a\\"),
    ("\\*a\\* \\a", "*a* \\a"),
    ("&copy; &#x41; &#0; &nope; &amp;lt;", "© A \u{FFFD} &amp;nope; &amp;lt;"),
    ("&ngE;&CounterClockwiseContourIntegral;&AElig", "≧̸∳&amp;AElig"),
    ("a\u{0}b", "a\u{FFFD}b"),
  ])
  func textAndBreaks(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == "<p>\(expected)</p>\n")
  }

  @Test func treeGivesPartsOfLinks() {
    let tree = parseChecked("see [the *paper*](</p q> \"a &lt; b\") and ![x](y)").inlines(of: 1)
    let link = tree.nodes.firstIndex { $0.kind == .link } ?? 0
    #expect(tree.destination(of: link) == "/p q")
    #expect(tree.title(of: link) == "a < b")
    #expect(tree.plainText(of: link) == "the paper")
    #expect(tree.plainText() == "see the paper and x")
    #expect(Array(tree.children()).map { tree.nodes[$0].kind } == [.text, .link, .text, .image])
    #expect(Array(tree.children(of: link)).map { tree.nodes[$0].kind } == [.text, .emphasis])
  }

  @Test func plainTextOfContainersHasALineForEachBlock() {
    let document = parseChecked("# A *b*\n\n- c\n  d\n- `e`\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n    f\n")
    #expect(document.plainText(of: 0) == "A b\nc d\ne\nx\ty\n1\t2\nf")
  }
}
