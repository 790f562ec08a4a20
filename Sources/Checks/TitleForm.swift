internal import SourceText

/// A title as a list of words without case and punctuation, to tell whether two titles name one work.
struct TitleForm: Hashable, Sendable {
  /// In order, in lower case.
  let words: [Substring]

  init(_ title: String) {
    words = TitleForm.fold(title).utf8.split(separator: 0x20).map { Substring($0) }
  }

  /// Letters and digits in lower case, everything else as one space.
  private static func fold(_ title: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(title.utf8.count)
    for byte in title.utf8 {
      guard byte < 0x80 else { return foldScalars(title) }
      bytes.append(byte.isAlphanumeric ? byte.lowercased : 0x20)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func foldScalars(_ title: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in title.lowercased().unicodeScalars {
      let isWord =
        scalar.isASCII
        ? UInt8(ascii: scalar).isAlphanumeric
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || scalar.properties.isDiacritic
      result.append(isWord ? scalar : " ")
    }
    return String(result)
  }

  /// Whether one of the titles is the other, or the other shortened or lengthened: the words of the shorter one stand in
  /// the longer one.
  func isForm(of other: TitleForm) -> Bool {
    if words == other.words || words.isEmpty || other.words.isEmpty { return true }
    if words.joined() == other.words.joined() || isPart(of: other) { return true }
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    let longer = Set(long)
    return short.allSatisfy(longer.contains)
  }

  /// Whether the titles differ in nothing but the number of a part: `Deep EHR (I)`, `Deep EHR (II)`.
  func isPart(of other: TitleForm) -> Bool {
    let numbers: Set<Substring> = ["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5", "6", "part"]
    return words.filter { !numbers.contains($0) } == other.words.filter { !numbers.contains($0) }
  }

  /// Whether the titles have so little in common that a link which both carry is wrong for one of them.
  func isUnlike(_ other: TitleForm) -> Bool { !isForm(of: other) && likeness(to: other) < 0.5 }

  /// The share of words that two titles have in common, of the longer one's.
  func likeness(to other: TitleForm) -> Double {
    let mine = Set(words)
    let shared = mine.intersection(other.words).count
    return Double(shared) / Double(max(1, mine.count, Set(other.words).count))
  }
}
