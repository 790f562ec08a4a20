package import ReadingsCatalog

extension Selection {
  /// Each paper of the selection once, one by one, where it is first selected: under its best title and key, with what
  /// any of its readings in the catalog says of it, and with every session that read it in ``SelectedReading/sessionKeys``.
  ///
  /// The catalog's readings must know their papers (``Catalog/withPapers(_:)``); those that do not stay as they are.
  package func unique(in catalog: Catalog) -> Selection {
    var mentions: [Int: [Reading]] = [:]
    for session in catalog.sessions {
      for reading in session.readings {
        if let paper = reading.paper?.paper { mentions[paper, default: []].append(reading) }
      }
    }
    var seen: Set<Int> = []
    let groups = readings.compactMap { selected -> Group? in
      guard let paper = selected.reading.paper else {
        return Group(session: selected.session, readings: [selected.reading])
      }
      guard seen.insert(paper.paper).inserted else { return nil }
      var reading = selected.reading
      for other in mentions[paper.paper, default: []] { reading.fillGaps(from: other) }
      if reading.title != paper.title {
        reading.alternativeTitles.insert(reading.title, at: 0)
        reading.title = paper.title
      }
      reading.key = paper.key
      return Group(session: selected.session, readings: [reading])
    }
    var result = with(groups, isGroupedBySession: false)
    result.isUnique = true
    return result
  }
}

extension Reading {
  /// Takes what another reading of the same paper says of it where this one says nothing.
  fileprivate mutating func fillGaps(from other: Reading) {
    if authors.isEmpty { authors = other.authors }
    submitted = submitted ?? other.submitted
    year = year ?? other.year
    venue = venue ?? other.venue
    citations = citations ?? other.citations
    affiliation = affiliation ?? other.affiliation
    abstract = abstract ?? other.abstract
    for url in other.urls where !urls.contains(url) { urls.append(url) }
    for tag in other.tags where !tags.contains(tag) { tags.append(tag) }
    for identifier in other.identifiers where self.identifier(identifier.scheme) == nil {
      identifiers.append(identifier)
    }
    identifiers.sort()
  }
}
