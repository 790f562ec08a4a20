/// A place in a file as people count: line and column, both 1-based.
///
/// A column counts Unicode scalars, each invalid byte as one; a tab is one column.
package struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package var description: String { "\(line):\(column)" }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// The starts of the lines of a file, from which positions are derived on demand.
///
/// LF, CRLF and a lone CR end a line (CommonMark 0.31.2, 2.1; YAML 1.2.2, 5.4). Built in one pass; looking up a
/// position costs O(log lines + length of the line).
package struct LineTable: Sendable {
  private let lineStarts: [Int32]
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    lineStarts = bytes.withUnsafeBufferPointer { LineTable.lineStarts($0) }
    self.bytes = bytes
  }

  /// Goes from line feed to line feed by `memchr`, which skips sixteen bytes and more at a time, and looks between them
  /// for carriage returns in the same way.
  private static func lineStarts(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(bytes.count / 64)
    var nextReturn = bytes.firstOffset(of: 0x0D, in: 0..<bytes.count) ?? bytes.count
    var feed = bytes.firstOffset(of: 0x0A, in: 0..<bytes.count) ?? bytes.count
    while feed < bytes.count || nextReturn < bytes.count {
      if nextReturn + 1 == feed, feed < bytes.count { nextReturn = feed }
      let end = min(feed, nextReturn)
      starts.append(Int32(end + 1))
      if nextReturn <= end {
        nextReturn = bytes.firstOffset(of: 0x0D, in: end + 1..<bytes.count) ?? bytes.count
      }
      if feed <= end { feed = bytes.firstOffset(of: 0x0A, in: end + 1..<bytes.count) ?? bytes.count }
    }
    return starts
  }

  /// The number of lines; text after the last line ending, even none, is a line.
  package var lineCount: Int { lineStarts.count }

  /// The 1-based line that holds the byte at `offset`; the end of the file belongs to the last line.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  package func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let start = Int(lineStarts[line - 1])
    let end = min(offset, bytes.count)
    return SourcePosition(line: line, column: start < end ? scalarCount(start..<end) + 1 : 1)
  }

  private func scalarCount(_ range: Range<Int>) -> Int {
    let bytes = bytes[range]
    return bytes.allSatisfy { $0 < 0x80 }
      ? bytes.count : String(decoding: bytes, as: UTF8.self).unicodeScalars.count
  }

  /// The bytes of a 1-based line, without its line ending.
  package func contentSpan(ofLine line: Int) -> SourceSpan {
    let start = Int(lineStarts[line - 1])
    var end = line < lineStarts.count ? Int(lineStarts[line]) : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return SourceSpan(start, end)
  }
}
