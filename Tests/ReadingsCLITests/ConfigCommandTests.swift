import ReadingsCatalog
import Testing

/// `readings config` on a library with and without a `readings.yml`.
@Suite struct ConfigCommandTests {
  private static let file = """
    site:
      title: Machine Learning Seminar
    roles:
      required: [core, must read]
    sight: {}

    """

  @Test func everySettingIsShownWithItsLine() throws {
    let library = try EditedLibrary(["readings.yml": Self.file, "a.md": "---\ntitle: A\n---\n"])
    let run = library.run("config", "--format", "plain")
    #expect(
      run.output == """
        site.title      Machine Learning Seminar  readings.yml:2
        roles.required  core, must read  readings.yml:4

        """)
    #expect(run.errors.contains("readings.yml:5:1: warning: unknown setting 'sight'"), "\(run.errors)")
    #expect(run.errors.hasSuffix("2 settings in readings.yml\n") && run.status == 0)
  }

  @Test func jsonIsForPrograms() throws {
    let library = try EditedLibrary(["readings.yml": "site: {title: X}\n"])
    #expect(
      library.run("config", "--format", "json", "-q").output
        == "[\n{\"name\":\"site.title\",\"value\":\"X\",\"place\":\"readings.yml:1\"}\n]\n")
  }

  @Test func withoutAFileThereIsAHint() throws {
    let library = try EditedLibrary(["a.md": "---\ntitle: A\n---\n"])
    let run = library.run("config")
    #expect(run.output == "" && run.errors.contains("'readings help configuration' says what one can set"))
    #expect(library.run("config", "--format", "json").output == "[]\n")
    #expect(library.run("config", "--quiet").errors == "")
  }
}
