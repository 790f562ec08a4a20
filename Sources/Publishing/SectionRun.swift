internal import ReadingsCatalog

/// Readings of a session that follow each other under one heading.
struct SectionRun {
  /// Nil for readings under no heading.
  let section: String?
  /// With their places in the session as indices.
  let readings: ArraySlice<Reading>

  /// The runs of a session's readings, in order.
  static func runs(of readings: [Reading]) -> [SectionRun] {
    var runs: [SectionRun] = []
    var rest = readings[...]
    while let first = rest.first {
      let run = rest.prefix { $0.section == first.section }
      runs.append(SectionRun(section: first.section, readings: run))
      rest = rest.dropFirst(run.count)
    }
    return runs
  }
}
