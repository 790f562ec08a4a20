import SourceText

/// The raw HTML that safe output lets through.
enum HTMLAllowList {
  /// Phrasing elements that run nothing and load nothing but an image.
  static let elements: Set<String> = [
    "a", "b", "br", "cite", "code", "del", "em", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "u", "var",
  ]
  static let voidElements: Set<String> = ["br", "img"]
  static let attributes: [String: Set<String>] = [
    "a": ["href", "title"],
    "img": ["src", "alt", "title", "width", "height"],
  ]
}

extension HTMLWriter {
  /// Writes raw HTML with allowed tags made anew, comments left out, and everything else escaped.
  mutating func writeSanitized(_ raw: [UInt8]) {
    var index = 0
    var hasNoCommentEnd = false
    while index < raw.count {
      guard raw[index] == 0x3C else {
        HTMLEscaping.append(raw[index], to: &output)
        index += 1
        continue
      }
      if !hasNoCommentEnd, raw[index...].starts(with: "<!--".utf8) {
        let end = commentEnd(raw, from: index)
        hasNoCommentEnd = end == nil
        if end == nil { write("&lt;") }
        index = end ?? index + 1
      } else if let tag = RawTag(raw, at: index), HTMLAllowList.elements.contains(tag.name) {
        writeTag(tag)
        index = tag.end
      } else {
        write("&lt;")
        index += 1
      }
    }
  }

  /// Ends the allowed tags that a leaf has left open.
  mutating func closeTags() {
    while let name = openTags.popLast() { write("</\(name)>") }
  }

  private func commentEnd(_ raw: [UInt8], from start: Int) -> Int? {
    if raw[(start + 4)...].starts(with: ">".utf8) { return start + 5 }
    if raw[(start + 4)...].starts(with: "->".utf8) { return start + 6 }
    var index = start + 4
    while index + 2 < raw.count {
      if raw[index] == 0x2D, raw[index + 1] == 0x2D, raw[index + 2] == 0x3E { return index + 3 }
      index += 1
    }
    return nil
  }

  private mutating func writeTag(_ tag: RawTag) {
    if tag.isClosing {
      // Only the innermost open tag can be closed, so that the output nests.
      if openTags.last == tag.name {
        openTags.removeLast()
        write("</\(tag.name)>")
      }
      return
    }
    write("<\(tag.name)")
    for (name, value) in tag.attributes where HTMLAllowList.attributes[tag.name]?.contains(name) ?? false {
      var decoded: [UInt8] = []
      TextDecoder.appendReferences(value, to: &decoded)
      let isURL = name == "href" || name == "src"
      if isURL, !URLSafety.isSafe(decoded) { continue }
      write(" \(name)=\"")
      if isURL {
        HTMLEscaping.appendURL(decoded, to: &output)
      } else {
        HTMLEscaping.append(decoded, to: &output)
      }
      write("\"")
    }
    let isVoid = HTMLAllowList.voidElements.contains(tag.name)
    write(isVoid ? " />" : ">")
    if !isVoid { openTags.append(tag.name) }
  }
}

/// A tag that is read out of raw HTML.
struct RawTag {
  private(set) var name = ""
  private(set) var isClosing = false
  private(set) var attributes: [(name: String, value: [UInt8])] = []
  /// The offset after `>`.
  private(set) var end = 0

  /// Nil when there is no complete tag, as CommonMark 0.31.2, 6.6 defines it, at the offset.
  init?(_ raw: [UInt8], at start: Int) {
    let scanner = LeafScanner(
      bytes: raw, lines: [LineSlice(start, raw.count)], endLine: 1, syntax: .commonMark)
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
