internal import SourceText

/// Reads the plain-text export of an index page: a table of posts (`1 2024, Apr, 30 Title 2024-S27`), then each
/// post's contents below `[1]: Title`, with `•` bullets and no Markdown marks.
struct TextExport {
  struct Part {
    var number: Int
    var title: ByteText
    var span: SourceSpan
    /// What stands below the title and the tags, whole lines.
    var contentSpan: SourceSpan
    var line: Int
    var date: CalendarDate?
    var label: ByteText?
    var tags: [ByteText]
    var outline: Outline
  }

  /// The page's title, its first line.
  let pageTitle: ByteText
  let parts: [Part]

  /// Nil when the text is not such an export: it has no index row or no `[1]:` section.
  init?(_ file: SourceFile, lines: LineTable) {
    var rows: [(number: Int, title: ByteText, date: CalendarDate?, label: ByteText?)] = []
    var starts: [(line: Int, number: Int, title: ByteText)] = []
    var first = ByteText()
    for number in 1...lines.lineCount {
      let text = ByteText(file.bytes, in: lines.contentSpan(ofLine: number).range).trimmed
      if text.isEmpty { continue }
      if first.isEmpty { first = text }
      if let row = TextExport.indexRow(text), starts.isEmpty { rows.append(row) }
      if let start = TextExport.partStart(text) { starts.append((number, start.number, start.title)) }
    }
    guard !starts.isEmpty, !rows.isEmpty else { return nil }
    pageTitle = first
    parts = starts.enumerated().map { index, start in
      let endLine = index + 1 < starts.count ? starts[index + 1].line : lines.lineCount + 1
      let row = rows.first { $0.number == start.number } ?? rows.first { $0.title == start.title }
      return TextExport.part(file, lines, start, before: endLine, row?.date, row?.label)
    }
  }

  /// `1 2024, Apr, 30 KV Cache and Tooling 2024-S27`
  private static func indexRow(_ text: ByteText) -> (
    number: Int, title: ByteText, date: CalendarDate?, label: ByteText?
  )? {
    guard text.first?.isDigit == true else { return nil }
    let words = text.words
    guard words.count >= 5, let number = Int(words[0].string),
      DateScanner.plausibleYear(words[1].trimming(",")) != nil,
      let date = DateScanner.firstDate(in: text[words[1].startIndex..<words[3].endIndex])?.date
    else { return nil }
    let last = words[words.count - 1]
    let hasLabel = words.count > 5 && last.contains("-") && last.prefix(4).allSatisfy(\.isDigit)
    let title = ByteText(joining: words[4..<(hasLabel ? words.count - 1 : words.count)], separator: " ")
    return (number, title, date, hasLabel ? last : nil)
  }

  /// `[1]: KV Cache and Tooling`
  private static func partStart(_ text: ByteText) -> (number: Int, title: ByteText)? {
    guard let (number, rest) = text.bracketedNumber, rest.hasPrefix(": ") else { return nil }
    return (number, rest.dropFirst(2).trimmed)
  }

  private static func part(
    _ file: SourceFile, _ lines: LineTable, _ start: (line: Int, number: Int, title: ByteText),
    before endLine: Int,
    _ date: CalendarDate?, _ label: ByteText?
  ) -> Part {
    var rows: [Row] = []
    for number in (start.line + 1)..<max(endLine, start.line + 1) where number <= lines.lineCount {
      rows.append(Row(file, lines.contentSpan(ofLine: number)))
    }
    // What follows the closing line of the last session is a list of names, without items of readings.
    if let end = rows.lastIndex(where: \.isClosing), !rows[end...].contains(where: \.isItem) {
      rows.removeSubrange(end...)
    }
    while let last = rows.last, last.text.isEmpty { rows.removeLast() }
    var tags: [ByteText] = []
    if let first = rows.firstIndex(where: { !$0.text.isEmpty }), rows[first].isTagLine,
      rows.count > first + 1, rows[first + 1].text.isEmpty
    {
      tags = rows[first].text.words
      rows.removeSubrange(...first)
    }
    let startSpan = lines.contentSpan(ofLine: start.line)
    let end = rows.last?.span.upperBound ?? startSpan.upperBound
    let contentStart = rows.first { !$0.text.isEmpty }?.lineStart ?? end
    return Part(
      number: start.number, title: start.title, span: SourceSpan(startSpan.lowerBound, end),
      contentSpan: SourceSpan(contentStart, end), line: start.line, date: date, label: label, tags: tags,
      outline: outline(of: rows))
  }

  /// A line of the export.
  private struct Row {
    let text: ByteText
    let span: SourceSpan
    let lineStart: Int
    let indent: Int
    let isBullet: Bool
    let number: Int?

    init(_ file: SourceFile, _ span: SourceSpan) {
      let raw = ByteText(file.bytes, in: span.range)
      lineStart = span.lowerBound
      let content = raw.drop(while: \.isSpaceOrTab)
      indent = content.startIndex - raw.startIndex
      self.span = SourceSpan(content.startIndex, span.upperBound)
      let body = content.trimmed
      isBullet = body.hasPrefix("•")
      let digits = body.prefix(while: \.isDigit)
      let isNumbered = (1...3).contains(digits.count) && body[digits.endIndex...].hasPrefix(". ")
      number = isNumbered && indent > 0 ? Int(digits.string) : nil
      if isBullet {
        text = body.dropFirst(3).trimmed
      } else {
        text = number == nil ? body : body.dropFirst(digits.count + 2).trimmed
      }
    }

    var isItem: Bool { isBullet || number != nil }
    /// A line such as `Efficiency BasicLLM`: a few names without punctuation.
    var isTagLine: Bool {
      !isItem && !text.hasWords(9)
        && text.scalars.allSatisfy {
          $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_ ".unicodeScalars.contains($0)
        }
        && !SectionHeading(text).isContainer
    }
    /// The line that closes the page's list of posts.
    var isClosing: Bool { text.hasSuffix("!") && !text.hasWords(11) && !isItem }
  }

  /// The rows as headings, items and paragraphs. A line with blank lines around it is a heading when it is short
  /// and not a sentence; of the first level when it announces entries.
  private static func outline(of rows: [Row]) -> Outline {
    var outline = Outline()
    var baseIndent: Int?
    for (index, row) in rows.enumerated() where !row.text.isEmpty {
      let line = TextLine(plain: row.text, span: row.span)
      let isAlone =
        (index == 0 || rows[index - 1].text.isEmpty)
        && (index + 1 >= rows.count || rows[index + 1].text.isEmpty)
      if row.isItem {
        let base = baseIndent ?? row.indent
        baseIndent = min(base, row.indent)
        outline.nodes.append(
          OutlineNode(
            kind: .item(depth: row.indent > base ? 1 : 0, number: row.number), lines: [line], span: row.span))
      } else if isAlone, !row.text.hasWords(26), !row.text.endsLikeASentence || row.text.hasSuffix("/"),
        !row.text.contains("…")
      {
        baseIndent = nil
        let isContainer = SectionHeading(row.text).isContainer
        outline.nodes.append(OutlineNode(kind: .heading(isContainer ? 2 : 4), lines: [line], span: row.span))
      } else {
        outline.nodes.append(OutlineNode(kind: .paragraph(depth: nil), lines: [line], span: row.span))
      }
    }
    return outline
  }
}
