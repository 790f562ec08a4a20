internal import SourceText

/// Says what sort of thing an entry is, from its links, title and section.
enum KindClassifier {
  struct Evidence {
    var title: ByteText
    var urls: [ByteText]
    /// What each link leads to, by its label or address; nil where neither tells.
    var linkKinds: [ReadingKind?]
    var hasIdentifier: Bool
    /// Lines of their own give authors, a submission date, or a venue.
    var looksPublished: Bool
    var hasVenue: Bool
    var hasAbstract: Bool
    var isInSoftwareSection: Bool
    var isInBookSection: Bool
    var hasAnnouncementDate = false
    /// A table's type column or the like says so.
    var hint: ReadingKind?
  }

  static func kind(_ evidence: Evidence) -> ReadingKind {
    if evidence.hasIdentifier { return .paper }
    let kind = kindOfUnregistered(evidence)
    let isPaper =
      kind == .paper || isWhitePaper(evidence.title) || evidence.urls.contains(where: isWhitePaper)
    return isPaper ? .paper : kind
  }

  private static func kindOfUnregistered(_ evidence: Evidence) -> ReadingKind {
    let title = titleWords.lists(withAnyOf: FormWords(evidence.title))
    if title.lists.contains(.list) { return .web }
    if let hint = evidence.hint { return hint }
    if evidence.isInBookSection { return .book }
    let kinds = evidence.linkKinds
    if kinds.contains(.paper) || evidence.looksPublished { return .paper }
    if kinds.contains(.book) { return .book }
    // A venue that is only mentioned decides nothing where the links do.
    if evidence.hasVenue, kinds.isEmpty || kinds.contains(nil) { return .paper }
    if let first = zip(evidence.urls, kinds).first(where: { !isInFileStore($0.0) || $0.1 != nil }) {
      return kind(ofFirst: first.1, evidence, title)
    }
    if !kinds.isEmpty { return kind(ofFirst: nil, evidence, title) }
    if evidence.isInSoftwareSection { return title.wordCount <= 4 ? .software : .paper }
    if evidence.hasAnnouncementDate || isAnnouncement(evidence.title) { return .web }
    return title.lists.contains(.book) ? .book : .paper
  }

  private static func kind(
    ofFirst first: ReadingKind?, _ evidence: Evidence, _ title: (lists: TitleWordLists, wordCount: Int)
  ) -> ReadingKind {
    let isNameOnly = title.wordCount <= 4 || evidence.title.hasPrefix("http")
    switch first {
    case .software?:
      // A repository under the title of a work is the work's code.
      let isCode =
        evidence.isInSoftwareSection || (!evidence.hasVenue && (isNameOnly || !evidence.hasAbstract))
      return isCode ? .software : .paper
    case .web?: return .web
    case let kind?: return kind
    case nil:
      if evidence.isInSoftwareSection { return isNameOnly ? .software : .web }
      return title.lists.contains(.book) ? .book : .web
    }
  }

  /// Whether a link leads to a file somewhere of which the address tells nothing.
  private static func isInFileStore(_ url: ByteText) -> Bool {
    let stores: [StaticString] = ["://drive.google.com/", "://www.dropbox.com/", "://onedrive.live.com/"]
    return stores.contains(where: url.contains)
  }

  private static func isWhitePaper(_ text: ByteText) -> Bool {
    var last = ByteText()
    for word in FormWords(text) {
      if isWhitePaper(word, after: last) { return true }
      last = word
    }
    return false
  }

  private static func isWhitePaper(_ word: ByteText, after last: ByteText) -> Bool {
    switch word.first?.lowercased {
    case UInt8(ascii: "p")? where word.hasPrefix(lowercase: "paper"): last.hasSuffix(lowercase: "white")
    case UInt8(ascii: "c")? where word.hasPrefix(lowercase: "card"):
      last.hasSuffix(lowercase: "system") || last.hasSuffix(lowercase: "model")
    case UInt8(ascii: "r")? where word.hasPrefix(lowercase: "report"): last.hasSuffix(lowercase: "technical")
    default: word.count >= 10 && word.firstRange(ofLowercase: "whitepaper") != nil
    }
  }

  private static func isAnnouncement(_ text: ByteText) -> Bool {
    let title = Array(FormWords(text))
    guard let first = title.first else { return false }
    return first.isEqual(toLowercase: "announcing") || first.isEqual(toLowercase: "introducing")
      || title.prefix(3).contains { $0.isEqual(toLowercase: "release") }
      || title.contains { $0.isEqual(toLowercase: "blogpost") }
      || title.suffix(2).contains { $0.isEqual(toLowercase: "blog") }
  }

  private struct TitleWordLists: OptionSet {
    let rawValue: UInt8
    static let list = TitleWordLists(rawValue: 1)
    static let book = TitleWordLists(rawValue: 2)
  }

  private static let titleWords = WordTable<TitleWordLists>(merging: [
    (["awesome", "leaderboard"], .list), (["book", "ebook", "textbook"], .book),
  ])

