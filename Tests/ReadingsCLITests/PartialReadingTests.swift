import Foundation
import ReadingsCLI
import ReadingsCatalog
import TestSupport
import Testing

/// Posts that cannot match are not read in full; nobody may notice but by the time it takes.
@Suite struct PartialReadingTests {
  private static let queries = [
    ["tag:serving"], ["tag:basics or tag:efficiency"], ["-tag:serving"], ["tag:s*"], ["tag:nowhere"],
    ["tag:serving", "role:required"], ["tag:alignment", "has:abstract"], ["has:tags"], ["-has:tags"],
    ["category:fmefficiency"], ["category:Reinforcement*", "date:2017"], ["term:2017-W1"], ["-term:2017*"],
    ["date:2017..2018", "author:li"], ["date:..2016"], ["-has:date"], ["file:2017*"], ["label:2017*"],
    ["team:team-1"], ["is:next"], ["is:current"], ["meta.layout:post"], ["session:learning", "year:2016"],
    ["key:1706*", "tag:2architecture"], ["attention", "tag:4*"], ["tag:serving or attention"],
    ["is:duplicate"],
    ["-(tag:serving or role:required)"], ["--tag", "Serving"], ["--category", "nowhere"],
    ["--unique", "tag:serving"],
  ]
  private static let presentations = [
    [], ["--format", "plain"], ["--sessions"], ["--format", "markdown"], ["--format", "paths"], ["--count"],
    ["--format", "csv"], ["--columns", "title,year"], ["--columns", "key,title"], ["--sort", "key"],
    ["--json", "title"], ["--format", "jsonl"], ["--group-by", "tag"], ["--template", "{key}"],
  ]

  private func expectNoDifference(_ library: String) throws {
    let everything = try LibraryLoader(folder: library).load()
    var differentCount = 0
    func run(_ arguments: [String]) {
      var unreadCount = 0
      let partial = CommandRun(["list", "--library", library] + arguments) {
        (loader) throws(LibraryLoader.Failure) in
        let catalog = try loader.load()
        unreadCount += everything.sessions.reduce(0) { $0 + $1.readings.count }
        unreadCount -= catalog.sessions.reduce(0) { $0 + $1.readings.count }
        return catalog
      }
      let full = CommandRun(["list", "--library", library] + arguments) { _ in everything }
      #expect(partial.output == full.output, "\(arguments)")
      #expect(partial.errors == full.errors, "\(arguments)")
      #expect(partial.status == full.status, "\(arguments)")
      if unreadCount > 0 { differentCount += 1 }
    }
    for query in PartialReadingTests.queries { run(query) }
    for presentation in PartialReadingTests.presentations { run(presentation + ["tag:serving"]) }
    // Else nothing was left out, and nothing shown.
    #expect(differentCount > 5)
  }

  @Test func theSampleLibraryIsListedAlike() throws {
    try expectNoDifference(PackageFolder.path("seeds"))
  }

  @Test(
    .enabled(if: SharedFolder.has("corpora"), "../shared/corpora is not here"),
    arguments: ["qiyanjun+2025sp-GenAI-overview", "tlseminar+tlseminar.github.io"])
  func postsFromTheWildAreListedAlike(_ name: String) throws {
    try expectNoDifference(SharedFolder.url.appending(path: "corpora/\(name)").path)
  }
}
