internal import ReadingsCatalog

/// Reads a list as one types it: a title, a link or both on each line, perhaps as a Markdown list.
enum TitleLines {
  static func read(_ bytes: [UInt8]) -> [PaperRecord] {
    var records: [PaperRecord] = []
    var number = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let text = String(decoding: line, as: UTF8.self)
      if let record = record(text, number: number) { records.append(record) }
    }
    return records
  }

  /// Nil for a line without a letter, and for a heading.
  private static func record(_ line: String, number: Int) -> PaperRecord? {
    var text = trimmed(line[...])
    if text.first == "#" { return nil }
    while let mark = text.first, "-*+•>".contains(mark) { text = trimmed(text.dropFirst()) }
    var urls: [String] = []
    var words: [Substring] = []
    for word in spreadLinks(text).split(separator: " ") {
      if word.hasPrefix("http://") || word.hasPrefix("https://") {
        urls.append(String(word))
      } else {
        words.append(word)
      }
    }
    let title = words.joined(separator: " ")
    guard title.contains(where: \.isLetter) || !urls.isEmpty else { return nil }
    var fields = RecordFields()
    fields.id = "line \(number)"
    fields.title = title.contains(where: \.isLetter) ? title : urls.first
    fields.urls = urls
    var record = fields.record(number: number)
    for identifier in IdentifierScanner.identifiers(inText: title)
    where !record.identifiers.contains(identifier) {
      record.identifiers.append(identifier)
    }
    return record
  }

  /// `[Title](address)` as `Title address`.
  private static func spreadLinks(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let middle = rest.firstRange(of: "](") {
      let label = rest[..<middle.lowerBound]
      let open = label.lastIndex(of: "[") ?? label.startIndex
      let address = rest[middle.upperBound...].prefix { $0 != ")" && $0 != " " }
      result += label[..<open] + label[open...].drop { $0 == "[" } + " " + address + " "
      rest = rest[address.endIndex...].drop { $0 == ")" }
    }
    return result + rest
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Substring {
  /// Where `text` stands first.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      formIndex(after: &start)
    }
    return nil
  }
}
