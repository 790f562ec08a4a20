import SourceText

/// A run of `*`, `_` or `~` that can open or close emphasis.
struct Delimiter {
  let byte: UInt8
  let canOpen: Bool
  let canClose: Bool
  @Compact var start: Int
  @Compact var length: Int
  /// How many bytes at the left end have closed something, and at the right end have opened something.
  @Compact var closedCount: Int = 0
  @Compact var openedCount: Int = 0
  /// Neighbours among the runs that can still match; -1 for none.
  @Compact var previous: Int
  @Compact var next: Int = -1
  /// The matches that this run closes: `matchCount` in a row.
  @Compact var firstMatch: Int = 0
  @Compact var matchCount: Int = 0
  /// The last match that this run opens, or -1.
  @Compact var lastOpened: Int = -1

  var remaining: Int { length - closedCount - openedCount }
}

/// A pair of delimiters of equal length: 1 is emphasis, 2 is strong; tildes always strike through.
struct DelimiterMatch {
  @Compact var length: Int
  /// The match that the same run opened before this one, further to the right; or -1.
  @Compact var previousOpened: Int
}

extension InlineParser {
  /// CommonMark 0.31.2, 6.2: a delimiter run, left- or right-flanking by what stands around it.
  mutating func parseDelimiterRun(_ byte: UInt8) {
    let start = offset
    var end = start
    while end < lineEnd, bytes[end] == byte { end += 1 }
    offset = end
    let before = TextClass.of(before: start, in: bytes, from: lines[line].start)
    let after = TextClass.of(at: end, in: bytes, to: lineEnd)
    let isLeftFlanking = after != .whitespace && (after != .punctuation || before != .other)
    let isRightFlanking = before != .whitespace && (before != .punctuation || after != .other)
    var canOpen = isLeftFlanking
    var canClose = isRightFlanking
    if byte == 0x5F {
      canOpen = isLeftFlanking && (!isRightFlanking || before == .punctuation)
      canClose = isRightFlanking && (!isLeftFlanking || after == .punctuation)
    }
    // GFM 6.5: one or two tildes; three or more do not strike through.
    guard canOpen || canClose, byte != 0x7E || end - start <= 2 else { return }
    flushText(to: start)
    let delimiter = Delimiter(
      byte: byte, canOpen: canOpen, canClose: canClose, start: start, length: end - start,
      previous: lastDelimiter)
    if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
    lastDelimiter = delimiters.count
    append(InlineNode(.text, start, end, payload: delimiters.count, flags: .delimiterRun))
    delimiters.append(delimiter)
    needsBuild = true
    textStart = end
  }

  /// CommonMark 0.31.2, appendix, "process emphasis": pairs the runs after `bottom` and takes them off the
  /// list.
  mutating func processDelimiters(after bottom: Int) {
    var openersBottom = [Int](repeating: bottom, count: 18)
    var closer = bottom < 0 ? firstDelimiter() : delimiters[bottom].next
    while closer >= 0 {
      guard delimiters[closer].canClose else {
        closer = delimiters[closer].next
        continue
      }
      let bottomIndex = openersBottomIndex(of: closer)
      let opener = findOpener(for: closer, after: openersBottom[bottomIndex])
      if opener >= 0 {
        closer = match(opener, closer)
      } else {
        openersBottom[bottomIndex] = delimiters[closer].previous
        let next = delimiters[closer].next
        if !delimiters[closer].canOpen { removeDelimiter(closer) }
        closer = next
      }
    }
    removeDelimiters(after: bottom)
  }

  private func firstDelimiter() -> Int {
    var index = lastDelimiter
    while index >= 0, delimiters[index].previous >= 0 { index = delimiters[index].previous }
    return index
  }

  private func openersBottomIndex(of closer: Int) -> Int {
    let delimiter = delimiters[closer]
    let byteIndex = delimiter.byte == 0x2A ? 0 : delimiter.byte == 0x5F ? 6 : 12
    return byteIndex + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
  }

  /// Looks back, but not beyond `bottom`: runs are numbered in source order, and the one at the bottom may be
  /// gone.
  private func findOpener(for closer: Int, after bottom: Int) -> Int {
    let closing = delimiters[closer]
    var opener = closing.previous
    while opener > bottom {
      let opening = delimiters[opener]
      if opening.byte == closing.byte, opening.canOpen {
        // Rules 9 and 10: a run that can do both does not pair when the lengths sum to a multiple of three.
        let isOddMatch =
          (opening.canClose || closing.canOpen) && closing.length % 3 != 0
          && (opening.length + closing.length) % 3 == 0
        if !isOddMatch { return opener }
      }
      opener = opening.previous
    }
    return -1
  }

  /// Records a pair, and returns the run to go on with.
  private mutating func match(_ opener: Int, _ closer: Int) -> Int {
    if delimiters[closer].byte == 0x7E { return matchTildes(opener, closer) }
    let isStrong = delimiters[opener].remaining >= 2 && delimiters[closer].remaining >= 2
    record(opener, closer, length: isStrong ? 2 : 1)
    removeDelimiters(between: opener, and: closer)
    if delimiters[opener].remaining == 0 { removeDelimiter(opener) }
    guard delimiters[closer].remaining == 0 else { return closer }
    let next = delimiters[closer].next
    removeDelimiter(closer)
    return next
  }

  /// As on GitHub: tildes pair only in equal number, and a pair that does not fit is used up.
  private mutating func matchTildes(_ opener: Int, _ closer: Int) -> Int {
    if delimiters[opener].length == delimiters[closer].length {
      record(opener, closer, length: delimiters[closer].length)
    }
    let next = delimiters[closer].next
    removeDelimiters(between: opener, and: closer)
    removeDelimiter(opener)
    removeDelimiter(closer)
    return next
  }

  private mutating func record(_ opener: Int, _ closer: Int, length: Int) {
    if delimiters[closer].matchCount == 0 { delimiters[closer].firstMatch = matches.count }
    delimiters[closer].matchCount += 1
    delimiters[closer].closedCount += length
    delimiters[opener].openedCount += length
    let match = DelimiterMatch(length: length, previousOpened: delimiters[opener].lastOpened)
    delimiters[opener].lastOpened = matches.count
    matches.append(match)
  }

  private mutating func removeDelimiters(between opener: Int, and closer: Int) {
    delimiters[opener].next = closer
    delimiters[closer].previous = opener
  }

  private mutating func removeDelimiter(_ index: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
  }

  private mutating func removeDelimiters(after bottom: Int) {
    lastDelimiter = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }
}
