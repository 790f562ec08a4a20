internal import ReadingsCatalog
internal import SourceText

/// Edits the `Tags:` bullet of one entry in the body of a post.
///
/// Works on the lines of the entry, since bullets and indentation are to be written as the entry has them. What the
/// edits make of the post is checked by reading it again; where several places would do for a new bullet, the first that
/// reads back right is taken.
struct EntryTagEditor {
  /// A line of the entry.
  private struct Line {
    let start: Int
    let end: Int
    /// The offset of the bullet's mark; nil when the line has none.
    let mark: Int?
    /// Where the text of the line begins, behind white space and mark.
    let text: Int
    let isNumbered: Bool

    var indent: Int { (mark ?? text) - start }
    var isBlank: Bool { text == end }
  }

  private let lines: SourceLines
  private let entry: [Line]
  private let listMark: UInt8

  private var bytes: [UInt8] { lines.bytes }

  /// - Parameter listMark: what begins a bullet in an entry that has none, see ``listMark(in:from:)``.
  init(_ lines: SourceLines, span: SourceSpan, listMark: UInt8) {
    self.lines = lines
    self.listMark = listMark
    var entry: [Line] = []
    var start = lines.start(span.lowerBound)
    // A span can end behind the line ending of its last line.
    while entry.isEmpty || start < span.upperBound {
      entry.append(EntryTagEditor.line(start, lines))
      let next = lines.next(start)
      if next == start || next == lines.end(start) { break }
      start = next
    }
    self.entry = entry
  }

  /// The mark of the first bullet behind an offset, else `-`.
  static func listMark(in lines: SourceLines, from offset: Int) -> UInt8 {
    var start = offset
    while start < lines.bytes.count {
      let line = line(start, lines)
      if let mark = line.mark, !line.isNumbered { return lines.bytes[mark] }
      start = lines.next(start)
    }
    return 0x2D
  }

  private static func line(_ start: Int, _ lines: SourceLines) -> Line {
    let bytes = lines.bytes
    let end = lines.end(start)
    let first = lines.skippingSpaces(start)
    var mark = first
    var isNumbered = false
    if mark < end, bytes[mark].isDigit {
      while mark < end, bytes[mark].isDigit { mark += 1 }
      isNumbered = mark - first <= 9 && mark < end && (bytes[mark] == 0x2E || bytes[mark] == 0x29)
    }
    let isMark = isNumbered || (first < end && [0x2A, 0x2B, 0x2D].contains(bytes[first]))
    let gap = (isNumbered ? mark : first) + 1
    // `+[Submitted on ...]`: a bullet whose author forgot the space.
    guard isMark, gap >= end || bytes[gap].isSpaceOrTab || (bytes[first] == 0x2B && bytes[gap] == 0x5B) else {
      return Line(start: start, end: end, mark: nil, text: first, isNumbered: false)
    }
    return Line(
      start: start, end: end, mark: first, text: min(lines.skippingSpaces(gap), end), isNumbered: isNumbered)
  }

  // MARK: The bullet

  /// A tag in a `Tags:` line, with the marks around it.
  private struct Piece {
    let spelling: String
    let span: SourceSpan
    /// What stands around it, such as a backquote or `#`.
    let prefix: [UInt8]
    let suffix: [UInt8]
  }

  /// The `Tags:` line of the entry: where the text behind its colon begins, and the tags.
  private var tagLine: (line: Line, rest: Int, pieces: [Piece])? {
    for line in entry.dropFirst() {
      guard let rest = restBehindLabel(line) else { continue }
      return (line, rest, pieces(rest, line.end))
    }
    return nil
  }

  private func restBehindLabel(_ line: Line) -> Int? {
    func isMarkup(_ byte: UInt8) -> Bool { byte == 0x2A || byte == 0x5F }
    var offset = line.text
    while offset < line.end, isMarkup(bytes[offset]) { offset += 1 }
    let start = offset
    while offset < line.end, bytes[offset].isLetter { offset += 1 }
    let word = bytes[start..<offset].map(\.lowercased)
    guard word.elementsEqual("tags".utf8) || word.elementsEqual("tag".utf8) else { return nil }
    while offset < line.end, isMarkup(bytes[offset]) { offset += 1 }
    guard offset < line.end, bytes[offset] == 0x3A else { return nil }
    offset += 1
    while offset < line.end, isMarkup(bytes[offset]) { offset += 1 }
    return offset
  }

