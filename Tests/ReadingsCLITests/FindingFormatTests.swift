import Foundation
import ReadingsCatalog
import TestSupport
import Testing

/// `check` with its options and formats.
@Suite struct FindingFormatTests {
  private func run(_ arguments: [String], _ files: KeyValuePairs<String, String> = [:]) throws -> CommandRun {
    let folder = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
    return CommandRun(["check", "--library", folder.path] + arguments) {
      (loader) throws(LibraryLoader.Failure) in try loader.load()
    }
  }

  private static let post = "---\ntitle: Maps: a, b 100%\n---\n+ Näh: https://maps.example/1\n"
  private static let files: KeyValuePairs = ["a,b: 1.md": post]

  @Test func annotationsAreEscapedAsDocumented() throws {
    let run = try run(["--format", "github"], FindingFormatTests.files)
    #expect(
      run.output == """
        ::error file=a%2Cb%3A 1.md,line=2,col=12,endLine=2,endColumn=12,title=nested-mapping-value::\
        a value that contains ': ' must be quoted%0Afix: quote the value
        ::warning file=a%2Cb%3A 1.md,line=4,col=8,endLine=4,endColumn=29,title=bare-url::\
        an address must stand in '<...>' to be a link%0Afix: put it in '<...>'

        """)
    #expect(run.status == 1)
  }

  @Test func percentSignsInMessagesAreEscaped() throws {
    let run = try run(["--format", "github"], ["a.md": "---\ntitle: Maps\ntitle%: 1\ntitle%: 2\n---\n"])
    #expect(run.output.contains("::key 'title%25' stands twice"))
  }

  private func json(_ run: CommandRun) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(run.output.utf8))
  }

  @Test func jsonHasPlacesAndFixes() throws {
    let findings = try #require(
      try json(try run(["--format", "json"], FindingFormatTests.files)) as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["nested-mapping-value", "bare-url"])
    let last = try #require(findings.last)
    #expect(last["file"] as? String == "a,b: 1.md")
    #expect(["line", "column", "endLine", "endColumn"].map { last[$0] as? Int } == [4, 8, 4, 30])
    #expect(last["severity"] as? String == "warning")
    let fix = try #require(last["fix"] as? [String: Any])
    #expect(fix["safety"] as? String == "safe")
    let edits = try #require(fix["edits"] as? [[String: Any]])
    #expect(edits.map { $0["replacement"] as? String } == ["<", ">"])
    #expect(edits.map { $0["column"] as? Int } == [8, 30])
  }

  @Test func nothingFoundIsAnEmptyArray() throws {
    let run = try run(["--format", "json"], ["a.md": "---\ntitle: Maps\n---\n"])
    #expect(run.output == "[]\n")
    #expect(run.status == 0)
  }

  @Test func jsonLinesHoldOneFindingEach() throws {
    let lines = try run(["--format", "jsonl"], FindingFormatTests.files).output.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  /// SARIF 2.1.0: what 3.13 to 3.58 require of what is written here.
  @Test func sarifHasWhatTheStandardRequires() throws {
    let log = try #require(
      try json(try run(["--format", "sarif"], FindingFormatTests.files)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "readings")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.count == 2)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["note", "warning", "error"].contains(result["level"] as? String ?? ""))
      #expect((result["message"] as? [String: Any])?["text"] is String)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let place = try #require(locations[0]["physicalLocation"] as? [String: Any])
      #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%2Cb%3A%201.md")
      let region = try #require(place["region"] as? [String: Int])
      #expect(region["startLine", default: 0] >= 1 && region["startColumn", default: 0] >= 1)
      #expect(region["endLine", default: 0] >= region["startLine", default: 0])
      for fix in try #require(result["fixes"] as? [[String: Any]]) {
        let changes = try #require(fix["artifactChanges"] as? [[String: Any]])
        #expect(changes[0]["artifactLocation"] != nil)
        let replacements = try #require(changes[0]["replacements"] as? [[String: Any]])
        #expect(!replacements.isEmpty && replacements.allSatisfy { $0["deletedRegion"] != nil })
      }
    }
  }

  // MARK: Levels and rules

  @Test(arguments: [
    (["--only", "bare-url"], 1, 1), (["--only", "front-matter"], 1, 1),
    (["--skip", "bare-url,front-matter"], 0, 0),
    (["--severity", "error"], 1, 1), (["--fail-on", "error", "--skip", "front-matter"], 1, 0),
    (["--only", "heading-level-jump"], 0, 0), (["--only", "heading-level-jump", "--severity", "note"], 1, 0),
    (["--only", "heading-level-jump", "--fail-on", "note"], 1, 1),
  ])
  func optionsChooseWhatIsFound(_ options: [String], _ count: Int, _ status: Int32) throws {
    let text = FindingFormatTests.post + "\n# One\n\n### Three\n"
    let run = try run(options + ["--format", "jsonl"], ["a.md": text])
    #expect(run.output.split(separator: "\n").count == count)
    #expect(run.status == status)
  }

  @Test(arguments: [
    (["--only", "bare-ulr"], "readings: error: unknown rule 'bare-ulr'; did you mean 'bare-url'?\n"),
    (
      ["--explain", "qqqqqq"],
      "readings: error: unknown rule 'qqqqqq'; 'readings check --rules' lists the rules\n"
    ),
    (["--only", ","], "readings: error: '--only' needs the name of a rule or topic\n"),
    (
      ["--fail-on", "note", "--severity", "error"],
      "readings: error: '--fail-on note' needs '--severity note': what fails must be shown\n"
    ),
    (
      ["--baseline", "/nowhere/x"],
      "readings: error: there is no file '/nowhere/x'; '--write-baseline' makes one\n"
    ),
  ])
  func aCallThatMeansNothingIsRefused(_ options: [String], _ message: String) throws {
    let run = try run(options, FindingFormatTests.files)
    #expect(run.errors == message)
    #expect(run.output == "")
    #expect(run.status == 2)
  }

  @Test func hiddenNotesAreCounted() throws {
    let run = try run([], ["a.md": "---\ntitle: Maps\n---\n# One\n\n### Three\n"])
    #expect(run.output == "")
    #expect(run.errors == "no findings in 1 session; 1 note hidden, --severity note shows it\n")
    #expect(run.status == 0)
  }

  @Test func theSummaryCountsByRule() throws {
    let text = "---\ntitle: Maps\n---\nhttps://maps.example/1 and https://maps.example/2\n\n##Three\n"
    let run = try run(["--summary"], ["a.md": text])
    #expect(
      run.output == """
        2  bare-url               a bare address is no link on a page made by Jekyll
        1  heading-without-space  a heading lacks the space behind its '#'

        """)
  }

  @Test func aBaselineIsWrittenAndHeeded() throws {
    let folder = try TemporaryFolder()
    try folder.write(FindingFormatTests.post, to: "a.md")
    func check(_ options: [String]) -> CommandRun {
      CommandRun(["check", "--library", folder.path] + options) { (loader) throws(LibraryLoader.Failure) in
        try loader.load()
      }
    }
    let path = folder.path + "/old.txt"
    #expect(check(["--write-baseline", path]).status == 0)
    let run = check(["--baseline", path])
    #expect(run.output == "")
    #expect(run.errors == "no findings in 1 session; 2 in the baseline\n")
    #expect(run.status == 0)
    try folder.write(FindingFormatTests.post + "\nhttps://maps.example/2\n", to: "a.md")
    #expect(check(["--baseline", path]).output.contains("a.md:6:1: warning"))
  }

  @Test func theLibrarySetsLevels() throws {
    let run = try run(
      ["--format", "jsonl"],
      [
        "a.md": FindingFormatTests.post,
        "readings.yml": "check:\n  rules:\n    bare-url: error\n    front-matter: off\n",
      ])
    #expect(run.output.contains(#""severity":"error","rule":"bare-url""#))
    // A topic is no rule.
    #expect(run.output.contains(#""rule":"unknown-rule""#))
  }

  @Test func aRuleIsExplainedWithItsExamples() throws {
    let run = try run(["--explain", "trailing-slash"])
    #expect(
      run.output.hasPrefix(
        "trailing-slash: the line of a title ends with ' /'\nentries · warning · --fix mends it\n"))
    #expect(
      run.output.contains(
        "2025-02-04-maps.md:6:28: warning: a title must not end with ' /' [trailing-slash]\n"))
    #expect(run.output.contains("mended:\n### Fast Maps: Drawing Less \n"))
    #expect(run.status == 0)
  }

  @Test func everyRuleIsListedWithItsLevel() throws {
    let run = try run(["--rules"], ["readings.yml": "check:\n  rules:\n    bare-url: off\n"])
    #expect(run.output.contains("  bare-url                  off    "))
    #expect(run.output.contains("front-matter:\n"))
  }
}
