internal import SourceText

/// One line of a post's text with its links told apart, however it was marked up.
struct TextLine: Sendable, Equatable {
  enum Segment: Sendable, Equatable {
    /// Text outside links; strong when it was set in bold.
    case text(String, isStrong: Bool)
    case link(label: String, url: String)
    /// The label of a footnote reference, without `^`.
    case footnote(String)
  }

  let segments: [Segment]
  let span: SourceSpan
  /// What a reader sees: text and link labels, white space collapsed.
  let text: String
  /// The text outside links and footnote marks, white space collapsed.
  let residue: String

  init(segments: [Segment] = [], span: SourceSpan) {
    self.segments = segments
    self.span = span
    if segments.count == 1, case .text(let only, _) = segments[0] {
      text = only.collapsingWhitespace
      residue = text
      return
    }
    var visible = ""
    var outside = ""
    var hasOthers = false
    for segment in segments {
      switch segment {
      case .text(let text, _):
        visible += text
        outside += text
      case .link(let label, _):
        visible += label
        outside += " "
        hasOthers = true
      case .footnote:
        outside += " "
        hasOthers = true
      }
    }
    text = visible.collapsingWhitespace
    residue = hasOthers ? outside.collapsingWhitespace : text
  }

  /// The links in order; targets are trimmed and never empty.
  var links: [(label: String, url: String)] {
    segments.compactMap { segment in
      if case .link(let label, let url) = segment { (label.collapsingWhitespace, url) } else { nil }
    }
  }

  var footnotes: [String] {
    segments.compactMap { segment in
      if case .footnote(let label) = segment { label } else { nil }
    }
  }

  /// Whether all visible text is bold or a link.
  var isStrong: Bool {
    var sawStrong = false
    for segment in segments {
      guard case .text(let text, let isStrong) = segment else { continue }
      if isStrong { sawStrong = true } else if !text.trimming([":", "-", ".", "*"]).isEmpty { return false }
    }
    return sawStrong
  }

  /// Whether the line is a few words, a colon, and links: `course page: https://...`
  var isLabelledLink: Bool {
    !links.isEmpty && residue.wordCount <= 8 && residue.trimmingEnd(["*", "_", "+", "|"]).hasSuffix(":")
  }

  var isBlank: Bool { text.isEmpty && links.isEmpty }
}

extension TextLine {
  /// Reads plain text: every `http://` or `https://` address is a link.
  init(plain text: String, span: SourceSpan) {
    var segments: [Segment] = []
    func append(text: String) {
      if !text.isEmpty { segments.append(.text(text, isStrong: false)) }
    }
    var rest = Substring(text)
    while let place = String(rest).firstRange(of: "http") {
      let whole = String(rest)
      let tail = whole[place.lowerBound...]
      guard tail.hasPrefix("http://") || tail.hasPrefix("https://") else {
        let after = whole.index(place.lowerBound, offsetBy: 4)
        append(text: String(whole[..<after]))
        rest = Substring(String(whole[after...]))
        continue
      }
      append(text: String(whole[..<place.lowerBound]))
      let url = tail.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
      let trimmed = TextLine.trimmingURL(String(url))
      segments.append(.link(label: trimmed, url: trimmed))
      rest = Substring(String(tail.dropFirst(trimmed.count)))
    }
    append(text: String(rest))
    self.init(segments: segments, span: span)
  }

  /// Without the punctuation that a sentence puts behind an address; a closing bracket stays when it was opened.
  static func trimmingURL(_ url: String) -> String {
    var result = Substring(url)
    while let last = result.last {
      if ".,;:!?'\"*".contains(last) {
        result.removeLast()
      } else if last == ")", result.filter({ $0 == ")" }).count > result.filter({ $0 == "(" }).count {
        result.removeLast()
      } else {
        break
      }
    }
    return String(result)
  }
}
