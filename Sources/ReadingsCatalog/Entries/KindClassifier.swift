/// Says what sort of thing an entry is, from its links, title and section.
enum KindClassifier {
  struct Evidence {
    var title: String
    var urls: [String]
    var hasIdentifier: Bool
    /// Authors, a submission date, or a venue were given.
    var looksPublished: Bool
    var hasAbstract: Bool
    var isInSoftwareSection: Bool
    var hasAnnouncementDate = false
    /// A table's type column or the like says so.
    var hint: ReadingKind?
  }

  static func kind(_ evidence: Evidence) -> ReadingKind {
    let title = comparisonForm(evidence.title)
    let titleWords = title.split(separator: " ").map(String.init)
    if evidence.hasIdentifier { return .paper }
    if isWhitePaper(title, evidence.urls) { return .paper }
    if titleWords.contains("awesome") || titleWords.contains("leaderboard") {
      return .web
    }
    if let hint = evidence.hint { return hint }
    let kinds = evidence.urls.map(kind(ofURL:))
    if kinds.contains(.paper) { return .paper }
    if evidence.looksPublished { return .paper }
    if let first = kinds.first { return kind(ofFirst: first, all: kinds, evidence, titleWords) }
    if evidence.isInSoftwareSection { return titleWords.count <= 4 ? .software : .paper }
    if evidence.hasAnnouncementDate || isAnnouncement(titleWords) { return .web }
    if titleWords.contains("book") || titleWords.contains("textbook") { return .book }
    return .paper
  }

  private static func kind(
    ofFirst first: ReadingKind?, all kinds: [ReadingKind?], _ evidence: Evidence, _ titleWords: [String]
  ) -> ReadingKind {
    let isNameOnly = titleWords.count <= 4 || evidence.title.hasPrefix("http")
    switch first {
    case .software?:
      // A repository under the title of a work is the work's code.
      return isNameOnly || evidence.isInSoftwareSection || !evidence.hasAbstract ? .software : .paper
    case .web?: return .web
    case let kind?: return kind
    case nil:
      if evidence.isInSoftwareSection { return isNameOnly ? .software : .web }
      if titleWords.contains("book") || titleWords.contains("textbook") { return .book }
      return .web
    }
  }

  private static func isWhitePaper(_ title: String, _ urls: [String]) -> Bool {
    let texts = [title] + urls.map { comparisonForm($0) }
    return texts.contains { text in
      ["white paper", "whitepaper", "system card", "technical report", "model card"].contains {
        text.firstRange(of: $0) != nil
      }
    }
  }

  private static func isAnnouncement(_ titleWords: [String]) -> Bool {
    guard let first = titleWords.first else { return false }
    return ["announcing", "introducing"].contains(first) || titleWords.prefix(3).contains("release")
      || titleWords.contains("blogpost") || titleWords.suffix(2).contains("blog")
  }

  /// What a link points at, judged by host and path; nil when they do not tell.
  static func kind(ofURL url: String) -> ReadingKind? {
    if IdentifierScanner.identifier(inURL: url) != nil { return .paper }
    let lowered = url.lowercased()
    guard let scheme = lowered.firstRange(of: "://") else { return nil }
    let afterScheme = lowered[scheme.upperBound...]
    let host = afterScheme.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let path = afterScheme.dropFirst(host.count)
    func hostMatches(_ names: [String]) -> Bool { names.contains { host == $0 || host.hasSuffix("." + $0) } }
    func pathContains(_ parts: [String]) -> Bool { parts.contains { String(path).firstRange(of: $0) != nil } }
    if hostMatches(videoHosts) { return .video }
    if hostMatches(slideHosts) || pathContains([".pptx", ".ppt", "/presentation/"]) { return .slides }
    if host.hasPrefix("blog.") || host.hasPrefix("blogs.") || hostMatches(webHosts)
      || pathContains(["/blog/", "/blogs/", "/news/", "/spaces/", "/posts/"])
    {
      return .web
    }
    if hostMatches(paperHosts)
      || (path.prefix { $0 != "?" && $0 != "#" }.hasSuffix(".pdf") && !hostMatches(["github.com"]))
    {
      return .paper
    }
    if hostMatches(["github.com", "gitlab.com", "pypi.org", "readthedocs.io", "readthedocs.org"]) {
      return .software
    }
    if host == "docs.google.com" { return pathContains(["/presentation"]) ? .slides : .web }
    if host.hasPrefix("docs.") || pathContains(["/docs/", "/tutorials/"]) || path.hasSuffix("/docs") {
      return .software
    }
    return nil
  }

  private static let videoHosts = [
    "youtube.com", "youtu.be", "vimeo.com", "videolectures.net", "bilibili.com", "ted.com", "slideslive.com",
  ]
  private static let slideHosts = ["slideshare.net", "speakerdeck.com"]
  private static let webHosts = [
    "medium.com", "substack.com", "wikipedia.org", "towardsdatascience.com", "distill.pub",
    "lilianweng.github.io",
    "blogspot.com", "wordpress.com", "quora.com", "reddit.com", "twitter.com", "x.com", "stackoverflow.com",
  ]
  private static let paperHosts = [
    "arxiv.org", "openreview.net", "aclanthology.org", "aclweb.org", "proceedings.mlr.press", "nips.cc",
    "neurips.cc",
    "jmlr.org", "thecvf.com", "nature.com", "science.org", "sciencemag.org", "cell.com", "pnas.org",
    "acm.org",
    "ieee.org", "springer.com", "sciencedirect.com", "wiley.com", "oup.com", "academic.oup.com",
    "biorxiv.org",
    "medrxiv.org", "ssrn.com", "semanticscholar.org", "usenix.org", "aaai.org", "ijcai.org",
    "mitpressjournals.org",
    "direct.mit.edu", "ncbi.nlm.nih.gov", "pubmed.gov", "acs.org", "iclr.cc", "mlsys.org", "eprint.iacr.org",
    "hal.science", "plos.org", "frontiersin.org", "mdpi.com", "isca-speech.org", "tandfonline.com",
    "sagepub.com",
    "jstor.org", "citeseerx.ist.psu.edu", "elifesciences.org",
  ]
}
