/// Reads the entries of a BibTeX file as records.
///
/// Values stand in braces, in quotes, or bare; TeX in them is folded when titles are compared. `@string`, `@comment`
/// and `@preamble` are passed over.
struct BibTeXRecords {
  private let bytes: [UInt8]
  private var offset = 0

  /// Whether a line begins an entry: any other text may stand before it.
  static func isBibTeX(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      let text = line.drop { $0 <= 0x20 }
      guard text.first == UInt8(ascii: "@") else { return false }
      let end = text.dropFirst().drop { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
      let mark = end.first { $0 != 0x20 }
      return end.startIndex > text.startIndex + 1
        && (mark == UInt8(ascii: "{") || mark == UInt8(ascii: "("))
    }
  }

  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> [PaperRecord] {
    var reader = BibTeXRecords(bytes: bytes)
    var records: [PaperRecord] = []
    while let record = try reader.next(number: records.count + 1) { records.append(record) }
    return records
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func next(number: Int) throws(RecordFailure) -> PaperRecord? {
    while let at = bytes[offset...].firstIndex(of: UInt8(ascii: "@")) {
      offset = at + 1
      let type = word().lowercased()
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "(")
      else {
        continue
      }
      if type == "comment" || type == "preamble" || type == "string" {
        _ = try value()
        continue
      }
      offset += 1
      return try entry(number)
    }
    return nil
  }

  private mutating func entry(_ number: Int) throws(RecordFailure) -> PaperRecord {
    var fields = RecordFields()
    skipSpace()
    let start = offset
    while offset < bytes.count, !isSeparator(bytes[offset]) { offset += 1 }
    fields.id = text(start..<offset)
    while true {
      skip { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
      guard offset < bytes.count else { throw failure("an entry is never closed") }
      if bytes[offset] == UInt8(ascii: "}") || bytes[offset] == UInt8(ascii: ")") { break }
      let name = word().lowercased()
      skipSpace()
      guard !name.isEmpty, offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
        throw failure("a field needs a name and '='")
      }
      offset += 1
      take(name, try values(), &fields)
    }
    offset += 1
    return fields.record(number: number)
  }

  private func take(_ name: String, _ value: String, _ fields: inout RecordFields) {
    switch name {
    case "title": fields.title = TeXText.plain(value)
    case "author":
      fields.authors = AuthorReader.splitAtAnd(value[...]).map { TeXText.plain(String($0)) }
    case "year", "date": fields.year = Int(value.prefix(4))
    case "booktitle", "journal", "journaltitle": fields.venue = TeXText.plain(value)
    case "url": fields.urls.append(value)
    case "doi": fields.doi = value
    case "eprint": if fields.arxiv == nil { fields.arxiv = value }
    case "abstract": fields.abstract = TeXText.plain(value)
    default: break
    }
  }

  /// Values joined by `#`.
  private mutating func values() throws(RecordFailure) -> String {
    var result = try value()
    skipSpace()
    while offset < bytes.count, bytes[offset] == UInt8(ascii: "#") {
      offset += 1
      result += try value()
      skipSpace()
    }
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private mutating func value() throws(RecordFailure) -> String {
    skipSpace()
    guard offset < bytes.count else { throw failure("a value is missing") }
    let open = bytes[offset]
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "\"") || open == UInt8(ascii: "(") else {
      let start = offset
      while offset < bytes.count, !isSeparator(bytes[offset]), bytes[offset] != UInt8(ascii: "#") {
        offset += 1
      }
      return text(start..<offset)
    }
    offset += 1
    let start = offset
    var depth = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      let closes =
        byte
        == (open == UInt8(ascii: "{")
          ? UInt8(ascii: "}") : open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open)
      if depth == 0, closes {
        offset += 1
        return text(start..<(offset - 1))
      }
      if byte == UInt8(ascii: "\\") { offset += 1 }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      offset += 1
    }
    throw failure("a value is never closed")
  }

  private mutating func word() -> String {
    skipSpace()
    let start = offset
    skip { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    return text(start..<offset)
  }

  private mutating func skipSpace() { skip { $0 <= 0x20 } }

  private mutating func skip(_ isSkipped: (UInt8) -> Bool) {
    while offset < bytes.count, isSkipped(bytes[offset]) { offset += 1 }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")")
  }

  private func text(_ range: Range<Int>) -> String {
    let bytes = bytes[min(range.lowerBound, bytes.count)..<min(range.upperBound, bytes.count)]
    return String(decoding: bytes, as: UTF8.self)
  }

  private func failure(_ message: String) -> RecordFailure {
    RecordFailure(
      line: bytes[..<min(offset, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }, message: message)
  }
}
