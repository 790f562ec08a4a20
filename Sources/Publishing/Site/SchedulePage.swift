internal import ReadingsCatalog

/// The schedule of the latest term: dates, teams, slides, and where the course stands.
enum SchedulePage {
  static func write(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: "Schedule", part: .schedule, isInFolder: false), library, &output)
    let term =
      library.terms.indices.last { term in
        library.terms[term].sessions.contains { library.sessions[$0].lectureVersion != nil }
      } ?? library.terms.count - 1
    output.markup("<header class=\"head\">\n<p class=\"kicker\">Schedule</p>\n<h1>")
    output.text(library.terms[term].name)
    output.markup("</h1>\n</header>\n")
    writeTable(library.terms[term].sessions, library, &output)
    PageShell.end(library, &output)
  }

  private static func write(_ team: String?, _ label: StaticString, _ output: inout MarkupBuffer) {
    guard let team else { return output.markup("<td></td>") }
    output.markup("<td data-label=\"")
    output.markup(label)
    output.markup("\">")
    output.text(team)
    output.markup("</td>")
  }

  private static func writeTable(_ sessions: [Int], _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup(
      """
      <div class="wide"><table class="rowwise">
      <thead><tr><th scope="col" class="number">No.</th><th scope="col" class="date">Date</th>\
      <th scope="col">Session</th><th scope="col">Lead</th><th scope="col">Notes</th>\
      <th scope="col">Slides</th></tr></thead>
      <tbody>

      """)
    var isMarked = !sessions.contains { library.sessions[$0].lectureVersion != nil }
    for (number, index) in sessions.enumerated() {
      let session = library.sessions[index]
      if !isMarked, session.lectureVersion != "current" {
        output.markup("<tr class=\"here\"><td colspan=\"6\"><strong>We are here</strong></td></tr>\n")
        isMarked = true
      }
      output.markup("<tr><td class=\"number\">")
      output.number(number + 1)
      output.markup("</td><td class=\"date\">")
      PageParts.date(session.date, &output)
      output.markup("</td><th scope=\"row\">")
      output.pageLink("sessions/", library.sessionSlugs[index], session.title)
      output.markup("</th>")
      write(session.leadTeam, "Lead", &output)
      write(session.blogTeam, "Notes", &output)
      output.markup("<td class=\"deck\">")
      if let deck = session.lecture { output.link(to: SlideDeck.address(deck, library.options), deck) }
      output.markup("</td></tr>\n")
    }
    output.markup("</tbody>\n</table></div>\n")
  }
}
