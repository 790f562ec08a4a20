internal import SourceText

/// One line of a post's text with its links told apart, however it was marked up.
///
/// The rules hand lines around by the dozen, and a line is never changed: an object is one reference to count where the
/// parts would be three.
final class TextLine: Sendable {
  enum Segment: Sendable, Equatable {
    /// Text outside links; strong when it was set in bold.
    case text(ByteText, isStrong: Bool)
    case link(Link)
    /// The label of a footnote reference, without `^`.
    case footnote(ByteText)

    var isLink: Bool { if case .link = self { true } else { false } }

    /// The number of bytes that a reader sees.
    fileprivate var visibleCount: Int {
      switch self {
      case .text(let text, _): text.count
      case .link(let link): link.label.count
      case .footnote: 0
      }
    }
  }

  struct Link: Sendable, Equatable {
    /// What a reader sees, white space collapsed.
    var label: ByteText
    /// Trimmed.
    var url: ByteText

    /// Whether the label is an address.
    var isBare: Bool { label.hasPrefix("http") || label.hasPrefix("www.") }

    /// Where the link leads: what a reader sees, where that is an address and the target is none.
    var address: ByteText {
      guard !url.hasPrefix("http"), !url.hasPrefix("{"), label.hasPrefix("http"), label.contains("://"),
        !label.hasWords(2)
      else { return url }
      return label.trimmed
    }
  }

  let segments: [Segment]
  let span: SourceSpan
  /// What a reader sees: text and link labels, white space collapsed.
  let text: ByteText
  /// The text outside links and footnote marks, white space collapsed.
  let residue: ByteText
  /// Whether there are ``links``.
  let hasLinks: Bool

  init(segments: [Segment] = [], span: SourceSpan) {
    self.segments = segments
    self.span = span
    if segments.count == 1 {
      switch segments[0] {
      case .text(let only, _):
        text = only.collapsingWhitespace
        residue = text
        hasLinks = false
        return
      case .link(let only):
        text = only.label.collapsingWhitespace
        residue = ByteText()
        hasLinks = !only.url.isEmpty
        return
      case .footnote: break
      }
    }
    var visible: [UInt8] = []
    visible.reserveCapacity(segments.reduce(0) { $0 + $1.visibleCount })
    var hasOthers = false
    var hasLinks = false
    for segment in segments {
      switch segment {
      case .text(let text, _): visible.append(text)
      case .link(let link):
        visible.append(link.label)
        hasOthers = true
        if !link.url.isEmpty { hasLinks = true }
      case .footnote: hasOthers = true
      }
    }
    text = ByteText(visible).collapsingWhitespace
    residue = hasOthers ? TextLine.residue(of: segments) : text
    self.hasLinks = hasLinks
  }

  private static func residue(of segments: [Segment]) -> ByteText {
    var outside: [UInt8] = []
    outside.reserveCapacity(segments.reduce(0) { $0 + max(1, $1.visibleCount) })
    for segment in segments {
      // One space where there would be two, so that mostly nothing is left to collapse.
      let endsInSpace = outside.last == 0x20
      if case .text(let text, _) = segment {
        outside.append(endsInSpace && text.first == 0x20 ? text.dropFirst() : text)
      } else if !endsInSpace {
        outside.append(0x20)
      }
    }
    return ByteText(outside).collapsingWhitespace
  }

  /// A line of nothing but text.
  convenience init(_ text: ByteText, span: SourceSpan) {
    self.init(segments: [.text(text, isStrong: false)], span: span)
  }

  /// The links in order; targets are never empty.
  var links: [Link] {
    guard hasLinks else { return [] }
    return segments.compactMap { segment in
      guard case .link(var link) = segment, !link.url.isEmpty else { return nil }
      link.label = link.label.collapsingWhitespace
      return link
    }
  }

  /// The first footnote reference.
  var footnote: ByteText? {
    for case .footnote(let label) in segments { return label }
    return nil
  }

  /// Whether all visible text is bold or a link.
  var isStrong: Bool {
    var sawStrong = false
    for case .text(let text, let isStrong) in segments {
      if isStrong { sawStrong = true } else if !text.trimmingStart(":-.*").isEmpty { return false }
    }
    return sawStrong
  }

  /// Whether the line is a few words, a colon, and links: `course page: https://...`
  var isLabelledLink: Bool {
    hasLinks && !residue.hasWords(9) && residue.trimmingEnd("*_+|").hasSuffix(":")
  }

  /// Whether all that there is is text, so that a reader sees nothing else.
  var hasOnlyText: Bool {
    segments.allSatisfy { if case .text = $0 { true } else { false } }
  }

  var isBlank: Bool { text.isEmpty && !hasLinks }

  /// What a reader sees before a segment.
  func text(before index: Int) -> ByteText { index == 0 ? ByteText() : with(segments[..<index]).text }

  /// The same line without some of its segments.
  func with(_ segments: some Sequence<Segment>) -> TextLine {
    TextLine(segments: Array(segments), span: span)
  }
}

extension TextLine: Equatable {
  static func == (left: TextLine, right: TextLine) -> Bool {
    left === right || left.span == right.span && left.segments == right.segments
  }
}

// MARK: Plain text

extension TextLine {
  /// Reads plain text: every `http://` or `https://` address is a link.
  convenience init(plain text: ByteText, span: SourceSpan) {
    var segments: [Segment] = []
    var textStart = text.startIndex
    var place = text.startIndex
    while let start = text.offset(of: UInt8(ascii: "h"), from: place) {
      place = start + 1
      let rest = text[start...]
      guard rest.hasPrefix("http://") || rest.hasPrefix("https://") else { continue }
      let url = TextLine.trimmingURL(rest.addressPrefix)
      if textStart < start { segments.append(.text(text[textStart..<start], isStrong: false)) }
      segments.append(.link(Link(label: url, url: url)))
      place = start + url.count
      textStart = place
    }
    if textStart < text.endIndex { segments.append(.text(text[textStart...], isStrong: false)) }
    self.init(segments: segments, span: span)
  }

  /// Without the punctuation that a sentence puts behind an address; a closing bracket stays when it was opened.
  private static func trimmingURL(_ url: ByteText) -> ByteText {
    var result = url
    var excess = 0
    for byte in url where byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
      excess += byte == UInt8(ascii: ")") ? 1 : -1
    }
    while let last = result.last {
      if last == UInt8(ascii: ")"), excess > 0 {
        excess -= 1
      } else if !".,;:!?'\"*".utf8.contains(last), last != UInt8(ascii: "]") || url.contains("[") {
        break
      }
      result = result.dropLast()
    }
    return result
  }
}

extension ByteText {
  /// The text up to white space, a quote or an angle bracket.
  fileprivate var addressPrefix: ByteText {
    var index = startIndex
    while index < endIndex {
      let byte = storage[index]
      if byte < 0x80 {
        if byte.isWhitespace || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
          || byte == UInt8(ascii: "\"")
        {
          break
        }
        index += 1
        continue
      }
      let (scalar, length) = scalar(at: index)
      if scalar.properties.isWhitespace { break }
      index += length
    }
    return self[startIndex..<index]
  }
}
