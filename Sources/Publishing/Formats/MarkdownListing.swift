package import ReadingsCatalog
package import ReadingsQuery

/// Readings and fields as Markdown (CommonMark with the tables of GFM); text from posts is escaped, so that it stays
/// text.
package enum MarkdownListing {
  /// A list: below a heading for each session, an item for each reading with link, authors, year and venue.
  package static func list(_ selection: Selection) -> ListingPieces {
    guard selection.isGroupedBySession else {
      return ReadingListing.pieces(of: selection) { $1 += items($0.readings) }
    }
    return ReadingListing.pieces(of: selection) { group, lines in
      let date = group.session.date.map { " (\($0))" } ?? ""
      lines +=
        [StyledLine("## " + escaped(group.session.title) + date), StyledLine()] + items(group.readings)
    }
  }

  /// The items of a list without headings.
  package static func items(_ readings: [Reading]) -> [StyledLine] { readings.map { StyledLine(item($0)) } }

  /// A list of sessions without their readings: title, date, key.
  package static func list(_ sessions: [Session]) -> [StyledLine] {
    sessions.map { session in
      let details = [session.date?.description, escaped(session.key)].compactMap { $0 }
      return StyledLine("- \(escaped(session.title)) (\(details.joined(separator: ", ")))")
    }
  }

  /// A table with the names of the fields on top.
  package static func table<Element>(_ elements: [Element], _ fields: [ListedField<Element>]) -> [StyledLine]
  {
    func row(_ cells: [String]) -> StyledLine { StyledLine("| " + cells.joined(separator: " | ") + " |") }
    let header = [row(fields.map { escaped($0.name) }), row(fields.map { _ in "---" })]
    return header + elements.map { element in row(fields.map { escaped($0.value(element).line) }) }
  }

  private static func item(_ reading: Reading) -> String {
    let title = escaped(reading.title)
    var parts = [reading.urls.first.flatMap { WebLink.address($0) }.map { "[\(title)](\($0))" } ?? title]
    if !reading.authors.isEmpty { parts.append(escaped(reading.authors.joined(separator: ", "))) }
    if let year = reading.yearOfPublication { parts.append(String(year)) }
    if let venue = reading.venue { parts.append(escaped(venue)) }
    return "- " + parts.joined(separator: ". ")
  }

  /// One line of text with a backslash before what Markdown could take for a mark (CommonMark 0.31.2, 2.4); a `{`, with
  /// which Liquid and the attributes of kramdown begin, as a character reference.
  static func escaped(_ text: String) -> String {
    escapedPart(OneLine.of(text))
  }

  /// The same for a part of a line, whose spaces stay.
  static func escapedPart(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") {
        result += "&#123;".utf8
        continue
      }
      if marks[Int(byte)] { result.append(UInt8(ascii: "\\")) }
      result.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let marks: [Bool] = (0..<256).map { "\\`*_[]<>&|#~$".utf8.contains(UInt8($0)) }
}
