import Markdown
import SourceText
import Testing

struct TableTests {
  @Test func shape() {
    let document = parseChecked("Paper | Slides\n:--|:-:\n*a* \\| b | c | extra\nonly one\n\nafter")
    let table = document.blocks.firstIndex { $0.kind == .table } ?? 0
    #expect(document.alignments(of: table) == [.left, .center])
    let rows = Array(document.children(of: table))
    #expect(rows.map { document.blocks[$0].isHeader } == [true, false, false])
    #expect(rows.map { Array(document.children(of: $0)).count } == [2, 2, 1])
    #expect(document.plainText(of: rows[1]) == "a | b\tc")
    #expect(document.blocks.last?.kind == .paragraph)
  }

  @Test(arguments: [
    ("a | b\n--|--\n1 | 2\n> q", [BlockKind.table, .blockQuote]),
    ("a | b\n--|--\n1 | 2\n# h", [.table, .heading]),
    ("a | b\n--|--\n1 | 2\n- l", [.table, .list]),
    ("a | b\n--|--\n1 | 2\n```\nc", [.table, .codeBlock]),
    ("text\na | b\n--|--", [.paragraph, .table]),
    ("a | b\n--|--|--", [.paragraph]),
    ("a | b\n\n--|--", [.paragraph, .paragraph]),
    ("> a | b\n--|--", [.blockQuote]),
    ("| a |\n|---|\n|", [.table, .paragraph]),
    ("a | b\n- | -", [.table]),
  ])
  func startsAndEnds(_ markdown: String, _ kinds: [BlockKind]) {
    let document = parseChecked(markdown)
    #expect(document.children(of: 0).map { document.blocks[$0].kind } == kinds)
  }

  @Test func pipesInCodeAreUnescaped() {
    let document = parseChecked("| a |\n|---|\n| `x\\|y` [l](p\\|q) \\\\| |")
    let cell = document.blocks.lastIndex { $0.kind == .tableCell } ?? 0
    let tree = document.inlines(of: cell)
    #expect(tree.plainText() == "x|y l |")
    #expect(
      tree.nodes.indices.filter { tree.nodes[$0].kind == .link }.map { tree.destination(of: $0) } == ["p|q"])
  }
}

struct FootnoteTests {
  @Test func definitionsAndReferences() {
    let document = parseChecked(
      "A[^1] b[^Long-Note] c[^none]\n\n[^1]: one\ngoes on\n\n    more\n\n[^long-note]: - x\n")
    let definitions = document.blocks.indices.filter { document.blocks[$0].kind == .footnoteDefinition }
    #expect(definitions.map { document.plainText(of: $0) } == ["one goes on\nmore", "x"])
    let tree = document.inlines(of: 1)
    let references = tree.nodes.indices.filter { tree.nodes[$0].kind == .footnoteReference }
    #expect(references.map { tree.footnoteLabel(of: $0) } == ["1", "Long-Note"])
    #expect(references.map { tree.footnoteDefinition(of: $0) } == definitions)
    #expect(tree.plainText() == "A b c[^none]")
  }

  @Test func unreferencedDefinitionsStayInTheTreeOnly() {
    let document = parseChecked("text\n\n[^a]: hidden")
    #expect(document.plainText(of: 0) == "text\nhidden")
    #expect(html("text\n\n[^a]: hidden") == "<p>text</p>\n")
  }

  @Test func numbersFollowReferences() {
    let found = html("x[^b] y[^a] z[^b]\n\n[^a]: first\n[^b]: second")
    #expect(found.contains("href=\"#fn-b\" id=\"fnref-b\" data-footnote-ref>1</a>"))
    #expect(found.contains("href=\"#fn-b\" id=\"fnref-b-2\" data-footnote-ref>1</a>"))
    #expect(found.contains("href=\"#fn-a\" id=\"fnref-a\" data-footnote-ref>2</a>"))
  }

  @Test func labelsHoldNoSpace() {
    #expect(parseChecked("[^a b]: x").blocks.contains { $0.kind == .footnoteDefinition } == false)
  }
}

struct LiquidTests {
  private func atoms(_ markdown: String, syntax: MarkdownSyntax = .post) -> [String] {
    let tree = parseChecked(markdown, syntax: syntax).inlines(of: 1)
    return tree.nodes.indices.filter { tree.nodes[$0].kind == .liquid }.map { tree.text(of: $0) }
  }

  @Test(arguments: [
    ("a {{ page.title }} b", ["{{ page.title }}"]),
    ("{% if a_b_c %}*x*{% endif %}", ["{% if a_b_c %}", "{% endif %}"]),
    ("{{ '*' | f: \"[\" }}", ["{{ '*' | f: \"[\" }}"]),
    ("{{ open\nnext }}", []),
    ("`{{ code }}`", []),
    ("\\{{ escaped }}", []),
    ("{ {no} }", []),
  ])
  func atomsAreOpaque(_ markdown: String, _ expected: [String]) {
    #expect(atoms(markdown) == expected)
    #expect(atoms(markdown, syntax: .gfm) == [])
  }

  @Test(arguments: [
    ("[PDF]({{site.baseurl}}/talks/a b.pdf)", "{{site.baseurl}}/talks/a b.pdf"),
    ("[PDF]({{ site.url }}/a_(b).pdf \"T\")", "{{ site.url }}/a_(b).pdf"),
    ("[PDF](/x/{{ page.name }}.pdf)", "/x/{{ page.name }}.pdf"),
    ("![i]( {{ 'a)b' | relative_url }} )", "{{ 'a)b' | relative_url }}"),
  ])
  func destinationsKeepAtoms(_ markdown: String, _ destination: String) {
    let tree = parseChecked(markdown).inlines(of: 1)
    #expect(tree.nodes[0].kind == (markdown.hasPrefix("!") ? .image : .link))
    #expect(tree.destination(of: 0) == destination)
  }
}

struct AutolinkTests {
  @Test(arguments: [
    ("see www.a.example/b.", ["http://www.a.example/b"]),
    ("(https://a.example/x_(y))", ["https://a.example/x_(y)"]),
    ("https://arxiv.org/abs/2205.14135v2, and", ["https://arxiv.org/abs/2205.14135v2"]),
    ("https://a.example/?q=1&copy;", ["https://a.example/?q=1"]),
    ("Link:https://a.example", ["https://a.example"]),
    ("me.you@a-b.example!", ["mailto:me.you@a-b.example"]),
    ("a_b_c@d.example", ["mailto:a_b_c@d.example"]),
    ("mailto:me@a.example", ["mailto:me@a.example"]),
    ("xwww.a.example javascript://a.example www. http:// a@b", []),
    ("`www.a.example` [www.b.example](c)", []),
    ("www.a_b.example www.a.b_c www._a.b.example", ["http://www._a.b.example"]),
    ("_https://a.example_ _https://b.example/c_", ["https://a.example", "https://b.example/c"]),
    ("https://a.example/&amp;\\_b", ["https://a.example/&amp;\\_b"]),
    ("https://a.example<b>", ["https://a.example"]),
    ("https://例え.example/ü", ["https://例え.example/ü"]),
  ])
  func bareAddresses(_ markdown: String, _ expected: [String]) {
    let tree = parseChecked(markdown).inlines(of: 1)
    let links = tree.nodes.indices.filter { tree.nodes[$0].kind == .autolink }
    #expect(links.map { tree.destination(of: $0) } == expected)
    #expect(
      !parseChecked(markdown, syntax: .commonMark).inlines(of: 1).nodes.contains { $0.kind == .autolink })
  }
}
