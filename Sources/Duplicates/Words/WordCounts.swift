/// How many records use each word, of some records or of all.
package struct WordCounts: Sendable {
  /// The number of records that were counted.
  package var recordCount: Int
  /// By folded word.
  package var counts: [String: UInt32] = [:]

  /// Counts the words of the records of a table.
  init(_ table: RecordTable) {
    recordCount = table.count
    for word in 0..<UInt32(table.words.count) {
      counts[table.words.text(word)] = table.words[word].recordCount
    }
  }

  /// Reads lines of `{"word": ..., "count": ...}`; the count of the empty word is that of the records.
  package init(reading bytes: [UInt8]) throws(RecordFailure) {
    var scanner = JSONScanner(bytes)
    recordCount = 0
    while true {
      scanner.skipBetweenObjects()
      if scanner.isAtEnd { return }
      var (word, count): (String?, UInt32) = (nil, 0)
      try scanner.expect(UInt8(ascii: "{"))
      while !scanner.skip(UInt8(ascii: "}")) {
        let name = try scanner.string()
        try scanner.expect(UInt8(ascii: ":"))
        switch name {
        case "word": word = try scanner.text()
        case "count": count = try scanner.text().flatMap { UInt32($0) } ?? 0
        default: try scanner.skipValue()
        }
        _ = scanner.skip(UInt8(ascii: ","))
      }
      if let word, word.isEmpty {
        recordCount += Int(count)
      } else if let word {
        counts[word, default: 0] += count
      }
    }
  }
}
