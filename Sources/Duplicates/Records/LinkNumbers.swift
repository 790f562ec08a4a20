/// A link as the numbers by which links are compared; 0 for what there is not.
struct LinkNumbers {
  /// The same for links that lead to one place.
  private(set) var address: UInt64 = 0
  /// The same for links into one site.
  private(set) var site: UInt64 = 0
  /// The same for links into one repository of a host of code.
  private(set) var repository: UInt64 = 0
  private var hasPath = false

  /// ``address``, but for the front page of a site, which is the home of more than one thing.
  var page: UInt64 { hasPath ? address : 0 }

  init() {}

  /// Reads a link.
  init(_ link: String) {
    var text = link[...]
    for prefix in ["https://", "http://", "www."] where text.hasPrefix(prefix) {
      text = text.dropFirst(prefix.count)
    }
    while text.last == "/" { text.removeLast() }
    address = LinkNumbers.hash(text.utf8)
    site = LinkNumbers.hash(text.prefix { $0 != "/" }.lowercased().utf8)
    guard text.contains("/") else { return }
    hasPath = true
    let parts = text.split(separator: "/", maxSplits: 3)
    if parts.count > 2, LinkNumbers.codeHosts.contains(parts[0].lowercased()) {
      repository = LinkNumbers.hash(parts[1...2].joined(separator: "/").lowercased().utf8)
    }
  }

  private static let codeHosts: Set<String> = ["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]

  private static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    for byte in text { hash.add(byte) }
    return hash.value
  }
}
