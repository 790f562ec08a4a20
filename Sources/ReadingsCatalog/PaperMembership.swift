/// Which of a catalog's papers a reading is of, once it was found out which readings are the same paper.
package struct PaperMembership: Sendable, Hashable {
  /// The same number for all readings of the paper, and for no others.
  package let paper: Int
  /// The key that names the paper.
  package let key: String
  /// The title that names it best.
  package let title: String
  /// The keys of the sessions that read it, each once, first to last; undated ones come after the dated.
  package let sessionKeys: [String]

  package init(paper: Int, key: String, title: String, sessionKeys: [String]) {
    self.paper = paper
    self.key = key
    self.title = title
    self.sessionKeys = sessionKeys
  }
}

extension Catalog {
  /// The same catalog with the paper of every reading.
  ///
  /// - Parameter membership: of the reading at a place in the readings of the session at a place in ``sessions``.
  package func withPapers(_ membership: (_ session: Int, _ reading: Int) -> PaperMembership) -> Catalog {
    var sessions = sessions
    for session in sessions.indices {
      for reading in sessions[session].readings.indices {
        sessions[session].readings[reading].paper = membership(session, reading)
      }
    }
    return Catalog(
      sessions: sessions, problems: problems, fileCount: fileCount, configuration: configuration)
  }
}
