internal import ReadingsCatalog

extension Bibliography {
  /// Every entry in RIS, the tagged lines that reference managers exchange; lines end in CRLF.
  package func ris() -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      for (tag, value) in Bibliography.risFields(of: entry) { bytes += "\(tag)  - \(value)\r\n".utf8 }
      bytes += "ER  - \r\n\r\n".utf8
    }
    return bytes
  }

  /// The fields in order; `TY` comes first.
  private static func risFields(of entry: Entry) -> [(tag: String, value: String)] {
    let work = entry.work
    var fields = [("TY", risType(of: work.form)), ("ID", entry.key), ("TI", work.title)]
    for author in work.authors {
      switch author {
      case .person(let family, let given, let suffix):
        fields.append(("AU", [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")))
      case .literal(let text): fields.append(("AU", text))
      case .others: break
      }
    }
    if let year = work.year { fields.append(("PY", String(year))) }
    if let date = work.date {
      fields.append(("DA", date.description.split(separator: "-").joined(separator: "/")))
    }
    if let venue = work.venue { fields.append(("T2", venue)) }
    if let doi = work.identifier(.doi) { fields.append(("DO", doi)) }
    if let arxiv = work.identifier(.arxiv) { fields.append(("M1", "arXiv:" + arxiv)) }
    if let url = work.url { fields.append(("UR", url)) }
    fields += work.keywords.map { ("KW", $0) }
    if let abstract = work.abstract { fields.append(("AB", abstract)) }
    return fields
  }

  private static func risType(of form: CitedWork.Form) -> String {
    switch form {
    case .article: "JOUR"
    case .inProceedings: "CPAPER"
    case .preprint: "UNPB"
    case .book: "BOOK"
    case .software: "COMP"
    case .web: "ELEC"
    case .video: "VIDEO"
    case .slides: "SLIDE"
    case .other: "GEN"
    }
  }
}
