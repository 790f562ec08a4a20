internal import ReadingsCatalog
internal import ReadingsQuery

/// A paper with every reading of it.
struct ReadPaper: Sendable {
  /// Of its first reading.
  let key: String
  /// Places of sessions among those that were given, and of readings in them; at least one, in the order of the
  /// sessions.
  fileprivate(set) var places: [Place]

  struct Place: Sendable, Hashable {
    let session: Int
    let reading: Int
  }

  /// The papers of `sessions`, in the order in which they are first read.
  static func gather(_ sessions: [Session]) -> [ReadPaper] {
    var papers: [ReadPaper] = []
    var indices: [String: Int] = [:]
    for (session, contents) in sessions.enumerated() {
      for (reading, entry) in contents.readings.enumerated() {
        let place = Place(session: session, reading: reading)
        if let index = indices[entry.key] {
          papers[index].places.append(place)
        } else {
          indices[entry.key] = papers.count
          papers.append(ReadPaper(key: entry.key, places: [place]))
        }
      }
    }
    return papers
  }
}
