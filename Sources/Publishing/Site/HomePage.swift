internal import ReadingsCatalog

/// The first page: what there is, the search, the latest sessions, terms and tags.
enum HomePage {
  private static let latestCount = 8
  private static let tagCount = 30

  static func write(_ library: SiteLibrary, _ charts: SiteCharts, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: nil, part: .home, isInFolder: false), library, &output)
    output.markup("<header class=\"head home\">\n<h1>")
    output.text(library.options.title)
    output.markup("</h1>\n")
    if let description = library.options.description {
      output.markup("<p class=\"lead\">")
      output.text(description)
      output.markup("</p>\n")
    }
    PageShell.writeSearch(&output)
    writeCounts(library, &output)
    output.markup("</header>\n<div class=\"columns\">\n<section>\n<h2>Latest sessions</h2>\n")
    writeLatest(library, &output)
    output.markup(
      "<p class=\"more\"><a href=\"sessions/index.html\">All sessions</a></p>\n</section>\n<aside>\n")
    writeTerms(library, &output)
    writeTags(library, &output)
    output.markup("</aside>\n</div>\n")
    if library.terms.count > 1 {
      output.markup("<section>\n")
      charts.newAndKnown.write(&output)
      output.markup("<p class=\"more\"><a href=\"charts.html\">More charts</a></p>\n</section>\n")
    }
    PageShell.end(library, &output)
  }

  private static func writeCounts(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<dl class=\"counts\">\n")
    let counts: [(StaticString, Int)] = [
      ("sessions", library.sessions.count), ("papers", library.papers.count),
      ("readings", library.readingCount), ("authors", library.authors.count), ("terms", library.terms.count),
    ]
    for (name, count) in counts {
      output.markup("<div><dt>")
      output.markup(name)
      output.markup("</dt><dd>")
      output.number(count)
      output.markup("</dd></div>\n")
    }
    output.markup("</dl>\n")
  }

  private static func writeLatest(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<ol class=\"latest\">\n")
    for index in library.sessions.indices.suffix(latestCount).reversed() {
      let session = library.sessions[index]
      output.markup("<li>\n<h3>")
      output.pageLink("sessions/", library.sessionSlugs[index], session.title)
      output.markup("</h3>\n<p class=\"meta\">")
      if session.date != nil {
        PageParts.date(session.date, &output)
        output.markup(" · ")
      }
      if let label = session.label ?? session.term {
        output.text(label)
        output.markup(" · ")
      }
      output.count(session.readings.count, "reading", "readings")
      output.markup("</p>\n")
      let titles = session.readings.map(\.title).filter { WebLink.address($0) == nil }.prefix(3)
      if !titles.isEmpty {
        output.markup("<p class=\"teaser\">")
        output.text(titles.joined(separator: " · ") + (session.readings.count > 3 ? " …" : ""))
        output.markup("</p>\n")
      }
      output.markup("</li>\n")
    }
    output.markup("</ol>\n")
  }

  private static func writeTerms(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<section>\n<h2>Terms</h2>\n<ul class=\"rows\">\n")
    for term in library.terms.reversed() {
      output.markup("<li>")
      output.pageLink("terms/", term.slug, term.name)
      output.markup(" <small>")
      output.count(term.sessions.count, "session", "sessions")
      output.markup("</small></li>\n")
    }
    output.markup("</ul>\n</section>\n")
  }

  private static func writeTags(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    guard !library.tags.isEmpty else { return }
    output.markup("<section>\n<h2>Tags</h2>\n<ul class=\"chips\">")
    let top = library.tags.indices.sorted { left, right in
      (library.tags[right].readingCount, left) < (library.tags[left].readingCount, right)
    }.prefix(tagCount).sorted()
    for index in top {
      let tag = library.tags[index]
      output.markup("<li>")
      output.pageLink("tags/", tag.slug, tag.name)
      output.markup("</li>")
    }
    output.markup("</ul>\n<p class=\"more\"><a href=\"tags/index.html\">All tags</a></p>\n</section>\n")
  }
}
