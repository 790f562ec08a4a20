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
