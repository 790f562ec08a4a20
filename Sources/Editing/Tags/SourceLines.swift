internal import SourceText

/// The lines around places in a file; LF, CRLF and CR end lines.
struct SourceLines {
  let bytes: [UInt8]
  let standardEnding: [UInt8]

  /// Where the line starts that holds `offset`.
  func start(_ offset: Int) -> Int {
    var start = offset
    while start > 0, !bytes[start - 1].isLineEnding { start -= 1 }
    return start
  }

  /// Where the line ends that holds `offset`, before its line ending.
  func end(_ offset: Int) -> Int {
    var end = offset
    while end < bytes.count, !bytes[end].isLineEnding { end += 1 }
    return end
  }

  /// Where the line ends, before its line ending, that stands above the one that starts at `start`; nil for the first.
  func end(before start: Int) -> Int? {
    guard start > 0 else { return nil }
    let isPair = bytes[start - 1] == 0x0A && start > 1 && bytes[start - 2] == 0x0D
    return isPair ? start - 2 : start - 1
  }

  /// Where the next line starts; the end of the file behind the last line.
  func next(_ offset: Int) -> Int {
    let end = end(offset)
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  /// The bytes that end the line that holds `offset`, or else those that end lines in this file.
  func ending(_ offset: Int) -> [UInt8] {
    let (end, next) = (end(offset), next(offset))
    return end < next ? Array(bytes[end..<next]) : standardEnding
  }

  /// The first offset from `offset` on that holds neither space nor tab.
  func skippingSpaces(_ offset: Int) -> Int {
    var index = offset
    while index < bytes.count, bytes[index].isSpaceOrTab { index += 1 }
    return index
  }

  /// Whether nothing but spaces and tabs stands between two offsets.
  func isBlank(_ lower: Int, _ upper: Int) -> Bool {
    bytes[lower..<upper].allSatisfy(\.isSpaceOrTab)
  }

  func holds(_ text: String, at offset: Int) -> Bool {
    bytes[offset...].starts(with: text.utf8)
  }
}
