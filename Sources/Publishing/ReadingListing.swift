package import ReadingsCatalog
package import ReadingsQuery

/// Lines to be written piece by piece.
package typealias ListingPieces = PiecesInParallel<[StyledLine]>

/// A selection as lines of text for people.
package enum ReadingListing {
  /// Sessions, each with aligned rows of its readings; or rows alone, when the selection is sorted by a field of the
  /// readings. Fits `width` columns.
  package static func table(_ selection: Selection, width: Int) -> ListingPieces {
    guard selection.isGroupedBySession else {
      let keys = selection.readings.map(\.briefSessions)
      let rows = ReadingRows(selection.groups.map(\.readings), sessionKeys: keys, width: width)
      return pieces(of: selection) { group, lines in
        for selected in selection.readings(of: group) {
          rows.addLines(for: selected.reading, sessionKey: selected.briefSessions, to: &lines)
        }
      }
    }
    let rows = ReadingRows(selection.groups.map(\.readings), width: width)
    let header = SessionHeader(selection.groups.map(\.session), width: width)
    return pieces(of: selection) { group, lines in
      header.addLines(for: group.session, to: &lines)
      for reading in group.readings { rows.addLines(for: reading, to: &lines) }
    }
  }

  /// The same without cutting or aligning anything: a line for a session, a line for each reading.
  package static func plain(_ selection: Selection) -> ListingPieces {
    guard selection.isGroupedBySession else {
      return pieces(of: selection) { group, lines in
        lines += selection.readings(of: group).map { plainLine(for: $0.reading, in: $0.listedSessions) }
      }
    }
    return pieces(of: selection) { group, lines in
      lines.append(SessionHeader.plainLine(for: group.session))
      lines += group.readings.map { plainLine(for: $0, in: nil) }
    }
  }

  /// The lines of all groups, with an empty line between sessions.
  static func pieces(
    of selection: Selection, addLines: @escaping @Sendable (Selection.Group, inout [StyledLine]) -> Void
  ) -> ListingPieces {
    let hasGaps = selection.isGroupedBySession
    return PiecesInParallel(selection.groups, size: 64) { groups in
      var lines: [StyledLine] = []
      for index in groups.indices {
        if hasGaps, index > 0 { lines.append(StyledLine()) }
        addLines(groups[index], &lines)
      }
      return lines
    }
  }

  /// A reading as one line, with the keys of its sessions where it does not stand below its session.
  static func plainLine(for reading: Reading, in sessions: String?) -> StyledLine {
    var parts = [reading.title]
    if reading.role != .unspecified { parts.insert(reading.role.rawValue + ":", at: 0) }
    if let year = reading.yearOfPublication { parts.append("(\(year))") }
    var line = StyledLine()
    line.add(sessions == nil ? "  " : "")
    line.add(parts.joined(separator: " "))
    if !reading.authors.isEmpty { line.add("  " + reading.authors.joined(separator: ", ")) }
    if let link = reading.urls.first ?? reading.identifiers.first?.description { line.add("  " + link) }
    if let tags = ReadingRows.tags(reading) { line.add("  " + tags) }
    if let sessions { line.add("  [\(sessions)]") }
    return line
  }
}

extension SelectedReading {
  /// The key of its session, or of all that read its paper where it stands for it.
  var listedSessions: String { sessionKeys?.joined(separator: ", ") ?? session.key }

  /// The same for a narrow column: of several sessions their number, and the first.
  var briefSessions: String {
    guard let keys = sessionKeys, keys.count > 1 else { return listedSessions }
    return "\(keys.count)× \(keys[0])"
  }
}

/// The lines that introduce a session.
struct SessionHeader: Sendable {
  private let width: Int
  private let showsDates: Bool
  private static let noDate = "undated"

  /// Shows dates when one of `sessions` has one.
  init(_ sessions: [Session], width: Int) {
    self.width = width
    showsDates = sessions.contains { $0.date != nil }
  }

  /// Adds the date and the title; below them, indented, the key, term, label and tags.
  func addLines(for session: Session, to lines: inout [StyledLine]) {
    let titleStart = showsDates ? 12 : 0
    var date = showsDates ? session.date?.description ?? SessionHeader.noDate : ""
    for text in TextLayout.wrapped(VisibleText.make(session.title), to: max(20, width - titleStart)) {
      var line = StyledLine(TextLayout.padded(date, to: titleStart), .quiet)
      line.add(visible: text, .strong)
      lines.append(line)
      date = ""
    }
    addDetails(of: session, indent: max(2, titleStart), to: &lines)
  }

  private func addDetails(of session: Session, indent: Int, to lines: inout [StyledLine]) {
    var line = StyledLine()
    line.addSpaces(indent)
    var lineWidth = indent + line.add(session.key, cutTo: max(20, width - indent), .key)
    for detail in SessionHeader.details(of: session) {
      let detail = VisibleText.make(detail)
      if lineWidth + 3 + DisplayWidth.of(detail) > width, lineWidth > indent {
        lines.append(line)
        line = StyledLine()
        line.addSpaces(indent)
        lineWidth = indent
      } else {
        line.add(visible: " · ", .quiet)
        lineWidth += 3
      }
      lineWidth += line.add(detail, cutTo: max(20, width - lineWidth), .quiet)
    }
    lines.append(line)
  }

  static func plainLine(for session: Session) -> StyledLine {
    var line = StyledLine((session.date?.description ?? noDate) + "  ")
    line.add(session.title, .strong)
    line.add("  [" + ([session.key] + details(of: session)).joined(separator: "; ") + "]")
    return line
  }

  private static func details(of session: Session) -> [String] {
    let label = session.label == session.key ? nil : session.label
    return [session.term, label, session.tags.map(\.spelling).joined(separator: ", ")]
      .compactMap { $0 }.filter { !$0.isEmpty }
  }
}
