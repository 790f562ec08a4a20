import SourceText

/// A place in the text of a leaf block: an offset into the source, and the line slice it lies on.
struct LeafCursor {
  var offset: Int
  var line: Int
  var lineEnd: Int
}

/// Looks ahead in the text of a leaf block, across its line slices, and moves nothing.
///
/// The text between two slices (a line ending, markers of containers, indentation) counts as one line feed.
struct LeafScanner {
  let bytes: [UInt8]
  let lines: [LineSlice]
  /// The index after the leaf's last line slice.
  let endLine: Int
  let syntax: MarkdownSyntax
  var liquid = LiquidBounds()

  func cursor(atLine line: Int) -> LeafCursor {
    LeafCursor(offset: lines[line].start, line: line, lineEnd: lines[line].end)
  }

  func isAtEnd(_ cursor: LeafCursor) -> Bool {
    cursor.offset >= cursor.lineEnd && cursor.line + 1 >= endLine
  }

  /// The byte at a place; a line feed at the end of a line; 0 at the end of the leaf.
  func byte(at cursor: LeafCursor) -> UInt8 {
    if cursor.offset < cursor.lineEnd { return bytes[cursor.offset] }
    return cursor.line + 1 < endLine ? 0x0A : 0
  }

  func advance(_ cursor: inout LeafCursor) {
    if cursor.offset < cursor.lineEnd {
      cursor.offset += 1
    } else if cursor.line + 1 < endLine {
      cursor.line += 1
      cursor.offset = lines[cursor.line].start
      cursor.lineEnd = lines[cursor.line].end
    }
  }

  /// Skips spaces, tabs and up to one line ending. Returns whether there was any.
  @discardableResult
  func skipWhitespace(_ cursor: inout LeafCursor) -> Bool {
    let start = cursor
    skipSpaces(&cursor)
    if cursor.offset >= cursor.lineEnd, cursor.line + 1 < endLine {
      advance(&cursor)
      skipSpaces(&cursor)
    }
    return cursor.offset != start.offset || cursor.line != start.line
  }

  func skipSpaces(_ cursor: inout LeafCursor) {
    while cursor.offset < cursor.lineEnd, bytes[cursor.offset].isSpaceOrTab { cursor.offset += 1 }
  }

  // MARK: Parts of links

  /// CommonMark 0.31.2, 6.3: what stands between brackets in `[label]`. Nil when it is not a label.
  func scanLabel(at start: LeafCursor) -> (label: Range<Int>, end: LeafCursor)? {
    var cursor = start
    guard byte(at: cursor) == 0x5B else { return nil }
    advance(&cursor)
    let labelStart = cursor.offset
    var length = 0
    while !isAtEnd(cursor) {
      switch byte(at: cursor) {
      case 0x5D:
        let labelEnd = cursor.offset
        advance(&cursor)
        return (labelStart..<max(labelStart, labelEnd), cursor)
      case 0x5B:
        return nil
      case 0x5C:
        advance(&cursor)
        length += 1
        if byte(at: cursor).isPunctuation { advance(&cursor) }
      default:
        advance(&cursor)
      }
      length += 1
      if length > Limit.labelLength { return nil }
    }
    return nil
  }

  /// CommonMark 0.31.2, 6.3: a destination in angle brackets or bare. The range leaves the brackets out.
  func scanDestination(at start: LeafCursor) -> (destination: Range<Int>, end: LeafCursor)? {
    byte(at: start) == 0x3C ? scanPointyDestination(at: start) : scanBareDestination(at: start)
  }

  private func scanPointyDestination(at start: LeafCursor) -> (destination: Range<Int>, end: LeafCursor)? {
    var end = start
    end.offset += 1
    while end.offset < end.lineEnd {
      switch bytes[end.offset] {
      case 0x3E:
        end.offset += 1
        return (start.offset + 1..<end.offset - 1, end)
      case 0x3C:
        return nil
      case 0x5C where end.offset + 1 < end.lineEnd && bytes[end.offset + 1].isPunctuation:
        end.offset += 2
      default:
        end.offset += 1
      }
    }
    return nil
  }

