internal import ReadingsCatalog
internal import SourceText

/// How the entries of a post are written, taken from one of them.
struct EntryPattern {
  enum Shape {
    /// A heading with a bullet for each fact.
    case heading
    /// A list item, with its facts on its line or as bullets below it.
    case item
    /// A row of a table.
    case row
  }

  enum Field: CaseIterable {
    case authors, submitted, year, venue, link, abstract
  }

  /// The line of a fact.
  struct FieldLine {
    let field: Field
    /// What stands before the value: `Paper: `.
    var label = ""
    /// The words of a link that is written with words: `[pdf](...)`.
    var linkWords: String?
  }

  let shape: Shape
  /// Of the heading.
  var level = 3
  var hasBlankLineBelowHeading = false
  /// The sign of a bullet; of an item with what stands before it.
  var mark = "-"
  var indent = ""
  /// Of a numbered item: the number of the next one, and the sign behind it.
  var number: (value: Int, sign: String)?
  /// Whether the title is the words of the link.
  var linksTitle = false
  /// Whether an item has its facts below it.
  var isNested = false
  /// Whether an empty line parts the entry from the one before.
  var isLoose = false
  /// The facts in the order in which they are written; each field at most once.
  private(set) var lines: [FieldLine] = []

  init(_ shape: Shape, lines: [FieldLine] = []) {
    self.shape = shape
    self.lines = lines
  }

  /// How an entry is written that stands in a file; nil for a shape that nothing can be written in.
  init?(of reading: Reading, in source: SourceLines) {
    let bytes = source.bytes
    let start = source.start(reading.span.lowerBound)
    let first = EntryLine(source, at: start)
    guard first.text < first.end else { return nil }
    if bytes[first.text] == UInt8(ascii: "#") {
      shape = .heading
      level = bytes[first.text..<first.end].prefix { $0 == UInt8(ascii: "#") }.count
      linksTitle = first.text + level + 1 < first.end && bytes[first.text + level + 1] == UInt8(ascii: "[")
    } else if first.mark != nil {
      shape = .item
      indent = source.string(start, first.mark ?? start)
      number = first.number.map { (value: $0.value + 1, sign: $0.sign) }
      linksTitle = bytes[first.text] == UInt8(ascii: "[")
      isLoose = EntryPattern.isBelowEmptyLine(start, in: source)
    } else if bytes[first.start..<first.end].contains(UInt8(ascii: "|")) {
      shape = .row
      return
    } else {
      return nil
    }
    readLines(of: reading, below: first, in: source)
    if shape == .item, number == nil { mark = source.string(first.mark ?? start, (first.mark ?? start) + 1) }
  }

  /// Whether an empty line parts an item from the one before.
  private static func isBelowEmptyLine(_ item: Int, in source: SourceLines) -> Bool {
    var sawEmptyLine = false
    var start = item
    while let before = source.lineStart(before: start) {
      start = before
      let line = EntryLine(source, at: start)
      guard line.isBlank else { return sawEmptyLine && (line.mark != nil || line.text > line.start) }
      sawEmptyLine = true
    }
    return false
  }

  private mutating func readLines(of reading: Reading, below first: EntryLine, in source: SourceLines) {
    var start = source.next(first.start)
    var isFirstBullet = true
    while start < reading.span.upperBound {
      let line = EntryLine(source, at: start)
      defer { start = source.next(start) == start ? reading.span.upperBound : source.next(start) }
      guard let markOffset = line.mark, line.number == nil else {
        if line.isBlank, isFirstBullet { hasBlankLineBelowHeading = true }
        continue
      }
      if isFirstBullet { mark = source.string(markOffset, markOffset + 1) }
      isFirstBullet = false
      isNested = true
      let evidence = reading.evidence.first {
        $0.span.lowerBound >= line.start && $0.span.lowerBound <= line.end
          && EntryPattern.field($0.field) != nil
      }
      guard let field = evidence.flatMap({ EntryPattern.field($0.field) }),
        !lines.contains(where: { $0.field == field })
      else { continue }
      lines.append(EntryPattern.fieldLine(field, source.string(line.text, line.end)))
    }
    if isFirstBullet { hasBlankLineBelowHeading = false }
  }

  private static func field(_ name: String) -> Field? {
    switch name {
    case "authors": .authors
    case "submitted": .submitted
    case "year": .year
    case "venue": .venue
    case "urls", "arxiv", "doi", "openreview": .link
    case "abstract": .abstract
    default: nil
    }
  }

