internal import ReadingsCatalog

/// Records in the form in which they are compared: columns of numbers, a few dozen bytes a record.
///
/// A record has one or more forms, its titles; forms, authors and identifiers of record `r` stand at
/// `starts[r]..<starts[r + 1]` of their columns.
struct RecordTable {
  private(set) var count = 0
  /// The words of titles.
  private(set) var words = WordTable()
  /// The words of names.
  private(set) var names = WordTable()
  /// How much a word says of a paper, from 0.1 to 1, by its number; empty until ``weighWords()``.
  private(set) var weights: [Float] = []

  /// The weight of all words of each form; empty until ``weighWords()``.
  private(set) var titleWeights: [Float] = []

  private var formStarts: [UInt32] = [0]
  private var titleStarts: [UInt32] = [0]
  private(set) var titleWords: [UInt32] = []
  /// For each word of a title, the part of the title that it stands in; the high bit: in round brackets.
  private(set) var wordPlaces: [UInt8] = []
  /// For each word of a title, its bit in ``signatures``; 64 for a word of grammar, which has none.
  private var signatureBits: [UInt8] = []
  private(set) var keys: [UInt64] = []
  private(set) var keyStarts: [UInt64] = []
  private(set) var titleYears: [UInt16] = []
  /// Whether the title ends with dots that say that it goes on.
  private(set) var titlesAreCut: [Bool] = []

  private var authorStarts: [UInt32] = [0]
  private(set) var authors: [AuthorName] = []
  private var identifierStarts: [UInt32] = [0]
  private(set) var identifiers: [UInt64] = []
  /// The first identifier of each record where that is one of arXiv; 0 where it is not.
  private var preprints: [UInt64] = []
  /// The hash of the first title of each record as it is written.
  private(set) var titleHashes: [UInt64] = []
  /// The ``LinkNumbers`` of the first link that names no registry; 0 for none.
  private(set) var links: [UInt64] = []
  /// Also those of front pages.
  private(set) var addresses: [UInt64] = []
  private(set) var sites: [UInt64] = []
  private(set) var repositories: [UInt64] = []
  /// The hash of the first words of the abstract; 0 for none.
  private(set) var abstracts: [UInt64] = []
  /// 0 for none.
  private(set) var years: [UInt16] = []
  /// The same number for the same venue; 0 for none.
  private(set) var venues: [UInt64] = []
  /// One bit for each word that counts, of all titles: a quick look at what two records share.
  private(set) var signatures: [UInt64] = []
  /// A hash of all that is compared; records that differ in nothing share it. It orders records whatever order they
  /// came in.
  private(set) var contents: [UInt64] = []

  private var titleReader = TitleReader()
  private var authorReader = AuthorReader()
  private var venueReader = VenueReader()
  private var scanner = TextScanner()
  private var recordCount = 0

  init() {}

  func forms(_ record: Int) -> Range<Int> { Int(formStarts[record])..<Int(formStarts[record + 1]) }
  /// The words of a form in ``titleWords``.
  func wordRange(_ form: Int) -> Range<Int> { Int(titleStarts[form])..<Int(titleStarts[form + 1]) }
  func authorRange(_ record: Int) -> Range<Int> { Int(authorStarts[record])..<Int(authorStarts[record + 1]) }
  func identifierRange(_ record: Int) -> Range<Int> {
    Int(identifierStarts[record])..<Int(identifierStarts[record + 1])
  }
  func traits(ofWordAt index: Int) -> WordTraits { words.traits[Int(titleWords[index])] }
  /// Whether the word of a title can be one of those of a signature.
  func mayHold(_ signature: UInt64, wordAt index: Int) -> Bool {
    let bit = signatureBits[index]
    return bit == 64 || signature >> UInt64(bit) & 1 != 0
  }
  /// Whether each of two records names an identifier of arXiv first, and not the same.
  func areDifferentPreprints(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (preprints[first], preprints[second])
    return one != other && one != 0 && other != 0
  }

