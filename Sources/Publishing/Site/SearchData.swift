internal import ReadingsCatalog

/// What the search page searches, as a script that a page from a file can load: what to show of each paper and session, and
/// for each word the texts it stands in.
///
/// Texts are numbered, papers before sessions. A word's texts are the steps from one number to the next, times four plus
/// the place of the word, each written in digits of five bits, least first, all but the last marked by 32 more.
enum SearchData {
  private static let digits = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)

  static func write(_ library: SiteLibrary) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("texts")
    writer.beginArray()
    for paper in library.papers {
      writer.elementOnNewLine()
      writer.string(line(of: paper, library))
    }
    for index in library.sessions.indices {
      writer.elementOnNewLine()
      writer.string(line(ofSession: index, library))
    }
    writer.endArray()
    writer.newLine()
    writer.member("paperCount", library.papers.count)
    let (words, postings) = index(of: library)
    writer.member("words", words)
    writer.member("postings", postings)
    writer.endObject()
    return Array("window.readingsData = ".utf8) + writer.bytes + Array(";\n".utf8)
  }

  /// File, title, authors, year, number of readings and where it was read last, apart by tabs.
  private static func line(of paper: SiteLibrary.Paper, _ library: SiteLibrary) -> String {
    let count = paper.places.count > 1 ? "read \(paper.places.count)×" : ""
    let last = paper.places.last.map { library.sessions[$0.session] }
    return fields([
      paper.slug, paper.title, paper.shortAuthors, paper.year.map { String($0) } ?? "", count,
      last.map { $0.label ?? $0.term ?? $0.title } ?? "",
    ])
  }

  private static func line(ofSession index: Int, _ library: SiteLibrary) -> String {
    let session = library.sessions[index]
    return fields([
      library.sessionSlugs[index], session.title, session.label ?? session.term ?? "",
      session.date.map { PageDate.inText($0) } ?? "",
    ])
  }

  private static func fields(_ texts: [String]) -> String {
    texts.map { text in
      text.utf8.contains { $0 < 0x20 }
        ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
    }.joined(separator: "\t")
  }

  private static func index(of library: SiteLibrary) -> (words: String, postings: String) {
    var index = WordIndex()
    for (number, paper) in library.papers.enumerated() {
      add(paper, number, library, to: &index)
    }
    for (number, session) in library.sessions.enumerated() {
      let place = library.papers.count + number
      index.add(session.title, at: place, .title)
      for text in session.tags.map(\.spelling) + session.categories.map(\.spelling)
        + [session.label, session.term, session.leadTeam, session.blogTeam].compactMap({ $0 })
      {
        index.add(text, at: place, .names)
      }
    }
    var words: [UInt8] = []
    var postings: [UInt8] = []
    index.forEachWord(textCount: library.papers.count + library.sessions.count) { word, texts in
      if !words.isEmpty {
        words.append(0x20)
        postings.append(0x20)
      }
      words += word
      write(texts, to: &postings)
    }
    return (String(decoding: words, as: UTF8.self), String(decoding: postings, as: UTF8.self))
  }

  private static func add(
    _ paper: SiteLibrary.Paper, _ number: Int, _ library: SiteLibrary, to index: inout WordIndex
  ) {
    index.add(paper.title, at: number, .title)
    for name in paper.authors { index.add(name, at: number, .names) }
    var hasAbstract = false
    for place in paper.places {
      let reading = library.reading(at: place)
      for title in reading.alternativeTitles { index.add(title, at: number, .title) }
      for tag in reading.tags { index.add(tag.spelling, at: number, .names) }
      for identifier in reading.identifiers { index.add(identifier.value, at: number, .names) }
      for text in [reading.venue, reading.affiliation].compactMap({ $0 }) {
        index.add(text, at: number, .names)
      }
      if !hasAbstract, let abstract = reading.abstract {
        index.add(abstract, at: number, .abstract)
        hasAbstract = true
      }
    }
  }

  private static func write(_ texts: ArraySlice<UInt32>, to output: inout [UInt8]) {
    var last: UInt32 = 0
    for posting in texts {
      var step = (posting / 4 - last) * 4 + posting % 4
      last = posting / 4
      while step >= 32 {
        output.append(digits[Int(step & 31) + 32])
        step >>= 5
      }
      output.append(digits[Int(step)])
    }
  }
}
