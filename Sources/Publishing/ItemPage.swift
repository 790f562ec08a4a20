package import ReadingsCatalog
package import ReadingsQuery

/// A session or a paper in full, as lines of text.
package enum ItemPage {
  /// The width of a page on which nothing is wrapped.
  package static let unlimitedWidth = Int.max / 2

  /// What is known of a session, and its readings by section.
  package static func session(_ session: Session, width: Int) -> [StyledLine] {
    var page = FieldPage(title: session.title, width: width)
    page.add("key", session.key, .key)
    page.add("date", session.date?.description)
    page.add("term", session.term)
    page.add("label", session.label)
    page.add("lecture", session.lecture)
    page.add("version", session.lectureVersion)
    page.add("lead team", session.leadTeam)
    page.add("blog team", session.blogTeam)
    page.add("tags", session.tags.map(\.spelling).joined(separator: ", "))
    page.add("categories", session.categories.map(\.spelling).joined(separator: ", "))
    page.add("file", "\(session.file):\(session.line)")
    let rows = ReadingRows([session.readings], width: width)
    for run in SectionRun.runs(of: session.readings) {
      page.addHeading(run.section ?? "Readings")
      for reading in run.readings { page.lines += rows.lines(for: reading) }
    }
    return page.lines
  }

  /// What its readings say of a paper, each field by the first that says anything, and every session that read it.
  package static func paper(_ readings: [SelectedReading], width: Int) -> [StyledLine] {
    let entries = readings.map(\.reading)
    func first<Value>(_ value: (Reading) -> Value?) -> Value? { entries.lazy.compactMap(value).first }
    func all(_ values: (Reading) -> [String]) -> [String] { distinct(entries.flatMap(values)) }
    let item = KeyedItem.paper(readings)
    let title = item.title
    var page = FieldPage(title: title, width: width)
    page.add("key", item.key, .key)
    page.add("also", all { [$0.title] + $0.alternativeTitles }.filter { $0 != title })
    page.add("authors", first { $0.authors.isEmpty ? nil : $0.authors.joined(separator: ", ") })
    page.add("kind", first(\.kind.rawValue))
    page.add("links", all(\.urls))
    page.add("identifiers", all { $0.identifiers.map(\.description) })
    page.add("submitted", first { $0.submitted?.description })
    page.add("year", first { $0.year.map { String($0) } })
    page.add("venue", first(\.venue))
    page.add("citations", first { $0.citations.map { String($0) } })
    page.add("affiliation", first(\.affiliation))
    page.add("tags", all { $0.tags.map(\.spelling) }.joined(separator: ", "))
    page.add("abstract", first(\.abstract))
    page.addHeading("Read in")
    for selected in readings { page.lines += occurrence(selected, width: width) }
    return page.lines
  }

  private static func occurrence(_ selected: SelectedReading, width: Int) -> [StyledLine] {
    let session = selected.session
    var line = StyledLine("  ")
    line.add(TextLayout.padded(session.date?.description ?? "undated", to: 12), .quiet)
    line.add(session.title, cutTo: max(20, width - line.width), .strong)
    var facts = [selected.reading.role == .unspecified ? nil : selected.reading.role.rawValue]
    facts.append(selected.reading.section)
    facts.append(selected.reading.presenter.map { "presented by \($0)" })
    facts += selected.reading.slides.map { "slides \($0)" }
    facts.append("\(session.file):\(selected.line)")
    let text = VisibleText.make(facts.compactMap { $0 }.joined(separator: " · "))
    let space = String(repeating: " ", count: 14)
    return [line]
      + TextLayout.wrapped(text, to: max(20, width - 14)).map { StyledLine(space + $0, .quiet) }
  }

  private static func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

/// A title and below it labelled values, wrapped in a column of their own.
package struct FieldPage {
  /// The page so far.
  package fileprivate(set) var lines: [StyledLine]
  private let width: Int
  private static let labelWidth = 13
  /// Longer lines are hard to read, however wide the terminal is.
  private static let longestLine = 100

  /// A page that has only its title.
  package init(title: String, width: Int) {
    self.width = width == ItemPage.unlimitedWidth ? width : min(width, FieldPage.longestLine)
    lines = TextLayout.wrapped(VisibleText.make(title), to: width).map { StyledLine($0, .strong) }
  }

  /// Adds a value; nil and the empty text are left out.
  package mutating func add(_ label: String, _ value: String?, _ style: TextStyle = .plain) {
    guard let value, !value.isEmpty else { return }
    add(label, [value], style)
  }

  /// Adds values, each on lines of its own.
  package mutating func add(_ label: String, _ values: [String], _ style: TextStyle = .plain) {
    var label = label
    let space = max(20, width - FieldPage.labelWidth)
    for value in values {
      let text = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for part in TextLayout.wrapped(VisibleText.make(text), to: space) {
        var line = StyledLine()
        line.add(TextLayout.padded(label, to: FieldPage.labelWidth), .quiet)
        line.add(part, style)
        lines.append(line)
        label = ""
      }
    }
  }

  /// Adds an empty line and a heading.
  package mutating func addHeading(_ text: String) {
    lines.append(StyledLine())
    lines += TextLayout.wrapped(VisibleText.make(text), to: width).map { StyledLine($0, .strong) }
  }
}
