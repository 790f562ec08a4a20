/// The words by which authors of posts name the parts of an entry: `Authors:`, `Link:`, `- arxiv:` ...
enum FieldLabel: Sendable, Equatable {
  case title, authors, link, code, venue, date, abstract, tags, affiliation, presenter, note

  /// The label at the start of a line and the text behind its colon; nil when there is no known label.
  static func parse(_ text: String) -> (label: FieldLabel, rest: String)? {
    guard let colon = text.utf8.prefix(32).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = text[..<colon].lowercased().trimming(["*", "_", "-", "[", "]", "•"])
    guard let label = names[name] else { return nil }
    return (label, text[text.index(after: colon)...].trimming(["*", "_"]))
  }

  /// Whether a text is nothing but the name of a link's role: `URL`, `PDF`, `Paper:`, `code link`.
  static func isLinkWord(_ text: String) -> Bool {
    guard text.utf8.count <= 60 else { return false }
    let words = comparisonForm(text).split(separator: " ")
    return words.count <= 4
      && words.allSatisfy {
        linkWords.contains(withoutNumber($0)) || $0.allSatisfy(\.isNumber)
      }
  }

  /// `video2` without its number; `a3c` is left as it is.
  private static func withoutNumber(_ word: Substring) -> String {
    let letters = word.prefix { $0.isLetter }
    return word[letters.endIndex...].allSatisfy(\.isNumber) ? String(letters) : String(word)
  }

  private static let linkWords: Set<String> = [
    "a", "abs", "acl", "an", "and", "arxiv", "blog", "blogpost", "code", "data", "dataset", "demo", "doi",
    "github",
    "here", "homepage", "html", "implementation", "is", "link", "links", "nips", "official", "openreview",
    "page", "paper", "pdf",
    "post", "ppt", "project", "repo", "repository", "slide", "slides", "source", "supplementary",
    "talk",
    "the", "this", "to", "tutorial", "url", "urls", "video", "videos", "web", "webpage", "website", "dlsspdf",
    "youtube", "ref",
  ]

  private static let names: [String: FieldLabel] = [
    "title": .title, "paper title": .title, "full title": .title,
    "author": .authors, "authors": .authors, "by": .authors, "speaker": .authors, "speakers": .authors,
    "arxiv": .link, "link": .link, "links": .link, "paper": .link, "url": .link, "pdf": .link,
    "paper url": .link,
    "paper link": .link, "homepage": .link, "project": .link, "project page": .link, "page": .link,
    "website": .link,
    "web": .link, "blog": .link, "openreview": .link, "doi": .link, "video": .link, "youtube": .link,
    "slides": .link, "slide": .link, "demo": .link, "source": .link, "nips": .link, "ijcai": .link,
    "acl": .link,
    "code": .code, "github": .code, "gitxiv": .code, "dataset": .code,
    "venue": .venue, "conference": .venue, "journal": .venue, "published in": .venue, "publication": .venue,
    "published at": .venue, "booktitle": .venue,
    "date": .date, "year": .date, "published": .date, "publication date": .date, "submission received": .date,
    "abstract": .abstract, "summary": .abstract, "tl;dr": .abstract, "tldr": .abstract,
    "description": .abstract,
    "intro": .abstract, "introduction": .abstract, "overview": .abstract,
    "tags": .tags, "tag": .tags,
    "affiliation": .affiliation, "affiliations": .affiliation, "institution": .affiliation,
    "institutions": .affiliation, "organization": .affiliation,
    "presenter": .presenter, "presented by": .presenter, "presenters": .presenter,
    "keywords": .note, "comments": .note, "note": .note, "notes": .note, "covering": .note, "keyword": .note,
    "cite as": .note, "subjects": .note, "keynote": .note, "status": .note,
  ]
}
