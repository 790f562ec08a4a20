import ReadingsCatalog
import TestSupport
import Testing

@Suite struct ConfigCommandTests {
  private func run(_ settings: String?, _ options: [String] = []) throws -> CommandRun {
    let folder = try TemporaryFolder()
    try folder.write("---\ntitle: Maps\n---\n", to: "a.md")
    if let settings { try folder.write(settings, to: "readings.yml") }
    return CommandRun(["config", "--library", folder.path, "--format", "plain"] + options) {
      (loader) throws(LibraryLoader.Failure) in try loader.load()
    }
  }

  @Test func settingsNameTheLineTheyComeFrom() throws {
    let run = try run("site:\n  title: Maps\ncheck:\n  rules:\n    bare-url: off\n  known-keys: [x, y]\n")
    #expect(run.output.contains("site.title\tMaps\treadings.yml:2\n".visible))
    #expect(run.output.contains("check.rules.bare-url\toff\treadings.yml:5\n".visible))
    #expect(run.output.contains("check.known-keys\tx, y\treadings.yml:6\n".visible))
    #expect(run.output.contains("site.url\t\tdefault\n".visible))
    #expect(run.output.contains("library\t".visible))
    #expect(run.status == 0)
  }

  @Test func withoutAFileEverythingIsDefault() throws {
    let run = try run(nil)
    #expect(!run.output.contains("readings.yml"))
    #expect(run.output.contains("check.rules.heading-level-jump\tnote\tdefault\n".visible))
  }

  @Test func aTableCountsTheRulesThatNothingSets() throws {
    let folder = try TemporaryFolder()
    try folder.write("check:\n  rules:\n    bare-url: off\n", to: "readings.yml")
    let run = CommandRun(["config", "--library", folder.path]) { (loader) throws(LibraryLoader.Failure) in
      try loader.load()
    }
    let lines = run.output.split(separator: "\n").filter { $0.hasPrefix("check.rules") }
    #expect(lines.count == 2)
    #expect(lines.last?.contains(" error, ") == true)
  }

  @Test func mistakesInTheFileAreShownInTheirPlace() throws {
    let run = try run("sites:\n  title: Maps\n")
    #expect(run.errors.contains("readings.yml:1:1: warning: unknown setting 'sites'"))
  }
}

extension String {
  /// As the console shows tabs.
  fileprivate var visible: String {
    split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " ")
  }
}
