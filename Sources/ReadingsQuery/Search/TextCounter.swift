/// Finds the terms of a search in texts, and counts them.
struct TextCounter {
  /// A place where a term stands.
  struct Match {
    let term: Int
    let range: Range<Int>
    /// Up to 1; with mistakes, what it is worth where mistakes are forgiven.
    let worth: Double
    let isMisspelt: Bool
  }

  /// What a misspelt word is worth by its number of mistakes.
  private static let worthOfMistakes = [1, 0.5, 0.25]
  /// As many bytes before a word are looked at to see whether it is part of an address.
  private static let addressReach = 256

  private let terms: [SearchTerm]
  /// The terms that are found with mistakes, too.
  private let forgives: [Bool]
  /// The terms whose first word begins with a byte.
  private let termsByStart: [[Int]]
  private var scanner: WordScanner
  private var ahead = WordScanner()
  private var distance = WordDistance()

  /// - Parameter forgives: for each term, whether it is sought with mistakes, which takes longer.
  init(_ terms: [SearchTerm], forgives: [Bool]) {
    self.terms = terms
    self.forgives = forgives
    var termsByStart = Array(repeating: [Int](), count: 256)
    for (index, term) in terms.enumerated() { termsByStart[Int(term.words[0][0])].append(index) }
    self.termsByStart = termsByStart
    var starts: [UInt8] = []
    var pairs: [(first: UInt8, second: UInt8)] = []
    for (term, isForgiven) in zip(terms, forgives) {
      let word = term.words[0]
      if isForgiven || word.count == 1 { starts.append(word[0]) } else { pairs.append((word[0], word[1])) }
    }
    scanner = WordScanner(WordScanner.Starts(starts, pairs: pairs))
  }

  /// Visits every match in a part of a text, in order, with its first word as it is folded.
  ///
  /// - Parameter isPost: whether it is the text of a post as it is written, with addresses to be passed over.
  mutating func find(in bytes: [UInt8], _ range: Range<Int>, isPost: Bool, visit: (Match, [UInt8]) -> Void) {
    scanner.open(bytes, range)
    defer {
      scanner.close()
      ahead.close()
    }
    while scanner.next() {
      for term in termsByStart[Int(scanner.word[0])] {
        guard let match = match(term, bytes, range.upperBound) else { continue }
        if isPost, TextCounter.isInAddress(match.range, bytes, in: range) { break }
        visit(match, scanner.word)
      }
    }
  }

  private mutating func match(_ index: Int, _ bytes: [UInt8], _ end: Int) -> Match? {
    let term = terms[index]
    var worth = term.worth(of: scanner.word, at: 0)
    var matchEnd = scanner.offset
    if term.isCompound(scanner.word) {
      return Match(term: index, range: scanner.startOffset..<matchEnd, worth: 1, isMisspelt: false)
    }
    if worth == 0 {
      guard forgives[index], let edits = term.edits(to: scanner.word, &distance), edits > 0 else {
        return nil
      }
      return Match(
        term: index, range: scanner.startOffset..<matchEnd, worth: TextCounter.worthOfMistakes[edits],
        isMisspelt: true)
    }
    if term.words.count > 1 {
      ahead.open(bytes, matchEnd..<end)
      for place in term.words.indices.dropFirst() {
        guard ahead.next() else { return nil }
        worth *= term.worth(of: ahead.word, at: place)
        if worth == 0 { return nil }
        matchEnd = ahead.offset
      }
    }
    return Match(term: index, range: scanner.startOffset..<matchEnd, worth: worth, isMisspelt: false)
  }

  /// Whether a word belongs to an address, a link's target or an attribute rather than to what is read.
  private static func isInAddress(_ word: Range<Int>, _ bytes: [UInt8], in range: Range<Int>) -> Bool {
    let isScheme =
      word.upperBound + 2 < range.upperBound && bytes[word.upperBound] == UInt8(ascii: ":")
      && bytes[word.upperBound + 1] == UInt8(ascii: "/") && bytes[word.upperBound + 2] == UInt8(ascii: "/")
    if isScheme { return true }
    var index = word.lowerBound - 1
    let first = max(range.lowerBound, word.lowerBound - addressReach)
    while index > first, !(bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09) {
      let before = bytes[index - 1]
      switch bytes[index] {
      case UInt8(ascii: "/")
      where before == UInt8(ascii: "/") && index > 1 && bytes[index - 2] == UInt8(ascii: ":"):
        return true
      case UInt8(ascii: "(") where before == UInt8(ascii: "]"): return true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if before == UInt8(ascii: "=") { return true }
      default: break
      }
      index -= 1
    }
    return false
  }
}
