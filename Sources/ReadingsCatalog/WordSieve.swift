internal import SourceText

/// Rules out texts that show a word nowhere, without reading their Markdown, HTML or front matter.
///
/// A word may be cut by markup (`**D**ao`), hide letters in references (`D&#97;o`) or be spelled with others that fold
/// to its own (`Đào`). Where a text has the beginning or the end of the word beside anything of that sort, it may show
/// the word; so it does where it has the word as it is. Costs one pass over the text.
package struct WordSieve: Sendable, Hashable {
  /// ASCII letters and digits in lower case.
  private let word: [UInt8]
  /// The first of them, as it can be written.
  private let firsts: [UInt8]

  /// A sieve for a word of ASCII letters and digits in lower case; nil for others, which cannot be ruled out, and for
  /// `http` and `mailto`, which addresses are given.
  package init?(_ word: some Sequence<UInt8>) {
    self.word = Array(word)
    firsts = self.word.prefix(1).flatMap { $0.isLetter ? [$0, $0 & ~0x20] : [$0] }
    let isPlain = self.word.allSatisfy { $0.isAlphanumeric && !$0.isUppercaseLetter }
    guard isPlain, !self.word.isEmpty, self.word != Array("http".utf8), self.word != Array("mailto".utf8)
    else {
      return nil
    }
  }

  /// Whether the words of a text may be or begin with the word; true also where marks stand between its letters.
  package func mayFind(in text: String) -> Bool { mayFind(in: ByteText(text)) }

  /// Whether a reader of the text may see the word, or a longer one that begins with it.
  func mayFind(in text: ByteText) -> Bool {
    text.withBytes { bytes in
      kinds.withUnsafeBufferPointer { kinds in
        // Nothing that is hidden reaches over the end of a line.
        var start = 0
        while start < bytes.count {
          let end = bytes.firstOffset(of: 0x0A, in: start..<bytes.count) ?? bytes.count
          let line = UnsafeBufferPointer(rebasing: bytes[start..<end])
          if WordSieve.hidesLetters(line) ? mayFind(in: line, kinds) : mayFindAsWritten(in: line, kinds) {
            return true
          }
          start = end + 1
        }
        return false
      }
    }
  }

  /// Whether there may be a reference, or a character beyond ASCII. A loop that cannot end early looks at many bytes at a
  /// time.
  private static func hidesLetters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var bits: UInt8 = 0
    var least: UInt8 = 0xFF
    for byte in bytes {
      bits |= byte
      least = min(least, byte ^ UInt8(ascii: "&"))
    }
    return bits >= 0x80 || least == 0
  }

  /// ``mayFind(in:)`` where nothing but markup can stand between the letters of a word.
  private func mayFindAsWritten(
    in bytes: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<Kind>
  ) -> Bool {
    firsts.contains { first in
      bytes.contains(first) { place in
        // No word begins behind the first letter of another.
        let mayBegin = place == 0 || first.isDigit || kinds[Int(bytes[place - 1])] != .letter
        return mayBegin && goesOn(in: bytes, at: place, from: 0)
      }
    }
  }

  private func mayFind(in bytes: UnsafeBufferPointer<UInt8>, _ kinds: UnsafeBufferPointer<Kind>) -> Bool {
    let first = word[0]
    var previous = Kind.other
    /// How many letters may be hidden in a row where a word can begin.
    var hiddenCount = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var kind = kinds[Int(byte)]
      switch kind {
      case .letter:
        // No word begins behind the first letter of another.
        if byte.lowercased == first, goesOn(in: bytes, at: index, from: 0) { return true }
        if hiddenCount > 0, goesOnBehindHiddenLetters(in: bytes, at: index) { return true }
        hiddenCount = 0
        while index + 1 < bytes.count, kinds[Int(bytes[index + 1])] == .letter { index += 1 }
      case .other:
        if byte == first, byte.isDigit, goesOn(in: bytes, at: index, from: 0) { return true }
        hiddenCount = 0
      case .markup:
        if hiddenCount > 0 { return true }
      case .continuation:
        kind = previous
      case .hidden:
        let (end, letterCount) = WordSieve.hiddenLetters(in: bytes, at: index)
        if letterCount > 0 {
          if previous != .letter { hiddenCount += letterCount }
          // The name of a reference that is none is a word too.
          let isNamed = (index + 1..<min(index + 3, end)).contains { goesOn(in: bytes, at: $0, from: 0) }
          if hiddenCount >= word.count || isNamed { return true }
          index = end - 1
        }
      }
      previous = kind
      index += 1
    }
    return false
  }

  /// Whether the text has the rest of the word, or a piece of it and then something that may hide what is missing.
  private func goesOn(in bytes: UnsafeBufferPointer<UInt8>, at start: Int, from place: Int) -> Bool {
    var index = start
    for letter in word[place...] {
      guard index < bytes.count else { return false }
      if bytes[index].lowercased != letter {
        let kind = kinds[Int(bytes[index])]
        return index > start && (kind == .markup || kind == .hidden)
      }
      index += 1
    }
    return true
  }

  /// Whether the text has an end of the word, or a piece of it before more that is hidden.
  private func goesOnBehindHiddenLetters(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    word.indices.dropFirst().contains { goesOn(in: bytes, at: index, from: $0) }
  }

  /// The offset behind a character that may fold to letters, or behind a reference to one, and the number of letters
  /// that it may fold to at most.
  private static func hiddenLetters(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (end: Int, letterCount: Int) {
    switch bytes[start] {
    case UInt8(ascii: "&"):
      var end = start + 1
      while end < bytes.count, bytes[end].isAlphanumeric || bytes[end] == UInt8(ascii: "#") { end += 1 }
      let isReference = end > start + 1 && end < bytes.count && bytes[end] == UInt8(ascii: ";")
      return isReference ? (end + 1, 3) : (start + 1, 0)
    // Quotation marks, dashes and spaces are no letters, and joiners leave nothing.
    case 0xC2: return (start + 1, 0)
    case 0xE2 where start + 1 < bytes.count && (bytes[start + 1] | 1) == 0x81: return (start + 1, 0)
    case 0xE2, 0xEF, 0xF0: return (start + 1, 3)
    default: return (start + 1, 2)
    }
  }
}

/// What a byte is beside letters.
private enum Kind: UInt8 {
  /// A space, a digit, a mark that stays where it stands, or a letter of another script.
  case other
  case letter
  /// What may be markup, which a reader does not see: the letters on both sides can be one word.
  case markup
  /// Begins a Latin character beyond ASCII, or a reference to one, that can stand for up to three letters; or a sign.
  case hidden
  case continuation
}

private let kinds: [Kind] = (UInt8.min...UInt8.max).map { byte in
  switch byte {
  case 0x80...0xBF: .continuation
  case 0xC2...0xCD, 0xE1, 0xE2, 0xEF, 0xF0, UInt8(ascii: "&"): .hidden
  case 0xC0...0xFF: .other
  default: byte.isLetter ? .letter : "*_~`[]()<>{}!\\;%".utf8.contains(byte) ? .markup : .other
  }
}
