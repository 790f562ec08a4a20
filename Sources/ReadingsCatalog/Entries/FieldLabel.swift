internal import SourceText

/// The words by which authors of posts name the parts of an entry: `Authors:`, `Link:`, `- arxiv:` ...
enum FieldLabel: Sendable, Equatable {
  case title, authors, link, code, venue, date, abstract, tags, affiliation, presenter, note

  /// The label at the start of a text and what stands behind its colon; nil when there is no known label.
  static func parse(_ text: ByteText) -> (label: FieldLabel, rest: ByteText)? {
    guard let colon = text.prefix(32).firstIndex(of: UInt8(ascii: ":")),
      let label = names[text[..<colon].trimming("*_-[]•")]
    else { return nil }
    return (label, text[(colon + 1)...].trimming("*_"))
  }

  /// Whether a text is nothing but the name of a link's role: `URL`, `PDF`, `Paper:`, `code link`.
  static func isLinkWord(_ text: ByteText) -> Bool {
    guard text.count <= 60 else { return false }
    var count = 0
    for word in FormWords(text) {
      count += 1
      guard count <= 4, linkWords.contains(withoutNumber(word)) || word.allSatisfy(\.isDigit) else {
        return false
      }
    }
    return true
  }

  /// `video2` without its number; `a3c` is left as it is.
  private static func withoutNumber(_ word: ByteText) -> ByteText {
    let letters = word.prefix(while: \.isLetter)
    return word[letters.endIndex...].allSatisfy(\.isDigit) ? letters : word
  }

  private static let linkWords: WordSet = [
    "a", "abs", "acl", "an", "and", "arxiv", "blog", "blogpost", "code", "data", "dataset", "demo", "doi",
    "github",
    "here", "homepage", "html", "implementation", "is", "link", "links", "nips", "official", "openreview",
    "page", "paper", "pdf",
    "post", "ppt", "project", "repo", "repository", "slide", "slides", "source", "supplementary",
    "talk",
    "the", "this", "to", "tutorial", "url", "urls", "video", "videos", "web", "webpage", "website", "dlsspdf",
    "youtube", "ref",
  ]

  private static let names: WordTable<FieldLabel> = {
    let spellings: [(FieldLabel, [StaticString])] = [
      (
        .title,
        [
          "title", "paper title", "full title",
        ]
      ),
      (
        .authors,
        [
          "author", "authors", "by", "speaker", "speakers",
        ]
      ),
      (
        .link,
        [
          "arxiv", "link", "links", "paper", "url", "pdf", "paper url", "paper link", "homepage",
          "project", "project page", "page", "website", "web", "blog", "openreview", "doi", "video",
          "youtube", "slides", "slide", "demo", "source", "nips", "ijcai", "acl",
        ]
      ),
      (
        .code,
        [
          "code", "github", "gitxiv", "dataset",
        ]
      ),
      (
        .venue,
        [
          "venue", "conference", "journal", "published in", "publication", "published at", "booktitle",
        ]
      ),
      (
        .date,
        [
          "date", "year", "published", "publication date", "submission received",
        ]
      ),
      (
        .abstract,
        [
          "abstract", "summary", "tl;dr", "tldr", "description", "intro", "introduction", "overview",
        ]
      ),
      (
        .tags,
        [
          "tags", "tag",
        ]
      ),
      (
        .affiliation,
        [
          "affiliation", "affiliations", "institution", "institutions", "organization",
        ]
      ),
      (
        .presenter,
        [
          "presenter", "presented by", "presenters",
        ]
      ),
      (
        .note,
        [
          "keywords", "comments", "note", "notes", "covering", "keyword", "cite as", "subjects",
          "keynote", "status",
        ]
      ),
    ]
    return WordTable(spellings.flatMap { label, words in words.map { (word: $0, value: label) } })
  }()
}
