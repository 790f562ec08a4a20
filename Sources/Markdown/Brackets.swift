import SourceText

extension InlineParser {
  mutating func parseOpeningBracket(isImage: Bool) {
    flushText(to: offset)
    if let last = brackets.indices.last { brackets[last].hasBracketAfter = true }
    let length = isImage ? 2 : 1
    let item = items.count
    append(InlineNode(.text, offset, offset + length))
    offset += length
    textStart = offset
    brackets.append(
      Bracket(item: item, isImage: isImage, previousDelimiter: lastDelimiter, cursor: cursor))
    needsBuild = true
  }

  /// CommonMark 0.31.2, appendix, "look for link or image".
  mutating func parseClosingBracket() {
    guard let opener = brackets.last else {
      offset += 1
      return
    }
    flushText(to: offset)
    let close = offset
    offset += 1
    let isActive = opener.isImage || brackets.count > inactiveHeight
    if isActive, let (target, end) = scanInlineTarget() ?? scanReference(of: opener, close: close) {
      finishLink(opener, target, end)
    } else if isActive, isFootnoteReference(opener, close: close) {
      finishFootnote(opener, close: close)
    } else {
      popBracket()
    }
  }

  private mutating func popBracket() {
    brackets.removeLast()
    inactiveHeight = min(inactiveHeight, brackets.count)
  }

  private mutating func finishLink(_ opener: Bracket, _ target: LinkTarget, _ end: LeafCursor) {
    move(to: end)
    textStart = offset
    items[opener.item].kind = opener.isImage ? .image : .link
    items[opener.item].flags = .opening
    items[opener.item].payload = targets.count
    targets.append(target)
    append(InlineNode(.text, offset, offset, flags: .closing))
    processDelimiters(after: opener.previousDelimiter)
    popBracket()
    if !opener.isImage { inactiveHeight = brackets.count }
  }

  // MARK: Targets

  /// `(destination "title")` after the closing bracket (CommonMark 0.31.2, 6.3).
  private mutating func scanInlineTarget() -> (LinkTarget, LeafCursor)? {
    guard offset < lineEnd, bytes[offset] == 0x28 else { return nil }
    if syntax.contains(.liquid) { liquid.find(in: bytes, from: offset, to: lineEnd) }
    let scanner = scanner
    var cursor = cursor
    scanner.advance(&cursor)
    scanner.skipWhitespace(&cursor)
    let start = cursor
    if let found = scanInlineTarget(scanner, at: start) { return found }
    return syntax.contains(.liquid) ? scanLiquidTarget(scanner, at: start) : nil
  }

  private func scanInlineTarget(_ scanner: LeafScanner, at start: LeafCursor) -> (LinkTarget, LeafCursor)? {
    guard let (destination, destinationEnd) = scanner.scanDestination(at: start) else { return nil }
    var target = LinkTarget()
    target.isInTable = isInTable
    target.destinationStart = destination.lowerBound
    target.destinationEnd = destination.upperBound
    var cursor = destinationEnd
    if scanner.skipWhitespace(&cursor), let (title, titleEnd) = scanner.scanTitle(at: cursor) {
      target.titleStart = title.lowerBound
      target.titleEnd = title.upperBound
      target.titleLine = scanner.titleCursor(after: cursor).line
      cursor = titleEnd
      scanner.skipWhitespace(&cursor)
    }
    guard scanner.byte(at: cursor) == 0x29 else { return nil }
    scanner.advance(&cursor)
    return (target, cursor)
  }

  /// `[text][label]`, `[label][]` or `[label]` (CommonMark 0.31.2, 6.3).
  private mutating func scanReference(of opener: Bracket, close: Int) -> (LinkTarget, LeafCursor)? {
    guard !tables.definitionIndex.isEmpty else { return nil }
    var end = cursor
    var key: [UInt8]?
    if !isAtFootnoteMark, let (label, labelEnd) = scanner.scanLabel(at: cursor) {
      let labelKey = labelKey(label.lowerBound..<label.upperBound, firstLine: line)
      // Brackets around nothing collapse the reference; brackets around white space are no label.
      if label.isEmpty || !labelKey.isEmpty { end = labelEnd }
      if !labelKey.isEmpty { key = labelKey }
    }
    if key == nil {
      guard !opener.hasBracketAfter, close - opener.cursor.offset <= 2 * Limit.labelLength else { return nil }
      let label = opener.cursor.offset..<close
      key = labelKey(label, firstLine: opener.cursor.line)
    }
    guard let key, !key.isEmpty, key.count <= Limit.labelLength * 4, let index = tables.definitionIndex[key]
    else {
      return nil
    }
    let target = tables.definitions[Int(index)].target
    guard target.byteCount <= expansionBudget else { return nil }
    expansionBudget -= target.byteCount
    return (target, end)
  }

  /// Whether `[^` follows, which is no link label where footnotes are known.
  private var isAtFootnoteMark: Bool {
    syntax.contains(.footnotes) && offset + 1 < lineEnd && bytes[offset] == 0x5B && bytes[offset + 1] == 0x5E
  }

  private func labelKey(_ label: Range<Int>, firstLine: Int) -> [UInt8] {
    guard isInTable else { return LinkLabel.key(of: bytes, label, lines: lines, firstLine: firstLine) }
    var unescaped = Array(bytes[Int(label.lowerBound)..<Int(label.upperBound)])
    InlineText.unescapePipes(in: &unescaped, from: 0)
    return LinkLabel.key(of: unescaped, 0..<unescaped.count)
  }

  // MARK: Footnotes

  /// Whether the brackets hold `^` and a label without space. As on GitHub, nothing in a label is markup,
  /// even when no definition bears it.
  private func isFootnoteReference(_ opener: Bracket, close: Int) -> Bool {
    let start = opener.cursor.offset
    guard syntax.contains(.footnotes), !opener.hasBracketAfter, opener.cursor.line == line, start + 1 < close,
      bytes[start] == 0x5E, close - start <= Limit.labelLength + 1
    else { return false }
    return !bytes[start..<close].contains(where: \.isWhitespace)
  }

  private mutating func finishFootnote(_ opener: Bracket, close: Int) {
    items.removeSubrange((opener.item + 1)...)
    lastDelimiter = opener.previousDelimiter
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = -1 }
    let start = opener.cursor.offset - 1
    let key = LinkLabel.key(of: bytes, start + 2..<close)
    var reference = InlineNode(.text, start, offset)
    if let definition = tables.footnoteIndex[key] {
      reference.kind = .footnoteReference
      reference.payload = definition
    }
    if opener.isImage {
      items[opener.item].endOffset = start
      append(reference)
    } else {
      items.removeLast()
      append(reference)
    }
    textStart = offset
    popBracket()
  }
}
