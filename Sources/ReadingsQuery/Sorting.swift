internal import ReadingsCatalog
internal import SourceText

/// The order in which sessions and readings are listed: by one field, then by the next.
///
/// Stable; whatever lacks the field comes last in either direction.
package struct Sorting: Sendable, Hashable {
  /// What can be sorted by; the raw value is the name on the command line.
  package enum Field: String, Sendable, Hashable, CaseIterable {
    case title, date, year, author, session, file, term, label, section, role, kind, submitted,
      venue, citations, key

    /// Whether the field is one of the session rather than of its readings.
    package var belongsToSession: Bool {
      switch self {
      case .date, .session, .file, .term, .label: true
      default: false
      }
    }

    /// Whether sessions listed without their readings can be sorted by it.
    package var sortsSessions: Bool { belongsToSession || self == .title || self == .year || self == .key }
  }

  /// A field with a direction.
  package struct Key: Sendable, Hashable {
    /// What is compared.
    package let field: Field
    /// Whether the largest value comes first.
    package let isDescending: Bool

    /// A key that is ascending unless told otherwise.
    package init(_ field: Field, isDescending: Bool = false) {
      self.field = field
      self.isDescending = isDescending
    }
  }

  /// A name in a list of sort keys that is no field.
  package struct UnknownField: Error, Hashable {
    /// The name as it is written.
    package let name: String
  }

  /// The first key decides; each next one decides among equals.
  package let keys: [Key]

  /// An order by these keys; none leave the order as it is.
  package init(_ keys: [Key]) {
    self.keys = keys
  }

  /// Reads field names separated by commas, each descending when a `-` follows it: `date-,title`.
  package init(parsing text: String) throws(UnknownField) {
    var keys: [Key] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let isDescending = part.hasSuffix("-")
      let name = isDescending ? String(part.dropLast()) : String(part)
      guard let field = Field(rawValue: name) else { throw UnknownField(name: name) }
      keys.append(Key(field, isDescending: isDescending))
    }
    self.keys = keys
  }

  /// `elements` in this order; `place` gives the session and, where there is one, the reading of an element.
  func sorted<Element>(_ elements: [Element], place: (Element) -> (Session, Reading?)) -> [Element] {
    guard !keys.isEmpty else { return elements }
    let values = elements.map { element -> [SortValue?] in
      let (session, reading) = place(element)
      return keys.map { SortValue(of: $0.field, session, reading) }
    }
    let order = elements.indices.sorted { left, right in
      for (index, key) in keys.enumerated() {
        switch (values[left][index], values[right][index]) {
        case (let first?, let second?) where first != second:
          return key.isDescending ? second < first : first < second
        case (nil, .some): return false
        case (.some, nil): return true
        default: continue
        }
      }
      return left < right
    }
    return order.map { elements[$0] }
  }
}

/// The value of one field as it is compared.
private enum SortValue: Comparable {
  case number(Int)
  case text(String)

  init?(of field: Sorting.Field, _ session: Session, _ reading: Reading?) {
    func text(_ value: String?) -> SortValue? { value.map { .text(FoldedText.fold($0)) } }
    func number(_ value: Int?) -> SortValue? { value.map { .number($0) } }
    let value: SortValue?
    switch field {
    case .title: value = text(reading?.title ?? session.title)
    case .date: value = text(session.date?.description)
    case .year: value = number(reading.map { $0.yearOfPublication } ?? session.date?.year)
    case .author: value = text(reading?.authors.first.map { AuthorName.sortForm(of: $0) })
    case .session: value = text(session.key)
    case .file: value = text(session.file)
    case .term: value = text(session.term)
    case .label: value = text(session.label)
    case .section: value = text(reading?.section)
    case .role: value = number(reading.flatMap { ReadingRole.allCases.firstIndex(of: $0.role) })
    case .kind: value = number(reading.flatMap { ReadingKind.allCases.firstIndex(of: $0.kind) })
    case .submitted: value = text(reading?.submitted?.description)
    case .venue: value = text(reading?.venue)
    case .citations: value = number(reading?.citations)
    case .key: value = text(reading?.key ?? session.key)
    }
    guard let value else { return nil }
    self = value
  }
}

/// The parts of an author's name as it is written.
package enum AuthorName {
  /// What is before a comma (`Dao, Tri`), or else the last word (`Tri Dao`).
  package static func familyName(of name: String) -> String {
    var name = name
    if let family = name.withUTF8({ familyName(ofSimple: $0) }) { return family }
    let scalars = name.unicodeScalars
    if let comma = scalars.firstIndex(of: ",") { return String(scalars[..<comma]) }
    guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return name }
    let start = scalars[..<last].lastIndex(where: isSpace).map { scalars.index(after: $0) }
    return String(scalars[(start ?? scalars.startIndex)...last])
  }

  /// The same of a name without white space beyond ASCII, as nearly all names, a byte at a time; nil of others.
  private static func familyName(ofSimple name: UnsafeBufferPointer<UInt8>) -> String? {
    // White space beyond ASCII begins with C2, E1, E2 or E3.
    if name.contains(where: { $0 == 0xC2 || (0xE1...0xE3).contains($0) }) { return nil }
    var end = name.firstIndex(of: UInt8(ascii: ",")) ?? name.count
    var start = 0
    if end == name.count {
      while end > 0, name[end - 1].isWhitespace { end -= 1 }
      if end == 0 { return nil }
      start = end
      while start > 0, !name[start - 1].isWhitespace { start -= 1 }
    }
    return String(decoding: name[start..<end], as: UTF8.self)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  static func sortForm(of name: String) -> String {
    familyName(of: name) + " " + name
  }
}
