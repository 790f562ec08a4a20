internal import ReadingsCatalog

/// The page of a tag, category, term or year, and the page that lists all of a sort.
enum TopicPage {
  /// The sorts of topics; each has a folder of its own.
  enum Sort: CaseIterable, Sendable {
    case tag, category, term, year

    var folder: StaticString {
      switch self {
      case .tag: "tags/"
      case .category: "categories/"
      case .term: "terms/"
      case .year: "years/"
      }
    }

    fileprivate var part: PageShell.Part {
      switch self {
      case .tag: .tags
      case .category: .categories
      case .term: .sessions
      case .year: .years
      }
    }

    fileprivate var singular: String {
      switch self {
      case .tag: "Tag"
      case .category: "Category"
      case .term: "Term"
      case .year: "Published in"
      }
    }

    fileprivate var plural: String {
      switch self {
      case .tag: "Tags"
      case .category: "Categories"
      case .term: "Terms"
      case .year: "Years of publication"
      }
    }
  }

  static func topics(_ sort: Sort, _ library: SiteLibrary) -> [SiteLibrary.Topic] {
    switch sort {
    case .tag: library.tags
    case .category: library.categories
    case .term: library.terms
    case .year: library.years
    }
  }

  static func write(_ index: Int, _ sort: Sort, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    let topic = topics(sort, library)[index]
    PageShell.begin(.init(title: topic.name, part: sort.part), library, &output)
    output.markup("<header class=\"head\">\n<p class=\"kicker\">")
    if sort == .term {
      output.text(sort.singular)
    } else {
      output.markup("<a href=\"index.html\">")
      output.text(sort.singular)
      output.markup("</a>")
    }
    output.markup("</p>\n<h1>")
    output.text(topic.name, or: topic.slug)
    output.markup("</h1>\n<p class=\"lead\">")
    if sort == .year {
      output.count(topic.papers.count, "paper", "papers")
    } else {
      output.count(topic.sessions.count, "session", "sessions")
      output.markup(", ")
      output.count(topic.readingCount, "reading", "readings")
    }
    output.markup("</p>\n</header>\n")
    if !topic.sessions.isEmpty {
      if sort != .year { output.markup("<h2>Sessions</h2>\n") }
      PageParts.sessionTable(topic.sessions.reversed(), library, &output)
      output.markup("<h2>Readings by session</h2>\n")
      for session in topic.sessions.reversed() { writeReadings(of: session, library, &output) }
    }
    if !topic.papers.isEmpty {
      if sort == .tag { output.markup("<h2>Papers with this tag of their own</h2>\n") }
      PageParts.paperList(topic.papers, library, &output)
    }
    PageShell.end(library, &output)
  }

  private static func writeReadings(of session: Int, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    guard !library.sessions[session].readings.isEmpty else { return }
    output.markup("<section class=\"block\">\n<h3>")
    output.pageLink("sessions/", library.sessionSlugs[session], library.sessions[session].title)
    if library.sessions[session].date != nil {
      output.markup(" <small>")
      PageParts.date(library.sessions[session].date, &output)
      output.markup("</small>")
    }
    output.markup("</h3>\n")
    PageParts.paperList(library.paperOfReading[session], library, &output)
    output.markup("</section>\n")
  }

  /// The page that lists all topics of a sort with their sizes.
  static func writeIndex(_ sort: Sort, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    PageShell.begin(.init(title: sort.plural, part: sort.part), library, &output)
    output.markup("<header class=\"head\">\n<h1>")
    output.text(sort.plural)
    output.markup("</h1>\n</header>\n<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">")
    output.text(sort == .year ? "Year" : sort.singular)
    output.markup("</th>")
    if sort != .year { output.markup("<th scope=\"col\" class=\"number\">Sessions</th>") }
    output.markup("<th scope=\"col\" class=\"number\">")
    output.markup(sort == .year ? "Papers" : "Readings")
    output.markup("</th></tr></thead>\n<tbody>\n")
    let topics = topics(sort, library)
    for topic in sort == .term ? topics.reversed() : topics {
      output.markup("<tr><th scope=\"row\">")
      output.pageLink(sort.folder, topic.slug, topic.name)
      output.markup("</th>")
      if sort != .year {
        output.markup("<td class=\"number\">")
        output.number(topic.sessions.count)
        output.markup("</td>")
      }
      output.markup("<td class=\"number\">")
      output.number(topic.readingCount)
      output.markup("</td></tr>\n")
    }
    output.markup("</tbody>\n</table></div>\n")
    PageShell.end(library, &output)
  }
}
