internal import ReadingsCatalog
internal import SourceText

/// What a search found, with what it takes to show why.
package struct SearchResults: Sendable {
  /// Best first.
  package let hits: [Search.Hit]
  /// The words that nothing has, in their order.
  package let notices: [SearchNotice]

  private let search: Search
  private let ranking: SearchRanking
  private let bytes: @Sendable (String) -> [UInt8]?

  init(
    hits: [Search.Hit], search: Search, ranking: SearchRanking, notices: [SearchNotice],
    bytes: @escaping @Sendable (String) -> [UInt8]?
  ) {
    self.hits = hits
    self.search = search
    self.ranking = ranking
    self.notices = notices
    self.bytes = bytes
  }

  /// A place in a text where a term stands.
  package struct Match: Sendable {
    /// Which term; the same number for the same term.
    package let term: Int
    /// Byte offsets, from the start of the term's first word to the end of its last.
    package let range: Range<Int>
    /// How telling the term is, times what the place is worth.
    package let weight: Double
    /// Whether it is a place for a word or phrase; else one where two words stand side by side, which are there alone,
    /// too.
    package let isWord: Bool
  }

  /// The text of a hit that answers best.
  package enum Passage: Sendable {
    case abstract(String)
    /// A paragraph of a post, Markdown as it is written, with the 1-based line of the first match in it.
    case post([UInt8], Range<Int>, line: Int)
  }

  /// Where the terms stand in a text, in order.
  package func matches(in text: [UInt8]) -> [Match] { matches(in: text, text.indices, isPost: false) }

  private func matches(in text: [UInt8], _ range: Range<Int>, isPost: Bool) -> [Match] {
    var matches: [Match] = []
    var counter = TextCounter(search.terms, forgives: ranking.forgives)
    counter.find(in: text, range, isPost: isPost) { match, _ in
      let weight = ranking.rarities[match.term] * match.worth
      let isWord = search.terms[match.term].kind != .pair
      matches.append(Match(term: match.term, range: match.range, weight: weight, isWord: isWord))
    }
    return matches
  }

  /// The abstract or paragraph with the most telling terms; nil when they stand only in titles and names.
  package func passage(of hit: Search.Hit) -> Passage? {
    var best: (weight: Double, passage: Passage)?
    if search.fields.contains(.abstract), let abstract = hit.reading?.abstract {
      let weight = MatchWindow.best(matches(in: Array(abstract.utf8)), byteCount: .max).weight
      if weight > 0 { best = (weight, .abstract(abstract)) }
    }
    guard search.fields.contains(.notes), let post = bytes(hit.session.file) else { return best?.passage }
    var table: LineTable?
    for part in SessionText.parts(of: hit.session, byteCount: post.count)
    where part.reading == hit.readingIndex {
      for group in paragraphs(of: matches(in: post, part.range, isPost: true), post, part.range) {
        let weight = MatchWindow.best(group.matches, byteCount: .max).weight
        guard weight > best?.weight ?? 0, let first = group.matches.first else { continue }
        let lines = table ?? LineTable(post)
        table = lines
        best = (weight, .post(post, group.range, line: lines.line(at: first.range.lowerBound)))
      }
    }
    return best?.passage
  }

  /// The matches by the paragraphs they stand in; blank lines part those.
  private func paragraphs(of matches: [Match], _ bytes: [UInt8], _ range: Range<Int>)
    -> [(range: Range<Int>, matches: [Match])]
  {
    var groups: [(range: Range<Int>, matches: [Match])] = []
    for match in matches {
      if let last = groups.last, match.range.lowerBound < last.range.upperBound {
        groups[groups.count - 1].matches.append(match)
      } else {
        let lower = groups.last?.range.upperBound ?? range.lowerBound
        let start = SearchResults.paragraphStart(bytes, match.range.lowerBound, notBefore: lower)
        let end = SearchResults.paragraphEnd(bytes, match.range.upperBound, notAfter: range.upperBound)
        groups.append((start..<end, [match]))
      }
    }
    return groups
  }

  private static func paragraphStart(_ bytes: [UInt8], _ offset: Int, notBefore limit: Int) -> Int {
    var start = offset
    var isBlank = false
    var index = offset
    while index > limit {
      index -= 1
      switch bytes[index] {
      case 0x0A:
        if isBlank { return start }
        isBlank = true
        start = index + 1
      case 0x20, 0x09, 0x0D: break
      default: isBlank = false
      }
    }
    return isBlank ? start : limit
  }

  private static func paragraphEnd(_ bytes: [UInt8], _ offset: Int, notAfter limit: Int) -> Int {
    var end = offset
    var isBlank = false
    for index in offset..<max(offset, limit) {
      switch bytes[index] {
      case 0x0A:
        if isBlank { return end }
        isBlank = true
        end = index
      case 0x20, 0x09, 0x0D: break
      default: isBlank = false
      }
    }
    return isBlank ? end : limit
  }
}

/// A stretch of a text with matches.
package struct MatchWindow: Sendable {
  /// Indices into the matches.
  package let matches: Range<Int>
  /// What its terms are worth together, and a little for each further place of one.
  package let weight: Double

  private static let worthOfRepetition = 0.05

  /// The stretch of at most `byteCount` bytes whose matches weigh most, the first among equals. Empty when there are no
  /// matches; linear in their number.
  package static func best(_ matches: some RandomAccessCollection<SearchResults.Match>, byteCount: Int)
    -> MatchWindow
  {
    let matches = Array(matches)
    var best = MatchWindow(matches: 0..<0, weight: 0)
    var counts: [Int: Int] = [:]
    var weight = 0.0
    var start = 0
    for (end, match) in matches.enumerated() {
      let isNew = counts[match.term, default: 0] == 0
      counts[match.term, default: 0] += 1
      weight += match.weight * (isNew ? 1 : worthOfRepetition)
      while start < end, match.range.upperBound - matches[start].range.lowerBound > byteCount {
        let dropped = matches[start]
        counts[dropped.term, default: 1] -= 1
        weight -= dropped.weight * (counts[dropped.term] == 0 ? 1 : worthOfRepetition)
        start += 1
      }
      if weight > best.weight + 1e-9 { best = MatchWindow(matches: start..<(end + 1), weight: weight) }
    }
    return best
  }
}
