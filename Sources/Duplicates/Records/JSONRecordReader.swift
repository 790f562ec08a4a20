internal import ReadingsCatalog

/// Reads records from JSON: one object after the other (JSON Lines), or an array of them, such as CSL-JSON.
///
/// Known members: `id` or `key`; `title`; `authors`, a list or one text; `year`, `submitted`, `venue`, `abstract`;
/// `url`, `urls`, `arxiv`, `doi`, `openreview`; `file` with `line`. Any other member is passed over.
package struct JSONRecordReader {
  private var scanner: JSONScanner
  private var recordCount = 0

  /// Reads from the start of `bytes`.
  package init(_ bytes: [UInt8]) {
    scanner = JSONScanner(bytes)
  }

  /// The record that starts at an offset at which one was found before.
  mutating func record(at offset: Int, number: Int) -> PaperRecord? {
    scanner.offset = offset
    recordCount = number + 1
    return try? readObject()
  }

  /// The next object of records by name: each member is a record or a list of them; others are passed over.
  ///
  /// - Parameter edges: the name of a member that holds decisions in place of records.
  mutating func nextBundle(edges name: String) throws(RecordFailure) -> (
    records: [PaperRecord], edges: [StageEdge]
  )? {
    scanner.skipBetweenObjects()
    guard !scanner.isAtEnd else { return nil }
    var bundle: (records: [PaperRecord], edges: [StageEdge]) = ([], [])
    try scanner.expect(UInt8(ascii: "{"))
    while !scanner.skip(UInt8(ascii: "}")) {
      let member = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"))
      if member == name {
        bundle.edges = try readEdges()
      } else if scanner.skip(UInt8(ascii: "[")) {
        while !scanner.skip(UInt8(ascii: "]")) {
          bundle.records.append(try readObject())
          _ = scanner.skip(UInt8(ascii: ","))
        }
      } else {
        bundle.records.append(try readObject())
      }
      _ = scanner.skip(UInt8(ascii: ","))
    }
    return bundle
  }

  private mutating func readEdges() throws(RecordFailure) -> [StageEdge] {
    var edges: [StageEdge] = []
    try scanner.expect(UInt8(ascii: "["))
    while !scanner.skip(UInt8(ascii: "]")) {
      var edge = StageEdge()
      try scanner.expect(UInt8(ascii: "{"))
      while !scanner.skip(UInt8(ascii: "}")) {
        let member = try scanner.string()
        try scanner.expect(UInt8(ascii: ":"))
        switch member {
        case "first": edge.first = try scanner.text() ?? ""
        case "second": edge.second = try scanner.text() ?? ""
        case "kind": edge.kind = try scanner.text().flatMap { PairEdge.Kind(rawValue: $0) }
        case "grade": edge.grade = try scanner.text().flatMap { DuplicateGrade(rawValue: $0) }
        case "strength": edge.strength = try scanner.text().flatMap { UInt16($0) } ?? 0
        default: try scanner.skipValue()
        }
        _ = scanner.skip(UInt8(ascii: ","))
      }
      edges.append(edge)
      _ = scanner.skip(UInt8(ascii: ","))
    }
    return edges
  }

  /// The next record with the byte offset at which it starts; nil at the end.
  package mutating func next() throws(RecordFailure) -> (record: PaperRecord, offset: Int)? {
    scanner.skipBetweenObjects()
    guard !scanner.isAtEnd else { return nil }
    let offset = scanner.offset
    recordCount += 1
    return (try readObject(), offset)
  }

  private mutating func readObject() throws(RecordFailure) -> PaperRecord {
    var fields = RecordFields()
    try scanner.expect(UInt8(ascii: "{"))
    while !scanner.skip(UInt8(ascii: "}")) {
      try readMember(Member.named(try scanner.memberName()), &fields)
      if !scanner.skip(UInt8(ascii: ",")) {
        try scanner.expect(UInt8(ascii: "}"))
        break
      }
    }
    return fields.record(number: recordCount)
  }

  /// The members of an object that say something of a record.
  private enum Member {
    case id, key, file, line, title, authors, year, submitted, date, issued, venue, abstract
    case url, urls, arxiv, doi, openReview

    /// Those that most records have come first.
    private static let names: [(name: UInt128, member: Member)] = [
      ("id", id), ("title", title), ("authors", authors), ("year", year), ("venue", venue),
      ("url", url), ("abstract", abstract), ("urls", urls), ("arxiv", arxiv), ("doi", doi),
      ("key", key), ("submitted", submitted), ("author", authors), ("issued", issued),
      ("container-title", venue), ("URL", url), ("DOI", doi), ("link", url), ("links", urls),
      ("date", date), ("openreview", openReview), ("file", file), ("line", line),
    ].map { (JSONScanner.packed($0.0.utf8), $0.1) }

    /// Nil for a name that says nothing of a record.
    static func named(_ name: UInt128) -> Member? { names.first { $0.name == name }?.member }
  }

  private mutating func readMember(_ member: Member?, _ fields: inout RecordFields) throws(RecordFailure) {
    switch member {
    case .id: fields.id = try scanner.text()
    case .key: fields.key = try scanner.text()
    case .title: fields.title = try readFirst()
    case .authors: fields.authors = try readAuthors()
    case .year: fields.year = try scanner.text().flatMap { Int($0.prefix(4)) }
    case .submitted:
      let text = try scanner.text()
      fields.submitted = text.flatMap { Int($0.prefix(4)) }
      fields.submittedDate = text.flatMap { CalendarDate(prefixOf: $0) }
    case .date: fields.submitted = try scanner.text().flatMap { Int($0.prefix(4)) }
    case .issued: fields.year = try readIssuedYear() ?? fields.year
    case .venue: fields.venue = try readFirst()
    case .abstract:
      fields.abstract = try scanner.text().map { $0.contains("</") ? XMLScanner.withoutTags($0) : $0 }
    case .url: if let url = try scanner.text() { fields.urls.insert(url, at: 0) }
    case .urls: fields.urls += try scanner.texts()
    case .arxiv: fields.arxiv = try scanner.text()
    case .doi: fields.doi = try scanner.text()
    case .openReview: fields.openReview = try scanner.text()
    case .file: fields.file = try scanner.text()
    case .line: fields.line = try scanner.text()
    case nil: try scanner.skipValue()
    }
  }

  /// A text, or the first one of a list.
  private mutating func readFirst() throws(RecordFailure) -> String? {
    try scanner.isAtArray ? scanner.texts().first : scanner.text()
  }

  /// A list of names, or one text of them; of CSL, objects with `family` and `given` or `literal`.
  private mutating func readAuthors() throws(RecordFailure) -> [String] {
    guard scanner.skip(UInt8(ascii: "[")) else {
      return try scanner.text().map { AuthorReader.names(inList: $0) } ?? []
    }
    var names: [String] = []
    while !scanner.skip(UInt8(ascii: "]")) {
      let name = try scanner.skip(UInt8(ascii: "{")) ? readName() : scanner.text()
      if let name { names.append(name) }
      if !scanner.skip(UInt8(ascii: ",")) {
        try scanner.expect(UInt8(ascii: "]"))
        break
      }
    }
    return names
  }

  /// The name of an author of CSL, behind its opening brace.
  private mutating func readName() throws(RecordFailure) -> String? {
    var parts: [String: String] = [:]
    while !scanner.skip(UInt8(ascii: "}")) {
      let member = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"))
      if ["family", "given", "literal", "name"].contains(member) {
        parts[member] = try scanner.text()
      } else {
        try scanner.skipValue()
      }
      _ = scanner.skip(UInt8(ascii: ","))
    }
    let name = [parts["given"], parts["family"]].compactMap { $0 }.joined(separator: " ")
    return name.isEmpty ? parts["literal"] ?? parts["name"] : name
  }

  /// The year of `{"date-parts": [[2022, 5, 27]]}`, or of a text.
  private mutating func readIssuedYear() throws(RecordFailure) -> Int? {
    guard scanner.skip(UInt8(ascii: "{")) else { return try scanner.text().flatMap { Int($0.prefix(4)) } }
    var year: Int?
    while !scanner.skip(UInt8(ascii: "}")) {
      let member = try scanner.string()
      try scanner.expect(UInt8(ascii: ":"))
      if member == "date-parts", scanner.skip(UInt8(ascii: "[")) {
        year = try scanner.texts().first.flatMap { Int($0) }
        while scanner.skip(UInt8(ascii: ",")) { try scanner.skipValue() }
        try scanner.expect(UInt8(ascii: "]"))
      } else if member == "raw" || member == "literal" {
        year = try scanner.text().flatMap { Int($0.prefix(4)) } ?? year
      } else {
        try scanner.skipValue()
      }
      _ = scanner.skip(UInt8(ascii: ","))
    }
    return year
  }
}

