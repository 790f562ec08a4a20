internal import ReadingsCatalog
internal import ReadingsQuery

/// The page of a session: what is known of it, its readings by section, the sessions before and after it.
enum SessionPage {
  static func write(_ index: Int, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    let session = library.sessions[index]
    PageShell.begin(.init(title: session.title, part: .sessions), library, &output)
    output.markup("<article>\n<header class=\"head\">\n<p class=\"kicker\">")
    output.pageLink("terms/", library.terms[library.termOfSession[index]].slug, termName(index, library))
    if let label = session.label {
      output.markup(" · ")
      output.text(label)
    }
    output.markup("</p>\n<h1>")
    output.text(session.title, or: library.sessionSlugs[index])
    output.markup("</h1>\n")
    writeFacts(of: session, library, &output)
    PageParts.topics(of: session, library, &output)
    output.markup("</header>\n")
    writeReadings(index, library, &output)
    output.markup("</article>\n")
    writeNeighbours(of: index, library, &output)
    PageShell.end(library, &output)
  }

  private static func termName(_ index: Int, _ library: SiteLibrary) -> String {
    library.terms[library.termOfSession[index]].name
  }

  private static func writeFacts(of session: Session, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<dl class=\"facts\">\n")
    if session.date != nil {
      output.markup("<div><dt>Date</dt><dd>")
      PageParts.date(session.date, &output)
      output.markup("</dd></div>\n")
    }
    if let team = session.leadTeam { output.fact("Lead", team) }
    if let team = session.blogTeam { output.fact("Notes", team) }
    if let deck = session.lecture {
      output.markup("<div><dt>Slides</dt><dd>")
      output.link(to: SlideDeck.address(deck, library.options), deck)
      output.markup("</dd></div>\n")
    }
    switch session.lectureVersion {
    case "current": output.fact("Status", "held")
    case "next": output.fact("Status", "to come")
    case let version?: output.fact("Status", version)
    case nil: break
    }
    output.fact("Readings", String(session.readings.count))
    output.markup("</dl>\n")
  }

  private static func writeReadings(_ index: Int, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    let session = library.sessions[index]
    if session.readings.isEmpty {
      output.markup("<p class=\"empty\">No readings are listed for this session.</p>\n")
      return
    }
    for run in SectionRun.runs(of: session.readings) {
      output.markup("<section>\n<h2>")
      output.text(run.section ?? "Readings", or: "Readings")
      output.markup("</h2>\n")
      for place in run.readings.indices {
        let paper = library.papers[library.paperOfReading[index][place]]
        write(run.readings[place], paper, library, &output)
      }
      output.markup("</section>\n")
    }
  }

  private static func write(
    _ reading: Reading, _ paper: SiteLibrary.Paper, _ library: SiteLibrary, _ output: inout MarkupBuffer
  ) {
    output.markup("<article class=\"reading\">\n<h3>")
    output.pageLink("papers/", paper.slug, reading.title)
    output.markup("</h3>\n")
    PageParts.authors(reading.authors, limit: 10, library, &output)
    output.markup("<p class=\"meta\">")
    writeMarks(of: reading, paper, &output)
    PageParts.links(reading.identifiers, reading.urls, &output)
    output.markup("</p>\n")
    PageParts.tags(reading.tags, library, &output)
    if let abstract = reading.abstract {
      output.markup("<details><summary>Abstract</summary><p>")
      output.text(abstract, or: "–")
      output.markup("</p></details>\n")
    }
    output.markup("</article>\n")
  }

  private static func writeMarks(
    of reading: Reading, _ paper: SiteLibrary.Paper, _ output: inout MarkupBuffer
  ) {
    switch reading.role {
    case .required: output.markup("<span class=\"role required\">required</span> ")
    case .optional: output.markup("<span class=\"role\">optional</span> ")
    case .background: output.markup("<span class=\"role\">background</span> ")
    case .unspecified: break
    }
    if reading.kind != .paper {
      output.markup("<span class=\"role\">")
      output.text(reading.kind.rawValue)
      output.markup("</span> ")
    }
    var facts = [reading.venue, reading.yearOfPublication.map { String($0) }]
    facts.append(reading.affiliation)
    facts.append(reading.presenter.map { "presented by \($0)" })
    if paper.places.count > 1 { facts.append("read \(paper.places.count)×") }
    let text = facts.compactMap { $0 }.joined(separator: " · ")
    if !text.isEmpty {
      output.markup("<span>")
      output.text(text)
      output.markup("</span> ")
    }
    for slides in reading.slides {
      output.link(
        to: WebLink.address(slides), WebLink.address(slides) == nil ? "slides: " + slides : "slides")
      output.markup(" ")
    }
  }

  private static func writeNeighbours(of index: Int, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<nav class=\"turn\" aria-label=\"Sessions before and after\">\n")
    for (place, mark) in [(index - 1, "Previous"), (index + 1, "Next")] as [(Int, StaticString)]
    where library.sessions.indices.contains(place) {
      output.markup("<a rel=\"")
      output.markup(place < index ? "prev" : "next")
      output.markup("\" href=\"")
      output.escaped(library.sessionSlugs[place].utf8)
      output.markup(".html\"><small>")
      output.markup(mark)
      output.markup("</small> <span>")
      output.text(library.sessions[place].title, or: library.sessionSlugs[place])
      output.markup("</span></a>\n")
    }
    output.markup("</nav>\n")
  }
}

/// Where the slides of a session lie.
enum SlideDeck {
  /// The address of a deck; nil when nothing says where decks lie.
  static func address(_ stem: String, _ options: SiteOptions) -> String? {
    if let address = WebLink.address(stem) { return address }
    guard let folder = options.slidesURL, stem.utf8.allSatisfy({ $0 > 0x20 }) else { return nil }
    return WebLink.address(
      folder + (folder.hasSuffix("/") ? "" : "/") + stem + (stem.hasSuffix(".pdf") ? "" : ".pdf"))
  }
}

extension MarkupBuffer {
  /// A labelled value in a list of facts.
  mutating func fact(_ label: StaticString, _ value: String) {
    markup("<div><dt>")
    markup(label)
    markup("</dt><dd>")
    text(value)
    markup("</dd></div>\n")
  }
}
