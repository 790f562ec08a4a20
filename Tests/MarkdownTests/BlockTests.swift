import Markdown
import SourceText
import Testing

/// The HTML of a text, in the form that the conformance suites use.
func html(_ markdown: String, syntax: MarkdownSyntax = .post) -> String {
  String(decoding: HTMLRenderer(isUnsafe: true).render(parseChecked(markdown, syntax: syntax)), as: UTF8.self)
}

struct BlockTests {
  @Test(arguments: [
    ("# Seminar", "<h1>Seminar</h1>\n"),
    ("###### Deep ######", "<h6>Deep</h6>\n"),
    ("## C#", "<h2>C#</h2>\n"),
    ("## #", "<h2></h2>\n"),
    ("####### Too deep", "<p>####### Too deep</p>\n"),
    ("#tag", "<p>#tag</p>\n"),
    ("Week\none\n===", "<h1>Week\none</h1>\n"),
    ("Week\n---\nText", "<h2>Week</h2>\n<p>Text</p>\n"),
    ("> Week\n---", "<blockquote>\n<p>Week</p>\n</blockquote>\n<hr />\n"),
  ])
  func headings(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    (
      "- a\n  - b\n\n  - c\n- d",
      "<ul>\n<li>a\n<ul>\n<li>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
    ),
    ("3. a\n7. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("1. a\n2) b", "<ol>\n<li>a</li>\n</ol>\n<ol start=\"2\">\n<li>b</li>\n</ol>\n"),
    ("In the year\n1984. no list", "<p>In the year\n1984. no list</p>\n"),
    ("A list\n- at once", "<p>A list</p>\n<ul>\n<li>at once</li>\n</ul>\n"),
    ("+[no space](u)", "<p>+<a href=\"u\">no space</a></p>\n"),
    ("1234567890. ten digits", "<p>1234567890. ten digits</p>\n"),
    ("- > a\n  >\n- b", "<ul>\n<li>\n<blockquote>\n<p>a</p>\n</blockquote>\n</li>\n<li>b</li>\n</ul>\n"),
    ("- ```\n\n\n  ```\n- b", "<ul>\n<li>\n<pre><code>\n\n</code></pre>\n</li>\n<li>b</li>\n</ul>\n"),
    (
      "-     a\n\n-     b",
      "<ul>\n<li>\n<pre><code>a\n</code></pre>\n</li>\n<li>\n<pre><code>b\n</code></pre>\n</li>\n</ul>\n"
    ),
    ("- a\n-\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li></li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
    ("-\n\n  far", "<ul>\n<li></li>\n</ul>\n<p>far</p>\n"),
    ("*\ta\n\n\tb", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"),
  ])
  func lists(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("    let a\n\n      b\n\n", "<pre><code>let a\n\n  b\n</code></pre>\n"),
    ("text\n    goes on", "<p>text\ngoes on</p>\n"),
    ("~~~ swift x\na\n~~~~", "<pre><code class=\"language-swift\">a\n</code></pre>\n"),
    ("  ```\n  a\n   b\n c\n  ```", "<pre><code>a\n b\nc\n</code></pre>\n"),
    ("```\nnever closed", "<pre><code>never closed\n</code></pre>\n"),
    ("``` a`b\nc", "<p>``` a`b\nc</p>\n"),
    ("> \tx", "<blockquote>\n<p>x</p>\n</blockquote>\n"),
    (">\t\tx", "<blockquote>\n<pre><code>  x\n</code></pre>\n</blockquote>\n"),
  ])
  func code(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("<div>\n*a*\n\n*b*", "<div>\n*a*\n<p><em>b</em></p>\n"),
    ("<!-- a\n\nb --> c\nd", "<!-- a\n\nb --> c\n<p>d</p>\n"),
    ("<pre>\n\n</pre>\nx", "<pre>\n\n</pre>\n<p>x</p>\n"),
    ("<ins>\n*a*\n</ins>", "<ins>\n*a*\n</ins>\n"),
    ("text\n<ins>", "<p>text\n<ins></p>\n"),
    ("<?php\n\n?>", "<?php\n\n?>\n"),
    ("<!DOCTYPE html>", "<!DOCTYPE html>\n"),
  ])
  func rawBlocks(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test(arguments: [
    ("[a]: /u 'two\nlines'\n\n[A]", "<p><a href=\"/u\" title=\"two\nlines\">A</a></p>\n"),
    ("[a]: /first\n[a]: /second\n\n[a]", "<p><a href=\"/first\">a</a></p>\n"),
    ("> [q]: /u\n\n[q]", "<blockquote>\n</blockquote>\n<p><a href=\"/u\">q</a></p>\n"),
    ("[a]: /u \"t\" x\n\n[a]", "<p>[a]: /u &quot;t&quot; x</p>\n<p>[a]</p>\n"),
    ("[ẞ ß]: /u\n\n[SS\nss]", "<p><a href=\"/u\">SS\nss</a></p>\n"),
    ("[a]: /u\n===\n[a]", "<p>===\n<a href=\"/u\">a</a></p>\n"),
    ("> [\n> ]: /u", "<blockquote>\n<p>[\n]: /u</p>\n</blockquote>\n"),
    ("[a]: /u\n\n[a][ ]", "<p><a href=\"/u\">a</a>[ ]</p>\n"),
    ("text\n[a]: /u", "<p>text\n[a]: /u</p>\n"),
  ])
  func definitions(_ markdown: String, _ expected: String) {
    #expect(html(markdown) == expected)
  }

  @Test func definitionsAreBlocks() {
    let document = parseChecked("[a b]: </x y> 'T'\n[c]: /z\ntext")
    #expect(
      document.blocks.map(\.kind) == [
        .document, .linkReferenceDefinition, .linkReferenceDefinition, .paragraph,
      ])
    let first = document.definition(of: 1)
    #expect(first?.label == "a b")
    #expect(first?.destination == "/x y")
    #expect(first?.title == "T")
    #expect(document.definition(of: 2)?.title == nil)
    #expect(document.definition(of: 3) == nil)
  }

  @Test(arguments: [
    ("- [ ] read\n- [x] done\n- [X] too", [TaskState.unchecked, .checked, .checked]),
    ("- [] no\n- [ ]\n- [x]tight\n- a [ ] b", [.none, .none, .none, .none]),
    ("1. [ ] numbered", [.unchecked]),
  ])
  func tasks(_ markdown: String, _ expected: [TaskState]) {
    let document = parseChecked(markdown)
    #expect(document.blocks.filter { $0.kind == .listItem }.map(\.taskState) == expected)
  }

  @Test func taskMarkIsNoText() {
    #expect(parseChecked("- [x] *done*").plainText(of: 0) == "done")
  }
}