/// The fields of a record as a file gives them.
struct RecordFields {
  var id: String?
  var key: String?
  var file: String?
  var line: String?
  var title: String?
  var authors: [String] = []
  var urls: [String] = []
  var arxiv: String?
  var doi: String?
  var openReview: String?
  var abstract: String?
  var year: Int?
  var submitted: Int?
  var submittedDate: CalendarDate?
  var venue: String?

  /// - Parameter number: the 1-based place among the records, which names the record where nothing else does.
  func record(number: Int) -> PaperRecord {
    let place = file.flatMap { file in line.map { "\(file):\($0)" } }
    var record = PaperRecord(id: id ?? place ?? key ?? "record \(number)", title: title ?? urls.first ?? "")
    record.authors = authors
    record.abstract = abstract
    record.urls = urls
    record.submitted = submittedDate
    record.year = submittedDate?.year ?? submitted ?? year
    record.venue = venue
    for url in urls {
      if let identifier = IdentifierScanner.identifier(inURL: url) { add(identifier, to: &record) }
    }
    if let arxiv { addIdentifiers(inText: "arxiv:" + arxiv, to: &record) }
    if let doi { addIdentifiers(inText: "doi:" + doi, to: &record) }
    if let openReview { add(Identifier(.openReview, openReview), to: &record) }
    if record.identifiers.isEmpty { record.link = urls.first }
    return record
  }

  private func addIdentifiers(inText text: String, to record: inout PaperRecord) {
    for identifier in IdentifierScanner.identifiers(inText: text) { add(identifier, to: &record) }
  }

  private func add(_ identifier: Identifier, to record: inout PaperRecord) {
    if !record.identifiers.contains(identifier) { record.identifiers.append(identifier) }
  }
}
