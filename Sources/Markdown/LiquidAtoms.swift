import SourceText

/// Where the last `}}` and the last `%}` of a line stand, so that an end that does not come is looked for
/// once a line.
struct LiquidBounds {
  private var lineEnd = -1
  private var lastObjectEnd = 0
  private var lastTagEnd = 0

  /// Looks the ends up; once for each line.
  mutating func find(in bytes: [UInt8], from start: Int, to lineEnd: Int) {
    guard self.lineEnd != lineEnd else { return }
    self.lineEnd = lineEnd
    lastObjectEnd = 0
    lastTagEnd = 0
    var index = lineEnd - 1
    while index > start, lastObjectEnd == 0 || lastTagEnd == 0 {
      if bytes[index] == 0x7D {
        if bytes[index - 1] == 0x7D, lastObjectEnd == 0 { lastObjectEnd = index }
        if bytes[index - 1] == 0x25, lastTagEnd == 0 { lastTagEnd = index }
      }
      index -= 1
    }
  }

  func canEnd(isTag: Bool, after offset: Int, lineEnd: Int) -> Bool {
    lineEnd != self.lineEnd || offset < (isTag ? lastTagEnd : lastObjectEnd)
  }
}

extension LeafScanner {
  /// The end of a Liquid atom that starts at an offset, or nil; an atom ends on its line.
  func scanLiquid(from start: Int, lineEnd: Int) -> Int? {
    guard start + 3 < lineEnd, bytes[start] == 0x7B, bytes[start + 1] == 0x7B || bytes[start + 1] == 0x25
    else {
      return nil
    }
    let isTag = bytes[start + 1] == 0x25
    guard liquid.canEnd(isTag: isTag, after: start, lineEnd: lineEnd) else { return nil }
    let closer: UInt8 = isTag ? 0x25 : 0x7D
    var index = start + 2
    while index + 1 < lineEnd {
      if bytes[index] == closer, bytes[index + 1] == 0x7D { return index + 2 }
      index += 1
    }
    return nil
  }
}

extension InlineParser {
  /// `{{ ... }}` or `{% ... %}`: nothing in it is Markdown.
  mutating func parseLiquid() {
    liquid.find(in: bytes, from: offset, to: lineEnd)
    guard let end = scanner.scanLiquid(from: offset, lineEnd: lineEnd) else {
      offset += 1
      return
    }
    flushText(to: offset)
    append(InlineNode(.liquid, offset, end))
    offset = end
    textStart = end
  }

  /// A destination that begins with a Liquid atom can hold spaces, up to the closing parenthesis on its line.
  func scanLiquidTarget(_ scanner: LeafScanner, at start: LeafCursor) -> (LinkTarget, LeafCursor)? {
    guard scanner.scanLiquid(from: start.offset, lineEnd: start.lineEnd) != nil else { return nil }
    var end = start
    var depth = 0
    while end.offset < end.lineEnd {
      let byte = bytes[end.offset]
      if byte == 0x7B, let atomEnd = scanner.scanLiquid(from: end.offset, lineEnd: end.lineEnd) {
        end.offset = atomEnd
        continue
      }
      if byte == 0x28 { depth += 1 }
      if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > Limit.parenthesisDepth { return nil }
      end.offset += 1
    }
    guard end.offset < end.lineEnd else { return nil }
    var target = LinkTarget()
    target.isInTable = isInTable
    target.destinationStart = start.offset
    var last = end.offset
    while bytes[last - 1].isSpaceOrTab { last -= 1 }
    target.destinationEnd = last
    end.offset += 1
    return (target, end)
  }
}
