import ReadingsCatalog
import TestSupport
import Testing

/// `parse` in all its forms; reading a library would be a failure.
@Suite struct ParseCommandTests {
  private func run(_ arguments: [String], input: String = "") -> CommandRun {
    CommandRun(["parse"] + arguments, input: Array(input.utf8)) { (loader) throws(LibraryLoader.Failure) in
      throw .noSuchFolder(loader.folder)
    }
  }

  /// What each form writes of a text on the standard input, to the byte.
  @Test(arguments: [
    // Posts as HTML: the front matter is skipped, raw HTML is escaped, only harmless links lead anywhere.
    ("html", "---\ntitle: T\n---\n# *Hi*\n", "<h1><em>Hi</em></h1>\n"),
    ("html", "no front matter\n", "<p>no front matter</p>\n"),
    ("html", "---\ntitle: T\n---\n", ""),
    ("html", "", ""),
    ("html", "+++\ntitle = 'T'\n+++\n~~old~~\n", "<p><del>old</del></p>\n"),
    ("html", "<script>x</script>\n", "&lt;script&gt;x&lt;/script&gt;\n"),
    ("html", "[a](javascript:x) [b](/c)\n", "<p>a <a href=\"/c\">b</a></p>\n"),
    ("html", "{{ site.url }}/*a*\n", "<p>{{ site.url }}/<em>a</em></p>\n"),
    ("html --unsafe-html", "<i class=x>a</i>\n", "<p><i class=x>a</i></p>\n"),
    ("html --unsafe-html", "[a](javascript:x)\n", "<p><a href=\"javascript:x\">a</a></p>\n"),
    // Other syntaxes: the whole input is Markdown.
    ("html --syntax commonmark", "---\na\n---\n", "<hr />\n<h2>a</h2>\n"),
    ("html --syntax commonmark", "~~a~~\n", "<p>~~a~~</p>\n"),
    (
      "html --syntax gfm", "|a|\n|-|\n",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"
    ),
    ("html --syntax=gfm", "---\n", "<hr />\n"),
    // Trees: 0-based byte offsets into the file.
    (
      "tree", "---\nt: 1\n---\né *b*\n",
      "document 13..<20\n  paragraph 13..<19\n    text 13..<16 \"é \"\n    emphasis 16..<19\n"
        + "      text 17..<18 \"b\"\n"
    ),
    ("tree --syntax gfm", "---\n", "document 0..<4\n  thematicBreak 0..<3\n"),
    // Streams of YAML: one line a document, numbers and words by the core schema.
    ("yaml-json", "a: 1\nb: [x, ~, yes]\n", "{\"a\":1,\"b\":[\"x\",null,\"yes\"]}\n"),
    ("yaml-json", "--- a\n--- {b: true}\n...\n---\n", "\"a\"\n{\"b\":true}\nnull\n"),
    ("yaml-json", "# nothing\n", ""),
    ("yaml-json", "a: &x [1]\nb: *x\n", "{\"a\":[1],\"b\":[1]}\n"),
    ("yaml-json", "2: |\n  \"one\"\n  two\n", "{\"2\":\"\\\"one\\\"\\ntwo\\n\"}\n"),
    // Front matter: fields in file order, words as Jekyll reads them.
    (
      "front-matter", "---\ntitle: T\ndraft: yes\nat: 2024-01-02\n---\nbody\n",
      "{\"title\":\"T\",\"draft\":true,\"at\":\"2024-01-02\"}\n"
    ),
    ("front-matter", "+++\ntitle = 'T'\n[a]\nb = 1\n+++\n", "{\"title\":\"T\",\"a\":{\"b\":1}}\n"),
    ("front-matter", "---\n---\n", "{}\n"),
    ("front-matter", "body\n", "null\n"),
  ])
  func aTextIsWrittenAs(_ options: String, _ input: String, _ output: String) {
    let run = run(["--to"] + options.split(separator: " ").map(String.init) + ["-"], input: input)
    #expect(run.output == output)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test(arguments: [
    ("html", "a\u{1B}[31m\n\n`b\u{202E}`\n", "<p>a␛[31m</p>\n<p><code>b\\u{202E}</code></p>\n"),
    ("yaml-json", "a: \"\\u202E\\e\\x7F\"\n", "{\"a\":\"\\u{202E}\\u001b␡\"}\n"),
  ])
  func aTerminalShowsHiddenCharacters(_ form: String, _ input: String, _ output: String) {
    let run = CommandRun(["parse", "--to", form, "-"], input: Array(input.utf8), terminal: 80) { _ in
      Catalog(sessions: [])
    }
    #expect(run.output == output)
  }

  @Test func anInvalidStreamGivesPlacesAndNoValues() {
    let run = run(["--to", "yaml-json", "-"], input: "a: 1\n---\nb: 'x\n")
    #expect(run.output == "")
    #expect(run.errors == "<stdin>:3:4: error: the quote is never closed [unclosed-quote]\nb: 'x\n   ^\n")
    #expect(run.status == 1)
  }

  @Test func aRepeatedKeyOfAStreamIsAWarning() {
    let run = run(["--to", "yaml-json", "-"], input: "a: 1\na: 2\n")
    #expect(run.output == "{\"a\":2}\n")
    #expect(run.errors.contains("<stdin>:2:1: warning: ") && run.errors.contains("[duplicate-key]"))
    #expect(run.status == 0)
  }

  @Test func aliasesAreNotWrittenOutWithoutEnd() {
    let aliases = repeatElement("*x", count: 101).joined(separator: ", ")
    let run = run(["--to", "yaml-json", "-"], input: "- &x a\n- [\(aliases)]\n")
    #expect(run.output == "")
    #expect(
      run.errors.hasPrefix("<stdin>:1:1: error: more than 100 aliases are not written out [too-many-aliases]")
    )
    #expect(run.status == 1)
  }

  @Test func brokenFrontMatterGivesWhatWasMeantAndTheError() {
    let run = run(["--to", "front-matter", "-"], input: "---\ntitle: A: b\ntags: [x]\n---\n")
    #expect(run.output == "{\"title\":\"A: b\",\"tags\":[\"x\"]}\n")
    #expect(run.errors.hasPrefix("<stdin>:2:9: error: "))
    #expect(run.errors.hasSuffix("note: fix: quote the value\n"))
    #expect(run.status == 1)
  }

  @Test func aFileIsReadByItsPath() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: \"T\n---\n*a*\n", to: "a b.md")
    let path = folder.path + "/a b.md"
    let html = run(["--to", "html", path])
    #expect(html.output == "<p><em>a</em></p>\n" && html.errors == "" && html.status == 0)
    let fields = run([path, "--to", "front-matter"])
    #expect(fields.errors.hasPrefix(path + ":2:8: error: "))
    #expect(fields.status == 1)
  }

  @Test func whatCannotBeReadIsAnError() throws {
    let folder = try TemporaryFolder()
    let missing = run(["--to", "html", folder.path + "/x.md"])
    #expect(missing.errors == "readings: error: there is no file '\(folder.path)/x.md'\n")
    let read = run(["--to", "tree", folder.path])
    #expect(read.errors == "readings: error: cannot read '\(folder.path)': is a directory\n")
    #expect([missing.status, read.status] == [2, 2])
    #expect([missing.output, read.output] == ["", ""])
  }

  @Test(arguments: [
    ([], "'parse' needs a FILE; see 'readings help parse'"),
    (["-"], "'parse' needs '--to' with one of html, tree, yaml-json, front-matter"),
    (["--to", "htm", "-"], "unknown value 'htm' for '--to'; did you mean 'html'?"),
    (
      ["--to", "html", "--syntx", "gfm", "-"],
      "unknown option '--syntx' for 'parse'; did you mean '--syntax'?"
    ),
    (["--to", "yaml-json", "--syntax", "gfm", "-"], "'--syntax' needs '--to html' or '--to tree'"),
    (["--to", "tree", "--unsafe-html", "-"], "'--unsafe-html' needs '--to html'"),
    (["--to", "html", "-", "-"], "unexpected argument '-' for 'parse'; see 'readings help parse'"),
  ])
  func aWrongCallIsOneLine(_ arguments: [String], _ message: String) {
    let run = run(arguments)
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.output == "")
    #expect(run.status == 2)
  }
}
