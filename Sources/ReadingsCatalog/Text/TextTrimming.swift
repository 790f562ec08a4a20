internal import SourceText

// MARK: White space

extension ByteText {
  /// Without white space at both ends; inner runs of white space become one space. Most text is so already, and
  /// then nothing is copied.
  var collapsingWhitespace: ByteText {
    var start = startIndex
    var end = endIndex
    while start < end, storage[start].isWhitespace { start += 1 }
    while start < end, storage[end - 1].isWhitespace { end -= 1 }
    let rest = self[start..<end]
    return rest.mayHaveWideSpace ? ByteText(rest.collapsedBytes) : rest
  }

  /// Whether there may be white space other than single spaces, given that there is no ASCII one at the ends.
  private var mayHaveWideSpace: Bool {
    withBytes { bytes in
      // Loops that cannot end early look at many bytes at a time: the difference to a byte is 0 where it stands.
      var least: UInt8 = 0xFF
      var pair: UInt8 = 0xFF
      var bits: UInt8 = 0
      for byte in bytes {
        least = Swift.min(least, byte)
        bits |= byte
      }
      for index in 1..<Swift.max(1, bytes.count) {
        pair = Swift.min(pair, (bytes[index] ^ 0x20) | (bytes[index - 1] ^ 0x20))
      }
      if least < 0x20 || pair == 0 { return true }
      return bits >= 0x80 && ByteText.wideSpaceLeads.contains(where: hasWideSpace)
    }
  }

  /// The bytes that wide spaces begin with, as do quotes, dashes and the marks of Han texts.
  private static let wideSpaceLeads: [UInt8] = [0xC2, 0xE2, 0xE3, 0xEF]

  private func hasWideSpace(with lead: UInt8) -> Bool {
    var place = startIndex
    while let found = offset(of: lead, from: place) {
      if wideSpaceLength(at: found) > 0 { return true }
      place = found + 1
    }
    return false
  }

  private var collapsedBytes: [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { result, length in
      withBytes { bytes in
        var index = 0
        var pendingSpace = false
        while index < bytes.count {
          let byte = bytes[index]
          let spaceLength =
            byte < 0x80 ? (byte.isWhitespace ? 1 : 0) : wideSpaceLength(at: startIndex + index)
          if spaceLength > 0 {
            pendingSpace = length > 0
            index += spaceLength
            continue
          }
          if pendingSpace {
            result[length] = 0x20
            length += 1
            pendingSpace = false
          }
          result[length] = byte
          length += 1
          index += 1
        }
      }
    }
  }

  /// The length of a no-break, en to hair, ideographic or zero-width space, or of a byte order mark; else 0.
  private func wideSpaceLength(at offset: Int) -> Int {
    func byte(_ distance: Int) -> UInt8 {
      offset + distance < endIndex ? storage[offset + distance] : 0
    }
    switch storage[offset] {
    case 0xC2: return byte(1) == 0xA0 || byte(1) == 0x85 ? 2 : 0
    case 0xE2:
      let last = byte(2)
      return byte(1) == 0x80 && last >= 0x80 && (last <= 0x8B || last == 0xA8 || last == 0xA9 || last == 0xAF)
        ? 3 : 0
    case 0xE3: return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0
    case 0xEF: return byte(1) == 0xBB && byte(2) == 0xBF ? 3 : 0
    default: return 0
    }
  }
}

// MARK: Trimming

extension ByteText {
  /// Without white space at both ends.
  var trimmed: ByteText { trimming("") }

  /// Without the scalars of `marks`, and white space, at both ends.
  func trimming(_ marks: StaticString) -> ByteText {
    trimmingStart(marks).trimmingEnd(marks)
  }

  /// Without the scalars of `marks`, and white space, at the start.
  func trimmingStart(_ marks: StaticString) -> ByteText {
    var start = startIndex
    while start < endIndex, !storage[start].isAlphanumeric {
      let (scalar, length) = scalar(at: start)
      guard scalar.isDropped(marks) else { break }
      start += length
    }
    return start == startIndex ? self : self[start..<endIndex]
  }

  /// Without the scalars of `marks`, and white space, at the end.
  func trimmingEnd(_ marks: StaticString) -> ByteText {
    var end = endIndex
    while end > startIndex, !storage[end - 1].isAlphanumeric {
      if storage[end - 1] < 0x80 {
        guard Unicode.Scalar(storage[end - 1]).isDropped(marks) else { break }
        end -= 1
      } else {
        let rest = self[startIndex..<end]
        guard let scalar = rest.lastScalar, scalar.isDropped(marks) else { break }
        end = rest.droppingLastScalar.endIndex
      }
    }
    return end == endIndex ? self : self[startIndex..<end]
  }
}

