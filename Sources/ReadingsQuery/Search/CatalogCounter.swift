internal import ReadingsCatalog

/// A reading or session that has some of the terms of a search.
struct SearchDocument: Sendable {
  /// Bytes in each field.
  typealias Lengths = SIMD4<Double>

  enum Kind: Int, CaseIterable {
    case reading, session
  }

  /// An index into the catalog's sessions.
  let session: Int
  /// An index into the session's readings; nil for the session itself.
  let reading: Int?
  let lengths: Lengths
  let tally: SearchTally

  var kind: Kind { reading == nil ? .session : .reading }
}

/// What was counted in a catalog.
struct SearchCount: Sendable {
  /// Those that have a term, in the catalog's order.
  var documents: [SearchDocument] = []
  /// All that were looked at.
  var documentCount = 0
  /// By kind: bytes of each field, and how many documents have it.
  var totals = Array(repeating: SearchDocument.Lengths(), count: SearchDocument.Kind.allCases.count)
  var fieldCounts = Array(repeating: SearchDocument.Lengths(), count: SearchDocument.Kind.allCases.count)
  /// For each term, how often words stand in its place with mistakes.
  var misspellings: [[[UInt8]: Int]]

  init(termCount: Int) {
    misspellings = Array(repeating: [:], count: termCount)
  }

  mutating func add(_ other: SearchCount) {
    documents += other.documents
    documentCount += other.documentCount
    for kind in totals.indices {
      totals[kind] += other.totals[kind]
      fieldCounts[kind] += other.fieldCounts[kind]
    }
    for term in misspellings.indices {
      misspellings[term].merge(other.misspellings[term]) { $0 + $1 }
    }
  }

  mutating func add(_ lengths: SearchDocument.Lengths, _ kind: SearchDocument.Kind) {
    documentCount += 1
    totals[kind.rawValue] += lengths
    fieldCounts[kind.rawValue] += SearchDocument.Lengths().replacing(with: 1, where: lengths .> 0)
  }

  /// The word that stands most often in the place of a term, the first by its bytes among equals.
  func commonestSpelling(of term: Int) -> String? {
    misspellings[term].min { left, right in
      left.value == right.value ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }.map { String(decoding: $0.key, as: UTF8.self) }
  }
}

/// Counts the terms of a search in every session of a catalog, on all processors.
struct CatalogCounter: Sendable {
  private let search: Search
  private let forgives: [Bool]
  private let sessions: [Session]
  private let bytes: @Sendable (String) -> [UInt8]?
  /// Sessions are counted in batches of about as many.
  private static let batchSize = 64

  /// - Parameter forgives: for each term, whether it is sought with mistakes.
  init(
    _ search: Search, forgives: [Bool], _ sessions: [Session],
    _ bytes: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.search = search
    self.forgives = forgives
    self.sessions = sessions
    self.bytes = bytes
  }

  func count() -> SearchCount {
    InParallel.map(batches(), pieceSize: 1) { batches in
      var counter = BatchCounter(search, forgives, bytes)
      for session in batches.joined() { counter.count(sessions[session], index: session) }
      return counter.result
    }.reduce(into: SearchCount(termCount: search.terms.count)) { $0.add($1) }
  }

  /// Sessions of one file stay together, so that the file is read once.
  private func batches() -> [Range<Int>] {
    var batches: [Range<Int>] = []
    var start = 0
    while start < sessions.count {
      var end = min(sessions.count, start + CatalogCounter.batchSize)
      while end < sessions.count, sessions[end].file == sessions[end - 1].file { end += 1 }
      batches.append(start..<end)
      start = end
    }
    return batches
  }
}

/// Counts the terms of a search in some sessions, one after the other.
private struct BatchCounter {
  var result: SearchCount
  private let search: Search
  private let bytes: (String) -> [UInt8]?
  private var counter: TextCounter
  private var post: (file: String, bytes: [UInt8])?
  private var buffer: [UInt8] = []
  /// What is being counted: the readings of a session, then the session itself.
  private var lengths: [SearchDocument.Lengths] = []
  private var tallies: [SearchTally?] = []

  init(_ search: Search, _ forgives: [Bool], _ bytes: @escaping (String) -> [UInt8]?) {
    self.search = search
    self.bytes = bytes
    counter = TextCounter(search.terms, forgives: forgives)
    result = SearchCount(termCount: search.terms.count)
  }

  mutating func count(_ session: Session, index: Int) {
    var passes = Array(repeating: true, count: session.readings.count + 1)
    if search.narrowing != .everything {
      for place in session.readings.indices {
        passes[place] = search.filter.matches(session, session.readings[place])
      }
      passes[session.readings.count] = search.filter.matches(session, nil)
    }
    guard passes.contains(true) else { return }
    lengths = Array(repeating: .zero, count: passes.count)
    tallies = Array(repeating: nil, count: passes.count)
    for (place, reading) in session.readings.enumerated() where passes[place] {
      countTexts(of: reading, place)
    }
    let own = session.readings.count
    if passes[own], search.fields.contains(.title), session.hasTitleOfItsOwn {
      countText(session.title, .title, own)
    }
    if search.fields.contains(.notes), session.body != nil { countNotes(of: session, passes) }
    for place in passes.indices where passes[place] && lengths[place] != .zero {
      result.add(lengths[place], place == own ? .session : .reading)
      guard let tally = tallies[place] else { continue }
      result.documents.append(
        SearchDocument(
          session: index, reading: place == own ? nil : place, lengths: lengths[place], tally: tally))
    }
  }

  private mutating func countTexts(of reading: Reading, _ place: Int) {
    if search.fields.contains(.title) {
      countText(reading.title, .title, place)
      for title in reading.alternativeTitles { countText(title, .title, place) }
    }
    if search.fields.contains(.authors) {
      for author in reading.authors { countText(author, .authors, place) }
    }
    if search.fields.contains(.abstract), let abstract = reading.abstract {
      countText(abstract, .abstract, place)
    }
  }

  private mutating func countNotes(of session: Session, _ passes: [Bool]) {
    if post?.file != session.file { post = bytes(session.file).map { (session.file, $0) } }
    guard let bytes = post?.bytes else { return }
    for part in SessionText.parts(of: session, byteCount: bytes.count) {
      let place = part.reading ?? session.readings.count
      if passes[place] { count(bytes, part.range, .notes, place) }
    }
  }

  private mutating func countText(_ text: String, _ field: Search.Field, _ place: Int) {
    buffer.removeAll(keepingCapacity: true)
    buffer.append(contentsOf: text.utf8)
    count(buffer, buffer.indices, field, place)
  }

  private mutating func count(_ bytes: [UInt8], _ range: Range<Int>, _ field: Search.Field, _ place: Int) {
    lengths[place][field.rawValue] += Double(range.count)
    let termCount = search.terms.count
    counter.find(in: bytes, range, isPost: field == .notes) { match, word in
      if tallies[place] == nil { tallies[place] = SearchTally(termCount: termCount) }
      tallies[place]?.add(match, in: field)
      if match.isMisspelt { result.misspellings[match.term][word, default: 0] += 1 }
    }
  }
}

extension Session {
  /// Whether the title is not that of a reading: a post about one paper is called like it.
  fileprivate var hasTitleOfItsOwn: Bool { !readings.contains { $0.title == title } }
}
