internal import SourceText

/// Small operations on the text of titles and lines. They run on every line of every post, so all that is ASCII
/// is decided by bytes.
extension StringProtocol {
  /// Without white space at both ends; inner runs of white space become one space.
  var collapsingWhitespace: String {
    if isCollapsed { return String(self) }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var pendingSpace = false
    var bytes = utf8.makeIterator()
    var scalar: [UInt8] = []
    while let byte = bytes.next() {
      scalar.removeAll(keepingCapacity: true)
      if byte >= 0xC0 {
        scalar.append(byte)
        for _ in 1..<(byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) {
          if let next = bytes.next() { scalar.append(next) }
        }
      }
      if scalar.isEmpty ? byte.isWhitespace : isWideSpace(scalar) {
        pendingSpace = !result.isEmpty
        continue
      }
      if pendingSpace { result.append(0x20) }
      pendingSpace = false
      if scalar.isEmpty { result.append(byte) } else { result += scalar }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether ``collapsingWhitespace`` would change nothing; most text is so already.
  private var isCollapsed: Bool {
    var wasSpace = true
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x20 {
        if wasSpace { return false }
        wasSpace = true
      } else if byte < 0x20 || byte == 0xC2 || byte == 0xE3 || byte == 0xEF {
        return false
      } else {
        // U+2000 to U+203F hold the wide spaces, and the quotes and dashes that are as common as those are rare.
        if previous == 0x80, byte <= 0x8B || byte == 0xA8 || byte == 0xA9 || byte == 0xAF { return false }
        wasSpace = false
      }
      previous = byte
    }
    return !wasSpace
  }

  /// Without the given scalars, and white space, at both ends.
  func trimming(_ scalars: [Unicode.Scalar]) -> String {
    let view = Substring(self).unicodeScalars
    guard let first = view.firstIndex(where: { !isDropped($0, scalars) }),
      let last = view.lastIndex(where: { !isDropped($0, scalars) })
    else { return "" }
    return String(Substring(view[first...last]))
  }

  /// Without the given scalars, and white space, at the end.
  func trimmingEnd(_ scalars: [Unicode.Scalar]) -> String {
    let view = Substring(self).unicodeScalars
    guard let last = view.lastIndex(where: { !isDropped($0, scalars) }) else { return "" }
    return String(Substring(view[...last]))
  }

  /// The pieces between spaces, none empty.
  var words: [Substring] {
    Substring(self).utf8.split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace).map {
      Substring($0)
    }
  }

  /// The number of ``words``.
  var wordCount: Int {
    var count = 0
    var isInside = false
    for byte in utf8 {
      let isSpace = byte.isWhitespace
      if !isSpace, !isInside { count += 1 }
      isInside = !isSpace
    }
    return count
  }

  /// Whether there are at least `count` ``words``; looks no further than it must.
  func hasWords(_ count: Int) -> Bool {
    var seen = 0
    var isInside = false
    for byte in utf8 {
      let isSpace = byte.isWhitespace
      if !isSpace, !isInside {
        seen += 1
        if seen == count { return true }
      }
      isInside = !isSpace
    }
    return false
  }

  /// Whether the text ends like a sentence rather than a name.
  var endsLikeASentence: Bool {
    guard let last = trimmingEnd(["\"", "”", "’", ")", "'"]).unicodeScalars.last else { return false }
    return last == "." || last == "…" || last == "!"
  }

  /// The pieces that end in `. ` or `; `, with their marks; an initial's full stop ends none.
  var sentences: [Substring] {
    var sentences: [[Substring]] = [[]]
    for word in words {
      sentences[sentences.count - 1].append(word)
      let ends = (word.hasSuffix(".") && word.utf8.count > 2) || word.hasSuffix(";")
      if ends { sentences.append([]) }
    }
    return sentences.filter { !$0.isEmpty }.map { Substring($0.joined(separator: " ")) }
  }

  /// The first place where `needle` stands, compared by bytes; linear where its first byte is rare.
  func firstRange(of needle: String) -> Range<Index>? {
    let wanted = Array(needle.utf8)
    guard let first = wanted.first else { return nil }
    var start = utf8.startIndex
    while let place = utf8[start...].firstIndex(of: first) {
      if utf8[place...].starts(with: wanted) {
        return place..<utf8.index(place, offsetBy: wanted.count)
      }
      start = utf8.index(after: place)
    }
    return nil
  }
}

/// No-break, en to hair, ideographic and zero-width spaces, and the byte order mark.
private func isWideSpace(_ scalar: [UInt8]) -> Bool {
  switch scalar.count {
  case 2: scalar[0] == 0xC2 && (scalar[1] == 0xA0 || scalar[1] == 0x85)
  case 3:
    (scalar[0] == 0xE2 && scalar[1] == 0x80
      && (scalar[2] <= 0x8B || scalar[2] == 0xA8 || scalar[2] == 0xA9 || scalar[2] == 0xAF))
      || (scalar[0] == 0xE3 && scalar[1] == 0x80 && scalar[2] == 0x80)
      || (scalar[0] == 0xEF && scalar[1] == 0xBB && scalar[2] == 0xBF)
  default: false
  }
}

private func isDropped(_ scalar: Unicode.Scalar, _ scalars: [Unicode.Scalar]) -> Bool {
  (scalar.value < 0x80 ? UInt8(scalar.value).isWhitespace : scalar == "\u{A0}") || scalars.contains(scalar)
}

/// The comparison form of a title: lower case, only letters and digits, words joined by one space.
func comparisonForm(_ title: some StringProtocol) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(title.utf8.count)
  var pendingSpace = false
  func append(_ bytes: some Sequence<UInt8>) {
    if pendingSpace, !result.isEmpty { result.append(0x20) }
    pendingSpace = false
    result += bytes
  }
  for scalar in title.unicodeScalars {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      if byte.isAlphanumeric { append(CollectionOfOne(byte.lowercased)) } else { pendingSpace = true }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      append(scalar.properties.lowercaseMapping.utf8)
    } else if scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .spacingMark
    {
      continue  // A mark belongs to the letter before it.
    } else {
      pendingSpace = true
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// A file-name-safe name for a title: lower case ASCII letters, digits and hyphens (other scripts keep their
/// letters), at most 60 scalars, cut between words.
package func slug(of title: String) -> String {
  let words = comparisonForm(title).split(separator: " ")
  var result = ""
  for word in words {
    let next =
      result.isEmpty ? String(String.UnicodeScalarView(word.unicodeScalars.prefix(60))) : result + "-" + word
    if next.unicodeScalars.count > 60 { break }
    result = next
  }
  return result.isEmpty ? "untitled" : result
}
