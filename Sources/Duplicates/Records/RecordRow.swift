internal import ReadingsCatalog

/// A record in the form in which it is compared: numbers alone, side by side, because in a large table every other
/// place costs a look into memory.
struct RecordRow {
  /// A hash of all that is compared; records that differ in nothing share it. It orders records whatever order they
  /// came in.
  var content: UInt64 = 0
  /// One bit for each word that counts, of all titles: a quick look at what two records share.
  var signature: UInt64 = 0
  /// The first identifier; 0 for none.
  var identifier: UInt64 = 0
  /// The hash of the first words of the abstract; 0 for none.
  var abstract: UInt64 = 0
  /// The same number for the same venue; 0 for none.
  var venue: UInt64 = 0
  /// The first link, where it names no registry.
  var link = LinkNumbers()
  private var formRange: Range<UInt32> = 0..<0
  private var authorRange: Range<UInt32> = 0..<0
  private var identifierRange: Range<UInt32> = 0..<0
  /// 0 for none.
  var year: UInt16 = 0

  /// Its titles in ``RecordTable/forms``.
  var forms: Range<Int> {
    get { RecordRow.places(formRange) }
    set { formRange = RecordRow.numbers(newValue) }
  }
  /// Its authors in ``RecordTable/authors``.
  var authors: Range<Int> {
    get { RecordRow.places(authorRange) }
    set { authorRange = RecordRow.numbers(newValue) }
  }
  /// Its identifiers in ``RecordTable/identifiers``.
  var identifiers: Range<Int> {
    get { RecordRow.places(identifierRange) }
    set { identifierRange = RecordRow.numbers(newValue) }
  }

  /// Whether each of two records names an identifier of arXiv first, and not the same.
  func isOtherPreprint(than other: RecordRow) -> Bool {
    identifier != other.identifier && RecordRow.isPreprint(identifier)
      && RecordRow.isPreprint(other.identifier)
  }

  /// Whether both lead to one page.
  func sharesPage(with other: RecordRow) -> Bool { link.page != 0 && link.page == other.link.page }

  /// Whether the abstracts of both begin alike.
  func sharesAbstract(with other: RecordRow) -> Bool { abstract != 0 && abstract == other.abstract }

  /// Whether the first identifiers of both are of one registry.
  func namesRegistry(of other: RecordRow) -> Bool { identifier & 7 == other.identifier & 7 }

  private static func isPreprint(_ identifier: UInt64) -> Bool {
    identifier != 0 && identifier & 7 == arxiv
  }

  private static let arxiv = number(of: .arxiv)

  /// A hash of the identifier with its scheme in the lowest three bits.
  static func number(of identifier: Identifier) -> UInt64 {
    var hash = StableHash()
    for byte in identifier.value.utf8 { hash.add(byte) }
    return hash.value & ~7 | number(of: identifier.scheme)
  }

  private static func number(of scheme: Identifier.Scheme) -> UInt64 {
    UInt64(Identifier.Scheme.allCases.firstIndex(of: scheme) ?? 7)
  }

  fileprivate static func places(_ range: Range<UInt32>) -> Range<Int> {
    Int(range.lowerBound)..<Int(range.upperBound)
  }

  fileprivate static func numbers(_ range: Range<Int>) -> Range<UInt32> {
    UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }
}

/// A title of a record.
struct FormRow {
  /// The hash of all letters without spaces; 0 for a title without words.
  var key: UInt64 = 0
  /// The hash of the first letters.
  var keyStart: UInt64 = 0
  /// The hash of the title as it is written.
  var spelling: UInt64 = 0
  /// Of all words; 0 until ``RecordTable/weighWords()``.
  var weight: Float = 0
  private var wordRange: Range<UInt32> = 0..<0
  /// The year that stood behind the title; 0 for none.
  var year: UInt16 = 0
  /// Whether the title ends with dots that say that it goes on.
  var isCut = false

  /// Its words in ``RecordTable/titleWords``.
  var words: Range<Int> {
    get { RecordRow.places(wordRange) }
    set { wordRange = RecordRow.numbers(newValue) }
  }
}

/// A word in a title.
struct TitleWord {
  /// In the table of words.
  var number: UInt32
  /// How much the word says of a paper, from 0.1 to 1; 0 until ``RecordTable/weighWords()``.
  var weight: Float = 0
  let letters: WordLetters
  let traits: WordTraits
  /// The part of the title that it stands in; the high bit: in round brackets.
  private let place: UInt8
  /// Its bit in ``RecordRow/signature``; 64 for a word of grammar, which has none.
  private let signatureBit: UInt8

  init(_ number: UInt32, _ entry: WordTable.Entry, segment: UInt8, isParenthesised: Bool) {
    self.number = number
    letters = entry.letters
    traits = entry.traits
    place = segment | (isParenthesised ? 0x80 : 0)
    signatureBit = traits.contains(.stop) ? 64 : UInt8(entry.hash & 63)
  }

  /// The part of the title that it stands in.
  var segment: UInt8 { place & 0x7F }
  var isParenthesised: Bool { place >= 0x80 }

  /// What it adds to a signature.
  var signature: UInt64 { 1 << UInt64(signatureBit) }

  /// Whether it can be one of the words of a signature.
  func mayBe(in signature: UInt64) -> Bool { signatureBit == 64 || signature & self.signature != 0 }
}
