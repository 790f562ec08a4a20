package import ReadingsCatalog
internal import ReadingsQuery

/// Readings as rows of aligned columns: role, title, year, authors, identifier or host of the link, and where asked
/// the session.
///
/// The columns are as wide as the widest text in them, up to a share of the page; the title has what is left and
/// goes on in up to two more lines of its own column.
package struct ReadingRows: Sendable {
  private let width: Int
  private let titleWidth: Int
  private let roleWidth: Int
  private let yearWidth: Int
  private let authorsWidth: Int
  private let linkWidth: Int
  private let sessionWidth: Int

  private static let indent = 2
  private static let gap = 2
  private static let smallestTitle = 30

  /// Measures the columns for `readings` on a page of `width` columns, with a last column for `sessionKeys` unless
  /// there are none. Readings come in lists, which are not joined because they are looked at more than once.
  package init(_ lists: [[Reading]], sessionKeys: [String] = [], width: Int) {
    /// Looks only as far as there may be wider ones.
    func widest<Element>(_ lists: [[Element]], _ limit: Int, _ text: (Element) -> String) -> Int {
      var widest = 0
      for list in lists {
        for index in list.indices {
          widest = max(widest, DisplayWidth.of(VisibleText.make(text(list[index]))))
          if widest >= limit { return limit }
        }
      }
      return widest
    }
    self.width = width
    let share = max(10, width / 5)
    roleWidth = widest(lists, 3) { ReadingRows.mark($0.role) }
    var columns = [
      widest([sessionKeys], max(20, width / 4)) { $0 }, widest(lists, 4) { ReadingRows.year($0) },
      widest(lists, share) { ReadingRows.authors($0) },
      widest(lists, share) { ReadingRows.identifier($0) },
    ]
    // A host says less than an identifier: on a narrow page it is cut.
    columns[3] = max(columns[3], widest(lists, width < 100 ? 12 : share) { ReadingRows.link($0) })
    let start = ReadingRows.indent + (roleWidth > 0 ? roleWidth + ReadingRows.gap : 0)
    func remaining() -> Int {
      width - start - columns.reduce(0) { $0 + ($1 > 0 ? $1 + ReadingRows.gap : 0) }
    }
    // A title as wide as what is left for it may as well be wider, unless there will be more.
    let title = widest(lists, remaining() < ReadingRows.smallestTitle ? width : remaining()) { $0.title }
    // Too narrow for all columns: first the link goes, then the authors, then the year.
    for column in [3, 2, 1, 0] where remaining() < min(title, ReadingRows.smallestTitle) {
      columns[column] = 0
    }
    (sessionWidth, yearWidth, authorsWidth, linkWidth) = (columns[0], columns[1], columns[2], columns[3])
    titleWidth = max(1, min(title, remaining()))
  }

  /// The one to three lines of a reading, and one with its own tags where it has some.
  package func lines(for reading: Reading, sessionKey: String? = nil) -> [StyledLine] {
    var lines: [StyledLine] = []
    addLines(for: reading, sessionKey: sessionKey, to: &lines)
    return lines
  }

  /// Adds what ``lines(for:sessionKey:)`` gives.
  func addLines(for reading: Reading, sessionKey: String? = nil, to lines: inout [StyledLine]) {
    // Lines after the first are indented, so that they do not pass for titles of their own.
    let indent = min(ReadingRows.gap, titleWidth - 1)
    let title = TextLayout.wrapped(
      VisibleText.make(reading.title), to: titleWidth, others: titleWidth - indent, maximumLineCount: 3)
    var row = Row()
    row.add(ReadingRows.mark(reading.role), roleWidth, reading.role == .required ? .emphasis : .quiet)
    row.add(title[0], titleWidth)
    row.add(ReadingRows.year(reading), yearWidth)
    row.add(ReadingRows.authors(reading), authorsWidth)
    row.add(ReadingRows.link(reading), linkWidth, .key)
    row.add(sessionKey ?? "", sessionWidth, .quiet)
    let titleStart = ReadingRows.indent + (roleWidth > 0 ? roleWidth + ReadingRows.gap : 0)
    lines.append(row.line)
    for text in title.dropFirst() {
      var line = StyledLine()
      line.addSpaces(titleStart + indent)
      line.add(visible: text)
      lines.append(line)
    }
    if let tags = tagLine(reading, indent: titleStart + indent) {
      lines.append(tags)
    }
  }

  private func tagLine(_ reading: Reading, indent: Int) -> StyledLine? {
    guard let tags = ReadingRows.tags(reading) else { return nil }
    let text = TextLayout.truncated(VisibleText.make(tags), to: max(1, width - indent))
    return StyledLine(TextLayout.spaces(indent) + text, .quiet)
  }

  /// Cells side by side, each padded to its column up to the last one that holds text.
  private struct Row {
    private(set) var line = StyledLine()
    private var owedSpaces = ReadingRows.indent

    /// Adds a cell, which is cut to its width; none where the width is 0.
    mutating func add(_ text: String, _ width: Int, _ style: TextStyle = .plain) {
      if width == 0 { return }
      if text.isEmpty {
        owedSpaces += width + ReadingRows.gap
        return
      }
      line.addSpaces(owedSpaces)
      owedSpaces = width - line.add(text, cutTo: width, style) + ReadingRows.gap
    }
  }

  private static func mark(_ role: ReadingRole) -> String {
    switch role {
    case .required: "req"
    case .optional: "opt"
    case .background: "bg"
    case .unspecified: ""
    }
  }

  private static func year(_ reading: Reading) -> String {
    reading.yearOfPublication.map { String($0) } ?? ""
  }

  /// `tags: Kernels, Long Context`, of the reading alone; nil when it has none.
  static func tags(_ reading: Reading) -> String? {
    reading.tags.isEmpty ? nil : "tags: " + reading.tags.map(\.spelling).joined(separator: ", ")
  }

  /// `Dao`, `Gu, Dao` or `Dao et al.`.
  static func authors(_ reading: Reading) -> String { PaperFacts.shortened(reading.authors) }

  private static func identifier(_ reading: Reading) -> String {
    reading.identifiers.first?.value ?? ""
  }

  /// The strongest identifier, or the host of the first link.
  private static func link(_ reading: Reading) -> String {
    reading.identifiers.first?.value ?? reading.urls.first.map { host(of: $0) } ?? ""
  }

  private static func host(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }
}
