internal import SourceText

/// Recognises conferences and journals whose names are written out, by the words that only they have:
/// `25th International Symposium on Reconfigurable Logic`, `IEEE Transactions on Multimedia, 2017`.
package enum VenuePhrase {
  /// The venue that a phrase names, when it says nothing else.
  package static func venue(_ phrase: ByteText) -> VenueScanner.Venue? {
    let text = withoutLead(phrase.trimming("*_.,;:"))
    guard text.hasWords(2), !text.hasWords(26) else { return nil }
    if let venue = acronymAndYear(text) { return venue }
    var hasVenueWord = false
    var isFirst = true
    var startsWithSociety = false
    let isName = text.allWords { word in
      let core = word.trimming("()[].,:;'’\"–—-&/")
      if core.isEmpty { return true }
      if isFirst { startsWithSociety = FormWords(core).contains(where: societies.contains) }
      isFirst = false
      if venueWords.contains(core) { hasVenueWord = true }
      return !otherWords.contains(core)
        && (core[core.startIndex].isDigit || core.startsUppercase || smallWords.contains(core))
    }
    guard isName else { return nil }
    let year = DateScanner.lastYear(in: text)
    guard hasVenueWord || (startsWithSociety && year != nil) else { return nil }
    return VenueScanner.Venue(name: withoutYearBehindComma(text), year: year)
  }

  /// `DCC 2017`: capitals and a year, and nothing else.
  private static func acronymAndYear(_ text: ByteText) -> VenueScanner.Venue? {
    guard let last = text.lastWord, let year = DateScanner.plausibleYear(last),
      case let name = text[..<last.startIndex].trimmed, name.count >= 3, !name.hasWords(2),
      name.allSatisfy(\.isUppercaseLetter)
    else { return nil }
    return VenueScanner.Venue(name: text, year: year)
  }

  /// Without `Accepted to`, `To appear in the`, `Proceedings of the`.
  private static func withoutLead(_ phrase: ByteText) -> ByteText {
    var index = phrase.startIndex
    var start = phrase.startIndex
    while let word = phrase.nextWord(from: &index), leadWords.contains(word.trimming(":")) {
      start = index
    }
    return phrase[start...].trimmed
  }

  /// Without `, 2017` and `, May 2017`.
  private static func withoutYearBehindComma(_ text: ByteText) -> ByteText {
    if let comma = text.lastIndex(of: UInt8(ascii: ",")),
      DateScanner.onlyDate(text[(comma + 1)...].trimmed) != nil
    {
      return text[..<comma].trimmed
    }
    guard let last = text.lastWord, DateScanner.plausibleYear(last) != nil else { return text }
    let rest = text[..<last.startIndex].trimmed
    return rest.hasSuffix(",") ? rest.trimmingEnd(",") : text
  }

  private static let leadWords: WordSet = [
    "accepted", "to", "at", "by", "in", "on", "as", "for", "the", "appear", "appears", "published",
    "presented", "submitted", "extended", "version",
  ]

  private static let venueWords: WordSet = [
    "conference", "conf", "symposium", "workshop", "workshops", "transactions", "trans", "journal",
    "magazine",
    "letters", "proceedings", "proc", "congress",
  ]

  private static let societies: WordSet = ["acm", "ieee", "iapr", "ifip", "siam", "usenix", "eurographics"]

  /// Words of prizes and of things other than papers at a venue.
  private static let otherWords: WordSet = [
    "winner", "winners", "winning", "prize", "award", "place", "rank", "course", "talk", "slides", "keynote",
    "video", "code", "implementation", "report",
  ]

  private static let smallWords: WordSet = [
    "of", "the", "on", "for", "in", "and", "at", "to", "with", "from", "de", "first", "second", "third",
    "annual", "international", "oral", "spotlight", "poster", "de", "la",
  ]
}
