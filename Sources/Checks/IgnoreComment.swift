internal import FrontMatter
internal import SourceText

/// A comment that leaves findings out: `<!-- readings:ignore RULE, RULE -->` in a body, `# readings:ignore RULE` in
/// front matter.
///
/// In a body it counts for its line, or for the next line that is not blank when it stands alone. In front matter it
/// counts for its line, or for the whole post when it stands alone. Without names it counts for every rule; what
/// follows a colon behind the names is a reason.
struct IgnoreComment: Sendable {
  /// A rule's name as it is written in the comment.
  struct Name: Sendable {
    let id: String
    let span: SourceSpan
  }

  /// From `readings:` to the last name.
  let span: SourceSpan
  /// Empty for every rule.
  let names: [Name]
  /// The 1-based line it counts for; nil for the post.
  let line: Int?

  /// Whether it leaves out findings of a rule on a line.
  func covers(_ rule: String, onLine line: Int) -> Bool {
    (self.line == nil || self.line == line) && (names.isEmpty || names.contains { $0.id == rule })
  }

  /// The comments of a file, in order.
  static func read(_ bytes: [UInt8], _ matter: FrontMatter, _ lines: LineTable, isCode: (Int) -> Bool)
    -> [IgnoreComment]
  {
    var comments: [IgnoreComment] = []
    for offset in ByteSearch(mark).offsets(in: bytes, 0..<bytes.count) {
      let line = lines.line(at: offset)
      let content = lines.contentSpan(ofLine: line)
      let isInFrontMatter = matter.block?.content.range.contains(offset) ?? false
      guard !isCode(offset),
        let opening = opening(bytes, content.lowerBound, offset, isInFrontMatter: isInFrontMatter)
      else { continue }
      let names = names(bytes, from: offset + mark.count, to: content.upperBound)
      let isAlone =
        bytes[content.lowerBound..<opening].allSatisfy(\.isWhitespace)
        && (isInFrontMatter || endsLine(bytes, names.end, content.upperBound))
      var target: Int? = line
      if isAlone { target = isInFrontMatter ? nil : nextLine(after: line, bytes, lines) }
      comments.append(
        IgnoreComment(span: SourceSpan(offset, names.end), names: names.names, line: target))
    }
    return comments
  }

  private static let mark = Array("readings:ignore".utf8)

  /// Where the comment starts whose text starts at `offset`; nil when that is no comment.
  private static func opening(_ bytes: [UInt8], _ lineStart: Int, _ offset: Int, isInFrontMatter: Bool)
    -> Int?
  {
    var start = offset
    while start > lineStart, bytes[start - 1].isSpaceOrTab { start -= 1 }
    let opener = Array((isInFrontMatter ? "#" : "<!--").utf8)
    guard start - lineStart >= opener.count, bytes[start - opener.count..<start].elementsEqual(opener) else {
      return nil
    }
    return start - opener.count
  }

  private static func names(_ bytes: [UInt8], from start: Int, to lineEnd: Int) -> (names: [Name], end: Int) {
    var names: [Name] = []
    var end = start
    var offset = start
    while offset < lineEnd {
      if bytes[offset].isSpaceOrTab || bytes[offset] == UInt8(ascii: ",") {
        offset += 1
        continue
      }
      let first = offset
      while offset < lineEnd, bytes[offset].isAlphanumeric || bytes[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      guard offset > first, bytes[first].isLetter else { break }
      names.append(
        Name(id: String(decoding: bytes[first..<offset], as: UTF8.self), span: SourceSpan(first, offset)))
      end = offset
    }
    return (names, end)
  }

  /// Whether nothing but the rest of the comment follows on the line.
  private static func endsLine(_ bytes: [UInt8], _ offset: Int, _ lineEnd: Int) -> Bool {
    guard let close = ByteSearch(Array("-->".utf8)).first(in: bytes, offset..<lineEnd) else { return true }
    return bytes[close + 3..<lineEnd].allSatisfy(\.isWhitespace)
  }

  private static func nextLine(after line: Int, _ bytes: [UInt8], _ lines: LineTable) -> Int {
    var next = line + 1
    while next <= lines.lineCount, bytes[lines.contentSpan(ofLine: next).range].allSatisfy(\.isWhitespace) {
      next += 1
    }
    return next
  }
}
