internal import ReadingsCatalog
internal import ReadingsQuery

/// A library as its site shows it: everything has a file of its own and knows its neighbours.
struct SiteLibrary: Sendable {
  /// A paper with all its readings.
  struct Paper: Sendable {
    let key: String
    /// The name of its page without folder and extension.
    let slug: String
    /// In the order in which it was read; at least one.
    let places: [ReadPaper.Place]
    let title: String
    let authors: [String]
    /// The authors in a few words.
    let shortAuthors: String
    /// Of publication, else of submission.
    let year: Int?
  }

  /// A tag, category or term, or a year of publication.
  struct Topic: Sendable {
    let name: String
    let slug: String
    /// Places of sessions, earliest first; empty for years.
    fileprivate(set) var sessions: [Int] = []
    /// Papers that have the topic by themselves and not by their sessions; all papers of a year.
    fileprivate(set) var papers: [Int] = []
    fileprivate(set) var readingCount = 0
  }

  let options: SiteOptions
  /// Earliest first.
  let sessions: [Session]
  let sessionSlugs: [String]
  /// In the order in which they were first read.
  let papers: [Paper]
  /// The papers as items of lists, in markup for pages in a folder.
  let paperItems: [[UInt8]]
  /// The paper of each reading of each session.
  let paperOfReading: [[Int]]
  /// By name.
  let tags: [Topic]
  let categories: [Topic]
  /// Earliest first.
  let terms: [Topic]
  /// Latest first.
  let years: [Topic]
  /// The terms of the sessions as places in `terms`.
  let termOfSession: [Int]
  /// Where a tag has its page.
  let slugOfTag: [String: String]
  let slugOfCategory: [String: String]
  /// Of no papers, until it is gathered beside what else takes long.
  var authors = AuthorIndex([])
  let readingCount: Int

  init(_ catalog: Catalog, _ options: SiteOptions) {
    self.options = options
    let sessions = Chronology.sorted(catalog.sessions)
    self.sessions = sessions
    sessionSlugs = FileSlugs.names(for: sessions.map(\.key))
    papers = SiteLibrary.papers(of: sessions, catalog.configuration)
    paperItems = PageParts.paperItems(papers)
    var paperOfReading = sessions.map { Array(repeating: 0, count: $0.readings.count) }
    for (index, paper) in papers.enumerated() {
      for place in paper.places { paperOfReading[place.session][place.reading] = index }
    }
    self.paperOfReading = paperOfReading
    readingCount = sessions.reduce(0) { $0 + $1.readings.count }
    tags = SiteLibrary.tags(of: sessions, paperOfReading)
    categories = SiteLibrary.topics(sessions) { $0.categories.map { ($0.key, $0.spelling) } }
      .sorted { NaturalOrder.precedes($0.name, $1.name) }
    let terms = SiteLibrary.topics(sessions) { session in
      let name = session.term ?? Chronology.year(of: session).map { String($0) } ?? "No date"
      return [(Tag.key(of: name), name)]
    }
    self.terms = terms
    var termOfSession = Array(repeating: 0, count: sessions.count)
    for (index, term) in terms.enumerated() {
      for session in term.sessions { termOfSession[session] = index }
    }
    self.termOfSession = termOfSession
    years = SiteLibrary.years(of: papers)
    slugOfTag = Dictionary(tags.map { (Tag.key(of: $0.name), $0.slug) }) { first, _ in first }
    slugOfCategory = Dictionary(categories.map { (Tag.key(of: $0.name), $0.slug) }) { first, _ in first }
  }

  func reading(at place: ReadPaper.Place) -> Reading { sessions[place.session].readings[place.reading] }

  /// The readings of a paper with their sessions.
  func facts(of paper: Paper) -> PaperFacts {
    PaperFacts(
      paper.title,
      paper.places.map { SelectedReading(session: sessions[$0.session], reading: reading(at: $0)) })
  }

