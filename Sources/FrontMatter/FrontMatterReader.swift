import SourceText

/// Reads the text between the fences into a tree, repairing what is not YAML.
///
/// The strict parser stops at the first syntax error. The error is reported, the line that holds it is repaired in
/// a working copy of the bytes (its value taken as it stands, or the line made a comment), and the block is read
/// again, until it parses. The copy has the same offsets as the file, and the tree keeps the file's own bytes.
struct FrontMatterReader {
  /// Repairs by reading the whole block again; beyond this each entry is mended on its own.
  private static let repairLimit = 24

  private let source: [UInt8]
  private let content: SourceSpan
  private var working: [UInt8]
  private var verbatimEnds: [Int: Int] = [:]
  private var problems: ProblemList
  /// The starts of the lines that were reported and mended.
  private var repairedLines: Set<Int> = []

  static func read(
    _ source: [UInt8], _ content: SourceSpan, _ format: FrontMatterBlock.Format, hasUnusualBytes: Bool
  ) -> YAMLTree {
    var problems = ProblemList()
    if hasUnusualBytes { CharacterCheck.check(source, in: content, &problems) }
    if format == .toml { return TOMLParser.read(source, content, problems) }
    var parser = YAMLParser(source, in: content)
    parser.problems = problems
    do {
      try parser.parseFrontMatter()
      return YAMLTree(parser, source: source, span: content)
    } catch {
      var reader = FrontMatterReader(source, content, problems)
      return reader.readRepairing(error)
    }
  }

  private init(_ source: [UInt8], _ content: SourceSpan, _ problems: ProblemList) {
    self.source = source
    self.content = content
    self.problems = problems
    working = source
  }

  private mutating func readRepairing(_ first: SyntaxError) -> YAMLTree {
    repair(first, in: content)
    var repairCount = 1
    while true {
      var parser = makeParser(content)
      parser.problems = problems
      do {
        try parser.parseFrontMatter()
        return YAMLTree(parser, source: source, span: content)
      } catch {
        repairCount += 1
        if repairCount <= FrontMatterReader.repairLimit {
          repair(error, in: content)
        } else if repairCount == FrontMatterReader.repairLimit + 1 {
          repairEachEntry()
        } else {
          return unreadable(error)
        }
      }
    }
  }

  /// Every line was mended or left out and the block still does not parse.
  private func unreadable(_ error: SyntaxError) -> YAMLTree {
    var tree = YAMLTree(source, span: content)
    var all = problems
    all.add(.error, error.id, error.message, at: error.span)
    tree.diagnostics = all.finished()
    return tree
  }

  private func makeParser(_ span: SourceSpan) -> YAMLParser {
    var parser = YAMLParser(working, in: span)
    parser.verbatimEnds = verbatimEnds
    return parser
  }

  /// Mends every top-level entry by itself: cost stays linear however many lines are broken.
  private mutating func repairEachEntry() {
    var start = content.lowerBound
    while start < content.upperBound {
      var end = lineEndingEnd(lineEnd(start))
      while end < content.upperBound, !startsEntry(end) { end = lineEndingEnd(lineEnd(end)) }
      let entry = SourceSpan(start, min(end, content.upperBound))
      for attempt in 0..<4 {
        var parser = makeParser(entry)
        do {
          try parser.parseFrontMatter()
          break
        } catch {
          if attempt < 3 { repair(error, in: entry) } else { dropLines(of: entry) }
        }
      }
      start = end
    }
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    offset >= content.upperBound || source[offset].isLineEnding
  }

  private func lineEnd(_ offset: Int) -> Int {
    var index = offset
    while !isLineEnd(index) { index += 1 }
    return index
  }

  private func lineEndingEnd(_ offset: Int) -> Int {
    guard offset < content.upperBound else { return content.upperBound }
    let isPair = source[offset] == 0x0D && offset + 1 < content.upperBound && source[offset + 1] == 0x0A
    return offset + (isPair ? 2 : 1)
  }

  private func lineStart(_ offset: Int) -> Int {
    var index = offset
    while index > content.lowerBound, !source[index - 1].isLineEnding { index -= 1 }
    return index
  }

  /// Whether a line at column 0 reads `key:`.
  private func startsEntry(_ line: Int) -> Bool {
    guard !isLineEnd(line), !source[line].isSpaceOrTab, source[line] != 0x23 else { return false }
    let parts = LineParts(source, line, lineEnd(line))
    return parts.keyColon >= 0 && parts.keyStart == line
  }

  /// Reports an error and mends its line in the working copy; a line that is wrong again is left out.
  private mutating func repair(_ error: SyntaxError, in range: SourceSpan) {
    let last = max(range.lowerBound, range.upperBound - 1)
    let start = lineStart(min(max(error.span.lowerBound, range.lowerBound), last))
    let end = lineEnd(start)
    guard repairedLines.insert(start).inserted else {
      dropLine(start, end)
      return
    }
    if error.id == "tab-indentation", replaceTabs(start, end) {
      problems.add(.error, error.id, error.message, at: error.span)
      return
    }
    let parts = LineParts(working, start, end)
    if takeProse(error, parts) || dropStrayText(error, parts) { return }
    guard !isStray(error, parts), parts.valueStart < parts.valueEnd, error.span.upperBound >= parts.valueStart
    else {
      problems.add(.error, error.id, error.message, at: error.span)
      dropLine(start, end)
      return
    }
    take(SourceSpan(parts.valueStart, continuationEnd(of: parts, lineAt: start)), for: error)
  }

