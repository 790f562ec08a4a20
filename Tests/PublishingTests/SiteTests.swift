import Foundation
import Publishing
import ReadingsCatalog
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct SiteTests {
  /// The files of a site by path.
  private static func files(_ site: Site) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: site.paths.indices.map {
        (site.paths[$0], String(decoding: site.render($0), as: UTF8.self))
      })
  }

  private static func seeds() throws -> Catalog {
    try LibraryLoader(folder: PackageFolder.path("seeds")).load()
  }

  /// The site of the sample library, without an address.
  private static let seedFiles = (try? seeds()).map { files(Site($0, options())) } ?? [:]

  private static func options(url: String? = nil) -> SiteOptions {
    var options = SiteOptions()
    (options.title, options.description, options.baseURL) = ("Our <Seminar>", "What & why", url)
    return options
  }

  /// Links that lead to no file or no place in it, and identifiers that a page has twice.
  private static func broken(_ files: [String: String]) -> [String] {
    var found: [String] = []
    let pages = files.filter { $0.key.hasSuffix(".html") }.mapValues { PageCheck($0) }
    let anchors = pages.mapValues { Set($0.values(of: "id")) }
    for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
      let ids = page.values(of: "id")
      if Set(ids).count < ids.count { found.append("\(path): an id comes twice") }
      let folder = path.split(separator: "/").dropLast()
      for link in page.values(of: "href") + page.values(of: "src") + page.values(of: "action") {
        if link.firstRange(of: "://") != nil || link.hasPrefix("mailto:") { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var steps = Array(folder)
        for step in parts[0].split(separator: "/") {
          if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        let target = parts[0].isEmpty ? path : steps.joined(separator: "/")
        if files[target] == nil { found.append("\(path): \(link) leads nowhere") }
        if parts.count > 1, anchors[target]?.contains(String(parts[1])) == false {
          found.append("\(path): \(link) has no such place")
        }
      }
    }
    return found
  }

  @Test func everyLinkBetweenPagesLeadsSomewhere() throws {
    let files = Self.seedFiles
    #expect(Self.broken(files) == [])
    #expect(files.keys.count { $0.hasPrefix("papers/") } > 30)
  }

  @Test func aBrokenLinkIsFound() {
    let files = [
      "a/b.html": "<p id=\"x\"></p><a href=\"../c.html\">c</a><a href=\"#y\">y</a><a href=\"#x\">x</a>"
    ]
    #expect(Self.broken(files) == ["a/b.html: ../c.html leads nowhere", "a/b.html: #y has no such place"])
  }

  @Test(.enabled(if: SharedFolder.has("corpora"), "the posts from the wild are not beside this checkout"))
  func everyLinkLeadsSomewhereInPostsFromTheWild() throws {
    let folder = SharedFolder.url.appending(path: "corpora/qiyanjun+2024sp-GenAI-Risk-Benefits").path
    let files = Self.files(Site(try LibraryLoader(folder: folder).load(), Self.options()))
    #expect(Self.broken(files) == [])
    print("site of posts from the wild: \(files.count) files, every link resolves")
  }

  @Test func anEmptyLibraryHasASite() {
    let files = Self.files(Site(Catalog(sessions: []), Self.options(url: "https://a.example")))
    #expect(Self.broken(files) == [])
    #expect(files["index.html"]?.contains("<dt>sessions</dt><dd>0</dd>") == true)
  }

  @Test func theSameLibraryGivesTheSameBytesWhateverWasWrittenFirst() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: PackageFolder.path("seeds")).sorted()
    let sites = try [names, names.reversed()].map { names in
      let folder = try TemporaryFolder()
      for name in names {
        guard let text = try? String(contentsOfFile: PackageFolder.path("seeds/\(name)"), encoding: .utf8)
        else { continue }
        try folder.write(text, to: name)
      }
      return Self.files(Site(try LibraryLoader(folder: folder.path).load(), Self.options()))
    }
    #expect(sites[0] == Self.seedFiles)
    #expect(sites[1] == Self.seedFiles)
  }

  @Test(.enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
  func hostileTextsAreHarmless() throws {
    let site = Site(try HostileLibrary.catalog(), Self.options(url: "https://a.example"))
    let files = Self.files(site)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      #expect(
        path.utf8.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-./".utf8.contains($0) }
          && path.firstRange(of: "..") == nil && !path.hasPrefix("/"), "\(path)")
      #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "a control character in \(path)")
      #expect(text.utf8.firstRange(of: "\u{202E}".utf8) == nil, "a bidi control in \(path)")
      if path.hasSuffix(".html") { #expect(PageCheck(text).dangers == [], "\(path)") }
      if path.hasSuffix(".xml") { #expect(XMLParser(data: Data(text.utf8)).parse(), "\(path)") }
    }
    #expect(Self.broken(files) == [])
    print("hostile site: \(files.count) files harmless")
  }

  @Test(arguments: [
    "<script>x</script>", "<a href=\"javascript:x\">", "<p onclick=\"x\">",
    "<iframe src=\"https://a.example\">",
    "<p style=\"x\">", "<script src=\"https://a.example/x.js\">", "<a href=java&#9;>",
    "<form action=\"data:x\">",
  ])
  func theCheckOfPagesFindsDangers(_ markup: String) {
    #expect(PageCheck("<p>" + markup + "</p>").dangers.count == 1)
  }

  @Test func noPageNeedsAnythingFromElsewhere() throws {
    for (path, text) in Self.seedFiles where path.hasSuffix(".html") {
      let page = PageCheck(text)
      #expect(page.values(of: "src").allSatisfy { $0.firstRange(of: ":") == nil }, "\(path)")
      #expect(
        page.tags.filter { $0.name == "link" }.flatMap(\.attributes).allSatisfy {
          !$0.value.hasPrefix("http")
        })
      let policy = page.values(of: "content").first { $0.hasPrefix("default-src 'none'") }
      #expect(
        policy?.contains("script-src 'self' file:;") == true && policy?.contains("unsafe") == false, "\(path)"
      )
    }
  }

  @Test func aSessionPageShowsItsReadingsAndNeighbours() throws {
    let files = Self.seedFiles
    let page = try #require(files["sessions/2024-s26.html"])
    for text in [
      "<h1>Advanced Transformer Architectures</h1>", "<time datetime=\"2024-04-25\">25 Apr 2024</time>",
      "<h2>Required Readings</h2>", "<span class=\"role required\">required</span>",
      "<a href=\"../authors/d.html#dao-dao-tri\">Tri Dao</a>", "<details><summary>Abstract</summary>",
      "<a class=\"out\" href=\"https://arxiv.org/abs/2205.14135\">arXiv 2205.14135</a>",
      "<a rel=\"prev\" href=\"2024-s24.html\">", "<a rel=\"next\" href=\"2024-s27.html\">",
    ] { #expect(page.contains(text), "\(text)") }
  }

  @Test func aPaperPageShowsEverySessionAndItsBibTeX() throws {
    let files = Self.seedFiles
    let page = try #require(files["papers/2205-14135.html"])
    let sessions = ["2024-s26", "model-serving-and-ppo", "efficient-llms-and-peft"]
    for session in sessions {
      #expect(page.contains("<a href=\"../sessions/\(session).html\">"), "\(session)")
    }
    #expect(page.contains("<pre id=\"bibtex\">@misc{dao2022flashattention,"))
    #expect(files["references.bib"]?.contains("@misc{dao2022flashattention,") == true)
  }

  @Test func theFeedHasLinksWithAndWithoutAnAddress() throws {
    let catalog = try Self.seeds()
    let with = try #require(Self.files(Site(catalog, Self.options(url: "https://a.example/b")))["feed.xml"])
    let without = try #require(Self.files(Site(catalog, Self.options()))["feed.xml"])
    for feed in [with, without] {
      #expect(XMLParser(data: Data(feed.utf8)).parse())
      #expect(feed.contains("<updated>2024-11-03T00:00:00Z</updated>"))
    }
    #expect(with.contains("<link rel=\"self\" href=\"https://a.example/b/feed.xml\"/>"))
    #expect(without.contains("<link rel=\"alternate\" href=\"sessions/2024-s27.html\"/>"))
    #expect(!without.contains("rel=\"self\""))
  }

  @Test func onlyASiteWithAnAddressHasASitemap() throws {
    let catalog = try Self.seeds()
    let files = Self.files(Site(catalog, Self.options(url: "https://a.example")))
    let map = try #require(files["sitemap.xml"])
    #expect(XMLParser(data: Data(map.utf8)).parse())
    #expect(map.split(separator: "<loc>").count - 1 == files.keys.count { $0.hasSuffix(".html") })
    #expect(Self.files(Site(catalog, Self.options()))["sitemap.xml"] == nil)
  }

  @Test func titlesOfOtherScriptsGetFilesOfTheirOwn() {
    var sessions: [Session] = []
    for (number, key) in ["注意", "机制", "a b", "A-B", "index", "con"].enumerated() {
      var session = Session(key: key, title: key, file: "\(number).md")
      session.tags = [Tag(key)]
      sessions.append(session)
    }
    let paths = Site(Catalog(sessions: sessions), Self.options()).paths
    #expect(Set(paths).count == paths.count)
    #expect(paths.count { $0.hasPrefix("sessions/") } == 7)
    #expect(paths.contains("sessions/a-b.html"))
  }
}
