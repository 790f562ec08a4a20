import SourceText

/// A tag that is read out of raw HTML.
package struct RawTag {
  /// In lower case.
  package private(set) var name = ""
  /// Whether the tag begins with `</`.
  package private(set) var isClosing = false
  /// In order; names in lower case, values as written, without quotes and with character references.
  package private(set) var attributes: [(name: String, value: [UInt8])] = []
  /// The offset after `>`.
  package private(set) var end = 0

  /// Nil when there is no complete tag, as CommonMark 0.31.2, 6.6 defines it, at the offset and before `limit` (the
  /// end of `raw`, when nil). Costs time linear in the length up to the limit where there is none.
  package init?(_ raw: [UInt8], at start: Int, limit: Int? = nil) {
    let scanner = LeafScanner(
      bytes: raw, lines: [LineSlice(start, limit ?? raw.count)], endLine: 1, syntax: .commonMark)
    guard let end = scanner.scanTag(at: scanner.cursor(atLine: 0)) else { return nil }
    self.end = end.offset
    var index = start + 1
    if raw[index] == 0x2F {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while raw[index].isAlphanumeric || raw[index] == 0x2D { index += 1 }
    name = String(decoding: raw[nameStart..<index].map(\.lowercased), as: UTF8.self)
    while let attribute = Self.readAttribute(raw, &index, end: self.end - 1) { attributes.append(attribute) }
  }

  private static func readAttribute(
    _ raw: [UInt8], _ index: inout Int, end: Int
  ) -> (name: String, value: [UInt8])? {
    while index < end, raw[index].isWhitespace || raw[index] == 0x2F { index += 1 }
    let start = index
    while index < end, !raw[index].isWhitespace, raw[index] != 0x3D, raw[index] != 0x2F { index += 1 }
    guard index > start else { return nil }
    let name = String(decoding: raw[start..<index].map(\.lowercased), as: UTF8.self)
    var next = index
    while next < end, raw[next].isWhitespace { next += 1 }
    guard next < end, raw[next] == 0x3D else { return (name, []) }
    next += 1
    while next < end, raw[next].isWhitespace { next += 1 }
    guard next < end else { return (name, []) }
    let quote = raw[next]
    let isQuoted = quote == 0x22 || quote == 0x27
    let valueStart = isQuoted ? next + 1 : next
    index = valueStart
    while index < end, isQuoted ? raw[index] != quote : !raw[index].isWhitespace { index += 1 }
    let value = Array(raw[valueStart..<index])
    if isQuoted { index += 1 }
    return (name, value)
  }
}
