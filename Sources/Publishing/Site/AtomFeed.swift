internal import ReadingsCatalog

/// The latest sessions as a feed (RFC 4287).
///
/// Its identifiers are made from keys, so that they stay when the site moves. Times are those of the sessions' days.
enum AtomFeed {
  private static let entryCount = 30
  /// The day of a feed of which no session has a date.
  private static let noDate = "1970-01-01T00:00:00Z"

  static func write(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    let options = library.options
    let latest = library.sessions.indices.reversed().filter { library.sessions[$0].date != nil }.prefix(
      entryCount)
    let shown = latest.isEmpty ? Array(library.sessions.indices.suffix(entryCount).reversed()) : Array(latest)
    output.markup(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n<title>"
    )
    output.text(options.title)
    output.markup("</title>\n")
    if let description = options.description {
      output.markup("<subtitle>")
      output.text(description)
      output.markup("</subtitle>\n")
    }
    output.markup("<id>urn:uuid:")
    output.text(ContentHash("feed\0" + (options.baseURL ?? options.title)).uuid)
    output.markup("</id>\n<updated>")
    output.text(shown.first.map { time(of: library.sessions[$0]) } ?? noDate)
    output.markup("</updated>\n<author><name>")
    output.text(options.author ?? options.title)
    output.markup("</name></author>\n")
    writeLink("self", "feed.xml", options, &output)
    writeLink("alternate", "index.html", options, &output)
    for index in shown { write(index, library, &output) }
    output.markup("</feed>\n")
  }

  private static func write(_ index: Int, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    let session = library.sessions[index]
    output.markup("<entry>\n<title>")
    output.text(session.title)
    output.markup("</title>\n<id>urn:uuid:")
    output.text(ContentHash("session\0" + session.key).uuid)
    output.markup("</id>\n<updated>")
    output.text(time(of: session))
    output.markup("</updated>\n")
    writeLink("alternate", "sessions/\(library.sessionSlugs[index]).html", library.options, &output)
    for tag in session.tags {
      output.markup("<category")
      output.attribute("term", tag.spelling)
      output.markup("/>\n")
    }
    output.markup("<summary>")
    output.text(session.readings.map(\.title).joined(separator: " · "))
    output.markup("</summary>\n</entry>\n")
  }

  /// Without a place of its own, the site's links are relative to the feed.
  private static func writeLink(
    _ relation: String, _ path: String, _ options: SiteOptions, _ output: inout MarkupBuffer
  ) {
    if options.baseURL == nil, relation == "self" { return }
    output.markup("<link")
    output.attribute("rel", relation)
    output.attribute("href", options.baseURL.map { "\($0)/\(path)" } ?? path)
    output.markup("/>\n")
  }

  private static func time(of session: Session) -> String {
    session.date.map { "\($0)T00:00:00Z" } ?? noDate
  }
}

/// The addresses of all pages (sitemaps.org, protocol 0.9), which only a site with a place of its own has.
enum Sitemap {
  /// - Parameter paths: sorted; at most the 50,000 that the protocol allows are written.
  static func write(_ paths: [String], baseURL: String, _ output: inout MarkupBuffer) {
    output.markup(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    )
    for path in paths.prefix(50_000) {
      output.markup("<url><loc>")
      output.text("\(baseURL)/\(path)")
      output.markup("</loc></url>\n")
    }
    output.markup("</urlset>\n")
  }
}
