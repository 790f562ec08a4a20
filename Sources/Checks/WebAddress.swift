/// The parts of a link that tell what it leads to.
struct WebAddress {
  /// In lower case, without `www.` and port.
  let host: String
  /// From the first `/` behind the host, in lower case.
  let path: String

  /// Nil when the text is no `http`, `https`, `//` or `www.` address.
  init?(_ text: String) {
    let lowered = text.lowercased()
    let schemes = ["https://", "http://", "//"]
    let scheme = schemes.first { lowered.hasPrefix($0) }
    guard scheme != nil || lowered.hasPrefix("www.") else { return nil }
    let rest = lowered.dropFirst(scheme?.count ?? 0)
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let name = authority.prefix { $0 != ":" }
    host = String(name.hasPrefix("www.") ? name.dropFirst(4) : name)
    path = String(rest.dropFirst(authority.count))
  }

  private func isAt(_ hosts: [String]) -> Bool {
    hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  /// Whether the address is on a site that holds code.
  var isCodeHost: Bool { isAt(["github.com", "gitlab.com", "huggingface.co", "pypi.org"]) }

  /// Whether host or path have a word that articles, news and documentation go by.
  var looksLikeAnArticle: Bool {
    if isAt(["medium.com", "substack.com", "wikipedia.org", "towardsdatascience.com", "distill.pub"]) {
      return true
    }
    let words = (host + path).split { !$0.isLetter }
    let known: Set<Substring> = [
      "article", "articles", "blog", "blogs", "blogspot", "docs", "hub", "index", "learn", "news",
      "newsletter",
      "post", "posts", "press", "stories", "tutorial", "tutorials", "wiki", "wordpress",
    ]
    return words.contains { known.contains($0) }
  }
}
