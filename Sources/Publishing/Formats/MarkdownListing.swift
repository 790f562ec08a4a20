package import ReadingsCatalog
package import ReadingsQuery

/// Readings and fields as Markdown (CommonMark with the tables of GFM); text from posts is escaped, so that it stays
/// text.
package enum MarkdownListing {
  /// A list: below a heading for each session, an item for each reading with link, authors, year and venue.
  package static func list(_ selection: Selection) -> [StyledLine] {
    guard selection.isGroupedBySession else { return items(selection.readings) }
    var lines: [StyledLine] = []
    for group in selection.groups {
      if !lines.isEmpty { lines.append(StyledLine()) }
      let date = group.session.date.map { " (\($0))" } ?? ""
      lines += [StyledLine("## " + escaped(group.session.title) + date), StyledLine()]
      lines += items(group.readings.map { SelectedReading(session: group.session, reading: $0) })
    }
    return lines
  }

  /// The items of a list without headings.
  package static func items(_ readings: [SelectedReading]) -> [StyledLine] {
    readings.map { StyledLine(item($0.reading)) }
  }

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
    var parts = [reading.urls.first.flatMap { destination($0) }.map { "[\(title)](\($0))" } ?? title]
    if !reading.authors.isEmpty { parts.append(escaped(reading.authors.joined(separator: ", "))) }
    if let year = reading.yearOfPublication { parts.append(String(year)) }
    if let venue = reading.venue { parts.append(escaped(venue)) }
    return "- " + parts.joined(separator: ". ")
  }

  /// One line of text with a backslash before what Markdown could take for a mark (CommonMark 0.31.2, 2.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") {
      if "\\`*_[]<>&|#~$".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  /// A link to the web with what could end it percent-encoded (RFC 3986, 2.1); nil for other schemes.
  private static func destination(_ url: String) -> String? {
    guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return nil }
    var result = ""
    for byte in url.utf8 {
      switch byte {
      case 0x00...0x20, 0x7F..., UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "|"):
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count < 2 ? "0" + digits : digits)
      default: result += String(Unicode.Scalar(byte))
      }
    }
    return result
  }
}
