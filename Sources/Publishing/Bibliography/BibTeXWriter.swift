internal import ReadingsCatalog

/// The two dialects of BibTeX files.
package enum BibTeXDialect: Sendable {
  /// For the program `bibtex`: classic entry types, accents as commands.
  case bibtex
  /// For `biber`: `online`, `software` and `date`, letters in UTF-8.
  case biblatex
}

extension Bibliography {
  /// Every entry in BibTeX, a blank line between them.
  package func bibtex(_ dialect: BibTeXDialect) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in entries.indices {
      if index > 0 { bytes.append(0x0A) }
      bytes += bibtex(dialect, at: index).utf8
    }
    return bytes
  }

  /// One entry in BibTeX, of the work at `index`, with a line feed at its end.
  package func bibtex(_ dialect: BibTeXDialect, at index: Int) -> String {
    BibTeXEntry(entries[index], dialect).text
  }
}

/// One entry of a BibTeX file, its fields in a fixed order.
private struct BibTeXEntry {
  private(set) var text: String
  private let work: CitedWork
  private let dialect: BibTeXDialect
  private let latex: LaTeXText

  init(_ entry: Bibliography.Entry, _ dialect: BibTeXDialect) {
    work = entry.work
    self.dialect = dialect
    latex = LaTeXText(keepsUnicode: dialect == .biblatex)
    text = "@\(BibTeXEntry.type(of: entry.work.form, dialect)){\(entry.key),\n"
    writeFields()
    text += "}\n"
  }

  private mutating func writeFields() {
    field("author", work.authors.isEmpty ? nil : work.authors.map { name($0) }.joined(separator: " and "))
    field("title", "{\(latex.title(work.title))}", isBraced: true)
    writeDate()
    if let venue = work.venue {
      field(venueField, "{" + latex.text(venue) + "}", isBraced: true)
    }
    let arxiv = work.identifier(.arxiv)
    field("eprint", arxiv)
    field(dialect == .bibtex ? "archiveprefix" : "eprinttype", arxiv.map { _ in "arXiv" })
    field("doi", work.identifier(.doi).map { verbatim($0) })
    field("url", work.url.map { verbatim($0) })
    field(
      "keywords", work.keywords.isEmpty ? nil : work.keywords.map { latex.text($0) }.joined(separator: ", "))
    field("abstract", work.abstract.map { latex.text($0) })
  }

  private mutating func writeDate() {
    guard dialect == .bibtex else {
      field("date", work.date?.description ?? work.year.map { String($0) })
      return
    }
    field("year", work.year.map { String($0) })
    // The names of months are macros, which stand without braces.
    if let date = work.date { text += "  month = \(BibTeXEntry.months[date.month - 1]),\n" }
  }

  /// Writes `name = {value}`; `isBraced` values bring braces of their own.
  private mutating func field(_ name: String, _ value: String?, isBraced: Bool = false) {
    guard let value else { return }
    text += "  \(name) = " + (isBraced ? value : "{\(value)}") + ",\n"
  }

  private var venueField: String {
    switch work.form {
    case .article: dialect == .bibtex ? "journal" : "journaltitle"
    case .inProceedings: "booktitle"
    case .book: "publisher"
    default: "howpublished"
    }
  }

  private func name(_ name: CitedName) -> String {
    switch name {
    case .person(let family, let given, let suffix):
      let parts = [family, suffix, given].filter { !$0.isEmpty }.map { latex.text($0) }
      // A word 'and' would part the name in two, were it not for braces.
      let isParted = BibTeXEntry.hasAnd(family) || BibTeXEntry.hasAnd(given)
      return isParted ? "{" + parts.joined(separator: ", ") + "}" : parts.joined(separator: ", ")
    case .literal(let text): return "{" + latex.text(text) + "}"
    case .others: return "others"
    }
  }

  /// Whether one of the words of a text is 'and', in capitals or not.
  private static func hasAnd(_ text: String) -> Bool {
    let spaced = text.utf8.split(separator: 0x20)
    return spaced.contains { $0.count == 3 && zip($0, "and".utf8).allSatisfy { $0 | 0x20 == $1 } }
  }

  /// A link or DOI, which LaTeX prints as it stands; what could end the field is percent-encoded (RFC 3986, 2.1).
  private func verbatim(_ text: String) -> String {
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

  private static func type(of form: CitedWork.Form, _ dialect: BibTeXDialect) -> String {
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
