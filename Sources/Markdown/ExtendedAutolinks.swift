import SourceText

extension InlineParser {
  /// GFM 6.9: `www.` and a domain.
  mutating func parseWWWAutolink() {
    let start = offset - 3
    offset += 1
    guard start >= textStart, brackets.isEmpty, bytes[start] | 0x20 == 0x77, bytes[start + 1] | 0x20 == 0x77,
      bytes[start + 2] | 0x20 == 0x77, canPrecedeAutolink(start),
      let domainEnd = scanDomain(from: start, needsDot: true)
    else { return }
    finishAutolink(from: start, domainEnd: domainEnd, flags: [.bare, .www])
  }

  /// GFM 6.9: `http://`, `https://` or `ftp://` and a domain.
  mutating func parseSchemeAutolink() {
    let colon = offset
    offset += 1
    guard brackets.isEmpty, colon + 3 < lineEnd, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F else {
      return
    }
    var start = colon
    while start > textStart, bytes[start - 1].isLetter, colon - start < 6 { start -= 1 }
    guard isScheme(start..<colon), let domainEnd = scanDomain(from: colon + 3, needsDot: false) else {
      return
    }
    finishAutolink(from: start, domainEnd: domainEnd, flags: .bare)
  }

  /// Whether a word is `https`, `http` or `ftp`, in any case.
  private func isScheme(_ range: Range<Int>) -> Bool {
    let schemes: [StaticString] = ["https", "http", "ftp"]
    return schemes.contains { scheme in
      scheme.withUTF8Buffer { scheme in bytes[range].elementsEqual(scheme) { $0.lowercased == $1 } }
    }
  }

  private mutating func finishAutolink(from start: Int, domainEnd: Int, flags: InlineNode.Flags) {
    var end = domainEnd
    while end < lineEnd, !bytes[end].isWhitespace, bytes[end] != 0x3C { end += 1 }
    end = AutolinkEnd.trim(bytes, from: start, to: end)
    guard end > start, end >= offset else { return }
    flushText(to: start)
    append(InlineNode(.autolink, start, end, flags: flags))
    offset = end
    textStart = end
  }

  private func canPrecedeAutolink(_ start: Int) -> Bool {
    guard start > lines[line].start else { return true }
    switch bytes[start - 1] {
    case 0x2A, 0x5F, 0x7E, 0x28: return true
    case let byte: return byte.isWhitespace
    }
  }

  /// The end of a domain: segments of alphanumeric characters, `-` and `_`, with no `_` in the last two of them. A
  /// `_` at the very end is no part of it: it can close emphasis.
  private func scanDomain(from start: Int, needsDot: Bool) -> Int? {
    guard start < lineEnd, isHostByte(bytes[start]) else { return nil }
    var index = start
    var end = start
    var dotCount = 0
    var lastHasUnderscore = false
    var secondLastHasUnderscore = false
    while index < lineEnd {
      let byte = bytes[index]
      index += 1
      if byte == 0x5F { continue }
      guard isHostByte(byte) || byte == 0x2D || byte == 0x2E else { break }
      if end < index - 1 { lastHasUnderscore = true }
      end = index
      guard byte == 0x2E else { continue }
      secondLastHasUnderscore = lastHasUnderscore
      lastHasUnderscore = false
      dotCount += 1
      // As on GitHub: no domain has more segments than this, so a longer one is not judged.
      if dotCount > 10 { return end }
    }
    if lastHasUnderscore || secondLastHasUnderscore || (needsDot && dotCount == 0) { return nil }
    return end
  }

  private func isHostByte(_ byte: UInt8) -> Bool { byte.isAlphanumeric || byte >= 0x80 }
}

/// Where a bare autolink ends (GFM 6.9): not with punctuation, an unbalanced parenthesis, or what looks like
/// an entity.
enum AutolinkEnd {
  static func trim(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = limit
    var surplus = 0
    for index in start..<end {
      if bytes[index] == 0x29 { surplus += 1 } else if bytes[index] == 0x28 { surplus -= 1 }
    }
    while end > start {
      switch bytes[end - 1] {
      case 0x29:
        guard surplus > 0 else { return end }
        surplus -= 1
        end -= 1
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22:
        end -= 1
      case 0x3B:
        var name = end - 1
        while name > start, bytes[name - 1].isLetter { name -= 1 }
        end = name < end - 1 && name > start && bytes[name - 1] == 0x26 ? name - 1 : end - 1
      default:
        return end
      }
    }
    return end
  }
}
