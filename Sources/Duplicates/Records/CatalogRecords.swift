internal import ReadingsCatalog

/// The readings of a catalog as records, in catalog order.
struct CatalogRecords: Sendable {
  private let catalog: Catalog
  /// Where the reading of each record stands.
  let mentions: [Paper.Mention]
  /// The same records as they are compared; its words are weighed.
  let table: RecordTable

  /// As many sessions are read by one thread at a time.
  private static let pieceSize = 256

  /// Reads all readings, by all processors.
  init(_ catalog: Catalog) {
    self.catalog = catalog
    let pieces = InParallel.map(catalog.sessions, pieceSize: CatalogRecords.pieceSize) { sessions in
      var table = RecordTable()
      for reading in sessions.lazy.flatMap(\.readings) { table.add(PaperRecord(reading, id: "")) }
      return table
    }
    var table = pieces.first ?? RecordTable()
    for piece in pieces.dropFirst() { table.append(piece) }
    table.weighWords()
    self.table = table
    mentions = catalog.sessions.enumerated().flatMap { session, value in
      value.readings.indices.map { Paper.Mention(session: session, reading: $0) }
    }
  }

  /// A record by its number, made once more; its name is `SESSION/KEY`.
  func record(_ number: Int) -> PaperRecord {
    let session = catalog.sessions[mentions[number].session]
    let reading = session.readings[mentions[number].reading]
    return PaperRecord(reading, id: "\(session.key)/\(reading.key)")
  }

  /// The reading of a record.
  func reading(_ number: Int) -> Reading {
    catalog.sessions[mentions[number].session].readings[mentions[number].reading]
  }
}
