internal import ReadingsQuery

/// Works under citation keys, as BibTeX and its like want them.
package struct Bibliography: Sendable {
  /// A work with the key that texts cite it by.
  package struct Entry: Sendable {
    /// Letters and digits of ASCII; unique in its bibliography.
    let key: String
    let work: CitedWork
  }

  let entries: [Entry]

  /// Gives every work a key: the first author's family name, the year, and the first telling word of the title;
  /// of works that share one, the second takes an `a` behind it, the third a `b`, in their order.
  package init(_ works: [CitedWork]) {
    var taken: Set<String> = []
    var repetitions: [String: Int] = [:]
    let wanted = works.map { Bibliography.key(of: $0) }
    let all = Set(wanted)
    entries = zip(wanted, works).map { wanted, work in
      var key = wanted
      // A key with its letter can be another work's own: that one keeps it.
      while taken.contains(key) || (key != wanted && all.contains(key)) {
        key = wanted + Bibliography.letters(repetitions[wanted, default: 0])
        repetitions[wanted, default: 0] += 1
      }
      taken.insert(key)
      return Entry(key: key, work: work)
    }
  }

  /// The keys in the order of the works.
  package var keys: [String] { entries.map(\.key) }

  private static func key(of work: CitedWork) -> String {
    let author = work.authors.first.map { ascii(FoldedText.fold($0.shortName)) } ?? ""
    let key = author + (work.year.map { String($0) } ?? "") + tellingWord(of: work.title)
    return key.isEmpty ? "work" : key
  }

  /// The first word of a title that says something, else its first; empty without words.
  private static func tellingWord(of title: String) -> String {
    guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
      let words = FoldedText.words(of: title).map { ascii($0) }.filter { !$0.isEmpty }
      return words.first { isTelling($0) } ?? words.first ?? ""
    }
    var first: String?
    var word: [UInt8] = []
    for byte in title.utf8 {
      let folded = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if isKeyByte(folded) {
        word.append(folded)
      } else if !word.isEmpty {
        let text = String(decoding: word, as: UTF8.self)
        if isTelling(text) { return text }
        first = first ?? text
        word.removeAll(keepingCapacity: true)
      }
    }
    let last = String(decoding: word, as: UTF8.self)
    return isTelling(last) ? last : first ?? last
  }

  private static func isTelling(_ word: String) -> Bool { word.utf8.count > 2 && !fillers.contains(word) }

  private static func ascii(_ text: String) -> String {
    text.utf8.allSatisfy(isKeyByte) ? text : String(decoding: text.utf8.filter(isKeyByte), as: UTF8.self)
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// `a` for 0, `z` for 25, `aa` for 26.
  private static func letters(_ number: Int) -> String {
    var number = number
    var result = ""
    repeat {
      result = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(number % 26))) + result
      number = number / 26 - 1
    } while number >= 0
    return result
  }

  private static let fillers: Set<String> = [
    "about", "and", "are", "can", "does", "for", "from", "how", "into", "its", "not", "off", "our", "out",
    "over", "that", "the", "their", "them", "this", "towards", "toward", "via", "was", "what", "when",
    "where",
    "which", "who", "why", "with", "you", "your",
  ]
}