  /// Adds a record; its number is the count before.
  mutating func add(_ record: PaperRecord) {
    var content = StableHash()
    var signature: UInt64 = 0
    for title in record.titles where !title.isEmpty {
      titleReader.read(title, into: &words)
      addForm(titleReader.title, &signature, &content)
    }
    formStarts.append(UInt32(keys.count))
    signatures.append(signature)
    titleHashes.append(RecordTable.hash(ofTitle: record.titles.first ?? ""))
    addAuthors(record.authors, &content)
    for identifier in record.identifiers {
      identifiers.append(RecordTable.number(of: identifier))
      content.add(identifiers[identifiers.count - 1])
    }
    identifierStarts.append(UInt32(identifiers.count))
    preprints.append(
      record.identifiers.first?.scheme == .arxiv ? identifiers[identifierRange(count).lowerBound] : 0)
    addLink(record.link)
    abstracts.append(record.abstract.map { hash(ofAbstract: $0) } ?? 0)
    years.append(record.year.flatMap { UInt16(exactly: $0) } ?? 0)
    venues.append(record.venue.map { venueReader.read($0) } ?? 0)
    content.add(addresses[count])
    content.add(abstracts[count])
    content.add(UInt64(years[count]))
    content.add(venues[count])
    contents.append(content.value)
    count += 1
    recordCount = count
  }

  private mutating func addForm(_ title: TitleWords, _ signature: inout UInt64, _ content: inout StableHash) {
    // A second name that is the first one again says nothing.
    let isFirst = keys.count == Int(formStarts[count])
    if !isFirst, title.key == 0 || keys[Int(formStarts[count])...].contains(title.key) { return }
    for (index, word) in title.words.enumerated() {
      words.countUse(of: word, byRecord: UInt32(count))
      titleWords.append(word)
      wordPlaces.append(title.segments[index] | (title.isParenthesised[index] ? 0x80 : 0))
      let bit = words.traits[Int(word)].contains(.stop) ? 64 : words.hashes[Int(word)] & 63
      signatureBits.append(UInt8(bit))
      signature |= 1 << bit
    }
    titleStarts.append(UInt32(titleWords.count))
    keys.append(title.key)
    keyStarts.append(title.letterCount < 10 ? title.key : title.keyStart)
    titleYears.append(title.year)
    titlesAreCut.append(title.isCut)
    content.add(title.key)
    content.add(UInt64(title.year) << 1 | (title.isCut ? 1 : 0))
    for word in title.words { content.add(words.hashes[Int(word)]) }
  }

  private mutating func addAuthors(_ list: [String], _ content: inout StableHash) {
    for text in list {
      guard let name = authorReader.read(text, into: &names) else { continue }
      authors.append(name)
      content.add(names.hashes[Int(name.family)])
      content.add(UInt64(name.initial))
      if name.given != AuthorName.absent { content.add(names.hashes[Int(name.given)]) }
    }
    authorStarts.append(UInt32(authors.count))
  }

  /// Adds the records of another table, none of which was weighed yet.
  mutating func append(_ other: RecordTable) {
    let wordNumbers = words.append(other.words)
    let nameNumbers = names.append(other.names)
    RecordTable.append(&formStarts, other.formStarts)
    RecordTable.append(&titleStarts, other.titleStarts)
    for word in other.titleWords { titleWords.append(wordNumbers[Int(word)]) }
    wordPlaces += other.wordPlaces
    signatureBits += other.signatureBits
    keys += other.keys
    keyStarts += other.keyStarts
    titleYears += other.titleYears
    titlesAreCut += other.titlesAreCut
    RecordTable.append(&authorStarts, other.authorStarts)
    for var author in other.authors {
      author.family = nameNumbers[Int(author.family)]
      if author.given != AuthorName.absent { author.given = nameNumbers[Int(author.given)] }
      authors.append(author)
    }
    RecordTable.append(&identifierStarts, other.identifierStarts)
    identifiers += other.identifiers
    preprints += other.preprints
    links += other.links
    addresses += other.addresses
    sites += other.sites
    repositories += other.repositories
    abstracts += other.abstracts
    years += other.years
    venues += other.venues
    signatures += other.signatures
    titleHashes += other.titleHashes
    contents += other.contents
    count += other.count
    recordCount = count
  }

