internal import ReadingsCatalog
internal import ReadingsQuery

/// Gathers sessions and papers into the groups of an index page.
enum IndexGroups {
  static func make(
    of sessions: [Session], by field: IndexPage.Field, _ configuration: LibraryConfiguration
  ) -> [IndexPage.Group] {
    let sessions = Chronology.sorted(sessions)
    switch field {
    case .category, .tag, .term, .date: return sessionGroups(sessions, field)
    case .schedule: return schedule(sessions)
    case .year, .author, .paper: return paperGroups(sessions, field, configuration)
    }
  }

  // MARK: Sessions

  /// Groups of sessions, latest first in each: terms and years of sessions with the latest first, names in order.
  private static func sessionGroups(_ sessions: [Session], _ field: IndexPage.Field) -> [IndexPage.Group] {
    let byTime = field == .term || field == .date
    return gather(Array(sessions.reversed())) { values(of: $0, field) }
      .sorted { left, right in
        byTime ? false : NaturalOrder.precedes(left.name, right.name)
      }
      .map { group in
        var table = IndexTable(columns: ["No.", "Read Date", "Title and Information", "We Read @"])
        for (index, session) in group.members.enumerated() {
          table.add([
            .init(String(index + 1)), .init(PageDate.inTable(session.date)),
            .init(session.title, .entry(index + 1)), .init(place(of: session)),
          ])
        }
        return IndexPage.Group(name: group.name, table: table, entries: group.members.map(entry))
      }
  }

  private static func values(of session: Session, _ field: IndexPage.Field) -> [String] {
    switch field {
    case .category: return session.categories.map(\.spelling)
    case .tag:
      // A tag of one of its readings leads to the session, too.
      return session.tags.map(\.spelling) + session.readings.flatMap { $0.tags.map(\.spelling) }
    case .term: return [session.term ?? "No term"]
    default: return [Chronology.year(of: session).map { String($0) } ?? "No date"]
    }
  }

  static func entry(_ session: Session) -> IndexPage.Entry {
    IndexPage.Entry(
      title: session.title, tags: session.tags.map(\.spelling), readings: [], session: session)
  }

  /// Where a session stands in the course: its label, else its term, else its key.
  static func place(of session: Session) -> String { session.label ?? session.term ?? session.key }

  // MARK: Schedule

  /// The sessions of each term in the order of the course; the latest term that says which lectures were held is
  /// marked where it stands.
  private static func schedule(_ sessions: [Session]) -> [IndexPage.Group] {
    let groups = gather(sessions) { [$0.term ?? "No term"] }
    let marked = groups.lastIndex { group in group.members.contains { $0.lectureVersion != nil } }
    return groups.enumerated().map { number, group in
      var table = IndexTable(
        columns: ["No.", "Date", "Title and Information", "We Read @", "Lead", "Blog", "Slides"])
      var isMarked = number != marked
      for (index, session) in group.members.enumerated() {
        if !isMarked, session.lectureVersion != "current" {
          table.addWeAreHere()
          isMarked = true
        }
        table.add([
          .init(String(index + 1)), .init(PageDate.inTable(session.date)),
          .init(session.title, .entry(index + 1)), .init(session.label ?? ""),
          .init(session.leadTeam ?? ""), .init(session.blogTeam ?? ""), slides(of: session),
        ])
      }
      return IndexPage.Group(name: group.name, table: table, entries: group.members.map(entry))
    }
  }

  private static func slides(of session: Session) -> IndexTable.Cell {
    let deck = session.lecture ?? ""
    return IndexTable.Cell(deck, WebLink.address(deck).map { .web($0) })
  }

  // MARK: Papers

  private static func paperGroups(
    _ sessions: [Session], _ field: IndexPage.Field, _ configuration: LibraryConfiguration
  ) -> [IndexPage.Group] {
    let papers = ReadPaper.gather(sessions, configuration).map { paper in
      PaperFacts(
        paper.title,
        paper.places.map {
          SelectedReading(session: sessions[$0.session], reading: sessions[$0.session].readings[$0.reading])
        })
    }
    return groups(of: papers, by: field).map { group in
      let members = group.members.map { (FoldedText.fold($0.title), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
      var table = IndexTable(columns: ["No.", "Title and Information", "Authors", "Year", "We Read @"])
      for (index, paper) in members.enumerated() {
        table.add([
          .init(String(index + 1)), .init(paper.title, .entry(index + 1)),
          .init(PaperFacts.shortened(paper.authors)),
          .init(paper.year.map { String($0) } ?? ""),
          .init(distinct(paper.readings.map { place(of: $0.session) }).joined(separator: ", ")),
        ])
      }
      return IndexPage.Group(name: group.name, table: table, entries: members.map(entry))
    }
  }

  private static func groups(of papers: [PaperFacts], by field: IndexPage.Field) -> [(
    name: String, members: [PaperFacts]
  )] {
    switch field {
    case .year:
      let dated = gather(papers.filter { $0.year != nil }) { $0.year.map { [String($0)] } ?? [] }
      let undated = papers.filter { $0.year == nil }
      return dated.sorted { $0.name > $1.name } + (undated.isEmpty ? [] : [("No year", undated)])
    case .author:
      return gather(papers, key: AuthorName.groupForm(of:)) { $0.authors }
        .map { (AuthorName.groupForm(of: $0.name), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    default:
      return papers.isEmpty ? [] : [("Papers", papers)]
    }
  }

  private static func entry(_ paper: PaperFacts) -> IndexPage.Entry {
    IndexPage.Entry(
      title: paper.title, tags: distinct(paper.all { $0.tags.map(\.spelling) }), readings: paper.readings,
      session: nil)
  }

  // MARK: Gathering

  /// The members by value, values in the order in which they first come; a member stands once below each of its values.
  private static func gather<Member>(
    _ members: [Member], key: (String) -> String = { Tag.key(of: $0) }, values: (Member) -> [String]
  ) -> [(name: String, members: [Member])] {
    var groups: [(name: String, members: [Member])] = []
    var indices: [String: Int] = [:]
    for member in members {
      var seen: Set<String> = []
      for value in values(member) {
        let key = key(value)
        guard !key.isEmpty, seen.insert(key).inserted else { continue }
        if let index = indices[key] {
          groups[index].members.append(member)
        } else {
          indices[key] = groups.count
          groups.append((value, [member]))
        }
      }
    }
    return groups
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
