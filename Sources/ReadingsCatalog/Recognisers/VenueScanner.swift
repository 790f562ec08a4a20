internal import SourceText

/// Recognises conferences and journals with their years, as written beside a title.
package enum VenueScanner {
  /// A conference or journal, perhaps with its year.
  package struct Venue: Equatable, Sendable {
    /// As written, without brackets around it (`OSDI’24`, `ICLR 2018`).
    package var name: ByteText
    package var year: Int?
  }

  /// Acronyms of venues at which the fields of such seminars publish; compared case-sensitively.
  private static let acronyms: WordSet = [
    "AAAI", "ACL", "AISTATS", "AAMAS", "ASE", "ASPLOS", "ATC", "BMVC", "CAV", "CCS", "CHI", "CIKM",
    "COLING", "COLM", "COLT", "CSCW", "CVPR", "CoNLL", "CoRL", "CogSci", "DAC", "EACL", "ECAI", "ECCV",
    "ECIR", "ECML", "EMNLP", "EuroSys", "FAccT", "FAST", "FOCS", "FSE", "GECCO", "HPCA", "HRI", "ICAPS",
    "ICASSP", "ICC", "ICCV", "ICDE", "ICDM", "ICLR", "ICML", "ICRA", "ICSE", "IJCAI", "IJCNN", "IMC",
    "INFOCOM", "INTERSPEECH", "IROS", "ISCA", "ISMIR", "ISSTA", "IUI", "JMLR", "KDD", "MICCAI", "MICRO",
    "MLSys", "NAACL", "NDSS", "NIPS", "NSDI", "NeurIPS", "Neurips", "OOPSLA", "OSDI", "PAKDD", "PAMI",
    "PLDI", "PNAS", "PODC", "POPL", "PPoPP", "RSS", "RecSys", "S&P", "SC", "SIGCOMM", "SIGGRAPH", "SIGIR",
    "SIGMOD", "SODA", "SOSP", "STOC", "TACL", "TMLR", "TPAMI", "UAI", "UIST", "USENIX", "VLDB", "WACV",
    "WSDM", "WWW",
  ]

  /// Journals whose name is also an ordinary word: a venue only where nothing else stands on the line.
  private static let journals: [StaticString] = [
    "nature", "science", "cell", "neuron", "pnas", "bioinformatics", "nature methods",
    "nature communications",
    "nature biotechnology", "nature genetics", "nature neuroscience", "nature physics",
    "nature machine intelligence", "nature medicine", "science advances",
    "scientific reports", "plos one", "neural computation", "machine learning", "artificial intelligence",
    "communications of the acm", "the lancet", "jama", "genome biology", "genome research",
    "nucleic acids research", "bmc bioinformatics", "plos computational biology",
  ]

  /// The first words of ``journals``: most lines begin with none of them.
  private static let journalStarts = WordSet(
    bytes: journals.map { (word: $0.withUTF8Buffer { Array($0.prefix { $0 != 0x20 }) }, value: ()) })

  /// Parts of a conference that are venues of their own.
  private static let tracks: [StaticString] = ["Security", "ATC", "Findings"]

  /// A venue at the end of a title: after a comma, slash or sentence mark, or in brackets; with the text before it.
  /// White space in the title is collapsed.
  package static func trailingVenue(of text: ByteText) -> (rest: ByteText, venue: Venue)? {
    var start = text.endIndex
    for count in 1...3 {
      guard let word = text[..<start].lastWord, word.startIndex > text.startIndex else { return nil }
      // Of several words the last has the year, or is a track.
      if count == 2, !text[start...].hasDigit, !tracks.contains(where: text[start...].contains) { return nil }
      start = word.startIndex
      let tail = text[start...]
      let name = tail.trimming(edgePunctuation)
      guard let venue = venue(name) ?? journalAndYear(name) else { continue }
      let rest = text[..<start].trimmingEnd("")
      let isBracketed = tail.hasPrefix("(") || tail.hasPrefix("[")
      let isSeparated = rest.lastScalar.map((",/?!.;:-–—" as StaticString).containsScalar) ?? false
      guard isBracketed || isSeparated || (self.venue(name)?.year != nil && endsInName(rest)) else {
        continue
      }
      return (rest.trimmingEnd(",/;-–—:"), venue)
    }
    return nil
  }

  /// `Nature 2017`, `Bioinformatics13`
  private static func journalAndYear(_ text: ByteText) -> Venue? {
    guard text.last?.isDigit == true else { return nil }
    let word = text.prefix(while: \.isLetter)
    if let year = shortYear(text[word.endIndex...]), word.startsUppercase {
      return journals.contains(where: word.isEqual(toLowercase:)) ? Venue(name: text, year: year) : nil
    }
    guard let last = text.lastWord, let year = DateScanner.plausibleYear(last),
      case let name = text[..<last.startIndex].trimmingEnd(","), name.startsUppercase,
      journals.contains(where: name.isEqual(toLowercase:))
    else { return nil }
    return Venue(name: text, year: year)
  }

  /// Whether the last word is not one of the small words that lead on: `Best Papers of` does.
  private static func endsInName(_ text: ByteText) -> Bool {
    text.lastWord?.startsLowercase == false
  }

  /// The first venue anywhere in the text.
  package static func firstVenue(in title: ByteText) -> Venue? {
    let text = title.collapsingWhitespace
    let words = text.words
    let hasAmpersand = text.contains(UInt8(ascii: "&"))
    let hasDigit = text.hasDigit
    for (index, word) in words.enumerated() {
      // Venues begin with a capital.
      if !hasAmpersand, let first = word.trimmingStart(edgePunctuation).first,
        first.isLowercaseLetter || first.isDigit
      {
        continue
      }
      // Of several words the last has the year.
      for count in [3, 2]
      where hasDigit && index + count <= words.count && words[index + count - 1].hasDigit {
        let phrase = text[word.startIndex..<words[index + count - 1].endIndex]
        if let found = venue(phrase.trimming(edgePunctuation)), found.year != nil { return found }
      }
      if let found = venue(word.trimming(edgePunctuation)) { return found }
    }
    return nil
  }

  /// A line that is about where the work appeared: only a venue, or a journal with volume, pages or year.
  package static func venueLine(_ text: ByteText) -> Venue? {
    guard text.count <= 200 else { return nil }
    let line = text.trimming(edgePunctuation)
    if let venue = venue(line) { return venue }
    var longest = line[..<line.startIndex]
    let mayBeJournal = journalStarts.contains(line.prefix(while: \.isLetter))
    for journal in mayBeJournal ? journals : [] where line.hasPrefix(lowercase: journal) {
      let name = line.prefix(journal.utf8CodeUnitCount)
      if name.count == line.count { return Venue(name: line) }
      let next = line[name.endIndex]
      let isWhole = next == 0x20 || next == UInt8(ascii: ",") || line[name.endIndex...].hasPrefix("volume")
      if isWhole, name.count > longest.count { longest = name }
    }
    guard !longest.isEmpty else { return numberedJournal(line) }
    let rest = line[longest.endIndex...].lowercased
    let year = DateScanner.lastYear(in: rest)
    guard year != nil || rest.contains("volume") || rest.contains("vol.") else { return nil }
    return Venue(name: longest, year: year)
  }

  /// `Letters on Maps Volume 405, Issue 7, May 2025`: any name before the numbers of a volume and its issue or pages.
  private static func numberedJournal(_ line: ByteText) -> Venue? {
    guard line.hasDigit, line.startsUppercase, let volume = line.firstRange(ofLowercase: " volume "),
      case let name = line[..<volume.lowerBound].trimmingEnd(","), case let rest = line[volume.upperBound...],
      rest.first?.isDigit == true, !name.hasWords(9), !name.contains(". "),
      rest.firstRange(ofLowercase: "issue ") != nil || rest.firstRange(ofLowercase: "pages") != nil
    else { return nil }
    return Venue(name: name, year: DateScanner.lastYear(in: rest))
  }

  /// Whether a text is a venue known by its letters, and its year: `NIPS09`, and not any capitals before a year.
  static func isKnownWithYear(_ text: ByteText) -> Bool {
    venue(text)?.year != nil && venue(text.prefix(while: \.isLetter)) != nil
  }

  /// A text that is nothing but a venue: `ICML17`, `ICLR 2018`, `OSDI’24`, `NeurIPS`, `ACL (2020)`,
  /// `USENIX Security 2019`, and any other capitals before a year (`VISAPP 2019`).
  package static func venue(_ text: ByteText) -> Venue? {
    guard let first = text.first, first.isUppercaseLetter || first >= 0x80 || text.contains(UInt8(ascii: "&"))
    else { return nil }
    if text.allSatisfy(\.isLetter) { return acronyms.contains(exactly: text) ? Venue(name: text) : nil }
    // `MapNLP@ACL2019`: a workshop at a conference.
    if let at = text.offset(of: UInt8(ascii: "@"), from: text.startIndex), at > text.startIndex,
      text.startsUppercase
    {
      return venue(text[(at + 1)...]).map { Venue(name: text, year: $0.year) }
    }
    let hasAmpersand = text.contains(UInt8(ascii: "&"))
    guard first.isUppercaseLetter || hasAmpersand else { return nil }
    let letters = text.prefix { $0.isLetter || $0 == UInt8(ascii: "&") }
    var rest = text[letters.endIndex...].trimming("-'’‘`,()")
    if letters == "USENIX" || letters == "ACL" {
      for track in tracks where rest.hasPrefix(track) {
        rest = rest.dropFirst(track.utf8CodeUnitCount).trimming("-'’,")
      }
    }
    // Nothing, a year, or its last two digits.
    guard rest.isEmpty || rest.count == 2 || rest.count == 4,
      text.contains(UInt8(ascii: "(")) || !text.contains(UInt8(ascii: ")"))
    else { return nil }
    let isKnown =
      acronyms.contains(exactly: letters)
      || (hasAmpersand && letters.contains(UInt8(ascii: "&")) && acronyms.contains(letters))
    if rest.isEmpty { return isKnown ? Venue(name: text) : nil }
    if let year = DateScanner.plausibleYear(rest) {
      let isAcronym = letters.count >= 4 && letters.allSatisfy(\.isUppercaseLetter) && letters != "ARXIV"
      // Long acronyms are no words, however they are written: `Siggraph 2018`.
      let isRespelled = letters.count >= 6 && acronyms.contains(letters)
      return isKnown || isRespelled || isAcronym ? Venue(name: text, year: year) : nil
    }
    guard isKnown, let year = shortYear(rest) else { return nil }
    return Venue(name: text, year: year)
  }

  /// The year of which two digits give the end.
  private static func shortYear(_ digits: ByteText) -> Int? {
    guard digits.count == 2, digits.allSatisfy(\.isDigit) else { return nil }
    let short = Int(digits[digits.startIndex] - 0x30) * 10 + Int(digits[digits.startIndex + 1] - 0x30)
    return short < 70 ? 2000 + short : 1900 + short
  }

  private static let edgePunctuation: StaticString = "()[],./:;*_"
}
