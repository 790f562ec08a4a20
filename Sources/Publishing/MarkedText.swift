internal import ReadingsQuery

/// How the words that a search found stand out.
package enum MatchMarks: Sendable {
  /// By a style of their own, for a terminal with colours.
  case style
  /// Between asterisks.
  case asterisks
}

/// A text with the places where terms of a search stand.
struct MarkedText {
  /// Visible text without control characters, each piece found or not.
  private var pieces: [(text: String, isFound: Bool)] = []

  /// Marks the words found in a part of a text; with nothing but a space or hyphen between them they become one.
  init(_ text: [UInt8], _ matches: [SearchResults.Match], in range: Range<Int>? = nil) {
    let range = range ?? text.indices
    var found: [Range<Int>] = []
    for match in matches where match.isWord && match.range.lowerBound >= range.lowerBound {
      guard match.range.upperBound <= range.upperBound else { break }
      if let last = found.last, MarkedText.areJoined(last, match.range, in: text) {
        found[found.count - 1] = last.lowerBound..<max(last.upperBound, match.range.upperBound)
      } else {
        found.append(match.range)
      }
    }
    var offset = range.lowerBound
    for match in found {
      add(text[offset..<match.lowerBound], isFound: false)
      add(text[match], isFound: true)
      offset = match.upperBound
    }
    add(text[offset..<range.upperBound], isFound: false)
  }

  private static func areJoined(_ left: Range<Int>, _ right: Range<Int>, in text: [UInt8]) -> Bool {
    if right.lowerBound <= left.upperBound { return true }
    let between = text[left.upperBound]
    return right.lowerBound == left.upperBound + 1 && (between == 0x20 || between == UInt8(ascii: "-"))
  }

  private mutating func add(_ text: ArraySlice<UInt8>, isFound: Bool) {
    if !text.isEmpty { pieces.append((VisibleText.make(String(decoding: text, as: UTF8.self)), isFound)) }
  }

  /// The text without marks.
  var plainText: String { pieces.map(\.text).joined() }

  mutating func prepend(_ text: String) { pieces.insert((text, false), at: 0) }

  /// The text on one line.
  func line(_ marks: MatchMarks) -> StyledLine {
    wrapped(to: .max, marks: marks, style: .plain).first ?? StyledLine()
  }

  /// Lines of at most `width` columns, each after `indent`; the last of at most `maximumLineCount` is cut with `…`.
  func wrapped(
    to width: Int, maximumLineCount: Int = .max, indent: String = "", marks: MatchMarks, style: TextStyle
  ) -> [StyledLine] {
    var text = ""
    for piece in pieces {
      let isMarked = piece.isFound && marks == .asterisks
      text += isMarked ? "*\(piece.text)*" : piece.text
    }
    let lines = TextLayout.wrapped(text, to: width, maximumLineCount: maximumLineCount)
    guard marks == .style else { return lines.map { StyledLine(indent + $0, style) } }
    return styled(lines, indent, style)
  }

  /// Finds the pieces again in the lines, which have the same scalars but for white space and a final `…`.
  private func styled(_ lines: [String], _ indent: String, _ style: TextStyle) -> [StyledLine] {
    let scalars = pieces.flatMap { piece in piece.text.unicodeScalars.map { ($0, piece.isFound) } }
    var place = 0
    return lines.map { line in
      var styledLine = StyledLine(indent, .plain)
      var run = String.UnicodeScalarView()
      var runIsFound = false
      func endRun() {
        styledLine.add(String(run), runIsFound ? .match : style)
        run = String.UnicodeScalarView()
      }
      for scalar in line.unicodeScalars {
        while place < scalars.count, scalars[place].0 != scalar, scalars[place].0.properties.isWhitespace {
          place += 1
        }
        let isSame = place < scalars.count && scalars[place].0 == scalar
        let isFound =
          isSame
          ? scalars[place].1
          : scalar == " " && place < scalars.count && place > 0
            && scalars[place - 1].1 && scalars[place].1
        if isSame { place += 1 }
        if isFound != runIsFound {
          endRun()
          runIsFound = isFound
        }
        run.append(scalar)
      }
      endRun()
      return styledLine
    }
  }
}
