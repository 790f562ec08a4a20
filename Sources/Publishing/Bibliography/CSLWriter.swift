internal import ReadingsCatalog

extension Bibliography {
  /// Every entry as an array in CSL-JSON, the format of citeproc programs (Citation Style Language 1.0.2).
  package func csl() -> [UInt8] {
    var writer = JSONWriter()
    writer.beginArray()
    for entry in entries {
      writer.elementOnNewLine()
      writer.write(entry)
    }
    if !entries.isEmpty { writer.newLine() }
    writer.endArray()
    writer.newLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ entry: Bibliography.Entry) {
    let work = entry.work
    beginObject()
    member("id", entry.key)
    member("type", Bibliography.cslType(of: work.form))
    member("title", work.title)
    // Styles write 'et al.' by themselves.
    let authors = work.authors.filter { $0 != .others }
    if !authors.isEmpty {
      name("author")
      beginArray()
      for author in authors { write(author) }
      endArray()
    }
    if let year = work.year { writeDate(year, work.date) }
    if let venue = work.venue { member("container-title", venue) }
    if let arxiv = work.identifier(.arxiv) {
      if work.venue == nil { member("publisher", "arXiv") }
      member("number", "arXiv:" + arxiv)
    }
    if let doi = work.identifier(.doi) { member("DOI", doi) }
    if let url = work.url { member("URL", url) }
    if let abstract = work.abstract { member("abstract", abstract) }
    if !work.keywords.isEmpty { member("keyword", work.keywords.joined(separator: ", ")) }
    endObject()
  }

  private mutating func write(_ name: CitedName) {
    beginObject()
    switch name {
    case .person(let family, let given, let suffix):
      member("family", family)
      if !given.isEmpty { member("given", given) }
      if !suffix.isEmpty { member("suffix", suffix) }
    case .literal(let text): member("literal", text)
    case .others: break
    }
    endObject()
  }

  private mutating func writeDate(_ year: Int, _ date: CalendarDate?) {
    name("issued")
    beginObject()
    name("date-parts")
    beginArray()
    beginArray()
    number(year)
    if let date {
      number(date.month)
      number(date.day)
    }
    endArray()
    endArray()
    endObject()
  }
}

extension Bibliography {
  fileprivate static func cslType(of form: CitedWork.Form) -> String {
    switch form {
    case .article: "article-journal"
    case .inProceedings: "paper-conference"
    case .preprint: "article"
    case .book: "book"
    case .software: "software"
    case .web: "webpage"
    case .video: "motion_picture"
    case .slides: "speech"
    case .other: "document"
    }
  }
}