  private func pieces(_ start: Int, _ end: Int) -> [Piece] {
    // As the catalog trims them: brackets and a full stop around the list, marks around a tag, `#` in front of one.
    let list = EntryTagEditor.trimmed(bytes[start..<end], "[].", "[].")
    return list.split { $0 == 0x2C || $0 == 0x3B }.compactMap { part in
      let whole = EntryTagEditor.trimmed(part, "", "")
      let text = EntryTagEditor.trimmed(whole, "`#*\"", "`*\"")
      guard !text.isEmpty else { return nil }
      return Piece(
        spelling: String(decoding: text, as: UTF8.self).collapsed,
        span: SourceSpan(whole.startIndex, whole.endIndex),
        prefix: Array(whole[..<text.startIndex]), suffix: Array(whole[text.endIndex...]))
    }
  }

  /// Without white space, `before` at the start and `after` at the end.
  private static func trimmed(_ text: ArraySlice<UInt8>, _ before: String, _ after: String) -> ArraySlice<
    UInt8
  > {
    var text = text
    while let first = text.first, first.isWhitespace || before.utf8.contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || after.utf8.contains(last) { text.removeLast() }
    return text
  }

  /// Ways to change the entry's tags to `spellings`, best first; throws when there is none.
  func edits(to wanted: [String], from current: [String]) throws(TagRefusal) -> [[TextEdit]] {
    if let separator = wanted.first(where: { $0.utf8.contains { $0 == 0x2C || $0 == 0x3B } }) {
      throw TagRefusal("'\(separator)' has a comma or semicolon, which ends a tag in a 'Tags:' line")
    }
    guard let (line, rest, pieces) = tagLine else {
      guard current.isEmpty else { throw TagRefusal("its tags do not stand in a 'Tags:' line") }
      return try insertions(of: wanted)
    }
    guard pieces.map(\.spelling) == current else {
      throw TagRefusal("its 'Tags:' line is not read as one list")
    }
    if wanted.isEmpty { return [[removal(of: line)]] }
    guard let first = pieces.first, let last = pieces.last else {
      return [[TextEdit(SourceSpan(rest, rest), " " + wanted.joined(separator: ", "))]]
    }
    var edits: [TextEdit] = []
    // The tags that stay keep their bytes; those that are new follow them.
    let kept = pieces.indices.filter { index in
      index < wanted.count && wanted[index] == pieces[index].spelling
    }
    if kept.count == pieces.count {
      edits.append(
        TextEdit(
          SourceSpan(last.span.upperBound, last.span.upperBound),
          addition(of: wanted[kept.count...], like: last)))
    } else if wanted.count == pieces.count {
      for (piece, tag) in zip(pieces, wanted) where piece.spelling != tag {
        edits.append(TextEdit(piece.span, piece.prefix + Array(tag.utf8) + piece.suffix))
      }
    } else {
      edits = removals(from: pieces, keeping: wanted)
    }
    if edits.isEmpty {
      edits = [
        TextEdit(
          SourceSpan(first.span.lowerBound, last.span.upperBound), wanted.joined(separator: ", "))
      ]
    }
    return [edits]
  }

  private func addition(of tags: ArraySlice<String>, like piece: Piece) -> [UInt8] {
    tags.flatMap { Array(", ".utf8) + piece.prefix + Array($0.utf8) + piece.suffix }
  }

  /// The removal of tags that are not wanted, each with the separator before it; nothing when more is to be changed.
  private func removals(from pieces: [Piece], keeping wanted: [String]) -> [TextEdit] {
    var edits: [TextEdit] = []
    var next = 0
    for (index, piece) in pieces.enumerated() {
      if next < wanted.count, piece.spelling == wanted[next] {
        next += 1
      } else if next > 0 || index + 1 == pieces.count {
        edits.append(
          TextEdit(SourceSpan(pieces[max(0, index - 1)].span.upperBound, piece.span.upperBound), []))
      } else {
        edits.append(TextEdit(SourceSpan(piece.span.lowerBound, pieces[index + 1].span.lowerBound), []))
      }
    }
    return next == wanted.count ? edits : []
  }

  private func removal(of line: Line) -> TextEdit {
    let next = lines.next(line.start)
    guard let endBefore = lines.end(before: line.start) else {
      return TextEdit(SourceSpan(line.start, next), [])
    }
    let startBefore = lines.start(endBefore)
    let isAlone = startBefore == endBefore && lines.isBlank(next, lines.end(next))
    guard next > line.end else {
      // The last line of a file without a final line ending.
      let end = isAlone ? lines.end(before: startBefore) ?? endBefore : endBefore
      return TextEdit(SourceSpan(end, line.end), [])
    }
    guard isAlone else { return TextEdit(SourceSpan(line.start, next), []) }
    // As an addition writes it: below a paragraph with an empty line before, between a heading and text with two.
    let isBelowHeading = isHeading(entry[0]) && lines.next(entry[0].start) == startBefore
    let text = lines.next(next)
    let hasText = lines.end(next) == next && !lines.isBlank(text, lines.end(text)) && !isBullet(text)
    return TextEdit(SourceSpan(startBefore, isBelowHeading && hasText ? text : next), [])
  }

