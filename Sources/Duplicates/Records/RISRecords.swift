/// Reads the records of a RIS file: lines of a tag of two letters, two spaces, a hyphen and a value, from `TY` to `ER`.
///
/// A line without a tag continues the value above it.
enum RISRecords {
  /// Whether the first line that is not empty starts a record.
  static func isRIS(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return tag(of: bytes[start...].drop { $0 <= 0x20 }) == "TY"
  }

  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> [PaperRecord] {
    var records: [PaperRecord] = []
    var fields: RecordFields?
    var (tag, value) = ("", "")
    var lineNumber = 0
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for line in bytes[start...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      lineNumber += 1
      guard let next = self.tag(of: line) else {
        let more = text(line)
        if !more.isEmpty { value += " " + more }
        continue
      }
      fields?.take(tag, value)
      (tag, value) = (next, text(line.dropFirst(5)))
      switch next {
      case "TY":
        guard fields == nil else {
          throw RecordFailure(line: lineNumber, message: "a record starts before 'ER' ends the one above")
        }
        fields = RecordFields()
      case "ER":
        guard let complete = fields else {
          throw RecordFailure(line: lineNumber, message: "'ER' ends a record that no 'TY' started")
        }
        records.append(complete.record(number: records.count + 1))
        fields = nil
      default: break
      }
    }
    guard fields == nil else { throw RecordFailure(line: lineNumber, message: "a record lacks its 'ER'") }
    return records
  }

  /// `TI` of `TI  - Title`; nil for a line that has no tag.
  private static func tag(of line: ArraySlice<UInt8>) -> String? {
    let head = Array(line.prefix(5))
    guard head.count == 5, head[0].isLetterOrDigit, head[1].isLetterOrDigit,
      head[2...].elementsEqual("  -".utf8)
    else { return nil }
    return String(decoding: head[..<2], as: UTF8.self)
  }

  private static func text(_ line: ArraySlice<UInt8>) -> String {
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    let rest = line.drop(while: isSpace)
    let end = rest.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? rest.startIndex
    return String(decoding: rest[..<end], as: UTF8.self)
  }
}

extension RecordFields {
  /// Takes the value of a tag of RIS; tags that say nothing of the paper are passed over.
  fileprivate mutating func take(_ tag: String, _ value: String) {
    guard !value.isEmpty else { return }
    switch tag {
    case "TI", "T1", "CT": title = title ?? value
    case "AU", "A1": authors.append(value)
    case "PY", "Y1", "DA": year = year ?? Int(value.prefix(4))
    case "JO", "JF", "T2", "BT": venue = venue ?? value
    case "DO": doi = doi ?? value
    case "UR", "L2": urls.append(value)
    case "AB", "N2": abstract = abstract ?? value
    case "ID": id = value
    case "M1": if value.lowercased().hasPrefix("arxiv:") { arxiv = String(value.dropFirst(6)) }
    default: break
    }
  }
}
