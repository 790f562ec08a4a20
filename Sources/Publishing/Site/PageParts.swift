internal import ReadingsCatalog

/// Pieces that several kinds of pages show.
enum PageParts {
  /// A date for people and machines; nothing for none.
  static func date(_ date: CalendarDate?, _ output: inout MarkupBuffer) {
    guard let date else { return }
    output.markup("<time datetime=\"")
    output.number(date.year, digitCount: 4)
    output.markup("-")
    output.number(date.month, digitCount: 2)
    output.markup("-")
    output.number(date.day, digitCount: 2)
    output.markup("\">")
    output.number(date.day)
    output.markup(" ")
    output.text(PageDate.months[date.month - 1])
    output.markup(" ")
    output.number(date.year)
    output.markup("</time>")
  }

  /// A table of sessions with their dates and numbers of readings, in the order given.
  static func sessionTable(
    _ sessions: some Collection<Int>, _ library: SiteLibrary, _ output: inout MarkupBuffer
  ) {
    output.markup(
      """
      <div class="wide"><table class="rowwise">
      <thead><tr><th scope="col" class="date">Date</th><th scope="col">Session</th>\
      <th scope="col">Read at</th><th scope="col" class="number">Readings</th></tr></thead>
      <tbody>

      """)
    for index in sessions {
      let session = library.sessions[index]
      output.markup("<tr><td class=\"date\">")
      date(session.date, &output)
      output.markup("</td><th scope=\"row\">")
      output.pageLink("sessions/", library.sessionSlugs[index], session.title)
      output.markup("</th><td class=\"label\">")
      output.text(session.label ?? session.term ?? "")
      output.markup("</td><td class=\"number\" data-label=\"Readings\">")
      output.number(session.readings.count)
      output.markup("</td></tr>\n")
    }
    output.markup("</tbody>\n</table></div>\n")
  }

  /// A list of papers on a page in a folder: title, authors, year, and how often they were read when more than once.
  static func paperList(_ papers: some Collection<Int>, _ library: SiteLibrary, _ output: inout MarkupBuffer)
  {
    output.markup("<ul class=\"papers\">\n")
    for index in papers { output.escaped(library.paperItems[index]) }
    output.markup("</ul>\n")
  }

  /// Each of the papers as an item of such a list; most stand in many.
  static func paperItems(_ papers: [SiteLibrary.Paper]) -> [[UInt8]] {
    InParallel.map(papers, pieceSize: 512) { papers in
      papers.map { paper in
        var output = MarkupBuffer()
        output.root = "../"
        paperItem(paper, &output)
        return output.bytes
      }
    }.flatMap { $0 }
  }

  private static func paperItem(_ paper: SiteLibrary.Paper, _ output: inout MarkupBuffer) {
    output.markup("<li>")
    output.pageLink("papers/", paper.slug, paper.title)
    let authors = paper.shortAuthors
    if !authors.isEmpty || paper.year != nil || paper.places.count > 1 {
      output.markup(" <small>")
      output.text(authors)
      if let year = paper.year {
        if !authors.isEmpty { output.markup(", ") }
        output.number(year)
      }
      if paper.places.count > 1 {
        if !authors.isEmpty || paper.year != nil { output.markup(" · ") }
        output.markup("read ")
        output.number(paper.places.count)
        output.markup("×")
      }
      output.markup("</small>")
    }
    output.markup("</li>\n")
  }

  /// Tags and categories of a session as links.
  static func topics(of session: Session, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    guard !session.tags.isEmpty || !session.categories.isEmpty else { return }
    output.markup("<ul class=\"chips\" aria-label=\"Tags and categories\">")
    for tag in session.categories {
      guard let slug = library.slugOfCategory[tag.key] else { continue }
      output.markup("<li class=\"category\">")
      output.pageLink("categories/", slug, tag.spelling)
      output.markup("</li>")
    }
    tagItems(session.tags, library, &output)
    output.markup("</ul>\n")
  }

  static func tags(_ tags: [Tag], _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    guard !tags.isEmpty else { return }
    output.markup("<ul class=\"chips\" aria-label=\"Tags\">")
    tagItems(tags, library, &output)
    output.markup("</ul>\n")
  }

