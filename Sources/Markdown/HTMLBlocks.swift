import SourceText

extension BlockParser {
  /// CommonMark 0.31.2, 4.6: seven start conditions, each with its own end.
  mutating func openHTMLBlock() -> Bool {
    let condition = scanHTMLStart()
    guard condition > 0 else { return false }
    htmlCondition = condition
    let slice = restOfLine()
    openLeaf(.htmlBlock, start: textOffset, end: trimmedEnd(from: textOffset, to: lineEnd))
    appendLine(slice)
    if endsHTMLBlock(from: textOffset) { closeLeaf() }
    return true
  }

  mutating func continueHTMLBlock() -> Bool {
    if isBlank, htmlCondition >= 6 {
      closeLeaf()
      return false
    }
    appendLine(restOfLine())
    if !isBlank { extend(leaf, to: trimmedEnd(from: textOffset, to: lineEnd)) }
    if endsHTMLBlock(from: offset) { closeLeaf() }
    return true
  }

  private func scanHTMLStart() -> UInt8 {
    let start = textOffset + 1
    guard start < lineEnd else { return 0 }
    switch bytes[start] {
    case 0x21:
      if matches("!--", at: start) { return 2 }
      if matches("![CDATA[", at: start) { return 5 }
      return start + 1 < lineEnd && bytes[start + 1].isLetter ? 4 : 0
    case 0x3F:
      return 3
    default:
      return scanHTMLTagStart(at: start)
    }
  }

  private func scanHTMLTagStart(at start: Int) -> UInt8 {
    let isClosing = bytes[start] == 0x2F
    let nameStart = isClosing ? start + 1 : start
    var index = nameStart
    while index < lineEnd, bytes[index].isAlphanumeric { index += 1 }
    guard index > nameStart, bytes[nameStart].isLetter else { return 0 }
    let name = String(
      decoding: bytes[nameStart..<min(index, nameStart + 12)].map(\.lowercased), as: UTF8.self)
    let next = index < lineEnd ? bytes[index] : 0x0A
    let endsName = next.isSpaceOrTab || next == 0x3E || next == 0x0A
    if !isClosing, endsName, HTMLNames.rawText.contains(name) { return 1 }
    let endsBlockName = endsName || (next == 0x2F && index + 1 < lineEnd && bytes[index + 1] == 0x3E)
    if endsBlockName, HTMLNames.blocks.contains(name), index - nameStart <= 12 { return 6 }
    // Condition 7 cannot interrupt a paragraph, nor one that the line may continue lazily.
    if leaf >= 0, leafKind == .paragraph { return 0 }
    let line = [LineSlice(textOffset, lineEnd)]
    let scanner = LeafScanner(bytes: bytes, lines: line, endLine: 1, syntax: syntax)
    let end = scanner.scanTag(at: scanner.cursor(atLine: 0))
    guard let end, onlySpaces(from: end.offset) else { return 0 }
    return 7
  }

  /// Whether the line holds the end of an HTML block that was opened by one of the conditions 1 to 5.
  private func endsHTMLBlock(from start: Int) -> Bool {
    switch htmlCondition {
    case 1: contains(["</script>", "</pre>", "</style>", "</textarea>"], from: start)
    case 2: contains(["-->"], from: start)
    case 3: contains(["?>"], from: start)
    case 4: contains([">"], from: start)
    case 5: contains(["]]>"], from: start)
    default: false
    }
  }

  private func contains(_ words: [StaticString], from start: Int) -> Bool {
    var index = start
    while index < lineEnd {
      let byte = bytes[index]
      if byte == 0x3C || byte == 0x2D || byte == 0x3F || byte == 0x3E || byte == 0x5D,
        words.contains(where: { matches($0, at: index) })
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether the line has that ASCII text at an offset; letters match in either case, except in `CDATA`.
  private func matches(_ word: StaticString, at start: Int) -> Bool {
    guard start + word.utf8CodeUnitCount <= lineEnd else { return false }
    return word.withUTF8Buffer { text in
      text.indices.allSatisfy { text[$0] == bytes[start + $0] || text[$0] == bytes[start + $0].lowercased }
    }
  }
}

/// The element names that start an HTML block (CommonMark 0.31.2, 4.6).
enum HTMLNames {
  static let rawText: Set<String> = ["script", "pre", "style", "textarea"]
  static let blocks: Set<String> = [
    "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "iframe", "legend", "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup",
    "option",
    "p", "param", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title",
    "tr",
    "track", "ul",
  ]
}
