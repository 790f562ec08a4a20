/// All sessions by term, latest first; of a large library, the terms alone.
enum SessionsPage {
  /// More sessions than one page shows.
  private static let longest = 1_000

  static func write(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Sessions", part: .sessions), library, &output)
    output.markup("<header class=\"head\">\n<h1>Sessions</h1>\n<p class=\"lead\">")
    output.count(library.sessions.count, "session", "sessions")
    output.markup(", latest first</p>\n</header>\n")
    output.markup("<nav class=\"jump\" aria-label=\"Terms\">\n<ul>")
    for term in library.terms.reversed() {
      output.markup("<li>")
      output.pageLink("terms/", term.slug, term.name)
      output.markup("</li>")
    }
    output.markup("</ul>\n</nav>\n")
    if library.sessions.count <= longest {
      for term in library.terms.reversed() {
        output.markup("<section>\n<h2>")
        output.pageLink("terms/", term.slug, term.name)
        output.markup("</h2>\n")
        PageParts.sessionTable(term.sessions.reversed(), library, &output)
        output.markup("</section>\n")
      }
    } else {
      output.markup("<h2>The latest</h2>\n")
      PageParts.sessionTable(library.sessions.indices.suffix(100).reversed(), library, &output)
    }
    PageShell.end(library, &output)
  }
}