  private func isHeading(_ line: Line) -> Bool { line.mark == nil && lines.holds("#", at: line.text) }

  private func isBullet(_ start: Int) -> Bool {
    let line = EntryTagEditor.line(start, lines)
    return line.mark != nil && !line.isNumbered
  }

  // MARK: A new bullet

  private func insertions(of tags: [String]) throws(TagRefusal) -> [[TextEdit]] {
    let title = entry[0]
    if bytes[title.start..<title.end].contains(0x7C), title.mark == nil, bytes[title.text] != 0x23 {
      throw TagRefusal("it stands in a table, whose rows have no place for tags")
    }
    let text = Array("Tags: \(tags.joined(separator: ", "))".utf8)
    guard let first = entry.indices.dropFirst().first(where: { isOwnBullet(entry[$0], below: title) }) else {
      guard let mark = title.mark else { return [try isolatedInsertion(of: text)] }
      let width = title.text - mark
      let sign = title.isNumbered ? 0x2D : bytes[mark]
      let gap = title.isNumbered ? 1 : max(1, min(4, width - 1))
      let line =
        Array(bytes[title.start..<mark]) + Array(repeating: 0x20, count: max(2, width)) + [sign]
        + Array(repeating: 0x20, count: gap) + text
      return [[insertion(of: line, below: entry[lastLine(ofItemAt: 0)])]]
    }
    let own = entry[first]
    let mark = own.mark ?? own.text
    let gap = own.text > mark + 1 && own.text - mark <= 5 ? own.text - mark - 1 : 1
    let line =
      Array(bytes[own.start...mark])
      + (own.text > mark + 1 ? Array(bytes[(mark + 1)..<(mark + 1 + gap)]) : [0x20])
      + text
    let siblings = self.siblings(of: first)
    let ways = [siblings.last ?? first, first].map {
      [insertion(of: line, below: entry[lastLine(ofItemAt: $0)])]
    }
    // Notes on a paper can hold lists that say nothing of it.
    return isHeading(title) ? ways + [try isolatedInsertion(of: text)] : ways
  }

  /// A bullet where there is no list of facts: directly below a heading, or behind the paragraph of the title.
  private func isolatedInsertion(of text: [UInt8]) throws(TagRefusal) -> [TextEdit] {
    let title = entry[0]
    let ending = lines.ending(title.start)
    let bullet = [listMark, 0x20] + text
    guard isHeading(title) else {
      let blank = entry.indices.dropFirst().first { entry[$0].isBlank } ?? entry.count
      let last = entry[blank - 1]
      let next = lines.next(last.start)
      guard !isHeading(last), last.mark == nil, lines.isBlank(next, lines.end(next)) else {
        throw TagRefusal("it has no bullets; write one below its title, then it can be tagged")
      }
      return [TextEdit(SourceSpan(last.end, last.end), ending + ending + bullet)]
    }
    guard let first = entry.indices.dropFirst().first(where: { !entry[$0].isBlank }) else {
      return [insertion(of: bullet, below: title)]
    }
    let line = entry[first]
    if let mark = line.mark, !line.isNumbered, line.indent < 4 {
      let indented = Array(bytes[line.start...mark]) + [0x20] + text
      return [TextEdit(SourceSpan(line.start, line.start), indented + ending)]
    }
    if first > 1 { return [insertion(of: bullet, below: title)] }
    return [TextEdit(SourceSpan(title.end, title.end), ending + ending + bullet + ending)]
  }

  private func isOwnBullet(_ line: Line, below title: Line) -> Bool {
    guard line.mark != nil, !line.isNumbered else { return false }
    return title.mark == nil || title.isNumbered || line.indent > title.indent
  }

  /// The bullets of the list that the bullet at `first` begins, in order.
  private func siblings(of first: Int) -> [Int] {
    var found = [first]
    var sawBlank = false
    for index in entry.indices where index > first {
      let line = entry[index]
      if line.isBlank {
        sawBlank = true
      } else if line.mark != nil, line.indent == entry[first].indent, !line.isNumbered {
        found.append(index)
        sawBlank = false
      } else if line.indent <= entry[first].indent, line.mark != nil || sawBlank {
        break
      }
    }
    return found
  }

  /// The last line that belongs to the item at `index`, with its nested items.
  private func lastLine(ofItemAt index: Int) -> Int {
    var last = index
    for next in entry.indices where next > index {
      let line = entry[next]
      if line.isBlank { break }
      if line.mark != nil, line.indent <= entry[index].indent { break }
      last = next
    }
    return last
  }

  private func insertion(of text: [UInt8], below line: Line) -> TextEdit {
    TextEdit(SourceSpan(line.end, line.end), lines.ending(line.start) + text)
  }
}