  private static func papers(of sessions: [Session], _ configuration: LibraryConfiguration) -> [Paper] {
    let gathered = ReadPaper.gather(sessions, configuration)
    // Papers that verdicts keep apart can have the same key.
    var counts: [String: Int] = [:]
    let slugs = FileSlugs.names(
      for: gathered.map { paper in
        counts[paper.key, default: 0] += 1
        let count = counts[paper.key, default: 1]
        return count == 1 ? paper.key : "\(paper.key) \(count)"
      })
    return gathered.indices.map { index in
      let places = gathered[index].places
      var authors: [String] = []
      var year: Int?
      for place in places {
        let reading = sessions[place.session].readings[place.reading]
        if authors.isEmpty { authors = reading.authors }
        if year == nil { year = reading.yearOfPublication }
      }
      return Paper(
        key: gathered[index].key, slug: slugs[index], places: places, title: gathered[index].title,
        authors: authors, shortAuthors: PaperFacts.shortened(authors), year: year)
    }
  }

  // MARK: Topics

  /// The topics of sessions in the order in which they first come.
  private static func topics(_ sessions: [Session], values: (Session) -> [(key: String, name: String)])
    -> [Topic]
  {
    var order: [String] = []
    var topics: [String: Topic] = [:]
    for (index, session) in sessions.enumerated() {
      for (key, name) in values(session) where !key.isEmpty {
        if topics[key] == nil {
          order.append(key)
          topics[key] = Topic(name: name, slug: "")
        }
        guard topics[key]?.sessions.last != index else { continue }
        topics[key]?.sessions.append(index)
        topics[key]?.readingCount += session.readings.count
      }
    }
    let slugs = FileSlugs.names(for: order)
    return zip(order, slugs).compactMap { key, slug in
      topics[key].map { topic in
        Topic(
          name: topic.name, slug: slug, sessions: topic.sessions, papers: [],
          readingCount: topic.readingCount)
      }
    }
  }

  private static func tags(of sessions: [Session], _ paperOfReading: [[Int]]) -> [Topic] {
    var own: [String: [Int]] = [:]
    let ofSessions = topics(sessions) { $0.tags.map { ($0.key, $0.spelling) } }
    var names = Dictionary(ofSessions.map { (Tag.key(of: $0.name), $0) }) { first, _ in first }
    for (index, session) in sessions.enumerated() {
      let sessionKeys = session.readings.contains { !$0.tags.isEmpty } ? Set(session.tags.map(\.key)) : []
      for (place, reading) in session.readings.enumerated() {
        for tag in reading.tags where !tag.key.isEmpty && !sessionKeys.contains(tag.key) {
          own[tag.key, default: []].append(paperOfReading[index][place])
          if names[tag.key] == nil { names[tag.key] = Topic(name: tag.spelling, slug: "") }
        }
      }
    }
    let keys = names.keys.sorted()
    return zip(keys, FileSlugs.names(for: keys)).compactMap { key, slug in
      names[key].map { topic in
        var seen: Set<Int> = []
        let papers = (own[key] ?? []).filter { seen.insert($0).inserted }
        return Topic(
          name: topic.name, slug: slug, sessions: topic.sessions, papers: papers,
          readingCount: topic.readingCount + (own[key]?.count ?? 0))
      }
    }.sorted { NaturalOrder.precedes($0.name, $1.name) }
  }

  private static func years(of papers: [Paper]) -> [Topic] {
    var byYear: [Int: [Int]] = [:]
    for (index, paper) in papers.enumerated() {
      if let year = paper.year { byYear[year, default: []].append(index) }
    }
    return byYear.keys.sorted(by: >).map { year in
      let papers = byYear[year] ?? []
      return Topic(name: String(year), slug: String(year), papers: papers, readingCount: papers.count)
    }
  }
}

/// What a site is told besides its library.
package struct SiteOptions: Sendable {
  /// Stands on every page.
  package var title = "Reading list"
  /// A sentence below the title of the first page.
  package var description: String?
  /// Who answers for the feed; the title where it is nil.
  package var author: String?
  /// Where the site is published, without a slash at its end; nil leaves out what needs full addresses.
  package var baseURL: String?
  /// Where slide decks lie: the address before the stem of a deck, which `.pdf` follows; nil shows stems as text.
  package var slidesURL: String?

  /// A site without a place of its own.
  package init() {}
}
