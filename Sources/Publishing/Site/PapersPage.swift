internal import ReadingsQuery

/// All papers by title: a page of letters, and a page for each letter.
struct PapersPage: Sendable {
  struct Letter: Sendable {
    /// `A` to `Z`, or `Other`.
    let name: String
    let slug: String
    /// By folded title, then by key.
    let papers: [Int]
  }

  let letters: [Letter]
  /// More papers than the page of letters itself shows.
  private static let longest = 1_000

  init(_ papers: [SiteLibrary.Paper]) {
    var byLetter: [String: [(form: String, paper: Int)]] = [:]
    for (index, paper) in papers.enumerated() {
      let form = FoldedText.fold(paper.title)
      byLetter[FirstLetter.of(form), default: []].append((form, index))
    }
    letters = byLetter.keys.sorted(by: FirstLetter.precedes).map { name in
      let ofLetter = (byLetter[name] ?? []).sorted { left, right in
        left.form == right.form
          ? papers[left.paper].key < papers[right.paper].key : left.form < right.form
      }
      return Letter(name: name, slug: name.lowercased(), papers: ofLetter.map(\.paper))
    }
  }

  func writeIndex(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Papers", part: .papers), library, &output)
    output.markup("<header class=\"head\">\n<h1>Papers</h1>\n<p class=\"lead\">")
    output.count(library.papers.count, "paper", "papers")
    output.markup(" by title</p>\n</header>\n")
    writeLetters(nil, &output)
    if library.papers.count <= PapersPage.longest {
      for letter in letters {
        output.markup("<section>\n<h2>")
        output.text(letter.name)
        output.markup("</h2>\n")
        PageParts.paperList(letter.papers, library, &output)
        output.markup("</section>\n")
      }
    }
    PageShell.end(library, &output)
  }

  func write(_ letter: Letter, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Papers: " + letter.name, part: .papers), library, &output)
    output.markup(
      "<header class=\"head\">\n<p class=\"kicker\"><a href=\"../papers/index.html\">Papers</a></p>\n<h1>")
    output.text(letter.name)
    output.markup("</h1>\n<p class=\"lead\">")
    output.count(letter.papers.count, "paper", "papers")
    output.markup("</p>\n</header>\n")
    writeLetters(letter.slug, &output)
    PageParts.paperList(letter.papers, library, &output)
    PageShell.end(library, &output)
  }

  private func writeLetters(_ current: String?, _ output: inout MarkupBuffer) {
    PageParts.letters(letters.map { ($0.name, $0.slug) }, folder: "titles/", current, &output)
  }
}

extension PageParts {
  /// Links to the pages that a long index is cut into.
  static func letters(
    _ letters: [(name: String, slug: String)], folder: StaticString, _ current: String?,
    _ output: inout MarkupBuffer
  ) {
    output.markup("<nav class=\"jump\" aria-label=\"Letters\">\n<ul>")
    for letter in letters {
      output.markup("<li><a href=\"")
      output.markup(output.root)
      output.markup(folder)
      output.escaped(letter.slug.utf8)
      output.markup(".html\"")
      if letter.slug == current { output.markup(" aria-current=\"page\"") }
      output.markup(">")
      output.text(letter.name)
      output.markup("</a></li>")
    }
    output.markup("</ul>\n</nav>\n")
  }
}
