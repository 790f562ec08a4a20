internal import SourceText

/// A title as a list of words without case and punctuation, to tell whether two titles name one work.
struct TitleForm: Hashable, Sendable {
  /// The words in lower case, one space apart.
  private let text: String

  init(_ title: String) {
    text =
      TitleForm.fold(title)
      ?? TitleForm.foldScalars(title).utf8.split(separator: 0x20)
      .map { Substring($0) }.joined(separator: " ")
  }

  /// In order, in lower case.
  var words: [Substring] { text.utf8.split(separator: 0x20).map { Substring($0) } }

  /// Whether there is no word.
  var isEmpty: Bool { text.isEmpty }

  /// The words of a title in ASCII, one space apart; nil for another.
  private static func fold(_ title: String) -> String? {
    var title = title
    return title.withUTF8 { title in
      guard title.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: title.count) { bytes in
        var count = 0
        for byte in title {
          if byte.isAlphanumeric {
            bytes[count] = byte.lowercased
            count += 1
          } else if count > 0, bytes[count - 1] != 0x20 {
            bytes[count] = 0x20
            count += 1
          }
        }
        return count > 0 && bytes[count - 1] == 0x20 ? count - 1 : count
      }
    }
  }

  /// Letters and digits in lower case, everything else as spaces.
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
    if self == other || isEmpty || other.isEmpty { return true }
    let (words, otherWords) = (words, other.words)
    if words.joined() == otherWords.joined() || isPart(of: other) { return true }
    let (short, long) = words.count <= otherWords.count ? (words, otherWords) : (otherWords, words)
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
    let (mine, others) = (Set(words), Set(other.words))
    return Double(mine.intersection(others).count) / Double(max(1, mine.count, others.count))
  }
}
