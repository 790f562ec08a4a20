/// All authors: a page of letters with those read most, and a page for each letter.
enum AuthorsPage {
  private static let topCount = 40

  static func writeIndex(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Authors", part: .authors), library, &output)
    output.markup("<header class=\"head\">\n<h1>Authors</h1>\n<p class=\"lead\">")
    output.count(library.authors.count, "author", "authors")
    output.markup(" by family name</p>\n</header>\n")
    writeLetters(nil, library, &output)
    let top = library.authors.pages.flatMap { page in page.authors.map { (page, $0) } }
      .filter { $0.1.papers.count > 1 }
      .enumerated().sorted { left, right in
        (right.element.1.papers.count, left.offset) < (left.element.1.papers.count, right.offset)
      }.prefix(topCount).map(\.element)
    if !top.isEmpty {
      output.markup("<h2>Read most</h2>\n<ol class=\"ranks\">\n")
      for (page, author) in top {
        output.markup("<li><a href=\"")
        output.escaped(page.slug.utf8)
        output.markup(".html#")
        output.escaped(author.slug.utf8)
        output.markup("\">")
        output.text(author.name)
        output.markup("</a> <small>")
        output.count(author.papers.count, "paper", "papers")
        output.markup("</small></li>\n")
      }
      output.markup("</ol>\n")
    }
    PageShell.end(library, &output)
  }

  static func write(_ page: AuthorIndex.Page, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Authors: " + page.letter, part: .authors), library, &output)
    output.markup("<header class=\"head\">\n<p class=\"kicker\"><a href=\"index.html\">Authors</a></p>\n<h1>")
    output.text(page.letter)
    output.markup("</h1>\n<p class=\"lead\">")
    output.count(page.authors.count, "author", "authors")
    output.markup("</p>\n</header>\n")
    writeLetters(page.slug, library, &output)
    for author in page.authors {
      output.markup("<section class=\"block\" id=\"")
      output.escaped(author.slug.utf8)
      output.markup("\">\n<h2>")
      output.text(author.name, or: author.slug)
      output.markup("</h2>\n")
      PageParts.paperList(author.papers, library, &output)
      output.markup("</section>\n")
    }
    PageShell.end(library, &output)
  }

  private static func writeLetters(_ current: String?, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageParts.letters(
      library.authors.pages.map { ($0.letter, $0.slug) }, folder: "authors/", current, &output)
  }
}