  /// `Paper: [pdf](https://...)`: the label ends with the colon and what stands around it, at most three words before.
  private static func fieldLine(_ field: Field, _ text: String) -> FieldLine {
    var line = FieldLine(field: field)
    var rest = text[...]
    if let colon = text.firstIndex(of: ":"), field != .submitted {
      let name = text[..<colon].filter { $0 != "*" && $0 != "_" }
      let end = text[text.index(after: colon)...].firstIndex { $0 != "*" && $0 != "_" } ?? text.endIndex
      let isLabel = name.allSatisfy { $0.isLetter || $0 == " " } && name.split(separator: " ").count <= 3
      if isLabel, !name.isEmpty, end == text.endIndex || text[end] == " " {
        line.label = text[..<end] + " "
        rest = text[end...].drop { $0 == " " }
      }
    }
    if field == .link, rest.hasPrefix("["), let close = rest.firstRange(of: "](") {
      // Words such as 'pdf' fit any link, an address or a title that one alone.
      let words = rest[rest.index(after: rest.startIndex)..<close.lowerBound]
      let fitsAnyLink = words.count <= 12 && words.allSatisfy { $0.isLetter || $0 == " " }
      line.linkWords = fitsAnyLink ? String(words) : nil
    }
    return line
  }

  /// The lines of all fields: those that the pattern has, in its order, the others before the abstract.
  var allLines: [FieldLine] {
    let missing = Field.allCases.filter { field in !lines.contains { $0.field == field } }
      .map { FieldLine(field: $0, label: EntryPattern.standardLabel($0)) }
    guard let abstract = lines.lastIndex(where: { $0.field == .abstract }), abstract == lines.count - 1 else {
      return lines + missing
    }
    return lines[..<abstract] + missing + lines[abstract...]
  }

  /// Fields that are not known by their form need a name.
  static func standardLabel(_ field: Field) -> String {
    switch field {
    case .year: "Year: "
    case .venue: "Venue: "
    case .authors, .submitted, .link, .abstract: ""
    }
  }

  /// The same with a name before every fact.
  var labelled: EntryPattern {
    var pattern = self
    pattern.lines = allLines.map { line in
      guard line.label.isEmpty else { return line }
      var line = line
      switch line.field {
      case .authors: line.label = "Authors: "
      case .link: line.label = "Link: "
      case .abstract: line.label = "Abstract: "
      case .submitted, .year, .venue: break
      }
      return line
    }
    return pattern
  }
}

/// A line of an entry, with the mark of the bullet that it begins.
struct EntryLine {
  let start: Int
  let end: Int
  /// The offset of a bullet's sign or number; nil when the line begins none.
  private(set) var mark: Int?
  /// Where its text begins, behind white space and mark.
  private(set) var text: Int
  private(set) var number: (value: Int, sign: String)?

  var isBlank: Bool { text == end }

  init(_ source: SourceLines, at start: Int) {
    let bytes = source.bytes
    self.start = start
    end = source.end(start)
    text = min(source.skippingSpaces(start), end)
    guard text < end else { return }
    var sign = text
    while sign < end, sign - text < 9, bytes[sign].isDigit { sign += 1 }
    let isNumbered = sign > text && sign < end && (bytes[sign] == 0x2E || bytes[sign] == 0x29)
    guard isNumbered || [0x2A, 0x2B, 0x2D].contains(bytes[text]) else { return }
    let gap = (isNumbered ? sign : text) + 1
    guard gap >= end || bytes[gap].isSpaceOrTab || (bytes[text] == 0x2B && bytes[gap] == 0x5B) else { return }
    if isNumbered {
      number = (Int(source.string(text, sign)) ?? 0, source.string(sign, sign + 1))
    }
    mark = text
    text = min(source.skippingSpaces(gap), end)
  }
}

extension SourceLines {
  /// Where the line above the one that starts at `start` begins; nil for the first line.
  func lineStart(before start: Int) -> Int? {
    guard start > 0 else { return nil }
    let isPair = start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0D
    return self.start(start - (isPair ? 2 : 1))
  }

  /// The text between two offsets.
  func string(_ lower: Int, _ upper: Int) -> String {
    String(decoding: bytes[lower..<max(lower, upper)], as: UTF8.self)
  }
}
