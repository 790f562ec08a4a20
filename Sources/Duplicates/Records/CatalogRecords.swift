internal import ReadingsCatalog

/// The readings of a catalog as records, in catalog order.
struct CatalogRecords: Sendable {
  /// Where the reading of each record stands.
  private(set) var mentions: [Paper.Mention] = []
  private(set) var records: [PaperRecord] = []
  /// The same records as they are compared; its words are weighed.
  private(set) var table = RecordTable()

  /// As many sessions are read by one thread at a time.
  private static let pieceSize = 256

  /// Reads all readings, by all processors.
  init(_ catalog: Catalog) {
    let pieces = InParallel.map(catalog.sessions, pieceSize: CatalogRecords.pieceSize) { sessions in
      var piece = CatalogRecords()
      for session in sessions.indices { piece.add(sessions[session], number: session) }
      return piece
    }
    for piece in pieces { append(piece) }
    table.weighWords()
  }

  private init() {}

  private mutating func add(_ session: Session, number: Int) {
    for (place, reading) in session.readings.enumerated() {
      let record = PaperRecord(reading, id: "\(session.key)/\(reading.key)")
      mentions.append(Paper.Mention(session: number, reading: place))
      records.append(record)
      table.add(record)
    }
  }

  private mutating func append(_ other: CatalogRecords) {
    mentions += other.mentions
    records += other.records
    table.append(other.table)
  }
}
