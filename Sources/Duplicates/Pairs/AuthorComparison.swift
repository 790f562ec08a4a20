/// How two lists of authors stand to each other.
struct AuthorComparison {
  enum Relation {
    /// A list is missing, or too vague to tell.
    case unknown
    /// Nobody is in both.
    case disjoint
    /// Somebody is in both, but less than half of the shorter list.
    case partial
    /// At least half of the shorter list is in the other.
    case agreeing
  }

  private(set) var sharedCount = 0
  /// Family names found in the other list with another given name, which can be a nickname.
  private var namesakeCount = 0
  /// The length of the longer list.
  private(set) var longerCount = 0
  /// The length of the shorter list.
  private(set) var shorterCount = 0
  private(set) var relation = Relation.unknown

  /// Whether the lists are the same but for at most a quarter, of two people or more.
  var isSameTeam: Bool { sharedCount > 1 && sharedCount * 4 >= longerCount * 3 }
  /// Whether the one author of both is the same.
  var isSameAuthor: Bool { sharedCount == 1 && longerCount == 1 }
  /// Whether both lists are long enough to tell, and mostly of other people.
  var areDifferentTeams: Bool { shorterCount > 2 && sharedCount * 2 < shorterCount }

  /// Compares the authors of two records.
  ///
  /// No initializer, because that would take a copy of the table, which costs more than the comparison.
  static func compare(_ table: RecordTable, _ first: RecordRow, _ second: RecordRow) -> AuthorComparison {
    var result = AuthorComparison()
    let (left, right) = (first.authors, second.authors)
    if !left.isEmpty, !right.isEmpty { result.measure(table, left, right) }
    return result
  }

  private mutating func measure(_ table: RecordTable, _ left: Range<Int>, _ right: Range<Int>) {
    let (shorter, longer) = left.count <= right.count ? (left, right) : (right, left)
    shorterCount = shorter.count
    longerCount = longer.count
    var tellingCount = 0
    for index in shorter {
      let author = table.authors[index]
      let isShared = longer.contains { AuthorComparison.isSame(author, table.authors[$0], table.names) }
      if isShared {
        sharedCount += 1
      } else if longer.contains(where: { table.authors[$0].family == author.family }) {
        namesakeCount += 1
      }
      if isShared || !author.isCollective { tellingCount += 1 }
    }
    let hasPerson = longer.contains { !table.authors[$0].isCollective }
    if sharedCount == 0 {
      relation = tellingCount == 0 || !hasPerson || namesakeCount * 2 >= shorterCount ? .unknown : .disjoint
    } else {
      relation = sharedCount * 2 >= shorterCount ? .agreeing : .partial
    }
  }

  /// Family names agree and given names do not disagree; also where one name is written the other way round.
  private static func isSame(_ left: AuthorName, _ right: AuthorName, _ names: WordTable) -> Bool {
    if left.family == right.family || isMisspelt(left.family, right.family, names) {
      if left.initial == right.initial || left.initial == 0 || right.initial == 0 { return true }
      // A list cut apart at commas has `Ronchetti, Elvezio M.` as two names.
      return false
    }
    if left.given == right.family, left.family == right.given { return true }
    return left.isCollective && left.family == right.given || right.isCollective && right.family == left.given
  }

  /// One letter more, less or other, or two swapped, in names of at least five letters that start alike.
  private static func isMisspelt(_ left: UInt32, _ right: UInt32, _ names: WordTable) -> Bool {
    let (first, second) = (names.range(left), names.range(right))
    let shorter = min(first.count, second.count)
    guard shorter >= 5, abs(first.count - second.count) <= 1 else { return false }
    return names.bytes[first.lowerBound] == names.bytes[second.lowerBound]
      && SpellingComparer.isOneEdit(names.bytes, first, second)
  }
}