  /// What a link points at, judged by host and path; nil when they do not tell.
  static func kind(ofURL url: ByteText) -> ReadingKind? {
    IdentifierScanner.identifier(inURL: url) != nil ? .paper : kind(ofUnregistered: url)
  }

  /// The same for a link that names no identifier.
  static func kind(ofUnregistered url: ByteText) -> ReadingKind? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    let afterScheme = url[scheme.upperBound...]
    let host = afterScheme.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
        && $0 != UInt8(ascii: ":")
    }
    let path = afterScheme[host.endIndex...]
    let hostKind = kind(ofHost: host)
    if hostKind == .video { return .video }
    let folderKinds = folderKinds(of: path)
    if hostKind == .slides || folderKinds.contains(.slides) || path.firstRange(ofLowercase: ".ppt") != nil {
      return .slides
    }
    if hostKind == .web || host.hasPrefix(lowercase: "blog.") || host.hasPrefix(lowercase: "blogs.")
      || folderKinds.contains(.web)
    {
      return .web
    }
    if hostKind == .paper { return .paper }
    let isPDF = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }.hasSuffix(
      lowercase: ".pdf")
    if isPDF, !isHost(host, "github.com") { return .paper }
    if hostKind == .software { return .software }
    if host.isEqual(toLowercase: "docs.google.com") {
      return path.firstRange(ofLowercase: "/presentation") != nil ? .slides : .web
    }
    if host.hasPrefix(lowercase: "docs.") || folderKinds.contains(.software)
      || path.hasSuffix(lowercase: "/docs")
    {
      return .software
    }
    return nil
  }

  /// What the folders of a path, between slashes, say of its files.
  private static func folderKinds(of path: ByteText) -> Set<ReadingKind> {
    var kinds: Set<ReadingKind> = []
    var start: Int?
    var place = path.startIndex
    while let slash = path.offset(of: UInt8(ascii: "/"), from: place) {
      if let start, let kind = folders[path[start..<slash]] { kinds.insert(kind) }
      start = slash + 1
      place = slash + 1
    }
    return kinds
  }

  private static let folders = WordTable<ReadingKind>([
    ("presentation", .slides), ("slides", .slides), ("blog", .web), ("blogs", .web), ("news", .web),
    ("spaces", .web),
    ("posts", .web), ("docs", .software), ("tutorials", .software),
  ])

  /// What is known of a host, or of one that it stands below.
  private static func kind(ofHost host: ByteText) -> ReadingKind? {
    var rest = host
    while true {
      if let kind = hosts[rest] { return kind }
      guard let dot = rest.firstIndex(of: UInt8(ascii: ".")) else { return nil }
      rest = rest[(dot + 1)...]
    }
  }

  private static func isHost(_ host: ByteText, _ name: StaticString) -> Bool {
    host.hasSuffix(lowercase: name)
      && (host.count == name.utf8CodeUnitCount || host.dropLast(name.utf8CodeUnitCount).hasSuffix("."))
  }

  /// Hosts that hold one kind of thing, each with all hosts below it.
  private static let hosts: WordTable<ReadingKind> = {
    let names: [(ReadingKind, [StaticString])] = [
      (
        .video,
        [
          "youtube.com", "youtu.be", "vimeo.com", "videolectures.net", "bilibili.com", "ted.com",
          "slideslive.com",
        ]
      ),
      (
        .slides,
        [
          "slideshare.net", "speakerdeck.com",
        ]
      ),
      (
        .web,
        [
          "medium.com", "substack.com", "wikipedia.org", "towardsdatascience.com", "distill.pub",
          "lilianweng.github.io", "blogspot.com", "wordpress.com", "quora.com", "reddit.com",
          "twitter.com", "x.com", "stackoverflow.com",
        ]
      ),
      (
        .paper,
        [
          "arxiv.org", "openreview.net", "aclanthology.org", "aclweb.org", "proceedings.mlr.press",
          "nips.cc", "neurips.cc", "jmlr.org", "thecvf.com", "nature.com", "science.org", "sciencemag.org",
          "cell.com", "pnas.org", "acm.org", "ieee.org", "springer.com", "sciencedirect.com", "wiley.com",
          "oup.com", "academic.oup.com", "biorxiv.org", "medrxiv.org", "ssrn.com", "semanticscholar.org",
          "usenix.org", "aaai.org", "ijcai.org", "mitpressjournals.org", "direct.mit.edu",
          "ncbi.nlm.nih.gov", "pubmed.gov", "acs.org", "iclr.cc", "mlsys.org", "eprint.iacr.org",
          "hal.science", "plos.org", "frontiersin.org", "mdpi.com", "isca-speech.org", "tandfonline.com",
          "sagepub.com", "jstor.org", "citeseerx.ist.psu.edu", "elifesciences.org",
        ]
      ),
      (
        .software,
        [
          "github.com", "gitlab.com", "pypi.org", "readthedocs.io", "readthedocs.org",
        ]
      ),
    ]
    return WordTable(names.flatMap { kind, hosts in hosts.map { (word: $0, value: kind) } })
  }()
}
