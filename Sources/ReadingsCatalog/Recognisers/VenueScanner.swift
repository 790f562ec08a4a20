internal import SourceText

/// Recognises conferences and journals with their years, as written beside a title.
package enum VenueScanner {
  /// A conference or journal, perhaps with its year.
  package struct Venue: Equatable, Sendable {
    /// As written, without brackets around it (`OSDI’24`, `ICLR 2018`).
    package var name: String
    package var year: Int?
  }

  /// Acronyms of venues at which the fields of such seminars publish; compared case-sensitively.
  private static let acronyms: Set<String> = [
    "AAAI", "ACL", "AISTATS", "AAMAS", "ASE", "ASPLOS", "ATC", "BMVC", "CAV", "CCS", "CHI", "CIKM", "COLING",
    "COLM", "COLT", "CSCW", "CVPR", "CoNLL", "CoRL", "CogSci", "DAC", "EACL", "ECAI", "ECCV", "ECIR", "ECML",
    "EMNLP", "EuroSys", "FAccT", "FAST", "FOCS", "FSE", "GECCO", "HPCA", "HRI", "ICAPS", "ICASSP", "ICC",
    "ICCV",
    "ICDE", "ICDM", "ICLR", "ICML", "ICRA", "ICSE", "IJCAI", "IJCNN", "IMC", "INFOCOM", "INTERSPEECH", "IROS",
    "ISCA", "ISMIR", "ISSTA", "IUI", "JMLR", "KDD", "MICCAI", "MICRO", "MLSys", "NAACL", "NDSS", "NIPS",
    "NSDI",
    "NeurIPS", "Neurips", "OOPSLA", "OSDI", "PAKDD", "PAMI", "PLDI", "PNAS", "PODC", "POPL",
    "PPoPP",
    "RSS", "RecSys", "S&P", "SC", "SIGCOMM", "SIGGRAPH", "SIGIR", "SIGMOD", "SODA", "SOSP", "STOC", "TACL",
    "TMLR",
    "TPAMI", "UAI", "UIST", "USENIX", "VLDB", "WACV", "WSDM", "WWW",
  ]

  /// Journals whose name is also an ordinary word: a venue only where nothing else stands on the line.
  private static let journals: Set<String> = [
    "nature", "science", "cell", "neuron", "pnas", "bioinformatics", "nature methods",
    "nature communications",
    "nature biotechnology", "nature machine intelligence", "nature medicine", "science advances",
    "scientific reports", "plos one", "neural computation", "machine learning", "artificial intelligence",
    "communications of the acm", "the lancet", "jama",
  ]

  /// A venue at the end of a title: after a comma, slash or sentence mark, or in brackets; with the text before it.
  package static func trailingVenue(of text: String) -> (rest: String, venue: Venue)? {
    let words = text.words
    for count in [1, 2, 3] where words.count > count {
      let tail = words.suffix(count).joined(separator: " ")
      guard let venue = venue(tail.trimming(edgePunctuation)) else { continue }
      let rest = text[..<words[words.count - count].startIndex].trimmingEnd([])
      let isBracketed = tail.hasPrefix("(") || tail.hasPrefix("[")
      let isSeparated = rest.unicodeScalars.last.map { ",/?!.;:-–—".unicodeScalars.contains($0) } ?? false
      guard isBracketed || isSeparated || (venue.year != nil && endsInName(rest)) else { continue }
      return (rest.trimmingEnd([",", "/", ";", "-", "–", "—", ":"]), venue)
    }
    return nil
  }

  /// Whether the last word is not one of the small words that lead on: `Best Papers of` does.
  private static func endsInName(_ text: String) -> Bool {
    text.words.last?.first?.isLowercase == false
  }

  /// The first venue anywhere in the text.
  package static func firstVenue(in text: String) -> Venue? {
    let words = text.words
    for index in words.indices {
      for count in [3, 2] where index + count <= words.count {
        let found = venue(words[index..<(index + count)].joined(separator: " ").trimming(edgePunctuation))
        if let found, found.year != nil { return found }
      }
      if let found = venue(String(words[index]).trimming(edgePunctuation)) { return found }
    }
    return nil
  }

  /// A line that is about where the work appeared: only a venue, or a journal with volume, pages or year.
  package static func venueLine(_ text: String) -> Venue? {
    guard text.utf8.count <= 200 else { return nil }
    let line = text.trimming(edgePunctuation)
    if let venue = venue(line) { return venue }
    let lowered = line.lowercased()
    if journals.contains(lowered) { return Venue(name: line) }
    guard
      let journal = journals.filter({ lowered.hasPrefix($0 + " ") || lowered.hasPrefix($0 + ",") })
        .max(by: { $0.count < $1.count })
    else { return nil }
    let rest = lowered.dropFirst(journal.count)
    let year = DateScanner.lastYear(in: rest)
    guard year != nil || rest.contains("volume") || rest.contains("vol.") else { return nil }
    return Venue(name: String(line.prefix(journal.count)), year: year)
  }

  /// A text that is nothing but a venue: `ICML17`, `ICLR 2018`, `OSDI’24`, `NeurIPS`, `ACL (2020)`,
  /// `USENIX Security 2019`, and any other capitals before a year (`VISAPP 2019`).
  package static func venue(_ text: String) -> Venue? {
    let letters = text.prefix { $0.isLetter || $0 == "&" }
    var rest = text[letters.endIndex...].trimming(["-", "'", "’", "‘", "`", ",", "(", ")"])
    for track in ["Security", "ATC", "Findings"] where letters == "USENIX" || letters == "ACL" {
      if rest.hasPrefix(track) { rest = rest.dropFirst(track.count).trimming(["-", "'", "’", ","]) }
    }
    let isKnown =
      acronyms.contains(String(letters)) || (text.contains("&") && acronyms.contains(letters.uppercased()))
    if rest.isEmpty { return isKnown ? Venue(name: text) : nil }
    if let year = DateScanner.plausibleYear(rest) {
      let isAcronym =
        letters.utf8.count >= 4 && letters.utf8.allSatisfy(\.isUppercaseLetter) && letters != "ARXIV"
      return isKnown || isAcronym ? Venue(name: text, year: year) : nil
    }
    guard isKnown, rest.utf8.count == 2, rest.utf8.allSatisfy(\.isDigit), let short = Int(rest) else {
      return nil
    }
    return Venue(name: text, year: short < 70 ? 2000 + short : 1900 + short)
  }

  private static let edgePunctuation: [Unicode.Scalar] = [
    "(", ")", "[", "]", ",", ".", "/", ":", ";", "*", "_",
  ]
}
