internal import SourceText

/// Recognises a line that lists the people or organisations who made a work.
package enum AuthorLine {
  /// What makes a list of names believable.
  package enum Evidence: Sendable {
    /// A label such as `Authors:` stands before the names.
    case labelled
    /// Nothing but the names themselves; a single name is believed.
    case line
    /// Names at the end of other text: two or more, or none.
    case tail
  }

  /// The names in order, as written without footnote marks; nil when the text is not a list of names.
  package static func parse(_ text: ByteText, evidence: Evidence = .line) -> [ByteText]? {
    guard evidence == .labelled || mayBegin(text) else { return nil }
    if let names = plainNames(text) { return names }
    let text = withoutLeadingYear(text).rest
    guard evidence == .labelled || mayBeNames(text) else { return nil }
    let (body, isTruncated) = withoutRemainder(strippingLead(text))
    guard !body.isEmpty, body.count < 20_000 else { return nil }
    let pieces = split(body).map(strippingMarks).filter { !$0.isEmpty }
    guard !pieces.isEmpty else { return nil }
    if evidence == .labelled {
      return pieces.allSatisfy({ !$0.hasWords(9) }) ? joiningInitials(pieces) : nil
    }
    if isTruncated, pieces.count == 1, !pieces[0].hasWords(5) { return pieces }
    let names = joiningInitials(pieces)
    if names.count == 1 {
      let isName = PersonName.matches(withoutCommas(names[0])) && isFull(names[0])
      return evidence == .line && isName && !names[0].hasWords(5) ? names : nil
    }
    var plausibleCount = 0
    var fullCount = 0
    for name in names where PersonName.matches(withoutCommas(name)) {
      plausibleCount += 1
      if isFull(name) { fullCount += 1 }
    }
    let isEnough =
      plausibleCount == names.count
      || (plausibleCount * 5 >= names.count * 4 && names.count >= 4
        && names.allSatisfy { !$0.hasWords(7) })
    return isEnough && fullCount * 2 >= names.count ? names : nil
  }

  /// The names of a line of two or more, each of two to five words that can be nothing else, with commas between
  /// them. Most lists are so, and for them this takes a fifth of the instructions of the full reading, which gives the
  /// same; nil for any other text.
  private static func plainNames(_ text: ByteText) -> [ByteText]? {
    text.withBytes { bytes in
      /// Whether a range is a part of a name, without marks of its own.
      func isPart(_ range: Range<Int>) -> Bool {
        if PersonName.isPlainPart(UnsafeBufferPointer(rebasing: bytes[range])) { return true }
        let part = text[text.startIndex + range.lowerBound..<text.startIndex + range.upperBound]
        return PersonName.isPart(part) && !part.contains(UInt8(ascii: "("))
      }
      var names: [ByteText] = []
      var (nameStart, wordStart, wordCount) = (0, 0, 0)
      while wordStart < bytes.count {
        var wordEnd = wordStart
        while wordEnd < bytes.count, !bytes[wordEnd].isWhitespace { wordEnd += 1 }
        let isLast = wordEnd == bytes.count
        // One space between words, none at the ends.
        guard wordEnd > wordStart, isLast || bytes[wordEnd] == 0x20 else { return nil }
        let endsName = bytes[wordEnd - 1] == UInt8(ascii: ",")
        let partEnd = endsName ? wordEnd - 1 : wordEnd
        wordCount += 1
        guard wordCount <= 5, isPart(wordStart..<partEnd) else { return nil }
        if endsName || isLast {
          guard wordCount >= 2, bytes[partEnd - 1] != UInt8(ascii: ".") else { return nil }
          if names.isEmpty { names.reserveCapacity(8) }
          names.append(text[text.startIndex + nameStart..<text.startIndex + partEnd])
          (nameStart, wordCount) = (wordEnd + 1, 0)
        }
        wordStart = wordEnd + 1
      }
      return wordCount == 0 && names.count >= 2 ? names : nil
    }
  }

  /// The names of ``parse(_:evidence:)`` where each is that of a person with a first and a last name; nil otherwise.
  static func parseFullNames(_ text: ByteText, evidence: Evidence = .line) -> [ByteText]? {
    guard let names = parse(text, evidence: evidence),
      names.allSatisfy({ $0.hasWords(2) && PersonName.matches($0) })
    else { return nil }
    return names
  }

  /// The text behind `2017` or `arXiv 2016,`.
  static func withoutLeadingYear(_ text: ByteText) -> (rest: ByteText, year: Int?) {
    var index = text.startIndex
    guard var word = text.nextWord(from: &index) else { return (text, nil) }
    if word.isEqual(toLowercase: "arxiv"), let next = text.nextWord(from: &index) { word = next }
    guard let year = DateScanner.plausibleYear(word.trimmingEnd(",.:")) else { return (text, nil) }
    return (text[index...].trimming(",.:"), year)
  }

  private static func isFull(_ name: ByteText) -> Bool {
    name.hasWords(2) || name.contains(".")
  }

  private static func withoutCommas(_ name: ByteText) -> ByteText {
    let comma = UInt8(ascii: ",")
    return name.contains(comma) ? ByteText(name.filter { $0 != comma }) : name
  }

  /// Rules out most prose by its first words: no list of names begins so.
  static func mayBegin(_ text: ByteText) -> Bool {
    var index = text.startIndex
    for _ in 0..<3 {
      guard let word = text.nextWord(from: &index) else { return true }
      let isName = word.first?.isLowercaseLetter != true || mayLead(word)
      if !isName || PersonName.isHanProse(word) { return false }
      if !(word.last?.isAlphanumeric ?? true) { return true }
    }
    return true
  }

  /// Rules out nearly all prose: a text of several names has something that parts them, and begins with one.
  static func mayList(_ text: ByteText) -> Bool {
    guard mayBegin(text) else { return false }
    let marks: StaticString = ",;&|"
    let isParted = marks.withUTF8Buffer { $0.contains(where: text.contains) } || text.contains(" and ")
    guard isParted || !text.isASCII else { return false }
    return mayBeNames(withoutLeadingYear(text).rest)
  }

  /// Whether a word in small letters can stand among the first of a list of names.
  private static func mayLead(_ word: ByteText) -> Bool {
    let core = word.prefix(while: \.isLetter)
    return leads.contains(core) || word.contains(UInt8(ascii: "@"))
  }

  private static let leads = WordSet(
    words: ["and", "arxiv", "by", "et", "etc", "from", "with"] + PersonName.particles)

  /// Rules out prose at a glance: the text up to the first separator must be a name.
  private static func mayBeNames(_ text: ByteText) -> Bool {
    let longestName = 80
    var end = text.startIndex
    while end < text.endIndex, end - text.startIndex <= longestName {
      let byte = text[end]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "(") || separatorLength(in: text, at: end) > 0 {
        break
      }
      end += 1
    }
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    let head = strippingLead(text[text.startIndex..<end])
    var first = head[head.startIndex..<head.startIndex]
    var index = head.startIndex
    while let word = head.nextWord(from: &index) {
      if word == "and" || word == "et" || word.contains(UInt8(ascii: "@")) || word == "∙" {
        if first.isEmpty { continue } else { break }
      }
      // Prose goes on in small letters after a word or two.
      if word.first?.isLowercaseLetter == true, !PersonName.isParticle(strippingMarks(word)) {
        return false
      }
      first = head[(first.isEmpty ? word.startIndex : first.startIndex)..<word.endIndex]
    }
    return PersonName.matches(strippingMarks(first))
  }

  private static func strippingLead(_ text: ByteText) -> ByteText {
    var rest = text.collapsingWhitespace.trimming("*_-–—/")
    guard let first = rest.first, "bBfFew".utf8.contains(first) else { return rest }
    let leads: [StaticString] = ["by ", "By ", "from ", "From ", "etc ", "with "]
    for _ in 0..<2 {
      for lead in leads where rest.hasPrefix(lead) { rest = rest.dropFirst(lead.utf8CodeUnitCount) }
    }
    return rest
  }

  /// The text without `(100 additional authors not shown)`, `et al.` and the like, and whether there was one.
  private static func withoutRemainder(_ text: ByteText) -> (ByteText, Bool) {
    var body = text
    var isTruncated = false
    while let open = body.lastIndex(of: UInt8(ascii: "(")),
      let close = body[open...].firstIndex(of: UInt8(ascii: ")"))
    {
      let inside = body[open...close].lowercased
      guard inside.contains("author") || inside.contains("more") || inside.contains("et al") else { break }
      body = ByteText(joining: [body[..<open], body[(close + 1)...]]).collapsingWhitespace
      isTruncated = true
    }
    let trimmed = body.trimmingEnd(",;")
    let endings: [StaticString] = ["et al.", "et al", "et. al.", "and others", "etc.", "etc", "..."]
    for ending in endings where trimmed.hasSuffix(lowercase: ending) {
      let rest = trimmed.dropLast(ending.utf8CodeUnitCount)
      guard rest.hasSuffix(" ") || rest.hasSuffix(",") else { continue }
      body = rest.trimmingEnd(",;")
      isTruncated = true
      break
    }
    return (withFinalInitial(body.trimmingEnd(",;./"), from: body), isTruncated)
  }

  /// Puts back the full stop of a final initial (`Quoc V.`) that trimming took away.
  private static func withFinalInitial(_ trimmed: ByteText, from original: ByteText) -> ByteText {
    guard let last = trimmed.lastWord, last.characterCount == 1,
      original[trimmed.endIndex...].hasPrefix(".")
    else { return trimmed }
    return original[trimmed.startIndex...trimmed.endIndex]
  }

  private static func split(_ text: ByteText) -> [ByteText] {
    var pieces: [ByteText] = []
    pieces.reserveCapacity(8)
    var start = text.startIndex
    var depth = 0
    let commaSplits = !text.contains(UInt8(ascii: ";"))
    var index = text.startIndex
    while index < text.endIndex {
      var length = 0
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: ","): length = commaSplits ? 1 : 0
      default: length = separatorLength(in: text, at: index)
      }
      if length > 0, depth <= 0 {
        splitAtAnd(text[start..<index], into: &pieces)
        start = index + length
      }
      index += max(1, length)
    }
    splitAtAnd(text[start...], into: &pieces)
    return pieces
  }

  /// The length of a mark between names that is no comma, such as `;` or `·`; 0 where none stands.
  private static func separatorLength(in text: ByteText, at offset: Int) -> Int {
    switch text[offset] {
    case UInt8(ascii: ";"), UInt8(ascii: "&"), UInt8(ascii: "|"): return 1
    case 0xC2, 0xE2, 0xE3, 0xEF:
      let marks: [StaticString] = ["·", "∙", "•", "、", "，"]
      return marks.first { text.hasPrefix($0, at: offset) }?.utf8CodeUnitCount ?? 0
    default: return 0
    }
  }

  private static func splitAtAnd(_ piece: ByteText, into pieces: inout [ByteText]) {
    var part = piece[piece.startIndex..<piece.startIndex]
    var hasGap = false
    var index = piece.startIndex
    while let word = piece.nextWord(from: &index) {
      if word.contains(UInt8(ascii: "@")) {
        hasGap = hasGap || !part.isEmpty
      } else if word == "and" || word == "And" {
        pieces.append(part)
        part = piece[index..<index]
        hasGap = false
      } else if hasGap {
        part = ByteText(joining: [part, word], separator: " ")
      } else {
        part = piece[(part.isEmpty ? word.startIndex : part.startIndex)..<word.endIndex]
      }
    }
    pieces.append(part)
  }

  /// A name without affiliation in brackets, footnote digits, stars and daggers; its white space is collapsed.
  private static func strippingMarks(_ name: ByteText) -> ByteText {
    let marks: StaticString = "*†‡§¶∗⋆_\"“”[]:"
    var rest = name.trimming(marks)
    // `Ann Lee (MIT)`: where somebody works is no part of the name.
    if rest.hasSuffix(")"), let open = rest.lastIndex(of: UInt8(ascii: "(")), open > rest.startIndex,
      rest[open - 1].isWhitespace
    {
      rest = rest[..<(open - 1)]
    }
    // A year is no footnote mark.
    if rest.last?.isDigit == true, rest.lastWord.flatMap(DateScanner.plausibleYear) != nil { return rest }
    while let last = rest.last, last.isDigit || last >= 0x80, let scalar = rest.lastScalar,
      last.isDigit || (!scalar.isLatinLetter && scalar.properties.numericType != nil)
    {
      rest = rest.droppingLastScalar.trimmingEnd(marks)
    }
    return rest
  }

  /// `Wang, T., Zhang, Y.` read as `Wang, T.` and `Zhang, Y.`
  private static func joiningInitials(_ pieces: [ByteText]) -> [ByteText] {
    guard pieces.count >= 2, pieces.count % 2 == 0 else { return pieces }
    let isInverted = stride(from: 0, to: pieces.count, by: 2).allSatisfy { index in
      !pieces[index].contains(".") && !pieces[index].hasWords(3)
        && pieces[index + 1].allWords { $0.characterCount <= 4 && $0.contains(".") }
    }
    guard isInverted else { return pieces }
    return stride(from: 0, to: pieces.count, by: 2).map {
      ByteText(joining: pieces[$0...$0 + 1], separator: ", ")
    }
  }
}
