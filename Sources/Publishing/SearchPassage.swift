internal import Markdown
internal import ReadingsQuery

/// The passage of a text that answers a search best, as plain text.
struct SearchPassage {
  /// UTF-8.
  private let text: [UInt8]
  private let matches: [SearchResults.Match]
  /// The 1-based line of the post; nil for an abstract.
  let line: Int?

  /// Nil when the hit is only in titles and names.
  init?(of hit: Search.Hit, _ results: SearchResults) {
    guard let passage = results.passage(of: hit) else { return nil }
    var candidates: [[UInt8]]
    switch passage {
    case .abstract(let text):
      candidates = [Array(text.utf8)]
      line = nil
    case .post(let bytes, let range, let line):
      candidates = SearchPassage.texts(of: Document(parsing: bytes, in: range))
      self.line = line
    }
    var best: (weight: Double, text: [UInt8], matches: [SearchResults.Match])?
    for text in candidates {
      let matches = results.matches(in: text)
      let weight = MatchWindow.best(matches, byteCount: .max).weight
      if weight > best?.weight ?? 0 { best = (weight, text, matches) }
    }
    guard let best else { return nil }
    (text, matches) = (best.text, best.matches)
  }

  /// Bytes of a sentence that are shown before the first match.
  private static let lead = 60

  /// The stretch with the most telling matches, of about as many bytes; an ellipsis stands for what is left out before
  /// it.
  func excerpt(byteCount: Int) -> MarkedText {
    let window = MatchWindow.best(matches, byteCount: max(1, byteCount - SearchPassage.lead)).matches
    guard !window.isEmpty else { return MarkedText(text, []) }
    let first = matches[window.lowerBound].range.lowerBound
    let start = start(before: first)
    // What does not fit is cut by the layout, so that lines are filled whatever the width of characters.
    let end = min(text.count, start + 4 * byteCount)
    var excerpt = MarkedText(
      text, matches.filter { $0.range.lowerBound >= start }, in: start..<scalarStart(end))
    if start > 0 { excerpt.prepend("… ") }
    return excerpt
  }

  /// All of the text.
  var whole: MarkedText { MarkedText(text, matches) }

  /// The start of the sentence that a match stands in, or of a word not far before it.
  private func start(before offset: Int) -> Int {
    let limit = max(0, offset - SearchPassage.lead)
    var start = offset
    var index = offset
    while index > limit {
      index -= 1
      guard text[index] == 0x20 else { continue }
      start = index + 1
      let isEnd =
        index > 0 && [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(text[index - 1])
      if isEnd { return start }
    }
    if limit == 0 { return 0 }
    // Without a space, as in Chinese, anywhere between two characters.
    return start == offset ? scalarStart(limit) : start
  }

  private func scalarStart(_ offset: Int) -> Int {
    var offset = offset
    while offset < text.count, offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// The plain text of every leaf with text, on one line; of HTML, what stands between the tags.
  private static func texts(of document: Document) -> [[UInt8]] {
    document.blocks.indices.compactMap { index in
      let text: [UInt8]
      switch document.blocks[index].kind {
      case .paragraph, .heading, .tableCell: text = Array(document.inlines(of: index).plainText().utf8)
      case .codeBlock: text = Array(document.literal(of: index).utf8)
      case .htmlBlock: text = withoutTags(Array(document.literal(of: index).utf8))
      default: return nil
      }
      return collapsingSpace(text)
    }
  }

  private static func collapsingSpace(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for byte in text {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace { result.append(byte) } else if let last = result.last, last != 0x20 { result.append(0x20) }
    }
    if result.last == 0x20 { result.removeLast() }
    return result
  }

  private static func withoutTags(_ html: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var isInTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag:
        isInTag = false
        text.append(0x20)
      default: if !isInTag { text.append(byte) }
      }
    }
    return text
  }
}
