/// Text reduced to what a search compares: lower case, Latin letters without their accents, words without the
/// punctuation between them.
package enum FoldedText {
  /// `text` in lower case without accents; `Łukasz Ångström` becomes `lukasz angstrom`.
  package static func fold(_ text: String) -> String {
    let lowercased = text.lowercased()
    if lowercased.utf8.allSatisfy({ $0 < 0x80 }) { return lowercased }
    var result: [UInt8] = []
    for scalar in lowercased.unicodeScalars {
      if scalar.isASCII {
        result.append(UInt8(scalar.value))
      } else if LetterFolding.fold(scalar.value, into: &result) == .separator {
        result += String(scalar).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The folded words of `text` in order; a word is a run of letters, marks and digits. Ideographs and kana are
  /// words of their own, since nothing stands between the words of Chinese and Japanese.
  package static func words(of text: String) -> [String] {
    words(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same in UTF-8.
  static func words(of bytes: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var scanner = WordScanner()
    scanner.open(bytes, bytes.indices)
    while scanner.next() { words.append(scanner.word) }
    return words
  }

  /// Whether the words of `phrase` stand side by side in `text`, the last of them perhaps only begun there.
  ///
  /// A phrase without words is found nowhere.
  package static func text(_ text: String, holds phrase: String) -> Bool {
    let sought = words(of: phrase)
    guard let last = sought.last else { return false }
    let words = words(of: text)
    guard words.count >= sought.count else { return false }
    return (0...(words.count - sought.count)).contains { start in
      words[start..<(start + sought.count - 1)].elementsEqual(sought.dropLast())
        && words[start + sought.count - 1].hasPrefix(last)
    }
  }
}
