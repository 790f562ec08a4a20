internal import ReadingsQuery

/// An author as bibliographies take names apart.
enum CitedName: Sendable, Hashable {
  /// `family` holds the particles (`van der Maaten`); `suffix` is `Jr.` or a Roman number, or empty.
  case person(family: String, given: String, suffix: String)
  /// A group, or a name of one word: printed as it is.
  case literal(String)
  /// What `et al.` stands for.
  case others

  /// Takes a name as it is written: `Tri Dao`, `Dao, Tri`, `Laurens van der Maaten`, `DeepSeek-AI`.
  init(_ name: String) {
    let parts = CitedName.parts(of: name)
    guard let first = parts.first else {
      self = .literal(name)
      return
    }
    let rest = parts.dropFirst().flatMap { $0 }
    if CitedName.standsForOthers(first), rest.isEmpty {
      self = .others
    } else if rest.isEmpty || (rest.count == 1 && CitedName.isSuffix(rest[0])) {
      self = CitedName.inOrder(first, suffix: rest.first)
    } else {
      let suffix = rest.first.map { CitedName.isSuffix($0) } == true ? rest[0] : ""
      let given = rest.dropFirst(suffix.isEmpty ? 0 : 1).joined(separator: " ")
      self = .person(family: first.joined(separator: " "), given: given, suffix: suffix)
    }
  }

  /// The words between commas, without parts that have none.
  private static func parts(of name: String) -> [[String]] {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.unicodeScalars.split(separator: ",").map { part in
        part.split(whereSeparator: isSpace).map { String($0) }
      }.filter { !$0.isEmpty }
    }
    let bytes = Array(name.utf8)
    var parts: [[String]] = []
    var words: [String] = []
    var start = 0
    for end in 0...bytes.count {
      let isComma = end < bytes.count && bytes[end] == UInt8(ascii: ",")
      guard end == bytes.count || isComma || isSpace(Unicode.Scalar(bytes[end])) else { continue }
      if start < end { words.append(String(decoding: bytes[start..<end], as: UTF8.self)) }
      start = end + 1
      guard isComma || end == bytes.count, !words.isEmpty else { continue }
      parts.append(words)
      words = []
    }
    return parts
  }

  /// What citation keys and listings call the author by.
  var shortName: String {
    switch self {
    case .person(let family, _, _): family
    case .literal(let name): name
    case .others: ""
    }
  }

  /// Given names first, as they are spoken.
  private static func inOrder(_ words: [String], suffix: String?) -> CitedName {
    var words = words
    var suffix = suffix ?? ""
    if suffix.isEmpty, words.count > 2, let last = words.last, isSuffix(last) { suffix = words.removeLast() }
    guard words.count > 1, !isGroup(words) else {
      return .literal((words + (suffix.isEmpty ? [] : [suffix])).joined(separator: " "))
    }
    let particle = words.indices.dropFirst().dropLast().first { isParticle(words[$0]) }
    let start = particle ?? words.count - 1
    return .person(
      family: joined(words[start...]), given: joined(words[..<start]), suffix: suffix)
  }

  private static func joined(_ words: ArraySlice<String>) -> String {
    // Nearly always there is one.
    words.count == 1 ? words[words.startIndex] : words.joined(separator: " ")
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func standsForOthers(_ words: [String]) -> Bool {
    guard let first = words.first, words.count <= 2, first.utf8.count <= 6,
      let letter = first.utf8.first, letter >= 0x80 || "aeo".utf8.contains(letter | 0x20)
    else { return false }
    let text = words.joined(separator: " ").lowercased()
    return text == "et al." || text == "et al" || text == "others" || text == "and others"
  }

  private static func isSuffix(_ word: String) -> Bool {
    word.utf8.count <= 3 && suffixes.contains(word)
  }

  private static let suffixes: Set<String> = ["Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"]

  private static func isGroup(_ words: [String]) -> Bool {
    words.contains { isGroupWord($0) || $0 == "&" }
  }

  private static func isGroupWord(_ word: String) -> Bool {
    // Folding costs more than a look at both ends, which tells most names of people.
    mayBeGroupWord(word) && groupWords.contains(FoldedText.fold(word))
  }

  private static func mayBeGroupWord(_ word: String) -> Bool {
    guard let first = word.utf8.first, let last = word.utf8.last else { return false }
    return first >= 0x80 || last >= 0x80 || groupEnds.contains(ends(first | 0x20, last | 0x20))
  }

  private static func ends(_ first: UInt8, _ last: UInt8) -> UInt16 { UInt16(first) << 8 | UInt16(last) }

  /// The first and last letters of ``groupWords``.
  private static let groupEnds = Set(
    groupWords.compactMap { word in
      word.utf8.first.flatMap { first in word.utf8.last.map { ends(first, $0 | 0x20) } }
    })

  private static func isParticle(_ word: String) -> Bool {
    word.utf8.first.map { $0 >= 0x61 } == true && particles.contains(word)
  }

  private static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "ten",
    "ter",
    "bin", "ibn", "al", "el", "af", "av", "zu", "zur",
  ]

  private static let groupWords: Set<String> = [
    "ai", "association", "authors", "center", "centre", "collaboration", "committee", "company", "consortium",
    "corporation", "department", "foundation", "group", "inc", "inc.", "initiative", "institute", "lab",
    "laboratory", "labs", "ltd", "organization", "project", "research", "society", "team", "university",
  ]
}
