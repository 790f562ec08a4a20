package import ReadingsCatalog

/// The two dialects of BibTeX files.
package enum BibTeXDialect: Sendable {
  /// For the program `bibtex`: classic entry types, accents as commands.
  case bibtex
  /// For `biber`: `online`, `software` and `date`, letters in UTF-8.
  case biblatex
}

extension Bibliography {
  /// Works to be written piece by piece.
  package typealias Pieces = PiecesInParallel<[UInt8]>

  /// Every entry in BibTeX, a blank line between them.
  package func bibtex(_ dialect: BibTeXDialect) -> Pieces {
    PiecesInParallel(entries, size: 256) { entries in
      var writer = BibTeXWriter(dialect)
      for index in entries.indices {
        if index > 0 { writer.bytes.append(0x0A) }
        writer.write(entries[index])
      }
      return writer.bytes
    }
  }

  /// The same in one, and where in it each entry stands.
  func bibtexEntries(_ dialect: BibTeXDialect) -> (bytes: [UInt8], ranges: [Range<Int>]) {
    let pieces = InParallel.map(entries, pieceSize: 256) { entries in
      var writer = BibTeXWriter(dialect)
      let ranges = entries.map { entry in
        if !writer.bytes.isEmpty { writer.bytes.append(0x0A) }
        let start = writer.bytes.count
        writer.write(entry)
        return start..<writer.bytes.count
      }
      return (bytes: writer.bytes, ranges: ranges)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count + 1 })
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(entries.count)
    for piece in pieces {
      if !bytes.isEmpty { bytes.append(0x0A) }
      let start = bytes.count
      bytes += piece.bytes
      ranges += piece.ranges.map { ($0.lowerBound + start)..<($0.upperBound + start) }
    }
    return (bytes, ranges)
  }

  /// One entry in BibTeX, of the work at `index`, with a line feed at its end.
  package func bibtex(_ dialect: BibTeXDialect, at index: Int) -> String {
    var writer = BibTeXWriter(dialect)
    writer.write(entries[index])
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes entries of a BibTeX file, their fields in a fixed order.
private struct BibTeXWriter {
  var bytes: [UInt8] = []
  private let dialect: BibTeXDialect
  private let latex: LaTeXText

  init(_ dialect: BibTeXDialect) {
    self.dialect = dialect
    latex = LaTeXText(keepsUnicode: dialect == .biblatex)
  }

  mutating func write(_ entry: Bibliography.Entry) {
    let work = entry.work
    bytes.append(UInt8(ascii: "@"))
    bytes += entryType(of: work.form).utf8
    bytes.append(UInt8(ascii: "{"))
    bytes += entry.key.utf8
    bytes += ",\n".utf8
    writeAuthors(of: work)
    begin("title")
    latex.write(title: work.title, to: &bytes)
    end()
    writeDate(of: work)
    if let venue = work.venue { field(venueField(of: work.form), venue) }
    if let arxiv = work.identifier(.arxiv) {
      plainField("eprint", arxiv)
      plainField(dialect == .bibtex ? "archiveprefix" : "eprinttype", "arXiv")
    }
    if let doi = work.identifier(.doi) { plainField("doi", verbatim(doi)) }
    if let url = work.url { plainField("url", verbatim(url)) }
    if !work.keywords.isEmpty {
      begin("keywords")
      writeList(work.keywords)
      end()
    }
    if let abstract = work.abstract { field("abstract", abstract) }
    bytes += "}\n".utf8
  }

  private mutating func writeAuthors(of work: CitedWork) {
    guard !work.authors.isEmpty else { return }
    begin("author")
    for (index, author) in work.authors.enumerated() {
      if index > 0 { bytes += " and ".utf8 }
      write(author)
    }
    end()
  }

  private mutating func writeDate(of work: CitedWork) {
    guard dialect == .bibtex else {
      if let date = work.date?.description ?? work.year.map({ String($0) }) { plainField("date", date) }
      return
    }
    if let year = work.year { plainField("year", String(year)) }
    // The names of months are macros, which stand without braces.
    if let date = work.date { bytes += "  month = \(BibTeXWriter.months[date.month - 1]),\n".utf8 }
  }

  private mutating func begin(_ name: String) {
    bytes += "  ".utf8
    bytes += name.utf8
    bytes += " = {".utf8
  }

  private mutating func end() { bytes += "},\n".utf8 }

  /// Writes `name = {value}`.
  private mutating func field(_ name: String, _ value: String) {
    begin(name)
    latex.write(value, to: &bytes)
    end()
  }

  /// Writes a value that stands as it is.
  private mutating func plainField(_ name: String, _ value: String) {
    begin(name)
    bytes += value.utf8
    end()
  }

  private mutating func writeList(_ texts: [String]) {
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      latex.write(text, to: &bytes)
    }
  }

  private func venueField(of form: CitedWork.Form) -> String {
    switch form {
    case .article: dialect == .bibtex ? "journal" : "journaltitle"
    case .inProceedings: "booktitle"
    case .book: "publisher"
    default: "howpublished"
    }
  }

  private mutating func write(_ name: CitedName) {
    switch name {
    case .person(let family, let given, let suffix):
      // A word 'and' would part the name in two, were it not for braces.
      let isParted = BibTeXWriter.hasAnd(family) || BibTeXWriter.hasAnd(given)
      if isParted { bytes.append(UInt8(ascii: "{")) }
      writeList([family, suffix, given].filter { !$0.isEmpty })
      if isParted { bytes.append(UInt8(ascii: "}")) }
    case .literal(let text):
      bytes.append(UInt8(ascii: "{"))
      latex.write(text, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    case .others: bytes += "others".utf8
    }
  }

  /// Whether one of the words of a text is 'and', in capitals or not.
  private static func hasAnd(_ text: String) -> Bool {
    guard text.utf8.count > 2 else { return false }
    // The last three bytes of a word, and the length of the word.
    var last: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      if byte == 0x20 {
        if count == 3, last == and { return true }
        count = 0
      } else {
        last = last << 8 & 0xFF_FFFF | UInt32(byte | 0x20)
        count += 1
      }
    }
    return count == 3 && last == and
  }

  private static let and: UInt32 = 0x61_6E_64

  /// A link or DOI, which LaTeX prints as it stands; what could end the field is percent-encoded (RFC 3986, 2.1).
  private func verbatim(_ text: String) -> String {
    if !text.utf8.contains(where: { " {}\\".utf8.contains($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{": result += "%7B"
      case "}": result += "%7D"
      case "\\": result += "%5C"
      case " ": result += "%20"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func entryType(of form: CitedWork.Form) -> String {
    switch (form, dialect) {
    case (.article, _): "article"
    case (.inProceedings, _): "inproceedings"
    case (.book, _): "book"
    case (.software, .biblatex): "software"
    case (.preprint, .biblatex), (.web, .biblatex), (.video, .biblatex), (.slides, .biblatex): "online"
    default: "misc"
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
