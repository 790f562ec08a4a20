internal import ReadingsCatalog

/// Reads records in RIS: a tag of two signs, `  - ` and a value on each line, `ER` at the end of a record.
enum RISRecords {
  /// Whether a file begins as RIS does.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].drop { $0 <= 0x20 }.starts(with: "TY  -".utf8)
  }

  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> [PaperRecord] {
    var records: [PaperRecord] = []
    var fields = RecordFields()
    var isOpen = false
    var lastTag = ""
    var number = 0
    for line in String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      number += 1
      let text = line.drop { $0 == "\u{FEFF}" }
      guard let (tag, value) = tagged(text) else {
        // A long value can go on in lines without a tag.
        let more = text.split(separator: " ").joined(separator: " ")
        if isOpen, !more.isEmpty { continueValue(of: lastTag, more, &fields) }
        continue
      }
      lastTag = tag
      switch tag {
      case "TY":
        if isOpen { throw RecordFailure(line: number, message: "the record before has no 'ER  -'") }
        (fields, isOpen) = (RecordFields(), true)
      case "ER":
        guard isOpen else { throw RecordFailure(line: number, message: "'ER  -' without a record") }
        records.append(fields.record(number: records.count + 1))
        isOpen = false
      default: take(tag, value, &fields)
      }
    }
    if isOpen { throw RecordFailure(line: number, message: "the last record has no 'ER  -'") }
    return records
  }

  /// `AU  - Dao, Tri`
  private static func tagged(_ line: Substring) -> (tag: String, value: String)? {
    let tag = line.prefix(2)
    let rest = line.dropFirst(2)
    guard tag.count == 2, tag.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) }),
      rest.drop(while: { $0 == " " }).first == "-", rest.hasPrefix(" ")
    else { return nil }
    let value = rest.drop { $0 == " " }.dropFirst()
    return (String(tag), value.split(separator: " ").joined(separator: " "))
  }

  private static func take(_ tag: String, _ value: String, _ fields: inout RecordFields) {
    if value.isEmpty { return }
    switch tag {
    case "ID": fields.id = value
    case "TI", "T1", "CT": if fields.title == nil { fields.title = value }
    case "AU", "A1": fields.authors.append(value)
    case "PY", "Y1", "DA": if fields.year == nil { fields.year = Int(value.prefix(4)) }
    case "JO", "JF", "T2", "BT", "C3": if fields.venue == nil { fields.venue = value }
    case "DO": fields.doi = value
    case "UR", "L1", "L2", "LK": fields.urls.append(value)
    case "AB", "N2": if fields.abstract == nil { fields.abstract = value }
    default: break
    }
  }

  private static func continueValue(of tag: String, _ more: String, _ fields: inout RecordFields) {
    switch tag {
    case "TI", "T1", "CT": fields.title = fields.title.map { $0 + " " + more }
    case "AB", "N2": fields.abstract = fields.abstract.map { $0 + " " + more }
    default: break
    }
  }
}
