import Checks
import SourceText
import Testing

@Suite struct LibraryFixerTests {
  private func mend(
    _ files: KeyValuePairs<String, String>, only: Set<String>, allowsUnsafe: Bool = false,
    isWanted: @escaping @Sendable (Finding) -> Bool = { _ in true }
  ) -> (outcome: LibraryFixer.Outcome, texts: [String: String]) {
    let library = SampleLibrary(files.map { SourceFile(path: $0.key, text: $0.value) })
    var levels = RuleLevels()
    levels.keepOnly(only)
    let fixer = LibraryFixer(Checker(levels), allowsUnsafe: allowsUnsafe, isWanted: isWanted)
    let outcome = fixer.mend(library.catalog, in: library)
    let texts = outcome.changes.map { change in
      (change.file.path, String(decoding: change.edits.applied(to: change.file.bytes), as: UTF8.self))
    }
    return (outcome, Dictionary(uniqueKeysWithValues: texts))
  }

  private func post(_ body: String) -> String { "---\ntitle: Maps\n---\n\(body)" }

  @Test func onlySafeFixesAreMadeUnlessAskedFor() {
    let text = post("+ Maps: https://maps.example/a)\n")
    let rules: Set = ["bare-url", "malformed-link"]
    let safe = mend(["a.md": text], only: rules)
    #expect(safe.texts == ["a.md": post("+ Maps: <https://maps.example/a>)\n")])
    #expect(safe.outcome.result.findings.map(\.rule) == ["malformed-link"])
    let all = mend(["a.md": text], only: rules, allowsUnsafe: true)
    #expect(all.texts == ["a.md": post("+ Maps: <https://maps.example/a>\n")])
    #expect(all.outcome.result.findings.isEmpty)
  }

  /// The fix of one rule makes the text that another rule looks at.
  @Test func roundsGoOnUntilNothingIsLeft() {
    let (outcome, texts) = mend(
      ["a.md": post("+ arxiv.org/abs/2205.14135\n")], only: ["link-without-scheme", "bare-url"])
    #expect(texts == ["a.md": post("+ <https://arxiv.org/abs/2205.14135>\n")])
    #expect(outcome.mended.map(\.rule) == ["link-without-scheme", "bare-url"])
    #expect(outcome.changes.map(\.edits.edits.count) == [2])
    #expect(outcome.result.findings.isEmpty)
  }

  @Test func findingsThatAreNotWantedStay() {
    let (outcome, texts) = mend(
      ["a.md": post("https://maps.example/a\n"), "b.md": post("https://maps.example/b\n")],
      only: ["bare-url"], isWanted: { $0.file.path == "b.md" })
    #expect(Array(texts.keys) == ["b.md"])
    #expect(outcome.result.findings.map(\.file.path) == ["a.md"])
  }

  @Test func whatACommentLeavesOutIsNotMended() {
    let text = post("https://maps.example <!-- readings:ignore bare-url -->\n")
    #expect(mend(["a.md": text], only: ["bare-url"]).texts.isEmpty)
  }

  @Test func rulesOfTheWholeLibrarySeeTheMendedPosts() {
    let tags = ["Sea Charts", "Sea Charts", "sea-charts"]
    let (outcome, texts) = mend(
      [
        "a.md": "---\ntitle: A\ntags: [\(tags[0])]\n---\n",
        "b.md": "---\ntitle: B\ntags: [\(tags[1])]\n---\n",
        "c.md": "---\ntitle: C\ntags: [\(tags[2])]\n---\n",
      ], only: ["tag-spelling"])
    #expect(texts == ["c.md": "---\ntitle: C\ntags: [Sea Charts]\n---\n"])
    #expect(outcome.result.findings.isEmpty)
  }

  @Test func settingsAreMendedToo() {
    let (outcome, texts) = mend(
      ["readings.yml": "check:\n  rules:\n    bare-ulr: off\n", "a.md": post("")], only: ["unknown-rule"],
      allowsUnsafe: true)
    #expect(texts == ["readings.yml": "check:\n  rules:\n    bare-url: off\n"])
    #expect(outcome.result.findings.isEmpty)
  }

  @Test func nothingToMendIsNoChange() {
    let (outcome, texts) = mend(["a.md": post("Text.\n")], only: ["bare-url"])
    #expect(texts.isEmpty)
    #expect(outcome.mended.isEmpty)
  }
}
