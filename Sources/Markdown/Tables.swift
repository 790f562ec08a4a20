import SourceText

extension BlockParser {
  /// GFM 4.10: a delimiter row makes a table of the line above it, when both have as many cells.
  mutating func openTable() -> Bool {
    guard syntax.contains(.tables), interruptsParagraph, let columns = scanDelimiterRow() else {
      return false
    }
    let headerLine = (blocks[leaf].first + blocks[leaf].count) - 1
    let header = lines[headerLine]
    let rowEnd = trimmedEnd(from: header.start, to: header.end)
    guard countCells(from: header.start, to: rowEnd) == columns.count else { return false }
    splitParagraph(before: headerLine)
    openLeaf(.table, start: header.start, end: trimmedEnd(from: textOffset, to: lineEnd))
    blocks[leaf].first = alignments.count
    blocks[leaf].count = columns.count
    alignments += columns
    completedCells = 0
    addRow(from: header.start, to: rowEnd, flags: .header)
    return true
  }

  /// Takes the last line off the open paragraph and closes what stays of it.
  private mutating func splitParagraph(before headerLine: Int) {
    lines.removeLast()
    if blocks[leaf].count == 1 {
      blocks.removeLast()
      leaf = -1
      return
    }
    blocks[leaf].count -= 1
    closeLeaf()
  }

  mutating func addTableRow() -> Bool {
    let end = trimmedEnd(from: textOffset, to: lineEnd)
    let columnCount = blocks[leaf].count
    let cellCount = countCells(from: textOffset, to: end)
    guard cellCount > 0 else { return false }
    completedCells += columnCount - min(columnCount, cellCount)
    guard completedCells <= Limit.completedCells else { return false }
    addRow(from: textOffset, to: end, flags: [])
    extend(leaf, to: end)
    return true
  }

  /// Adds a row and its cells; cells beyond the last column are left out, missing ones are not made up.
  private mutating func addRow(from start: Int, to end: Int, flags: Block.Flags) {
    let table = leaf
    let row = blocks.count
    blocks.append(Block(.tableRow, start: start, end: end, index: row))
    blocks[row].flags = flags
    let columnCount = blocks[table].count
    var splitter = CellSplitter(start: start, end: end, bytes: bytes)
    var column = 0
    while column < columnCount, let cell = splitter.next(in: bytes) {
      var block = Block(.tableCell, start: cell.start, end: cell.end, index: blocks.count)
      block.flags = flags
      block.detail = alignments[blocks[table].first + column].rawValue
      block.first = lines.count
      block.count = 1
      lines.append(cell)
      blocks.append(block)
      column += 1
    }
    blocks[row].subtreeEndIndex = blocks.count
  }

  private func countCells(from start: Int, to end: Int) -> Int {
    var splitter = CellSplitter(start: start, end: end, bytes: bytes)
    var count = 0
    while splitter.next(in: bytes) != nil { count += 1 }
    return count
  }

  private func scanDelimiterRow() -> [ColumnAlignment]? {
    var columns: [ColumnAlignment] = []
    var index = textOffset
    func skipSpaces() { while index < lineEnd, bytes[index].isTableSpace { index += 1 } }
    if bytes[index] == 0x7C { index += 1 }
    skipSpaces()
    while index < lineEnd {
      let isLeft = bytes[index] == 0x3A
      if isLeft { index += 1 }
      let dashes = index
      while index < lineEnd, bytes[index] == 0x2D { index += 1 }
      guard index > dashes else { return nil }
      let isRight = index < lineEnd && bytes[index] == 0x3A
      if isRight { index += 1 }
      columns.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
      skipSpaces()
      guard index < lineEnd else { break }
      guard bytes[index] == 0x7C else { return nil }
      index += 1
      skipSpaces()
    }
    return columns
  }
}

extension UInt8 {
  /// What GFM's table rows treat as space.
  fileprivate var isTableSpace: Bool { isSpaceOrTab || self == 0x0B || self == 0x0C }
}

/// Cuts a row at its pipes; a backslash keeps the pipe after it (GFM 4.10).
struct CellSplitter {
  private var index: Int
  private let end: Int

  init(start: Int, end: Int, bytes: [UInt8]) {
    index = start < end && bytes[start] == 0x7C ? start + 1 : start
    self.end = end
  }

  /// The next cell without the spaces around it; nil at the end of the row.
  mutating func next(in bytes: [UInt8]) -> LineSlice? {
    guard index < end else { return nil }
    let start = index
    while index < end, bytes[index] != 0x7C {
      index += bytes[index] == 0x5C && index + 1 < end && bytes[index + 1] == 0x7C ? 2 : 1
    }
    var first = start
    var last = index
    while first < last, bytes[first].isTableSpace { first += 1 }
    while last > first, bytes[last - 1].isTableSpace { last -= 1 }
    index += 1
    return LineSlice(first, last)
  }
}
