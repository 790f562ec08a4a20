internal import ReadingsCatalog

/// Records in the form in which they are compared: a row of numbers for each record, title and word of a title.
///
/// A record has one or more forms, its titles; those of its titles that no one before is like.
struct RecordTable {
  /// In the order in which they were added.
  private(set) var records: [RecordRow] = []
  /// The titles of one record after those of the other; so are ``titleWords``, ``authors`` and ``identifiers``.
  private(set) var forms: [FormRow] = []
  private(set) var titleWords: [TitleWord] = []
  private(set) var authors: [AuthorName] = []
  private(set) var identifiers: [UInt64] = []
  /// The words of titles.
  private(set) var words = WordTable()
  /// The words of names.
  private(set) var names = WordTable()

  private var titleReader = TitleReader()
  private var authorReader = AuthorReader()
  private var venueReader = VenueReader()
  private var scanner = TextScanner()

  init() {}

  var count: Int { records.count }

  /// The hash of the first title of a record as it is written; 0 for none.
  func spelling(_ record: Int) -> UInt64 { records[record].forms.first.map { forms[$0].spelling } ?? 0 }

  /// The first identifier that two records have in common.
  func sharedIdentifier(_ first: RecordRow, _ second: RecordRow) -> UInt64? {
    identifiers[first.identifiers].first { identifiers[second.identifiers].contains($0) }
  }

  /// Adds a record; its number is the count before.
  mutating func add(_ record: PaperRecord) {
    var row = RecordRow()
    var content = StableHash()
    row.forms = forms.count..<forms.count
    for title in record.titles where !title.isEmpty { addForm(title, &row, &content) }
    addAuthors(record.authors, &row, &content)
    row.identifiers = identifiers.count..<(identifiers.count + record.identifiers.count)
    for identifier in record.identifiers {
      let number = RecordRow.number(of: identifier)
      identifiers.append(number)
      content.add(number)
    }
    row.identifier = row.identifiers.first.map { identifiers[$0] } ?? 0
    row.link = record.link.map { LinkNumbers($0) } ?? LinkNumbers()
    row.abstract = record.abstract.map { hash(ofAbstract: $0) } ?? 0
    row.year = record.year.flatMap { UInt16(exactly: $0) } ?? 0
    row.venue = record.venue.map { venueReader.read($0) } ?? 0
    for number in [row.link.address, row.abstract, UInt64(row.year), row.venue] { content.add(number) }
    row.content = content.value
    records.append(row)
  }

  private mutating func addForm(_ text: String, _ row: inout RecordRow, _ content: inout StableHash) {
    titleReader.read(text, into: &words)
    let title = titleReader.title
    // A second name that is the first one again says nothing.
    if !row.forms.isEmpty, title.key == 0 || forms[row.forms].contains(where: { $0.key == title.key }) {
      return
    }
    var form = FormRow()
    form.key = title.key
    form.keyStart = title.letterCount < 10 ? title.key : title.keyStart
    form.spelling = RecordTable.hash(ofTitle: text)
    form.year = title.year
    form.isCut = title.isCut
    form.words = titleWords.count..<(titleWords.count + title.words.count)
    content.add(title.key)
    content.add(UInt64(title.year) << 1 | (title.isCut ? 1 : 0))
    for (index, number) in title.words.enumerated() {
      words.countUse(of: number, byRecord: UInt32(count))
      let entry = words[number]
      let word = TitleWord(
        number, entry, segment: title.segments[index], isParenthesised: title.isParenthesised[index])
      titleWords.append(word)
      row.signature |= word.signature
      content.add(entry.hash)
    }
    forms.append(form)
    row.forms = row.forms.lowerBound..<forms.count
  }

  private mutating func addAuthors(_ list: [String], _ row: inout RecordRow, _ content: inout StableHash) {
    let start = authors.count
    for text in list {
      guard let name = authorReader.read(text, into: &names) else { continue }
      authors.append(name)
      content.add(names[name.family].hash)
      content.add(UInt64(name.initial))
      if name.given != AuthorName.absent { content.add(names[name.given].hash) }
    }
    row.authors = start..<authors.count
  }

  /// Adds the records of another table, none of which was weighed yet.
  mutating func append(_ other: RecordTable) {
    let wordNumbers = words.append(other.words)
    let nameNumbers = names.append(other.names)
    for var row in other.records {
      row.forms = row.forms.moved(by: forms.count)
      row.authors = row.authors.moved(by: authors.count)
      row.identifiers = row.identifiers.moved(by: identifiers.count)
      records.append(row)
    }
    for var form in other.forms {
      form.words = form.words.moved(by: titleWords.count)
      forms.append(form)
    }
    for var word in other.titleWords {
      word.number = wordNumbers[Int(word.number)]
      titleWords.append(word)
    }
    for var author in other.authors {
      author.family = nameNumbers[Int(author.family)]
      if author.given != AuthorName.absent { author.given = nameNumbers[Int(author.given)] }
      authors.append(author)
    }
    identifiers += other.identifiers
  }

  private static func hash(ofTitle title: String) -> UInt64 {
    var hash = StableHash()
    hash.add(title)
    return hash.value
  }

  /// Of the first twelve words; 0 where there are fewer.
  private mutating func hash(ofAbstract abstract: String) -> UInt64 {
    // Enough for twelve long words, and no more of a long abstract.
    let length = 240
    var abstract = abstract
    let isPlain = abstract.withUTF8 { bytes in
      // A byte of ASCII is a character, but for the two that end a line.
      let isPlain = bytes.prefix(length + 1).allSatisfy { $0 < 0x80 && $0 != 0x0D }
      if isPlain { scanner.read(bytes.prefix(length), wordLimit: 13) }
      return isPlain
    }
    if !isPlain {
      var beginning = String(abstract.prefix(length))
      beginning.withUTF8 { scanner.read($0[...], wordLimit: 13) }
    }
    guard scanner.words.count > 12 else { return 0 }
    return WordTable.hash(scanner.letters, 0..<scanner.words[11].range.upperBound)
  }

  /// Finds the weight of every word from the number of records that use it, once all records are added.
  mutating func weighWords() { weighWords(amongRecords: count) }

  /// Takes counts that were found over all records of which these are a part, and weighs the words by them.
  mutating func weighWords(by counts: WordCounts) {
    for word in 0..<UInt32(words.count) {
      words.setRecordCount(counts.counts[words.text(word)] ?? 1, of: word)
    }
    weighWords(amongRecords: counts.recordCount)
  }

  private mutating func weighWords(amongRecords recordCount: Int) {
    let weighing = WordWeights(recordCount: recordCount)
    let weights = (0..<UInt32(words.count)).map { word in
      let usual = WordLists.frequencies[words.text(word)] ?? 0
      return weighing.weight(recordCount: words[word].recordCount, usual: usual, words[word].traits)
    }
    for form in forms.indices {
      var sum: Float = 0
      for index in forms[form].words {
        let weight = weights[Int(titleWords[index].number)]
        titleWords[index].weight = weight
        sum += weight
      }
      forms[form].weight = sum
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
