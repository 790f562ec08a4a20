internal import Publishing

/// The window of a source line around a span, with the mark that goes under it.
struct SourceExcerpt {
  /// The line, or the part of it that fits: tabs as spaces, controls visible, bytes that are no UTF-8 as `\xNN`.
  let text: String
  /// Spaces up to the span, then `^~~~`.
  let mark: String

  /// One scalar or stray byte as it is shown.
  private struct Cell {
    let offset: Int
    let width: Int
  }

  /// - Parameters:
  ///   - line: without its line ending; indices are offsets into the file.
  ///   - range: may go on after the line, or be empty.
  ///   - width: the columns to keep to, at least 12.
  init(_ line: ArraySlice<UInt8>, marking range: Range<Int>, width: Int) {
    if line.count <= width, line.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      // Shown as it stands, a column a byte.
      let marked = range.clamped(to: line.indices)
      text = String(decoding: line, as: UTF8.self)
      mark = SourceExcerpt.mark(after: marked.lowerBound - line.startIndex, columns: marked.count)
      return
    }
    let near = SourceExcerpt.clip(line, around: range.lowerBound, width: width)
    let (cells, replacements) = SourceExcerpt.cells(near)
    func columns(_ cells: ArraySlice<Cell>) -> Int { cells.reduce(0) { $0 + $1.width } }
    let start = cells.firstIndex { $0.offset >= range.lowerBound } ?? cells.count
    let end = cells.firstIndex { $0.offset >= max(range.lowerBound, range.upperBound) } ?? cells.count
    let window = SourceExcerpt.window(
      cells, from: start, markWidth: columns(cells[start..<end]), width: width)
    let opening = window.lowerBound > 0 || near.startIndex > line.startIndex ? "…" : ""
    let closing = window.upperBound < cells.count || near.endIndex < line.endIndex ? "…" : ""
    text = opening + SourceExcerpt.text(of: window, in: cells, replacements, near) + closing
    let before = columns(cells[window.lowerBound..<start]) + (opening.isEmpty ? 0 : 1)
    let marked = columns(cells[start..<max(start, min(end, window.upperBound))])
    mark = SourceExcerpt.mark(after: before, columns: marked)
  }

  /// `^~~~` behind so many spaces, at least `^`.
  private static func mark(after spaceCount: Int, columns: Int) -> String {
    let count = spaceCount + max(1, columns)
    return String(unsafeUninitializedCapacity: count) { mark in
      for index in 0..<count { mark[index] = UInt8(ascii: index < spaceCount ? " " : "~") }
      mark[spaceCount] = UInt8(ascii: "^")
      return count
    }
  }

  /// The part of a line that can fall into the window, since a line can be as long as its file.
  private static func clip(_ line: ArraySlice<UInt8>, around offset: Int, width: Int) -> ArraySlice<UInt8> {
    let reach = 8 * width
    let end = min(line.endIndex, offset + reach)
    var start = min(end, max(line.startIndex, offset - reach))
    while start > line.startIndex, start < min(offset, end), line[start] & 0xC0 == 0x80 { start += 1 }
    return line[start..<end]
  }

  /// The cells to show: all when they fit, else those around the start of the span.
  private static func window(_ cells: [Cell], from start: Int, markWidth: Int, width: Int) -> Range<Int> {
    guard cells.reduce(0, { $0 + $1.width }) > width else { return cells.indices }
    let room = max(10, width - 2)
    let lead = max(room / 4, min(room / 2, room - markWidth))
    var first = start
    var used = 0
    while first > 0, used + cells[first - 1].width <= lead {
      first -= 1
      used += cells[first].width
    }
    var end = start
    while end < cells.count, used + cells[end].width <= room {
      used += cells[end].width
      end += 1
    }
    while first > 0, used + cells[first - 1].width <= room {
      first -= 1
      used += cells[first].width
    }
    return first..<end
  }

  /// The cells of a line, and what is shown for those by index that do not stand for themselves.
  private static func cells(_ line: ArraySlice<UInt8>) -> (cells: [Cell], replacements: [Int: String]) {
    var cells: [Cell] = []
    cells.reserveCapacity(line.count)
    var replacements: [Int: String] = [:]
    var offset = line.startIndex
    var column = 0
    while offset < line.endIndex {
      var cell = Cell(offset: offset, width: 1)
      var length = 1
      if line[offset] < 0x20 || line[offset] >= 0x7F {
        let replacement: String?
        (cell, replacement, length) = self.cell(line, at: offset, column)
        replacements[cells.count] = replacement
      }
      cells.append(cell)
      column += cell.width
      offset += length
    }
    return (cells, replacements)
  }

  /// The cell of what is not printable ASCII, what is shown for it, and the bytes it takes.
  private static func cell(
    _ line: ArraySlice<UInt8>, at offset: Int, _ column: Int
  ) -> (Cell, replacement: String?, length: Int) {
    let (scalar, length) = decode(line, at: offset)
    guard let scalar else {
      let text = "\\x" + hexadecimal(line[offset])
      return (Cell(offset: offset, width: text.utf8.count), text, length)
    }
    let text =
      scalar == "\t"
      ? String(repeating: " ", count: 4 - column % 4) : VisibleText.replacement(for: scalar)
    guard let text else { return (Cell(offset: offset, width: DisplayWidth.of(scalar)), nil, length) }
    let only = text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil
    return (Cell(offset: offset, width: only.map { DisplayWidth.of($0) } ?? text.utf8.count), text, length)
  }

  private static func text(
    of window: Range<Int>, in cells: [Cell], _ replacements: [Int: String], _ line: ArraySlice<UInt8>
  ) -> String {
    func offset(_ index: Int) -> Int { index < cells.count ? cells[index].offset : line.endIndex }
    var bytes: [UInt8] = []
    var start = offset(window.lowerBound)
    for index in replacements.isEmpty ? 0..<0 : window {
      guard let replacement = replacements[index] else { continue }
      bytes += line[start..<offset(index)]
      bytes += replacement.utf8
      start = offset(index + 1)
    }
    bytes += line[start..<offset(window.upperBound)]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The scalar at `offset` and the bytes it takes; a byte that starts none stands alone.
  private static func decode(_ line: ArraySlice<UInt8>, at offset: Int) -> (Unicode.Scalar?, Int) {
    var decoder = UTF8()
    var iterator = line[offset...].prefix(4).makeIterator()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): return (scalar, UTF8.width(scalar))
    case .emptyInput, .error: return (nil, 1)
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
