package import ReadingsCatalog

extension PaperClustering {
  /// `catalog`, which the clustering was made of, with the paper of every reading.
  package func marking(_ catalog: Catalog) -> Catalog {
    let memberships = papers.enumerated().map { number, paper in
      let sessions = paper.sessions
      let places =
        sessions.count == 1
        ? sessions
        : sessions.sorted { left, right in
          switch (catalog.sessions[left].date, catalog.sessions[right].date) {
          case (let first?, let second?) where first != second: first < second
          case (.some, nil): true
          case (nil, .some): false
          default: left < right
          }
        }
      return PaperMembership(
        paper: number, key: paper.key, title: paper.title,
        sessionKeys: places.map { catalog.sessions[$0].key })
    }
    return catalog.withPapers { session, reading in
      memberships[index(of: Paper.Mention(session: session, reading: reading))]
    }
  }
}

extension DuplicateVerdicts {
  /// The verdicts that a library's settings hold.
  package init(_ configuration: LibraryConfiguration) {
    self.init(same: configuration.sameWorks, distinct: configuration.distinctWorks)
  }
}
