import Foundation
import Publishing
import ReadingsCatalog
import TestSupport
import Testing

/// Sites in a real browser, which `Tests/Browser/check_site.py` drives: without complaint, request or dialog, usable in
/// both widths and schemes, found by the search.
@Suite(
  .enabled(
    if: InstalledProgram.missing("chromium", "python3").isEmpty,
    "no browser: chromium and python3 are not both installed"))
struct BrowserTests {
  private static func check(_ folder: String, _ arguments: String...) throws -> (
    output: String, status: Int32
  ) {
    let python = try #require(InstalledProgram("python3"))
    return try python.run([PackageFolder.path("Tests/Browser/check_site.py"), folder] + arguments)
  }

  @Test func theSampleSiteWorksAndItsSearchFinds() throws {
    let site = try WrittenSite.ofSeeds()
    let result = try Self.check(
      site.folder.path, "--query", "paged attention", "--expect", "PagedAttention", "--served", "--pages",
      "16")
    #expect(
      result.status == 0 && result.output.firstRange(of: "\n0 findings on 16 pages") != nil,
      "\(result.output)")
    print("browser: " + (result.output.split(separator: "\n").last ?? ""))
  }

  @Test(.enabled(if: SharedFolder.has("suites"), "the conformance suites are not beside this checkout"))
  func hostileTextsDoNothing() throws {
    let site = try WrittenSite(HostileLibrary.catalog())
    let result = try Self.check(site.folder.path, "--query", "script alert", "--pages", "20")
    #expect(
      result.status == 0 && result.output.firstRange(of: "\n0 findings on 20 pages") != nil,
      "\(result.output)")
    print("browser, hostile: " + (result.output.split(separator: "\n").last ?? ""))
  }

  @Test func theCheckFindsWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    try folder.write("<noscript><a href=x>x</a><a href=y>y</a></noscript>", to: "search.html")
    try folder.write(
      """
      <main><h3>Title</h3><p style="color: #bbb; background: #fff">faint</p><input><div style="width: 3000px">wide</div></main>
      <script>alert("hello"); console.error("oh"); fetch("http://127.0.0.1:9/x").catch(() => 0); missing();</script>
      """, to: "index.html")
    let result = try Self.check(folder.path, "--pages", "1")
    #expect(result.status == 1)
    for finding in [
      "dialog: hello", "console: [\"oh\"]", "request: http://127.0.0.1:9/x", "exception: Uncaught",
      "pixels too wide at 390", "no language", "no title", "not one h1", "skips a level", "no label",
      "contrast 1.92",
    ] {
      #expect(result.output.firstRange(of: finding) != nil, "\(finding) is not in \(result.output)")
    }
  }
}
