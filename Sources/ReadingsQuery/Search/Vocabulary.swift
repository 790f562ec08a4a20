internal import ReadingsCatalog

/// The words that a catalog's titles, authors and abstracts are made of.
struct Vocabulary {
  private let sessions: [Session]

  init(_ catalog: Catalog) {
    sessions = catalog.sessions
  }

  /// The word with the fewest mistakes in `word`, at most a third of its letters and no more than three; the most
  /// frequent one of several, then the first by its bytes. Linear in the length of all the texts.
  func closest(to word: [UInt8]) -> String? {
    let letterCount = word.count { $0 & 0xC0 != 0x80 }
    let limit = min(3, letterCount / 3)
    guard limit > 0 else { return nil }
    var counts: [[UInt8]: Int] = [:]
    var scanner = WordScanner()
    func read(_ text: String) {
      let bytes = Array(text.utf8)
      scanner.open(bytes, bytes.indices)
      while scanner.next() {
        if abs(scanner.word.count - word.count) <= 3 * limit { counts[scanner.word, default: 0] += 1 }
      }
    }
    for session in sessions {
      read(session.title)
      for reading in session.readings {
        read(reading.title)
        for author in reading.authors { read(author) }
        if let abstract = reading.abstract { read(abstract) }
      }
    }
    var distance = WordDistance()
    var best: (word: [UInt8], edits: Int, count: Int)?
    for (candidate, count) in counts {
      guard let edits = distance.between(word, candidate, limit: best?.edits ?? limit), edits > 0 else {
        continue
      }
      if let best {
        if (edits, best.count) > (best.edits, count) { continue }
        if (edits, count) == (best.edits, best.count), best.word.lexicographicallyPrecedes(candidate) {
          continue
        }
      }
      best = (candidate, edits, count)
    }
    return best.map { String(decoding: $0.word, as: UTF8.self) }
  }
}
