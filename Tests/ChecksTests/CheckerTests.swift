import Checks
import ReadingsCatalog
import SourceText
import TestSupport
import Testing

@Suite struct CheckerTests {
  /// `path:line rule` of every finding.
  private func check(_ files: KeyValuePairs<String, String>, only: Set<String> = ["bare-url"]) -> (
    places: [String], ignored: Int
  ) {
    let library = SampleLibrary(files.map { SourceFile(path: $0.key, text: $0.value) })
    let catalog = library.catalog
    var levels = RuleLevels()
    if !only.isEmpty { levels.keepOnly(only) }
    let result = Checker(levels).check(catalog, in: library)
    let places = result.findings.map { finding in
      let line = LineTable(finding.file.bytes).line(at: finding.diagnostic.span.lowerBound)
      return "\(finding.file.path):\(line) \(finding.rule)"
    }
    return (places, result.ignoredCount)
  }

  private func post(_ body: String, matter: String = "") -> String {
    "---\ntitle: Maps\n\(matter)---\n\(body)"
  }

  @Test func findingsAreInTheOrderOfPathAndPlace() {
    let text = post("https://maps.example/1\n\nhttps://maps.example/2\n")
    #expect(
      check(["b.md": text, "a.md": text]).places == [
        "a.md:4 bare-url", "a.md:6 bare-url", "b.md:4 bare-url", "b.md:6 bare-url",
      ])
  }

  @Test(arguments: [
    ("arxiv.org/abs/2205.14135\n", 1), ("See (github.com/maps/fast), or/and youtu.be/x.\n", 2),
    ("a/b github.com/maps c/d doi.org/10.1/2\n", 2), ("mirror/github.com/maps\n", 0),
    ("https://example.org/arxiv.org/abs/1\n", 0), ("`github.com/maps` github.com\n", 0),
    ("[the code](github.com/maps)\n", 1),
  ])
  func anAddressWithoutASchemeIsFoundWhereAWordBegins(_ body: String, _ count: Int) {
    #expect(check(["a.md": post(body)], only: ["link-without-scheme"]).places.count == count)
  }

  @Test(arguments: [
    ("https://maps.example <!-- readings:ignore bare-url -->\n", 0),
    ("https://maps.example <!-- readings:ignore -->\n", 0),
    ("https://maps.example <!-- readings:ignore missing-link, bare-url: as agreed -->\n", 0),
    ("https://maps.example <!-- readings:ignore missing-link -->\n", 1),
    ("<!-- readings:ignore bare-url -->\nhttps://maps.example\n\nhttps://maps.example/2\n", 1),
    ("<!-- readings:ignore bare-url -->\n\nhttps://maps.example\n", 0),
    ("readings:ignore bare-url\nhttps://maps.example\n", 1),
    ("`<!-- readings:ignore bare-url -->` https://maps.example\n", 1),
  ])
  func aCommentLeavesOutWhatItCovers(_ body: String, _ count: Int) {
    #expect(check(["a.md": post(body)]).places.count == count)
  }

  @Test(arguments: [
    ("# readings:ignore bare-url\n", 0), ("# readings:ignore\n", 0), ("# readings:ignore missing-link\n", 2),
    ("key: x # readings:ignore bare-url\n", 2), ("key: '# readings:ignore bare-url'\n", 2),
  ])
  func aCommentAloneInFrontMatterCountsForThePost(_ matter: String, _ count: Int) {
    let text = post("https://maps.example/1\n\nhttps://maps.example/2\n", matter: matter)
    let result = check(["a.md": text])
    #expect(result.places.count == count)
    #expect(result.ignored == 2 - count)
  }

  @Test func aCommentInFrontMatterCountsForItsLine() {
    let text =
      "---\ntitle: Maps\nlecture: 007 # readings:ignore number-loses-digits\nterm: 008\ndesc: 007\n---\n"
    #expect(check(["a.md": text], only: ["number-loses-digits"]).places == ["a.md:5 number-loses-digits"])
  }

  @Test func theLibrarySetsLevels() {
    let files: KeyValuePairs = [
      "readings.yml":
        "check:\n  rules:\n    bare-url: error\n    heading-level-jump: off\n    list-disagrees: note\n",
      "a.md": post("https://maps.example\n"),
    ]
    let library = SampleLibrary(files.map { SourceFile(path: $0.key, text: $0.value) })
    var levels = RuleLevels()
    levels.apply(library.catalog.configuration)
    #expect(levels["bare-url"] == .error)
    #expect(levels["heading-level-jump"] == .off)
    #expect(levels.origin(of: "bare-url") == .library)
    #expect(levels.origin(of: "missing-link") == .standard)
    let findings = Checker(levels).check(library.catalog, in: library).findings
    #expect(findings.filter { $0.rule == "bare-url" }.map(\.diagnostic.severity) == [.error])
  }

  @Test func knownKeysAreNoMistakes() {
    let files: KeyValuePairs = [
      "readings.yml": "check:\n  known-keys: [tgas]\n", "a.md": "---\ntitle: Maps\ntgas: x\n---\n",
    ]
    #expect(check(files, only: ["unknown-key"]).places == [])
  }

  @Test func bytesThatAreNoUTF8AreReportedOnceWithTheirFix() throws {
    let bytes =
      Array("---\ntitle: Maps\n---\nCaf".utf8) + [0xE9] + Array(" d".utf8) + [0x92] + Array("or, Café\n".utf8)
    let file = SourceFile(path: "a.md", bytes: bytes)
    let library = SampleLibrary([file])
    var levels = RuleLevels()
    levels.keepOnly(["invalid-utf8"])
    let findings = Checker(levels).check(library.catalog, in: library).findings
    #expect(findings.map(\.diagnostic.span) == [SourceSpan(23, 24)])
    let fix = try #require(findings.first?.diagnostic.fix)
    let mended = try EditList(fix.edits).applied(to: bytes)
    #expect(String(decoding: mended, as: UTF8.self) == "---\ntitle: Maps\n---\nCafé d’or, Café\n")
  }

  // MARK: Baselines

  private func findings(_ body: String) -> [Finding] {
    let library = SampleLibrary([SourceFile(path: "a b.md", text: post(body))])
    var levels = RuleLevels()
    levels.keepOnly(["bare-url"])
    return Checker(levels).check(library.catalog, in: library).findings
  }

  @Test func aBaselineLeavesOutWhatItRecordsWhereverItStandsNow() throws {
    let baseline = try Baseline(reading: Baseline(findings("+ https://maps.example/1\n")).bytes)
    #expect(baseline.newFindings(findings("New text.\n\n+  https://maps.example/1\n")).isEmpty)
    #expect(baseline.newFindings(findings("+ https://maps.example/2\n")).count == 1)
    // As many as were recorded, and no more.
    let twice = findings("+ https://maps.example/1\n\n+ https://maps.example/1\n")
    #expect(twice.count == 2)
    #expect(baseline.newFindings(twice).count == 1)
  }

  @Test(arguments: ["nonsense\n", "1 rule\n", "0 rule hash path\n", "x rule hash path\n"])
  func whatIsNoBaselineIsRefused(_ text: String) {
    #expect {
      try Baseline(reading: Array("# head\n\(text)".utf8))
    } throws: { ($0 as? Baseline.Failure)?.line == 2 }
  }

  // MARK: Fixes

  @Test func fixesThatFallOnTheSameBytesArePostponed() throws {
    let text = post("+ Maps: arxiv.org/abs/2205.14135 and https://maps.example/a)\n")
    let file = SourceFile(path: "a.md", text: text)
    let library = SampleLibrary([file])
    var levels = RuleLevels()
    levels.keepOnly(["bare-url", "malformed-link", "link-without-scheme"])
    let findings = Checker(levels).check(library.catalog, in: library).findings
    let safe = FixPlan(findings, allowsUnsafe: false)
    #expect(safe.mended.map(\.rule) == ["link-without-scheme", "bare-url"])
    #expect(safe.postponed.isEmpty)
    #expect(
      String(decoding: try #require(safe.edits).applied(to: file.bytes), as: UTF8.self)
        == post("+ Maps: https://arxiv.org/abs/2205.14135 and <https://maps.example/a>)\n"))
    #expect(safe.refusal(in: file, LibraryConfiguration()) == nil)
    let all = FixPlan(findings, allowsUnsafe: true)
    #expect(all.mended.map(\.rule) == ["link-without-scheme", "bare-url"])
    #expect(all.postponed.map(\.rule) == ["malformed-link"])
  }
}
