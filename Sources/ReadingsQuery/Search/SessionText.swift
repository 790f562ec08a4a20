internal import ReadingsCatalog
internal import SourceText

/// The text of a session told apart by what it belongs to.
enum SessionText {
  /// A stretch of the post.
  struct Part: Equatable {
    /// The index of the reading in whose entry it stands; nil when it is the session's own: its write-up, or what it
    /// says between the readings.
    let reading: Int?
    let range: Range<Int>
  }

  /// The body of the session in order, without the titles, authors and abstracts of its readings, which are fields of
  /// their own; the innermost entry has what stands in several. O(n log n) in the number of readings.
  ///
  /// - Parameter byteCount: of the file, which can have become shorter since it was read.
  static func parts(of session: Session, byteCount: Int) -> [Part] {
    guard let body = session.body, body.lowerBound < min(body.upperBound, byteCount) else { return [] }
    var writer = PartWriter(holes: holes(of: session.readings))
    var position = body.lowerBound
    let end = min(body.upperBound, byteCount)
    var open: [(reading: Int, end: Int)] = []
    func advance(to target: Int) {
      let target = min(target, end)
      while let entry = open.last, entry.end <= target {
        writer.write(entry.reading, position, entry.end)
        position = max(position, entry.end)
        open.removeLast()
      }
      writer.write(open.last?.reading, position, target)
      position = max(position, target)
    }
    for (index, span) in entries(of: session.readings) {
      advance(to: span.lowerBound)
      open.append((index, span.upperBound))
    }
    advance(to: end)
    return writer.parts
  }

  /// The readings' spans, outer ones before those inside them.
  private static func entries(of readings: [Reading]) -> [(index: Int, span: SourceSpan)] {
    let entries = readings.indices.map { (index: $0, span: readings[$0].span) }
    // Most do not lie in one another.
    if zip(entries, entries.dropFirst()).allSatisfy({ $0.span.lowerBound < $1.span.lowerBound }) {
      return entries
    }
    return entries.sorted { left, right in
      (left.span.lowerBound, right.span.upperBound, left.index)
        < (right.span.lowerBound, left.span.upperBound, right.index)
    }
  }

  private static func isSearchedByItself(_ field: String) -> Bool {
    switch field {
    case "title", "authors", "abstract": true
    default: false
    }
  }

  /// Where the fields stand that are searched by themselves, in order.
  private static func holes(of readings: [Reading]) -> [SourceSpan] {
    var holes: [SourceSpan] = []
    holes.reserveCapacity(readings.count * 4)
    for index in readings.indices {
      for evidence in readings[index].evidence where isSearchedByItself(evidence.field) {
        if !evidence.span.isEmpty { holes.append(evidence.span) }
      }
    }
    holes.sort()
    return holes
  }

  /// Collects parts in order, leaving out holes.
  private struct PartWriter {
    let holes: [SourceSpan]
    var nextHole = 0
    var parts: [Part] = []

    mutating func write(_ reading: Int?, _ start: Int, _ end: Int) {
      var start = start
      while start < end {
        while nextHole < holes.count, holes[nextHole].upperBound <= start { nextHole += 1 }
        let stop = nextHole < holes.count ? min(end, max(start, holes[nextHole].lowerBound)) : end
        if start < stop { parts.append(Part(reading: reading, range: start..<stop)) }
        start = nextHole < holes.count && stop < end ? holes[nextHole].upperBound : stop
      }
    }
  }
}
