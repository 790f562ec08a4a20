/// What stands around the contents of every page.
enum PageShell {
  /// The parts of the site that every page leads to.
  enum Part: CaseIterable, Sendable {
    case home, sessions, papers, tags, categories, years, authors, schedule, charts, search
  }

  /// What a page is called and where it belongs.
  struct Heading {
    /// Without the name of the site.
    let title: String?
    let part: Part
    /// Whether the page lies in a folder.
    var isInFolder = true
  }

  static func begin(_ heading: Heading, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.root = heading.isInFolder ? "../" : ""
    output.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    if let title = heading.title {
      output.text(title)
      output.markup(" – ")
    }
    output.text(library.options.title)
    output.markup(
      """
      </title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; \
      script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'self' file:">
      <meta name="color-scheme" content="light dark">
      <link rel="stylesheet" href="
      """)
    output.markup(output.root)
    output.markup("site.css\">\n<link rel=\"icon\" href=\"")
    output.markup(output.root)
    output.markup("icon.svg\" type=\"image/svg+xml\">\n<link rel=\"alternate\" type=\"application/atom+xml\"")
    output.attribute("title", library.options.title)
    output.markup(" href=\"")
    output.markup(output.root)
    output.markup("feed.xml\">\n<script src=\"")
    output.markup(output.root)
    output.markup("site.js\" defer></script>\n")
    if heading.part == .search {
      output.markup(
        "<script src=\"search-data.js\" defer></script>\n<script src=\"search.js\" defer></script>\n")
    }
    output.markup("</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n")
    writeHeader(heading, library, &output)
    output.markup("<main id=\"main\" tabindex=\"-1\">\n")
  }

  static func end(_ library: SiteLibrary, _ output: inout MarkupBuffer) {
    // Nothing here that changes with every session: pages stay the same until what they show does.
    output.markup("</main>\n<footer class=\"foot\">\n<p>")
    output.text(library.options.title)
    output.markup("</p>\n<ul>")
    for (file, name) in [("feed.xml", "Atom feed"), ("references.bib", "BibTeX")]
      as [(StaticString, StaticString)]
    {
      output.markup("<li><a href=\"")
      output.markup(output.root)
      output.markup(file)
      output.markup("\">")
      output.markup(name)
      output.markup("</a></li>")
    }
    output.markup("</ul>\n</footer>\n</body>\n</html>\n")
  }

  /// The large field for the search.
  static func writeSearch(_ output: inout MarkupBuffer) {
    output.markup(
      """
      <form class="find large" role="search" method="get" action="search.html">
      <label class="hidden" for="find">Search the library</label>
      <input id="find" name="q" type="search" placeholder="Search titles, authors, abstracts" \
      autocomplete="off" spellcheck="false">
      </form>

      """)
  }

  private static func writeHeader(_ heading: Heading, _ library: SiteLibrary, _ output: inout MarkupBuffer) {
    output.markup("<header class=\"top\">\n<a class=\"brand\" href=\"")
    output.markup(output.root)
    output.markup("index.html\"")
    if heading.part == .home { output.markup(" aria-current=\"page\"") }
    output.markup(">")
    output.text(library.options.title)
    output.markup("</a>\n<nav aria-label=\"Site\">\n<ul>\n")
    for part in Part.allCases {
      guard let (file, name) = entry(of: part, library) else { continue }
      output.markup("<li><a href=\"")
      output.markup(output.root)
      output.markup(file)
      output.markup("\"")
      if heading.part == part { output.markup(" aria-current=\"true\"") }
      output.markup(">")
      output.markup(name)
      output.markup("</a></li>\n")
    }
    output.markup("</ul>\n</nav>\n")
    if heading.part != .search, heading.part != .home {
      output.markup("<form class=\"find\" role=\"search\" method=\"get\" action=\"")
      output.markup(output.root)
      output.markup(
        """
        search.html">
        <label class="hidden" for="find">Search the library</label>
        <input id="find" name="q" type="search" placeholder="Search" autocomplete="off" spellcheck="false">
        </form>

        """)
    }
    output.markup("</header>\n")
  }

  private static func entry(of part: Part, _ library: SiteLibrary) -> (StaticString, StaticString)? {
    switch part {
    case .home, .search: nil
    case .sessions: ("sessions/index.html", "Sessions")
    case .papers: ("papers/index.html", "Papers")
    case .tags: library.tags.isEmpty ? nil : ("tags/index.html", "Tags")
    case .categories: library.categories.isEmpty ? nil : ("categories/index.html", "Categories")
    case .years: library.years.isEmpty ? nil : ("years/index.html", "Years")
    case .authors: library.authors.count == 0 ? nil : ("authors/index.html", "Authors")
    case .schedule: library.sessions.isEmpty ? nil : ("schedule.html", "Schedule")
    case .charts: library.sessions.isEmpty ? nil : ("charts.html", "Charts")
    }
  }
}

extension MarkupBuffer {
  /// `1 session`, `2 sessions`
  mutating func count(_ count: Int, _ one: StaticString, _ many: StaticString) {
    number(count)
    markup(" ")
    markup(count == 1 ? one : many)
  }

  /// A link to a page in a folder of the site.
  mutating func pageLink(_ folder: StaticString, _ slug: String, _ text: String) {
    markup("<a href=\"")
    markup(root)
    markup(folder)
    escaped(slug.utf8)
    markup(".html\">")
    self.text(text, or: slug)
    markup("</a>")
  }

  /// Adds text, or something else where nothing of the text can be seen.
  mutating func text(_ text: String, or other: String) {
    let start = bytes.count
    self.text(text)
    if bytes[start...].allSatisfy({ $0 <= 0x20 }) { self.text(other) }
  }
}
