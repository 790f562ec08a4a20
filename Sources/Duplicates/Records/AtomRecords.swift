internal import ReadingsCatalog

/// Reads the entries of an Atom feed as arXiv's API writes them (RFC 4287): title, authors, the day of the first
/// version, summary, and the address in `id`.
enum AtomRecords {
  static func read(_ bytes: [UInt8]) throws(RecordFailure) -> [PaperRecord] {
    var scanner = XMLScanner(bytes)
    var records: [PaperRecord] = []
    var fields: RecordFields?
    var path: [String] = []
    var text = ""
    while let token = try scanner.next() {
      switch token {
      case .text(let more): text += more
      case .start(let name, let attributes, let isEmpty):
        if name == "entry" { fields = RecordFields() }
        if name == "link", attributes["title"] == "doi", let url = attributes["href"] {
          fields?.urls.append(url)
        }
        if !isEmpty { path.append(name) }
        text = ""
      case .end(let name):
        guard path.popLast() == name else { throw scanner.failure("'</\(name)>' closes nothing") }
        if name == "entry", let entry = fields {
          // What arXiv answers to a wrong question is an entry, too.
          if entry.urls.first?.contains("arxiv.org/api/errors") == true {
            throw scanner.failure(entry.abstract ?? "the feed reports an error")
          }
          records.append(entry.record(number: records.count + 1))
          fields = nil
        } else if fields != nil {
          take(
            name, text.split(whereSeparator: \.isWhitespace).joined(separator: " "), parent: path.last,
            &fields)
        }
        text = ""
      }
    }
    guard path.isEmpty else { throw scanner.failure("'<\(path.last ?? "")>' is never closed") }
    return records
  }

  private static func take(_ name: String, _ value: String, parent: String?, _ fields: inout RecordFields?) {
    if value.isEmpty { return }
    switch (name, parent) {
    case ("id", "entry"): fields?.urls.insert(value, at: 0)
    case ("title", "entry"): fields?.title = value
    case ("summary", "entry"): fields?.abstract = value
    case ("published", "entry"): fields?.submittedDate = CalendarDate(prefixOf: value)
    case ("name", "author"): fields?.authors.append(value)
    case ("doi", "entry"): fields?.doi = value
    case ("journal_ref", "entry"): fields?.venue = value
    default: break
    }
  }
}
