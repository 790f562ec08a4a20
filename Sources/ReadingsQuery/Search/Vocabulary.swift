internal import ReadingsCatalog

/// The words that a catalog's titles and names are made of.
struct Vocabulary {
  private let sessions: [Session]

  init(_ catalog: Catalog) {
    sessions = catalog.sessions
  }

  /// For each sought word the one with the fewest mistakes in it, at most a third of its letters and no more than three;
  /// the most frequent one of several, then the first by its bytes. Nil when there is none, or the word itself is there.
  ///
  /// Reads every title and name once.
  func closest(to words: [[UInt8]]) -> [String?] {
    let pieces = InParallel.map(sessions, pieceSize: Vocabulary.pieceSize) { sessions in
      Vocabulary.candidates(for: words, in: sessions)
    }
    var candidates = words.map { Candidates($0) }
    for piece in pieces {
      for index in candidates.indices { candidates[index].add(piece[index]) }
    }
    return candidates.map { $0.best() }
  }

  /// As many sessions are read by one thread at a time.
  private static let pieceSize = 128

  private static func candidates(for words: [[UInt8]], in sessions: ArraySlice<Session>) -> [Candidates] {
    var candidates = words.map { Candidates($0) }
    var scanner = WordScanner()
    func read(_ text: String) {
      let bytes = Array(text.utf8)
      scanner.open(bytes, bytes.indices)
      while scanner.next() {
        for index in candidates.indices { candidates[index].add(scanner.word) }
      }
    }
    for session in sessions {
      read(session.title)
      for reading in session.readings {
        read(reading.title)
        for author in reading.authors { read(author) }
      }
    }
    return candidates
  }

  /// The words that come into question for one.
  private struct Candidates {
    private let word: [UInt8]
    private let letters: LetterSet
    private let limit: Int
    private var counts: [[UInt8]: Int] = [:]

    init(_ word: [UInt8]) {
      self.word = word
      letters = LetterSet(word)
      limit = min(3, word.count { $0 & 0xC0 != 0x80 } / 3)
    }

    mutating func add(_ other: [UInt8]) {
      guard limit > 0, abs(other.count - word.count) <= 3 * limit,
        letters.differenceCount(LetterSet(other)) <= 2 * limit
      else { return }
      counts[other, default: 0] += 1
    }

    /// Adds what was found elsewhere for the same word.
    mutating func add(_ other: Candidates) {
      counts.merge(other.counts) { $0 + $1 }
    }

    func best() -> String? {
      if counts[word] != nil { return nil }
      var distance = WordDistance()
      var best: (word: [UInt8], edits: Int, count: Int)?
      for (candidate, count) in counts {
        guard let edits = distance.between(word, candidate, limit: best?.edits ?? limit) else { continue }
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
}