  private func scanBareDestination(at start: LeafCursor) -> (destination: Range<Int>, end: LeafCursor)? {
    var end = start
    var depth = 0
    scan: while end.offset < end.lineEnd {
      switch bytes[end.offset] {
      case 0x5C where end.offset + 1 < end.lineEnd && bytes[end.offset + 1].isPunctuation:
        end.offset += 2
        continue scan
      case 0x28:
        depth += 1
        if depth > Limit.parenthesisDepth { return nil }
      case 0x29:
        if depth == 0 { break scan }
        depth -= 1
      case 0x7B where syntax.contains(.liquid):
        if let atomEnd = scanLiquid(from: end.offset, lineEnd: end.lineEnd) {
          end.offset = atomEnd
          continue scan
        }
      case 0...0x20, 0x7F:
        break scan
      default:
        break
      }
      end.offset += 1
    }
    return depth == 0 ? (start.offset..<end.offset, end) : nil
  }

  /// CommonMark 0.31.2, 6.3: a title in quotes or parentheses. The range leaves the quotes out; it can run
  /// over lines.
  func scanTitle(at start: LeafCursor) -> (title: Range<Int>, end: LeafCursor)? {
    let opener = byte(at: start)
    let closer: UInt8 = opener == 0x28 ? 0x29 : opener
    guard opener == 0x22 || opener == 0x27 || opener == 0x28 else { return nil }
    var cursor = start
    advance(&cursor)
    let titleStart = cursor.offset
    while !isAtEnd(cursor) {
      let current = byte(at: cursor)
      if current == closer {
        let titleEnd = cursor.offset
        advance(&cursor)
        return (titleStart..<titleEnd, cursor)
      }
      if opener == 0x28, current == 0x28 { return nil }
      advance(&cursor)
      if current == 0x5C, byte(at: cursor).isPunctuation { advance(&cursor) }
    }
    return nil
  }

  // MARK: Definitions

  /// CommonMark 0.31.2, 4.7. Returns the definition, the key of its label, and the index of the line after it.
  func scanDefinition(at start: LeafCursor) -> (LinkDefinition, key: [UInt8], nextLine: Int)? {
    guard let (label, labelEnd) = scanLabel(at: start), byte(at: labelEnd) == 0x3A else { return nil }
    var definition = LinkDefinition()
    definition.label = label.lowerBound..<label.upperBound
    let key = LinkLabel.key(of: bytes, definition.label, lines: lines, firstLine: start.line)
    guard !key.isEmpty else { return nil }
    var cursor = labelEnd
    advance(&cursor)
    skipWhitespace(&cursor)
    guard !isAtEnd(cursor), byte(at: cursor) != 0x0A, let (destination, end) = scanDestination(at: cursor),
      byte(at: cursor) == 0x3C || !destination.isEmpty
    else { return nil }
    definition.target.destinationStart = destination.lowerBound
    definition.target.destinationEnd = destination.upperBound
    if let (title, titleStart, afterTitle) = scanDefinitionTitle(at: end) {
      definition.target.titleStart = title.lowerBound
      definition.target.titleEnd = title.upperBound
      definition.target.titleLine = titleStart.line
      return (definition, key, afterTitle.line + 1)
    }
    cursor = end
    skipSpaces(&cursor)
    return cursor.offset >= cursor.lineEnd ? (definition, key, cursor.line + 1) : nil
  }

  /// A title after whitespace, with nothing else on its last line.
  private func scanDefinitionTitle(
    at start: LeafCursor
  ) -> (title: Range<Int>, start: LeafCursor, end: LeafCursor)? {
    var cursor = start
    guard skipWhitespace(&cursor), case (let title, var end)? = scanTitle(at: cursor) else { return nil }
    skipSpaces(&end)
    guard end.offset >= end.lineEnd else { return nil }
    return (title, titleCursor(after: cursor), end)
  }

  /// The place of the first byte inside the quotes.
  func titleCursor(after quote: LeafCursor) -> LeafCursor {
    var cursor = quote
    advance(&cursor)
    return cursor
  }
}
