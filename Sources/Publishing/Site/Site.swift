package import ReadingsCatalog
internal import ReadingsQuery

/// A static site made of a library: the names of its files, and the bytes of each on demand.
///
/// Rendering a file reads only what was counted when the site was made, so that files can be rendered in any order and on
/// several threads. The same library and options give the same bytes.
package struct Site: Sendable {
  /// What a file is.
  private enum Page: Sendable {
    case home, search, schedule, charts
    case sessions, papers, authors
    case session(Int), paper(Int), letter(Int), authorLetter(Int)
    case topics(TopicPage.Sort), topic(TopicPage.Sort, Int)
    case feed, sitemap, bibliography, searchData
    case asset(StaticString)
  }

  /// Paths from the site's folder, `/` between components, sorted; made of the bytes `a-z0-9-` and `.`, at most one folder
  /// deep.
  package let paths: [String]
  /// The folders that hold some of the files, sorted.
  package let folders: [String]
  /// The number of pages for people.
  package let pageCount: Int
  private let pages: [Page]
  private let library: SiteLibrary
  private let charts: SiteCharts
  private let papersPage: PapersPage
  /// An entry for each paper, an empty line between them, and where each stands.
  private let bibtex: (bytes: [UInt8], ranges: [Range<Int>])
  private let searchData: [UInt8]

  /// Gathers what the pages show.
  package init(_ catalog: Catalog, _ options: SiteOptions) {
    var library = SiteLibrary(catalog, options)
    let gathered = Site.gather(library)
    library.authors = gathered.authors
    self.library = library
    charts = SiteCharts(library)
    papersPage = gathered.papersPage
    searchData = gathered.searchData
    bibtex = Bibliography(gathered.works).bibtexEntries(.bibtex)
    let files = Site.files(of: library, papersPage).sorted { $0.path < $1.path }
    paths = files.map(\.path)
    pages = files.map(\.page)
    pageCount = paths.count { $0.hasSuffix(".html") }
    var folders: [String] = []
    for path in paths {
      guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { continue }
      // The paths of a folder stand together.
      if folders.last.map({ path[..<slash] == $0 }) != true { folders.append(String(path[..<slash])) }
    }
    self.folders = folders
  }

  /// What takes long to gather of a library.
  private struct Gathered {
    /// In the order of their papers.
    var works: [CitedWork] = []
    var authors = AuthorIndex([])
    var papersPage = PapersPage([])
    var searchData: [UInt8] = []
  }

  /// Gathers side by side: the data of the search, the authors and the order of the papers, each on one processor, and the
  /// works in pieces.
  private static func gather(_ library: SiteLibrary) -> Gathered {
    enum Job: Sendable {
      case searchData, authors, papersPage
      case works(Range<Int>)
    }
    enum Result: Sendable {
      case searchData([UInt8])
      case authors(AuthorIndex)
      case papersPage(PapersPage)
      case works([CitedWork])
    }
    let pieces = stride(from: 0, to: library.papers.count, by: 128).map { start in
      Job.works(start..<min(library.papers.count, start + 128))
    }
    let results = InParallel.map([.searchData, .authors, .papersPage] + pieces, pieceSize: 1) {
      jobs -> Result in
      switch jobs[jobs.startIndex] {
      case .searchData: .searchData(SearchData.write(library))
      case .authors: .authors(AuthorIndex(library.papers))
      case .papersPage: .papersPage(PapersPage(library.papers))
      case .works(let papers): .works(library.papers[papers].map { CitedWork(library.facts(of: $0).merged) })
      }
    }
    var gathered = Gathered()
    for result in results {
      switch result {
      case .searchData(let bytes): gathered.searchData = bytes
      case .authors(let authors): gathered.authors = authors
      case .papersPage(let page): gathered.papersPage = page
      case .works(let some): gathered.works += some
      }
    }
    return gathered
  }

  private static func files(of library: SiteLibrary, _ papers: PapersPage) -> [(path: String, page: Page)] {
    var files: [(path: String, page: Page)] = [
      ("index.html", .home), ("search.html", .search), ("sessions/index.html", .sessions),
      ("papers/index.html", .papers), ("authors/index.html", .authors), ("feed.xml", .feed),
      ("references.bib", .bibliography), ("search-data.js", .searchData),
      ("site.css", .asset(SiteAssets.style)),
      ("site.js", .asset(SiteAssets.script)), ("search.js", .asset(SiteAssets.search)),
      ("icon.svg", .asset(SiteAssets.icon)),
    ]
    if !library.sessions.isEmpty {
      files += [("schedule.html", .schedule), ("charts.html", .charts)]
    }
    if library.options.baseURL != nil { files.append(("sitemap.xml", .sitemap)) }
    for (index, slug) in library.sessionSlugs.enumerated() {
      files.append(("sessions/\(slug).html", .session(index)))
    }
    for (index, paper) in library.papers.enumerated() {
      files.append(("papers/\(paper.slug).html", .paper(index)))
    }
    for (index, letter) in papers.letters.enumerated() {
      files.append(("titles/\(letter.slug).html", .letter(index)))
    }
    for (index, page) in library.authors.pages.enumerated() {
      files.append(("authors/\(page.slug).html", .authorLetter(index)))
    }
    for sort in TopicPage.Sort.allCases {
      files.append(("\(sort.folder)index.html", .topics(sort)))
      for (index, topic) in TopicPage.topics(sort, library).enumerated() {
        files.append(("\(sort.folder)\(topic.slug).html", .topic(sort, index)))
      }
    }
    return files
  }

  /// The bytes of the file at `index` of ``paths``.
  package func render(_ index: Int) -> [UInt8] {
    var output = MarkupBuffer()
    switch pages[index] {
    case .home: HomePage.write(library, charts, &output)
    case .search: SearchPage.write(library, &output)
    case .schedule: SchedulePage.write(library, &output)
    case .charts: ChartsPage.write(library, charts, &output)
    case .sessions: SessionsPage.write(library, &output)
    case .papers: papersPage.writeIndex(library, &output)
    case .authors: AuthorsPage.writeIndex(library, &output)
    case .session(let session): SessionPage.write(session, library, &output)
    case .paper(let paper):
      PaperPage.write(paper, library, bibtex: bibtex.bytes[bibtex.ranges[paper]], &output)
    case .letter(let letter): papersPage.write(papersPage.letters[letter], library, &output)
    case .authorLetter(let page): AuthorsPage.write(library.authors.pages[page], library, &output)
    case .topics(let sort): TopicPage.writeIndex(sort, library, &output)
    case .topic(let sort, let topic): TopicPage.write(topic, sort, library, &output)
    case .feed: AtomFeed.write(library, &output)
    case .sitemap:
      Sitemap.write(paths.filter { $0.hasSuffix(".html") }, baseURL: library.options.baseURL ?? "", &output)
    case .bibliography: return bibtex.bytes
    case .searchData: return searchData
    case .asset(let text): output.markup(text)
    }
    return output.bytes
  }
}

extension PaperFacts {
  /// The first reading, with what it lacks filled in from the others, but for the abstract, which has no place in an
  /// entry that is copied.
  var merged: SelectedReading {
    var reading = readings[0].reading
    reading.abstract = nil
    reading.urls = all(\.urls).compactMap { WebLink.address($0) }
    reading.identifiers = all(\.identifiers).filter { $0.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
      .sorted()
    guard readings.count > 1 else { return SelectedReading(session: readings[0].session, reading: reading) }
    reading.authors = authors
    reading.year = first(\.year)
    reading.submitted = first(\.submitted)
    reading.venue = first(\.venue)
    reading.tags = all(\.tags)
    return SelectedReading(session: readings[0].session, reading: reading)
  }
}