  /// Reports an error and has the value that holds it taken as text.
  private mutating func take(_ value: SourceSpan, for error: SyntaxError) {
    verbatimEnds[value.lowerBound] = value.upperBound
    problems.add(
      .error, error.id, error.message, at: error.span, fix: YAMLScalarEncoder.quotingFix(value, in: source))
  }

  /// Takes a plain value of several lines as text when a line of it holds ': ' as prose does; false when the line
  /// looks like an entry that stands in the wrong place.
  private mutating func takeProse(_ error: SyntaxError, _ parts: LineParts) -> Bool {
    guard error.scalarStart >= 0, error.span.lowerBound == parts.keyColon,
      working[parts.keyStart..<parts.keyColon].contains(where: \.isSpaceOrTab)
    else { return false }
    let start = lineStart(error.scalarStart)
    let first = LineParts(working, start, lineEnd(start))
    guard first.valueStart == error.scalarStart else { return false }
    take(
      SourceSpan(error.scalarStart, continuationEnd(of: first, lineAt: start, throughProse: true)), for: error
    )
    return true
  }

  /// Leaves out a line of text that stands where an entry is due, when the entries below it were read as going on
  /// with it; false when the error is another.
  private mutating func dropStrayText(_ error: SyntaxError, _ parts: LineParts) -> Bool {
    guard error.scalarStart >= 0, error.span.lowerBound == parts.keyColon else { return false }
    let start = lineStart(error.scalarStart)
    let first = LineParts(working, start, lineEnd(start))
    guard first.keyStart == error.scalarStart, first.textStart == first.keyStart, parts.indent <= first.indent
    else { return false }
    let stray = SyntaxError.missingColon(at: first.textStart, to: first.textEnd)
    problems.add(.error, stray.id, stray.message, at: stray.span)
    dropLine(start, lineEnd(start))
    repairedLines.remove(lineStart(error.span.lowerBound))
    return true
  }

  /// The end of a value with the lines below it that go on with its text: indented more than its entry, and not
  /// like entries or items themselves.
  private func continuationEnd(of parts: LineParts, lineAt start: Int, throughProse: Bool = false) -> Int {
    var valueEnd = parts.valueEnd
    guard parts.valueEnd == parts.textEnd else { return valueEnd }
    var line = lineEndingEnd(lineEnd(start))
    while line < content.upperBound {
      let end = lineEnd(line)
      let next = LineParts(working, line, end)
      let isEntry =
        next.keyColon >= 0
        && !(throughProse && working[next.keyStart..<next.keyColon].contains(where: \.isSpaceOrTab))
      guard next.indent > parts.indent, next.textStart < next.textEnd, !isEntry,
        next.textStart == next.keyStart,
        working[next.textStart] != 0x23
      else { break }
      valueEnd = next.valueEnd
      if next.valueEnd != next.textEnd { break }
      line = lineEndingEnd(end)
    }
    return valueEnd
  }

  /// Whether the line belongs nowhere, rather than holding a value that is not YAML.
  private func isStray(_ error: SyntaxError, _ parts: LineParts) -> Bool {
    switch error.id {
    case "bad-indentation", "missing-colon", "unexpected-content", "tab-indentation", "document-marker": true
    case "nested-mapping-value": error.span.lowerBound == parts.keyColon
    default: false
    }
  }

  private mutating func replaceTabs(_ start: Int, _ end: Int) -> Bool {
    var index = start
    var found = false
    while index < end, working[index].isSpaceOrTab {
      if working[index] == 0x09 { found = true }
      working[index] = 0x20
      index += 1
    }
    return found
  }

  /// Makes a line a comment.
  private mutating func dropLine(_ start: Int, _ end: Int) {
    for index in start..<end { working[index] = 0x23 }
  }

  /// Keeps the value on an entry's first line as text and drops the rest.
  private mutating func dropLines(of entry: SourceSpan) {
    let end = lineEnd(entry.lowerBound)
    let parts = LineParts(source, entry.lowerBound, end)
    if parts.keyColon >= 0, parts.keyStart == entry.lowerBound, parts.valueStart < parts.valueEnd {
      verbatimEnds[parts.valueStart] = parts.valueEnd
    } else if parts.keyColon < 0 || parts.keyStart != entry.lowerBound {
      dropLine(entry.lowerBound, end)
    }
    var line = lineEndingEnd(end)
    while line < entry.upperBound {
      let lineEnd = lineEnd(line)
      dropLine(line, lineEnd)
      line = lineEndingEnd(lineEnd)
    }
  }
}

extension YAMLParser {
  /// Reads the one document between the fences.
  mutating func parseFrontMatter() throws(SyntaxError) {
    readsPost = true
    documents.append(YAMLDocument(startsExplicitly: true))
    let root = try parseDocumentContent()
    guard offset >= end else {
      throw SyntaxError(
        "document-marker", "a line that starts with '---' or '...' must hold nothing else", at: offset,
        to: offset + 3)
    }
    documents[0].root = root
    checkPostRules()
  }
}
