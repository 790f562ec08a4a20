internal import ReadingsCatalog
internal import SourceText

/// Where an entry goes: behind the last one of a section, else at the section's end.
struct EntryPlace {
  /// The name of the enclosing heading.
  let section: String?
  /// The heading's level.
  let level: Int?
  /// The end of the line behind which the entry goes: a byte offset.
  let offset: Int
  /// The entry that shows how entries are written here.
  let neighbour: Reading?
  /// Whether the place is directly behind that entry.
  let isBehindNeighbour: Bool
  let bodyStart: Int
  private let regionEnd: Int

  init(
    _ name: String?, in session: Session, _ headings: PostHeadings, _ source: SourceLines, bodyStart: Int
  ) throws(EntryRefusal) {
    let readings = session.readings.filter { $0.span.lowerBound >= bodyStart }
    let entryStarts = Set(readings.map(\.span.lowerBound))
    let sections = headings.headings.filter { !entryStarts.contains($0.span.lowerBound) }
    let heading: PostHeadings.Heading?
    if let name {
      heading = try EntryPlace.find(name, among: sections)
    } else if let last = readings.last {
      heading = sections.last { $0.name == last.section && $0.span.lowerBound <= last.span.lowerBound }
    } else {
      heading = sections.last
    }
    self.bodyStart = bodyStart
    regionEnd = headings.endOffset
    section = heading?.name
    level = heading?.level
    let own = readings.last { reading in
      reading.section == heading?.name && reading.span.lowerBound >= heading?.span.lowerBound ?? 0
    }
    neighbour = own ?? readings.last
    isBehindNeighbour = own != nil
    if let own {
      offset = EntryPlace.end(before: own.span.upperBound, from: own.span.lowerBound, source)
      return
    }
    // The end of what stands below the heading, up to the next one.
    let start = heading?.span.lowerBound ?? bodyStart
    let next = headings.headings.first { $0.span.lowerBound > start }?.span.lowerBound
    let end = heading == nil ? regionEnd : min(next ?? regionEnd, regionEnd)
    offset = EntryPlace.end(before: end, from: heading?.span.lowerBound ?? 0, source)
  }

  /// The end of the last line with text before the write-up.
  func endOffset(in source: SourceLines) -> Int { EntryPlace.end(before: regionEnd, from: 0, source) }

  /// The end of the last line with text before `offset`, `lower` at least.
  private static func end(before offset: Int, from lower: Int, _ source: SourceLines) -> Int {
    var end = min(offset, source.bytes.count)
    while end > lower, source.bytes[end - 1].isWhitespace { end -= 1 }
    return source.end(end)
  }

  private static func find(_ name: String, among sections: [PostHeadings.Heading]) throws(EntryRefusal)
    -> PostHeadings.Heading
  {
    let wanted = words(of: name)
    if let exact = sections.first(where: { words(of: $0.name) == wanted }) { return exact }
    let begun = sections.filter { words(of: $0.name).starts(with: wanted) }
    if !wanted.isEmpty, begun.count == 1 { return begun[0] }
    throw .unknownSection(name, sections: sections.map(\.name))
  }

  private static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
