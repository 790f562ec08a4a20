internal import Duplicates
internal import ReadingsCatalog

/// A paper with every reading of it.
struct ReadPaper: Sendable {
  /// A reading: its session's place among those that were given, and its own in the session.
  struct Place: Sendable, Hashable {
    let session: Int
    let reading: Int
  }

  let key: String
  let title: String
  /// At least one, in the order of the sessions.
  let places: [Place]

  /// The papers of `sessions`, in the order in which they are first read; the library's verdicts are heeded.
  static func gather(_ sessions: [Session], _ configuration: LibraryConfiguration) -> [ReadPaper] {
    let clustering = PaperClustering(
      Catalog(sessions: sessions), verdicts: DuplicateVerdicts(configuration))
    return clustering.papers.map { paper in
      ReadPaper(
        key: paper.key, title: paper.title,
        places: paper.mentions.map { Place(session: $0.session, reading: $0.reading) })
    }
  }
}