  private static func append(_ starts: inout [UInt32], _ others: [UInt32]) {
    let base = starts[starts.count - 1]
    for start in others.dropFirst() { starts.append(base + start) }
  }

  /// A hash of the identifier with its scheme in the lowest three bits.
  static func number(of identifier: Identifier) -> UInt64 {
    var hash = StableHash()
    let scheme = Identifier.Scheme.allCases.firstIndex(of: identifier.scheme) ?? 7
    for byte in identifier.value.utf8 { hash.add(byte) }
    return hash.value & ~7 | UInt64(scheme)
  }

  private static func hash(ofTitle title: String) -> UInt64 {
    var hash = StableHash()
    hash.add(title)
    return hash.value
  }

  private mutating func addLink(_ link: String?) {
    let numbers = link.map { LinkNumbers($0) } ?? LinkNumbers()
    addresses.append(numbers.address)
    links.append(numbers.page)
    sites.append(numbers.site)
    repositories.append(numbers.repository)
  }

  /// Of the first twelve words; 0 where there are fewer.
  private mutating func hash(ofAbstract abstract: String) -> UInt64 {
    // Enough for twelve long words, and no more of a long abstract.
    let length = 240
    let isPlain = abstract.utf8.prefix(length + 1).allSatisfy { $0 < 0x80 && $0 != 0x0D }
    // A byte of ASCII is a character, but for the two that end a line.
    let beginning = isPlain ? Substring(abstract.utf8.prefix(length)) : abstract.prefix(length)
    scanner.read(beginning, wordLimit: 13)
    guard scanner.words.count > 12 else { return 0 }
    return WordTable.hash(scanner.letters, 0..<scanner.words[11].range.upperBound)
  }

  /// Finds the weight of every word from the number of records that use it, once all records are added.
  mutating func weighWords() {
    let weighing = WordWeights(recordCount: recordCount)
    weights = words.recordCounts.indices.map { index in
      let word = UInt32(index)
      let usual = WordLists.frequencies.isEmpty ? 0 : WordLists.frequencies[words.text(word)] ?? 0
      return weighing.weight(recordCount: words.recordCounts[index], usual: usual, words.traits[index])
    }
    titleWeights = keys.indices.map { form in
      wordRange(form).reduce(0) { $0 + weights[Int(titleWords[$1])] }
    }
  }

  /// Takes counts that were found over all records of which these are a part, and weighs the words by them.
  mutating func weighWords(by counts: WordCounts) {
    recordCount = counts.recordCount
    for word in 0..<UInt32(words.count) {
      words.setRecordCount(counts.counts[words.text(word)] ?? 1, of: word)
    }
    weighWords()
  }
}

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
      counts[table.words.text(word)] = table.words.recordCounts[Int(word)]
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

/// The weight of a word by its rarity (an inverse document frequency between 0.1 and 1).
struct WordWeights {
  private let total: Double
  /// As many titles of a usual library are counted beside the records.
  private static let usualCount = 1000.0

  init(recordCount: Int) {
    total = Double(recordCount) + WordWeights.usualCount
  }

  /// - Parameter usual: how many of a thousand titles have the word.
  func weight(recordCount: UInt32, usual: Double, _ traits: WordTraits) -> Float {
    if traits.contains(.stop) { return 0.1 }
    let count = Double(max(1, recordCount)) + usual
    return Float(min(1, max(0.15, NaturalLogarithm.of(total / count) / NaturalLogarithm.of(total))))
  }
}
