package import ReadingsCatalog
package import ReadingsQuery

/// One page that lists sessions or papers by a field: tables on top, on demand the details below, then the names.
package struct IndexPage: Sendable {
  /// What a page is ordered by; the raw value is the name on the command line.
  package enum Field: String, Sendable, CaseIterable {
    case category, tag, term, year, author, date, paper, schedule
  }

  /// How much stands below the tables.
  package enum Detail: String, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// The readings of each entry.
    case readings
    /// The contents of each post as they are written, up to its write-up.
    case full
  }

  /// What a page is made of besides its sessions.
  package struct Options: Sendable {
    /// What the page is ordered by.
    package var field = Field.category
    /// The one value that is shown; nil for all.
    package var only: String?
    /// The line above the tables; one is made of the field where it is nil.
    package var title: String?
    /// How much stands below the tables.
    package var detail = Detail.readings

    /// All categories with their readings.
    package init() {}
  }

  /// A value of the field, with its table and its entries.
  struct Group: Sendable {
    /// As it is spelled first.
    let name: String
    let table: IndexTable
    let entries: [Entry]
  }

  /// What is told in detail of one row.
  struct Entry: Sendable {
    let title: String
    let tags: [String]
    /// Of a paper, one for each time it was read; empty for a session.
    let readings: [SelectedReading]
    /// With those of its readings that were selected; nil for papers.
    let session: Session?

    /// When and where each of the readings was read, in as many words as are known.
    var occasions: [[String]] {
      readings.map { selected in
        let session = selected.session
        return [PageDate.inTable(session.date), session.title, IndexGroups.place(of: session)]
          .filter { !$0.isEmpty }
      }
    }

    /// The readings of a session by the headings they stand under.
    var sections: [SectionRun] { SectionRun.runs(of: session?.readings ?? []) }
  }

  let options: Options
  let groups: [Group]

  /// The names of the groups, in order.
  package var groupNames: [String] { groups.map(\.name) }

  /// Gathers the sessions of a selection with their selected readings; the configuration says which entries are the same
  /// paper.
  package init(
    _ selection: Selection, _ options: Options, _ configuration: LibraryConfiguration = LibraryConfiguration()
  ) {
    self.options = options
    let sessions = selection.groupedBySession().groups.map { group in
      var session = group.session
      session.readings = group.readings
      return session
    }
    let all = IndexGroups.make(of: sessions, by: options.field, configuration)
    groups =
      options.only.map { name in all.filter { IndexPage.matches($0.name, name, options.field) } } ?? all
  }

  /// The line above the tables.
  package var title: String {
    if let title = options.title { return title }
    return switch options.field {
    case .category: "Readings by Category"
    case .tag: "Readings by Tag"
    case .term: "Readings by Term"
    case .year: "Readings by Year of Publication"
    case .author: "Readings by Author"
    case .date: "Readings by Date"
    case .paper: "Papers Read"
    case .schedule: "Schedule"
    }
  }

  private static func matches(_ name: String, _ wanted: String, _ field: Field) -> Bool {
    field == .author
      ? FoldedText.words(of: name).sorted() == FoldedText.words(of: wanted).sorted()
      : Tag.key(of: name) == Tag.key(of: wanted)
  }
}
