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
      if case .link(let label, let url) = segment, !url.isEmpty {
        (label.collapsingWhitespace, url)
      } else {
        nil
      }
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
    var textStart = text.startIndex
    var place = text.startIndex
    while let start = text.utf8[place...].firstIndex(of: UInt8(ascii: "h")) {
      place = text.utf8.index(after: start)
      let rest = text[start...]
      guard rest.hasPrefix("http://") || rest.hasPrefix("https://") else { continue }
      let run = rest.prefix { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
      let url = TextLine.trimmingURL(String(run))
      if textStart < start { segments.append(.text(String(text[textStart..<start]), isStrong: false)) }
      segments.append(.link(label: url, url: url))
      place = text.utf8.index(start, offsetBy: url.utf8.count)
      textStart = place
    }
    if textStart < text.endIndex { segments.append(.text(String(text[textStart...]), isStrong: false)) }
    self.init(segments: segments, span: span)
  }

  /// Without the punctuation that a sentence puts behind an address; a closing bracket stays when it was opened.
  static func trimmingURL(_ url: String) -> String {
    var result = Substring(url)
    var excess = url.filter { $0 == ")" }.count - url.filter { $0 == "(" }.count
    while let last = result.last {
      if ".,;:!?'\"*".contains(last) {
        result.removeLast()
      } else if last == ")", excess > 0 {
        excess -= 1
        result.removeLast()
      } else {
        break
      }
    }
    return String(result)
  }
}
