package import Duplicates
package import ReadingsCatalog
internal import ReadingsQuery

/// What `duplicates` has to say of a library: the parts that were asked for.
package struct DuplicateFindings: Sendable {
  /// Which repetitions of a paper are of interest.
  package enum Scope: Sendable {
    /// In sessions of their own, copies of sessions counting as one.
    case acrossSessions
    /// Inside one session.
    case withinSessions
    /// All, also those that only copies of sessions repeat.
    case everywhere
  }

  /// What the findings are about.
  package let catalog: Catalog
  /// Sessions that repeat each other.
  package private(set) var copies: [SessionCopies]
  /// Papers with several mentions, in catalog order.
  package private(set) var papers: [Paper]
  /// Pairs that somebody should compare, strongest first.
  package private(set) var possible: [PaperClustering.Pair]
  /// Links that contradict each other.
  package private(set) var conflicts: [PaperClustering.Pair]
  /// How many papers are left out because only copies of sessions repeat them.
  package let copiedPaperCount: Int

  /// Gathers the findings.
  ///
  /// - Parameters:
  ///   - grades: those of the papers to list; `possible` lists the pairs that are not merged.
  ///   - isOfInterest: whether a mention is what was asked for; one mention is enough.
  package init(
    _ catalog: Catalog, _ clustering: PaperClustering, scope: Scope, grades: Set<DuplicateGrade>,
    isOfInterest: (Paper.Mention) -> Bool
  ) {
    self.catalog = catalog
    let all = SessionCopies.find(in: catalog, clustering)
    var copyOf = Array(catalog.sessions.indices)
    for copies in all {
      for session in copies.sessions { copyOf[session] = copies.sessions[0] }
    }
    func isWide(_ paper: Paper) -> Bool {
      paper.mentions.contains { copyOf[$0.session] != copyOf[paper.mentions[0].session] }
    }
    let repeated = clustering.papers.filter { paper in
      guard let grade = paper.grade, grades.contains(grade) else { return false }
      return paper.mentions.contains(where: isOfInterest)
    }
    switch scope {
    case .acrossSessions: papers = repeated.filter(isWide)
    case .withinSessions: papers = repeated.filter { $0.sessions.count < $0.mentions.count }
    case .everywhere: papers = repeated
    }
    copiedPaperCount =
      scope == .acrossSessions ? repeated.filter { $0.sessions.count > 1 && !isWide($0) }.count : 0
    func concerns(_ pair: PaperClustering.Pair) -> Bool {
      isOfInterest(pair.first) || isOfInterest(pair.second)
    }
    let isWithin = scope == .withinSessions
    possible = DuplicateFindings.distinct(
      clustering.possible.filter { concerns($0) && (!isWithin || $0.first.session == $0.second.session) },
      clustering)
    conflicts = DuplicateFindings.distinct(clustering.conflicts.filter(concerns), clustering)
    copies = all.filter { copies in
      copies.sessions.contains { session in
        catalog.sessions[session].readings.indices.contains {
          isOfInterest(Paper.Mention(session: session, reading: $0))
        }
      }
    }
  }

  /// Only the copies of sessions, or everything but the possible pairs where they are not asked for.
  package func narrowed(toCopies: Bool, withPossible: Bool) -> DuplicateFindings {
    var result = self
    if toCopies { (result.papers, result.conflicts) = ([], []) }
    if toCopies || !withPossible { result.possible = [] }
    return result
  }

  /// Of several pairs between two papers, the first.
  private static func distinct(
    _ pairs: [PaperClustering.Pair], _ clustering: PaperClustering
  ) -> [PaperClustering.Pair] {
    var seen: Set<[Int]> = []
    return pairs.filter { pair in
      seen.insert([clustering.index(of: pair.first), clustering.index(of: pair.second)].sorted()).inserted
    }
  }

  /// The session of a mention.
  package func session(_ mention: Paper.Mention) -> Session { catalog.sessions[mention.session] }

  /// The reading of a mention.
  package func reading(_ mention: Paper.Mention) -> Reading {
    catalog.sessions[mention.session].readings[mention.reading]
  }

  /// The 1-based line of a mention in its post.
  package func line(_ mention: Paper.Mention) -> Int {
    SelectedReading(session: session(mention), reading: reading(mention)).line
  }

  /// In what a mention says something else than the canonical one: phrases such as `as 'Paged attention'`.
  package func differences(_ mention: Paper.Mention, _ paper: Paper) -> [String] {
    let (own, canonical) = (reading(mention), reading(paper.canonical))
    var differences: [String] = []
    if own.title != paper.title { differences.append("as '\(own.title)'") }
    if own.authors.isEmpty, !canonical.authors.isEmpty { differences.append("no authors") }
    if !own.authors.isEmpty, !canonical.authors.isEmpty, own.authors.count != canonical.authors.count {
      differences.append("\(own.authors.count) of \(canonical.authors.count) authors")
    }
    if own.urls.isEmpty, paper.mentions.contains(where: { !reading($0).urls.isEmpty }) {
      differences.append("no link")
    } else if let link = own.urls.first, let other = canonical.urls.first, link != other {
      differences.append("link \(link)")
    }
    if let year = own.year, let other = canonical.year, year != other { differences.append("year \(year)") }
    return differences
  }
}