extension Unicode.Scalar {
  fileprivate func isDropped(_ marks: StaticString) -> Bool {
    (isASCII ? UInt8(value).isWhitespace : self == "\u{A0}") || marks.containsScalar(self)
  }
}

// MARK: Words

extension ByteText {
  /// The pieces between white space, none empty.
  var words: [ByteText] {
    var words: [ByteText] = []
    words.reserveCapacity(8)
    var index = startIndex
    while let word = nextWord(from: &index) { words.append(word) }
    return words
  }

  /// The next piece without white space, from an offset on, which is moved behind it.
  func nextWord(from offset: inout Int) -> ByteText? {
    let word = withBytes { bytes in
      var index = offset - startIndex
      while index < bytes.count, bytes[index].isWhitespace { index += 1 }
      let start = index
      while index < bytes.count, !bytes[index].isWhitespace { index += 1 }
      return startIndex + start..<startIndex + index
    }
    offset = word.upperBound
    return word.isEmpty ? nil : self[word]
  }

  /// Whether all ``words`` meet a condition.
  func allWords(_ condition: (ByteText) -> Bool) -> Bool {
    var index = startIndex
    while let word = nextWord(from: &index) {
      if !condition(word) { return false }
    }
    return true
  }

  /// The last of the ``words``.
  var lastWord: ByteText? {
    let word = withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1].isWhitespace { end -= 1 }
      var start = end
      while start > 0, !bytes[start - 1].isWhitespace { start -= 1 }
      return startIndex + start..<startIndex + end
    }
    return word.isEmpty ? nil : self[word]
  }

  /// The number of ``words``.
  var wordCount: Int { wordCount(upTo: .max) }

  /// Whether there are at least `count` ``words``; looks no further than it must.
  func hasWords(_ count: Int) -> Bool {
    // A word takes a letter, and a space before the next.
    self.count >= 2 * count - 1 && wordCount(upTo: count) >= count
  }

  /// The number of ``words``, counted no further than to `limit`.
  func wordCount(upTo limit: Int) -> Int {
    withBytes { bytes in
      var count = 0
      var index = 0
      while count < limit {
        while index < bytes.count, bytes[index].isWhitespace { index += 1 }
        if index == bytes.count { break }
        count += 1
        while index < bytes.count, !bytes[index].isWhitespace { index += 1 }
      }
      return count
    }
  }

  /// Whether the text ends like a sentence rather than a name.
  var endsLikeASentence: Bool {
    let last = trimmingEnd("\"”’)'").lastScalar
    return last == "." || last == "…" || last == "!"
  }

  /// The pieces that end in `. ` or `; `, with their marks; the full stop of an initial or of a common abbreviation
  /// ends none. White space in the text is collapsed.
  package var sentences: [ByteText] {
    var sentences: [ByteText] = []
    var index = startIndex
    while let sentence = nextSentence(from: &index) { sentences.append(sentence) }
    return sentences
  }

  /// The next of the ``sentences``, from an offset on, which is moved behind it.
  func nextSentence(from offset: inout Int) -> ByteText? {
    var start: Int?
    while let word = nextWord(from: &offset) {
      let sentenceStart = start ?? word.startIndex
      let ends = (word.hasSuffix(".") && word.count > 2 && !goesOn(behind: word)) || word.hasSuffix(";")
      if ends || offset == endIndex { return self[sentenceStart..<offset] }
      start = sentenceStart
    }
    return nil
  }

  /// Whether the full stop of a word is an abbreviation's: of `Univ.` always, of `Inc.` where more of the same
  /// phrase follows.
  private func goesOn(behind word: ByteText) -> Bool {
    let core = word.trimming("(.")
    if abbreviations.contains(core) { return true }
    guard companyForms.contains(core) else { return false }
    var index = word.endIndex
    guard let next = nextWord(from: &index) else { return false }
    return next.startsLowercase || next == "&" || next.hasPrefix("(")
      || companyForms.contains(next.trimming("(.,;"))
  }
}

private let abbreviations: WordSet = [
  "univ", "inst", "dept", "conf", "trans", "proc", "int", "prof", "dr", "jr", "sr", "vs", "e.g", "i.e", "st",
  "mr", "ms",
]
private let companyForms: WordSet = ["inc", "ltd", "co", "corp", "llc"]
