/// The blocking keys of a record: only records that share a key are compared.
struct BlockingKeys {
  private(set) var keys: [UInt64] = []
  private var rare: [(count: UInt32, hash: UInt64)] = []

  /// In blocks of more records than this not all pairs are compared: none where the key is of words; only neighbours
  /// where it is ``telling``.
  static let largestBlock = 200
  /// The bit that is set in keys which say by themselves that records belong together: identifiers, links, whole titles,
  /// beginnings of abstracts.
  static let telling: UInt64 = 1 << 63
  /// As many of a title's rarest words are paired.
  private static let pairedWordCount = 6
  /// A word that as few records use makes a block by itself.
  private static let veryRareCount: UInt32 = 20

  /// Gathers the keys of a record, each once, in ascending order.
  mutating func gather(_ record: Int, of table: RecordTable) {
    keys.removeAll(keepingCapacity: true)
    let row = table.records[record]
    for index in row.identifiers {
      keys.append(BlockingKeys.tellingKey(1, table.identifiers[index]))
    }
    if row.abstract != 0 { keys.append(BlockingKeys.tellingKey(2, row.abstract)) }
    if row.link.page != 0 { keys.append(BlockingKeys.tellingKey(3, row.link.page)) }
    for place in row.forms where table.forms[place].key != 0 {
      let form = table.forms[place]
      keys.append(BlockingKeys.tellingKey(4, form.key))
      keys.append(BlockingKeys.key(4, form.keyStart))
      gatherWords(of: form, table)
    }
    keys.sort()
    var last = 0
    for index in keys.indices.dropFirst() where keys[index] != keys[last] {
      last += 1
      keys[last] = keys[index]
    }
    if last + 1 < keys.count { keys.removeLast(keys.count - last - 1) }
  }

  private mutating func gatherWords(of form: FormRow, _ table: RecordTable) {
    rare.removeAll(keepingCapacity: true)
    for index in form.words where !table.titleWords[index].traits.contains(.stop) {
      let word = table.words[table.titleWords[index].number]
      if word.recordCount == 1 || rare.contains(where: { $0.hash == word.hash }) { continue }
      rare.append((word.recordCount, word.hash))
    }
    // Words equally rare are told apart by their hash, which no order of records changes.
    rare.sort { ($0.count, $0.hash) < ($1.count, $1.hash) }
    for first in rare.indices.prefix(BlockingKeys.pairedWordCount) {
      if rare[first].count <= BlockingKeys.veryRareCount {
        keys.append(BlockingKeys.key(5, rare[first].hash))
      }
      for second in rare.indices.prefix(BlockingKeys.pairedWordCount).dropFirst(first + 1) {
        let low = min(rare[first].hash, rare[second].hash)
        keys.append(BlockingKeys.key(6, StableHash.mixed(low) ^ max(rare[first].hash, rare[second].hash)))
      }
    }
  }

  private static func key(_ kind: UInt64, _ value: UInt64) -> UInt64 {
    StableHash.mixed(value &+ kind &* 0x9E37_79B9_7F4A_7C15) & ~telling
  }

  private static func tellingKey(_ kind: UInt64, _ value: UInt64) -> UInt64 { key(kind, value) | telling }
}
