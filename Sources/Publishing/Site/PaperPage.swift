internal import ReadingsCatalog
internal import ReadingsQuery

/// The page of a paper: what is known of it, every session that read it from first to last, its BibTeX.
enum PaperPage {
  static func write(
    _ index: Int, _ library: SiteLibrary, bibtex: ArraySlice<UInt8>, _ output: inout MarkupBuffer
  ) {
    let paper = library.papers[index]
    let facts = library.facts(of: paper)
    PageShell.begin(.init(title: paper.title, part: .papers), library, &output)
    output.markup("<article>\n<header class=\"head\">\n<p class=\"kicker\">")
    output.text(facts.readings[0].reading.kind.rawValue)
    if let year = paper.year {
      output.markup(" · ")
      output.pageLink("years/", String(year), String(year))
    }
    output.markup("</p>\n<h1>")
    output.text(paper.title, or: paper.slug)
    output.markup("</h1>\n")
    PageParts.authors(paper.authors, library, &output)
    let identifiers = facts.all(\.identifiers)
    output.markup("<p class=\"meta\">")
    PageParts.links(identifiers, facts.all(\.urls), &output)
    output.markup("</p>\n")
    PageParts.tags(facts.all(\.tags), library, &output)
    output.markup("</header>\n")
    writeFacts(facts, paper, &output)
    if let abstract = facts.first(\.abstract) {
      output.markup("<section>\n<h2>Abstract</h2>\n<p class=\"abstract\">")
      output.text(abstract)
      output.markup("</p>\n</section>\n")
    }
    writeSessions(paper, library, &output)
    output.markup(
      """
      <section>
      <h2>BibTeX</h2>
      <div class="copy"><pre id="bibtex">
      """)
    output.text(lines: bibtex)
    output.markup("</pre></div>\n</section>\n</article>\n")
    PageShell.end(library, &output)
  }

  private static func writeFacts(
    _ facts: PaperFacts, _ paper: SiteLibrary.Paper, _ output: inout MarkupBuffer
  ) {
    let others = distinct(facts.all(\.alternativeTitles) + facts.readings.map(\.reading.title))
      .filter { $0 != paper.title }
    let values: [(StaticString, String?)] = [
      ("Venue", facts.first(\.venue)),
      ("Submitted", facts.first(\.submitted).map { PageDate.inText($0) }),
      ("Affiliation", facts.first(\.affiliation)),
      ("Citations", facts.first(\.citations).map { String($0) }),
      ("Also called", others.isEmpty ? nil : others.joined(separator: "; ")),
      ("Key", paper.key),
    ]
    output.markup("<dl class=\"facts\">\n")
    for (label, value) in values {
      if let value { output.fact(label, value) }
    }
    output.markup("</dl>\n")
  }

  private static func writeSessions(
    _ paper: SiteLibrary.Paper, _ library: SiteLibrary, _ output: inout MarkupBuffer
  ) {
    output.markup(
      """
      <section>
      <h2>Read in</h2>
      <div class="wide"><table class="rowwise">
      <thead><tr><th scope="col" class="date">Date</th><th scope="col">Session</th><th scope="col">As</th>\
      <th scope="col">By</th></tr></thead>
      <tbody>

      """)
    for place in paper.places {
      let session = library.sessions[place.session]
      let reading = library.reading(at: place)
      output.markup("<tr><td class=\"date\">")
      PageParts.date(session.date, &output)
      output.markup("</td><th scope=\"row\">")
      output.pageLink("sessions/", library.sessionSlugs[place.session], session.title)
      output.markup("</th><td>")
      output.text(reading.role == .unspecified ? reading.section ?? "" : reading.role.rawValue)
      output.markup("</td><td>")
      output.text(reading.presenter ?? session.leadTeam ?? "")
      output.markup("</td></tr>\n")
    }
    output.markup("</tbody>\n</table></div>\n</section>\n")
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