  private static func tagItems(_ tags: [Tag], _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    for tag in tags {
      guard let slug = library.slugOfTag[tag.key] else { continue }
      output.markup("<li>")
      output.pageLink("tags/", slug, tag.spelling)
      output.markup("</li>")
    }
  }

  /// Names of authors as links to where their papers stand; beyond `limit`, how many more there are.
  static func authors(
    _ names: [String], limit: Int = .max, _ library: SiteLibrary, _ output: inout MarkupBuffer
  ) {
    guard !names.isEmpty else { return }
    output.markup("<p class=\"authors\">")
    let shown = names.count - 2 <= limit ? names.count : limit
    for (index, name) in names.prefix(shown).enumerated() {
      if index > 0 { output.markup(", ") }
      guard let anchor = library.authors.anchor(of: name) else {
        output.text(name)
        continue
      }
      output.markup("<a href=\"")
      output.markup(output.root)
      output.markup("authors/")
      output.escaped(anchor.utf8)
      output.markup("\">")
      output.text(name)
      output.markup("</a>")
    }
    if shown < names.count {
      output.markup(" and ")
      output.number(names.count - shown)
      output.markup(" more")
    }
    output.markup("</p>\n")
  }

  /// Links out of the site, called by the registry or the host they lead to.
  static func links(_ identifiers: [Identifier], _ urls: [String], _ output: inout MarkupBuffer) {
    for (index, link) in ReadingLink.all(identifiers, urls).enumerated() {
      if index > 0 { output.markup(" ") }
      output.markup("<a class=\"out\" href=\"")
      output.text(link.address)
      output.markup("\">")
      output.text(link.name)
      output.markup("</a>")
    }
  }
}

/// A link from a reading to the web.
struct ReadingLink: Sendable {
  /// The registry and the identifier, or the host.
  let name: String
  /// Let through by ``WebLink``.
  let address: String

  /// A link for each identifier, then for each other address that is safe; addresses that lead to where an identifier
  /// leads are left out.
  static func all(_ identifiers: [Identifier], _ urls: [String]) -> [ReadingLink] {
    var links = identifiers.compactMap { identifier in
      WebLink.address(address(of: identifier)).map { ReadingLink(name: name(of: identifier), address: $0) }
    }
    // A set costs more than looking through the few links that most readings have.
    var seen: Set<String>? = links.count + urls.count > 8 ? Set(links.map(\.address)) : nil
    for url in urls {
      guard let address = WebLink.address(url) else { continue }
      guard seen?.insert(address).inserted ?? !links.contains(where: { $0.address == address }) else {
        continue
      }
      let host = WebLink.host(of: address)
      guard !identifiers.contains(where: { leads(address, host, to: $0) }) else { continue }
      links.append(ReadingLink(name: host, address: address))
    }
    return links
  }

  static func name(of identifier: Identifier) -> String {
    switch identifier.scheme {
    case .arxiv: "arXiv " + identifier.value
    case .doi: "DOI " + identifier.value
    case .openReview: "OpenReview"
    case .acl: "ACL " + identifier.value
    case .pmlr: "PMLR " + identifier.value
    }
  }

  static func address(of identifier: Identifier) -> String {
    switch identifier.scheme {
    case .arxiv: "https://arxiv.org/abs/" + identifier.value
    case .doi: "https://doi.org/" + identifier.value
    case .openReview: "https://openreview.net/forum?id=" + identifier.value
    case .acl: "https://aclanthology.org/" + identifier.value
    case .pmlr: "https://proceedings.mlr.press/" + identifier.value + ".html"
    }
  }

  private static func leads(_ address: String, _ host: String, to identifier: Identifier) -> Bool {
    let isHome =
      switch identifier.scheme {
      case .arxiv: host == "arxiv.org"
      case .doi: host == "doi.org" || host == "dx.doi.org"
      case .openReview: host == "openreview.net"
      case .acl: host == "aclanthology.org" || host == "aclweb.org"
      case .pmlr: host == "proceedings.mlr.press"
      }
    guard isHome else { return false }
    if !identifier.value.isEmpty, address.hasSuffix(identifier.value) { return true }
    return contains(Array(address.lowercased().utf8), Array(identifier.value.lowercased().utf8))
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    return text.indices.contains { text[$0] == first && text[$0...].starts(with: part) }
  }
}
