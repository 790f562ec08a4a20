/// One thing that a search looks for: a word, or words that stand side by side.
struct SearchTerm: Sendable, Hashable {
  enum Kind: Sendable {
    /// Counts where it stands.
    case word
    /// From quotation marks: what lacks it is no hit.
    case phrase
    /// Two words sought one after the other: counts besides the words, but makes nothing a hit.
    case pair
  }

  let kind: Kind
  /// Folded, in UTF-8; not empty.
  let words: [[UInt8]]
  /// Whether the last word was written with a `*`, so that any word that starts so is as good.
  let isPrefix: Bool
  /// How many typing mistakes the word may be away.
  let editLimit: Int
  /// The word and the one sought after it as one: `flash attention` is written `FlashAttention`, too.
  private let compound: [UInt8]?
  private let letters: LetterSet

  init(_ kind: Kind, _ words: [[UInt8]], isPrefix: Bool = false, following: [UInt8]? = nil) {
    self.kind = kind
    self.words = words
    self.isPrefix = isPrefix
    let shortest = SearchTerm.shortestBeginning
    compound = following.flatMap { min(words[0].count, $0.count) < shortest ? nil : words[0] + $0 }
    let word = words[0]
    let length = word.count { $0 & 0xC0 != 0x80 }
    // `llama2` is not a misspelt `llama3`.
    let hasDigit = word.contains { (0x30...0x39).contains($0) }
    let isTolerant = kind == .word && words.count == 1 && !isPrefix && !hasDigit
    editLimit = isTolerant ? (length >= 9 ? 2 : length >= 5 ? 1 : 0) : 0
    letters = LetterSet(word)
  }

  /// The words as they are sought.
  var text: String { words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ") }

  /// The least letters for a word to be found by its beginning.
  private static let shortestBeginning = 3
  private static let worthOfBeginning = 0.8
  private static let worthOfSingular = 0.6

  /// What `word` is worth in the place of a sought one: 1 when it is that word, less when it only starts with it (the
  /// less, the more follows) or is its singular, else 0.
  func worth(of word: [UInt8], at place: Int) -> Double {
    let sought = words[place]
    guard word.count >= sought.count else {
      let isSingular =
        kind == .word && words.count == 1 && sought.count == word.count + 1 && word.count > 3
        && sought.last == UInt8(ascii: "s") && sought.starts(with: word)
      return isSingular ? SearchTerm.worthOfSingular : 0
    }
    for (index, byte) in sought.enumerated() where word[index] != byte { return 0 }
    if word.count == sought.count { return 1 }
    guard place == words.count - 1 else { return 0 }
    if isPrefix { return 1 }
    switch kind {
    case .phrase: return 0
    case .word where words.count > 1 || sought.count < SearchTerm.shortestBeginning: return 0
    case .word, .pair: return SearchTerm.worthOfBeginning * Double(sought.count) / Double(word.count)
    }
  }

  /// Whether `word` is the sought word grown together with the one sought after it.
  func isCompound(_ word: [UInt8]) -> Bool { compound.map { word.starts(with: $0) } ?? false }

  /// How many mistakes `word` is away; nil when they are more than allowed. The first letter must be right.
  func edits(to word: [UInt8], _ distance: inout WordDistance) -> Int? {
    guard editLimit > 0, abs(word.count - words[0].count) <= 3 * editLimit,
      letters.differenceCount(LetterSet(word)) <= 2 * editLimit
    else { return nil }
    return distance.between(words[0], word, limit: editLimit)
  }
}

/// Which letters a word has: a mistake changes at most two of them.
struct LetterSet: Hashable {
  private var bits: UInt32 = 0

  init(_ word: [UInt8]) {
    // Letters beyond ASCII share a bit, so that they never count as different.
    for byte in word where byte < 0x80 { bits |= 1 << UInt32(byte & 0x1F) }
  }

  func differenceCount(_ other: LetterSet) -> Int { (bits ^ other.bits).nonzeroBitCount }
}

extension SearchTerm {
  /// The terms for words as they are typed, each once: every word; for Chinese and Japanese, every two characters that
  /// stand side by side; and the pairs of neighbours.
  static func terms(_ sought: [Query.SoughtText]) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    var loose: [SearchTerm?] = []
    for text in sought {
      let term = text.term
      let words = FoldedText.words(of: Array(term.value.utf8))
      guard !words.isEmpty else { continue }
      if term.value.utf8.contains(0x20) {
        terms.append(SearchTerm(text.isAlternative ? .word : .phrase, words, isPrefix: term.isPrefix))
        loose.append(nil)
      } else {
        loose += looseTerms(words, isPrefix: term.isPrefix).map { $0 }
      }
    }
    let followers = zip(loose, loose.dropFirst() + [nil]).map { left, right -> [UInt8]? in
      guard let left, let right, left.words.count == 1, right.words.count == 1 else { return nil }
      return right.words[0]
    }
    for (term, follower) in zip(loose, followers) {
      guard let term else { continue }
      terms.append(SearchTerm(.word, term.words, isPrefix: term.isPrefix, following: follower))
    }
    for (left, right) in zip(loose, loose.dropFirst()) {
      guard let left, let right, left.words.count == 1, right.words.count == 1 else { continue }
      terms.append(
        SearchTerm(
          .pair, left.words + right.words, isPrefix: right.isPrefix, following: right.words[0]))
    }
    var seen: Set<SearchTerm> = []
    return terms.filter { seen.insert($0).inserted }
  }

  private static func looseTerms(_ words: [[UInt8]], isPrefix: Bool) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    var run: [[UInt8]] = []
    func endRun() {
      if run.count == 1 { terms.append(SearchTerm(.word, run)) }
      for (left, right) in zip(run, run.dropFirst()) { terms.append(SearchTerm(.word, [left, right])) }
      run = []
    }
    for (index, word) in words.enumerated() {
      if LetterFolding.standsAlone(word) {
        run.append(word)
      } else {
        endRun()
        terms.append(SearchTerm(.word, [word], isPrefix: isPrefix && index == words.count - 1))
      }
    }
    endRun()
    return terms
  }
}
