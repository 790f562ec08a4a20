internal import SourceText

/// The words by which authors of posts name the parts of an entry: `Authors:`, `Link:`, `- arxiv:` ...
enum FieldLabel: Sendable, Equatable {
  case title, authors, speakers, link, code, venue, date, abstract, tags, affiliation, presenter, note

  /// The label at the start of a text and what stands behind its colon; nil when there is no known label.
  static func parse(_ text: ByteText) -> (label: FieldLabel, rest: ByteText)? {
    guard let colon = text.prefix(32).offset(of: UInt8(ascii: ":"), from: text.startIndex),
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

  /// Whether a line gives a part of an entry, by a label or by the role of its link.
  static func isFact(_ line: TextLine) -> Bool {
    parse(line.text) != nil || isLinkRole(line)
  }

  /// Whether a line is the label of a link's role and the link: `github: url`, `part 2: url`, `review("Name"): url`,
  /// `[URL](url)`.
  static func isLinkRole(_ line: TextLine) -> Bool {
    if line.hasLinks, isLinkWord(line.text) { return true }
    guard line.hasLinks, let head = roleName(in: line.residue) else { return false }
    var count = 0
    for word in FormWords(head) {
      count += 1
      let core = withoutNumber(word)
      guard count <= 4,
        core.isEmpty || linkWords.contains(core) || partWords.contains(core) || kinds[core] != nil
      else { return false }
    }
    return count > 0
  }

  /// What the label of a link says that it leads to; nil when there is no label, or it does not tell.
  static func kind(ofLabelIn text: ByteText) -> ReadingKind? {
    guard let head = roleName(in: text) else { return nil }
    for word in FormWords(head) {
      if let kind = kinds[withoutNumber(word)] { return kind }
    }
    return nil
  }

  /// What a link called by its role leads to: `[Video](url)`; nil for other link texts.
  static func kind(ofLinkWord label: ByteText) -> ReadingKind? {
    guard isLinkWord(label) else { return nil }
    for word in FormWords(label) {
      if let kind = kinds[withoutNumber(word)] { return kind }
    }
    return nil
  }

  /// What stands before the colon, without a name in brackets: `review` of `review("Name"): ...`; at most four words.
  private static func roleName(in text: ByteText) -> ByteText? {
    guard let end = roleEnd(in: text), case let head = text[..<end].trimming("*_-[]•"), !head.isEmpty,
      !head.hasWords(5)
    else { return nil }
    if text[end] == UInt8(ascii: "("), text[end...].firstRange(of: "):") == nil { return nil }
    return head
  }

  /// The first colon or round bracket, unless more words than those of a role stand before it.
  private static func roleEnd(in text: ByteText) -> Int? {
    // Marks around the role may stand by themselves.
    let longest = 8
    var wordCount = 0
    var wasSpace = true
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "(") { return index }
      if wasSpace, !byte.isWhitespace { wordCount += 1 }
      if wordCount > longest { return nil }
      wasSpace = byte.isWhitespace
    }
    return nil
  }

  private static let partWords: WordSet = [
    "part", "review", "notes", "note", "reddit", "quora", "zhihu", "mirror", "docs", "doc", "documentation",
    "poster", "model", "models", "lecture", "comment", "comments", "discussion", "wiki", "chapter", "day",
    "week", "series", "summary", "course", "app", "news", "download", "author", "supp",
  ]

  private static let kinds = WordTable<ReadingKind>(
    [
      ("paper", .paper), ("thesis", .paper), ("openreview", .paper), ("book", .book),
      ("ebook", .book), ("slide", .slides), ("slides", .slides), ("ppt", .slides), ("video", .video),
      ("videos", .video), ("youtube", .video), ("vimeo", .video), ("blog", .web), ("blogs", .web),
      ("github", .software), ("bitbucket", .software), ("gitlab", .software), ("gist", .software),
      ("code", .software),
    ])

  /// `video2` without its number; `a3c` is left as it is.
  private static func withoutNumber(_ word: ByteText) -> ByteText {
    let letters = word.prefix(while: \.isLetter)
    return word[letters.endIndex...].allSatisfy(\.isDigit) ? letters : word
  }

  private static let linkWords: WordSet = [
    "a", "abs", "acl", "an", "and", "arxiv", "author", "authors", "blog", "blogpost", "code", "data",
    "dataset", "demo", "doi",
    "github",
    "here", "homepage", "html", "implementation", "is", "link", "links", "nips", "official", "openreview",
    "page", "paper", "pdf",
    "post", "ppt", "project", "repo", "repository", "s", "slide", "slides", "source", "supplementary",
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
          "author", "authors", "by",
        ]
      ),
      (
        .speakers,
        [
          "speaker", "speakers", "instructor", "instructors", "lecturer", "lecturers", "teacher",
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
