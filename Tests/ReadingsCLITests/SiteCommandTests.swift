import Foundation
import ReadingsCatalog
import TestSupport
import Testing

@Suite struct SiteCommandTests {
  private let folder: TemporaryFolder
  private var site: String { folder.path + "/site" }

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(site)/\(name)" }
  private func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }
  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  private func make(_ catalog: Catalog = SampleCatalog.catalog) -> CommandRun {
    CommandRun("site", "--output", site, catalog: catalog)
  }

  private func modificationDates() throws -> [String: Date] {
    var dates: [String: Date] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: site) {
      dates[name] = try FileManager.default.attributesOfItem(atPath: path(name))[.modificationDate] as? Date
    }
    return dates
  }

  @Test func pagesAreWrittenAndCounted() {
    let run = make()
    #expect(run.status == 0 && run.output == "")
    #expect(
      run.errors.hasPrefix(
        "no sitemap.xml, which needs full addresses: --base-url, or site.url in readings.yml\n"))
    #expect(run.errors.hasSuffix(" files written, 0 unchanged\n"))
    for name in [
      "index.html", "sessions/2025-serving.html", "papers/1410-5401.html", "search-data.js", "feed.xml",
    ] {
      #expect(exists(name), "\(name)")
    }
  }

  @Test func aSecondRunWritesNothing() throws {
    _ = make()
    let before = try modificationDates()
    let run = make()
    #expect(run.errors.contains("; 0 files written, "))
    #expect(try modificationDates() == before)
  }

  @Test func whatTheSiteHasNoMoreIsRemoved() throws {
    _ = make()
    try folder.write("mine", to: "site/papers/notes.txt")
    let run = make(Catalog(sessions: [SampleCatalog.structure]))
    #expect(!exists("sessions/2025-serving.html") && exists("sessions/2017-structure.html"))
    #expect(text("papers/notes.txt") == "mine")
    #expect(run.errors.contains(" removed\n"))
  }

  @Test func aStalePageThatSomebodyChangedIsLeft() throws {
    _ = make()
    try folder.write("changed", to: "site/sessions/2025-serving.html")
    let run = make(Catalog(sessions: [SampleCatalog.structure]))
    #expect(run.status == 0)
    #expect(
      run.errors.contains("left alone: 'sessions/2025-serving.html' was changed since it was written\n"))
    #expect(text("sessions/2025-serving.html") == "changed")
  }

  @Test(arguments: ["index.html", "sessions/2025-serving.html", "site.css"])
  func aForeignFileInTheWayIsNamedAndNothingIsWritten(_ name: String) throws {
    try folder.write("mine", to: "site/" + name)
    let run = make()
    #expect(run.status == 2)
    #expect(run.errors.contains("'\(path(name))' is in the way"))
    #expect(text(name) == "mine")
    #expect(!exists("papers") && !exists("search.html"))
  }

  @Test func aPageThatSomebodyChangedIsNotOverwritten() throws {
    _ = make()
    try folder.write("edited", to: "site/index.html")
    let run = make()
    #expect(run.status == 2 && run.errors.contains("'\(path("index.html"))' is in the way"))
    #expect(text("index.html") == "edited")
  }

  @Test func afterALostManifestTheSamePagesAreKnownAgain() throws {
    _ = make()
    try FileManager.default.removeItem(atPath: path(".readings-site"))
    #expect(make().errors.contains("; 0 files written, "))
    #expect(make(Catalog(sessions: [])).errors.contains(" removed\n"))
  }

  @Test func filesOfAnInterruptedRunAreItsOwn() throws {
    _ = make()
    let manifest = try #require(text(".readings-site"))
    let interrupted = manifest.split(separator: "\n").map { line in
      line.hasSuffix(" index.html") ? "- index.html" : String(line)
    }
    try folder.write(interrupted.joined(separator: "\n") + "\n", to: "site/.readings-site")
    try folder.write("<!DOCTYPE", to: "site/index.html")
    #expect(make().status == 0)
    #expect(text("index.html")?.hasSuffix("</html>\n") == true)
  }

  @Test func linksInTheFolderAreNotFollowed() throws {
    try folder.write("outside", to: "elsewhere/keep.txt")
    try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: path("papers"), withDestinationPath: folder.path + "/elsewhere")
    let run = make()
    #expect(run.status == 2 && run.errors.contains("'\(path("papers"))' is in the way"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere") == ["keep.txt"])
    try FileManager.default.removeItem(atPath: path("papers"))
    try FileManager.default.createSymbolicLink(
      atPath: path("index.html"), withDestinationPath: folder.path + "/elsewhere/keep.txt")
    #expect(make().status == 2)
    #expect(try String(contentsOfFile: folder.path + "/elsewhere/keep.txt", encoding: .utf8) == "outside")
  }

  @Test(arguments: ["- ../x", "- /etc/passwd", "- a/../b", "- .hidden", "- a/b/c", "- A"])
  func aManifestThatLeadsElsewhereIsRefused(_ line: String) throws {
    try folder.write("readings site 1\n\(line)\n", to: "site/.readings-site")
    let run = make()
    #expect(run.status == 2 && run.errors.contains("it is not a manifest of a site"))
  }

  @Test func anAddressGivesASitemap() {
    let run = CommandRun("site", "--output", site, "--base-url", "https://a.example/b/")
    #expect(run.errors.firstRange(of: "no sitemap") == nil)
    #expect(text("sitemap.xml")?.contains("<loc>https://a.example/b/index.html</loc>") == true)
    #expect(CommandRun("site", "--output", site, "--base-url", "a.example").status == 2)
  }

  @Test func theFolderIsNeeded() {
    #expect(CommandRun("site").errors == "readings: error: 'site' needs a folder: --output DIR\n")
  }
}
