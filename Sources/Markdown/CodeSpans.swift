import SourceText

/// Where the last run of each length of backticks was seen, so that no run is looked for twice.
struct BacktickTable {
  private var lastSeen: [Int] = []
  private var isComplete = false

  mutating func reset() {
    guard !lastSeen.isEmpty else { return }
    lastSeen.removeAll(keepingCapacity: true)
    isComplete = false
  }

  /// Whether a closing run of that length can come after an offset.
  func mayHaveRun(of length: Int, after offset: Int) -> Bool {
    !isComplete || (length < lastSeen.count && lastSeen[length] > offset)
  }

  mutating func note(length: Int, at offset: Int) {
    while lastSeen.count <= length { lastSeen.append(-1) }
    if lastSeen[length] < offset { lastSeen[length] = offset }
  }

  mutating func complete() {
    isComplete = true
  }
}

extension InlineParser {
  /// CommonMark 0.31.2, 6.1: a code span ends at the next run of as many backticks.
  mutating func parseCodeSpan() {
    let start = offset
    var end = start
    while end < lineEnd, bytes[end] == 0x60 { end += 1 }
    let length = end - start
    backticks.note(length: length, at: start)
    if backticks.mayHaveRun(of: length, after: start), let close = scanClosingBackticks(length, from: end) {
      flushText(to: start)
      append(InlineNode(.code, start, close.offset, payload: line))
      move(to: close)
      textStart = offset
    } else {
      offset = end
    }
  }

  private mutating func scanClosingBackticks(_ length: Int, from start: Int) -> LeafCursor? {
    var index = start
    var currentLine = line
    var currentEnd = lineEnd
    while true {
      while index < currentEnd {
        guard bytes[index] == 0x60 else {
          index += 1
          continue
        }
        let run = index
        while index < currentEnd, bytes[index] == 0x60 { index += 1 }
        if index - run == length { return LeafCursor(offset: index, line: currentLine, lineEnd: currentEnd) }
        backticks.note(length: index - run, at: run)
      }
      currentLine += 1
      guard currentLine < endLine else { break }
      index = lines[currentLine].start
      currentEnd = lines[currentLine].end
    }
    backticks.complete()
    return nil
  }
}
