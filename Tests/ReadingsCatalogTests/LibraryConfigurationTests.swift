import ReadingsCatalog
import SourceText
import TestSupport
import Testing

@Suite struct LibraryConfigurationTests {
  private func read(_ text: String) -> LibraryConfiguration {
    LibraryConfiguration(reading: SourceFile(path: "readings.yml", text: text))
  }

  private static let full = """
    site:
      title: "Machine Learning: a seminar"
      url: https://example.org/ml/
    roles:
      required: [core, must read]
    check:
      known-keys: [video2]
      rules:
        no-link: off
        no-authors: error
    papers:
      same:
        - [2205.14135, flash-attention]
      distinct:
        - [a, b, c]
        - - x
          - y
    """

  @Test func everySettingIsRead() {
    let configuration = read(LibraryConfigurationTests.full)
    #expect(configuration.diagnostics.isEmpty)
    #expect(configuration.siteTitle == "Machine Learning: a seminar")
    #expect(configuration.siteURL == "https://example.org/ml")
    #expect(configuration.roleWords.map(\.words) == ["core", "must read"])
    #expect(configuration.knownKeys == ["video2"])
    #expect(configuration.ruleSettings.map(\.rule) == ["no-link", "no-authors"])
    #expect(configuration.ruleSettings.map(\.level) == [.off, .error])
    #expect(configuration.sameWorks == [["2205.14135", "flash-attention"]])
    #expect(configuration.distinctWorks == [["a", "b", "c"], ["x", "y"]])
    #expect(
      configuration.settings.map(\.name) == [
        "site.title", "site.url", "roles.required", "check.known-keys", "check.rules.no-link",
        "check.rules.no-authors", "papers.same", "papers.distinct", "papers.distinct",
      ])
  }

  @Test func settingsKnowTheirPlace() {
    let file = SourceFile(path: "readings.yml", text: LibraryConfigurationTests.full)
    let configuration = LibraryConfiguration(reading: file)
    #expect(
      configuration.settings.prefix(2).map { file.text($0.span) } == [
        "\"Machine Learning: a seminar\"", "https://example.org/ml/",
      ])
    #expect(configuration.ruleSettings.map { file.text($0.span) } == ["no-link", "no-authors"])
  }

  @Test(arguments: [
    ("sight:\n  title: x\n", "sight", "unknown-setting"),
    ("site:\n  titel: x\n", "titel", "unknown-setting"),
    ("site: x\n", "x", "bad-setting"),
    ("site:\n  url: example.org\n", "example.org", "bad-setting"),
    ("site:\n  title: [x]\n", "[x]", "bad-setting"),
    ("roles:\n  needed: [x]\n", "needed", "unknown-setting"),
    ("check:\n  rules:\n    a: loud\n", "loud", "bad-setting"),
    ("papers:\n  same: [a, b]\n", "a", "bad-setting"),
    ("papers:\n  distinct:\n    - [a]\n", "[a]", "bad-setting"),
    ("- a\n", "-", "not-a-mapping"),
    ("a\n", "a", "not-a-mapping"),
  ])
  func aMistakeIsReportedAtItsPlace(text: String, place: String, id: String) throws {
    let file = SourceFile(path: "readings.yml", text: text)
    let problem = try #require(LibraryConfiguration(reading: file).diagnostics.first)
    #expect(problem.id == id)
    #expect(file.text(problem.span) == place)
  }

  @Test func aMistakeCostsOnlyItsOwnSetting() {
    let configuration = read("site:\n  titel: x\n  title: Seminar\nroles: 3\n")
    #expect(configuration.siteTitle == "Seminar")
    #expect(configuration.diagnostics.count == 2)
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "site:\n", "\u{FEFF}---\nsite:\n"])
  func nothingIsSetByAnEmptyFile(text: String) {
    #expect(read(text).diagnostics.isEmpty)
    #expect(read(text).settings.isEmpty)
  }

  @Test func aLibraryIsReadWithItsConfiguration() throws {
    let folder = try TemporaryFolder()
    try folder.write("roles:\n  required: [must read]\nsite:\n  titel: x\n", to: "readings.yml")
    try folder.write(
      "---\ntitle: T\n---\n## Must read papers\n- [A paper on things](https://arxiv.org/abs/2205.14135)\n",
      to: "a.md")
    let catalog = try LibraryLoader(folder: folder.path).load()
    #expect(catalog.sessions.first?.readings.map(\.role) == [.required])
    #expect(catalog.problems.map(\.diagnostic.id) == ["unknown-setting"])
    #expect(catalog.problems.map(\.file.path) == ["readings.yml"])
  }
}
