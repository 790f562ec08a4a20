/// The records of a file, whatever it is written in: JSON, CSL-JSON, BibTeX, RIS, an Atom feed, or a line for each
/// title and link.
///
/// Of JSON only the place of each record is kept, so that a million of them fit into memory.
package struct RecordFile: Sendable {
  private enum Source: Sendable {
    case json(bytes: [UInt8], offsets: [Int])
    case records([PaperRecord])

    func record(_ number: Int) -> PaperRecord {
      switch self {
      case .records(let records): return records[number]
      case .json(let bytes, let offsets):
        var reader = JSONRecordReader(bytes)
        // The same bytes were read once already.
        return reader.record(at: offsets[number], number: number)
          ?? PaperRecord(id: "record \(number + 1)", title: "")
      }
    }
  }

  private let source: Source
  private let table: RecordTable
  /// The name of each record, in file order.
  package let ids: [String]

  /// Reads the bytes of a file.
  package init(_ bytes: [UInt8]) throws(RecordFailure) {
    var table = RecordTable()
    var ids: [String] = []
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") || (first == UInt8(ascii: "[") && RecordFile.isJSON(bytes)) {
      var reader = JSONRecordReader(bytes)
      var offsets: [Int] = []
      while let next = try reader.next() {
        table.add(next.record)
        ids.append(next.record.id)
        offsets.append(next.offset)
      }
      source = .json(bytes: bytes, offsets: offsets)
    } else {
      let records = try RecordFile.records(bytes, isBibTeX: BibTeXRecords.isBibTeX(bytes))
      for record in records { table.add(record) }
      ids = records.map(\.id)
      source = .records(records)
    }
    table.weighWords()
    self.table = table
    self.ids = ids
  }

  /// The names that more than one record has, each once, in the order in which they are
  /// repeated; what is said of them may mean any of these.
  package var repeatedIDs: [String] {
    var seen: Set<String> = []
    seen.reserveCapacity(ids.count)
    var repeated: Set<String> = []
    return ids.filter { !seen.insert($0).inserted && repeated.insert($0).inserted }
  }

  /// A list can start with a Markdown link, an array with an object.
  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    guard let bracket = bytes.firstIndex(of: UInt8(ascii: "[")) else { return false }
    let next = bytes[(bracket + 1)...].first { $0 > 0x20 }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  private static func records(_ bytes: [UInt8], isBibTeX: Bool) throws(RecordFailure) -> [PaperRecord] {
    if isBibTeX { return try BibTeXRecords.read(bytes) }
    if RISRecords.isRIS(bytes) { return try RISRecords.read(bytes) }
    if bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") {
      return try AtomRecords.read(bytes)
    }
    return TitleLines.read(bytes)
  }

  /// The number of records.
  package var count: Int { table.count }

  /// A record by its number, in file order from 0.
  package func record(_ number: Int) -> PaperRecord { source.record(number) }

  /// Every record, in file order.
  package var records: [PaperRecord] { (0..<count).map(record) }

  /// Compares the records.
  package func report() -> DuplicateReport {
    DuplicateReport(RecordClustering(table), record: source.record)
  }
}
