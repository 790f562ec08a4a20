import Foundation
import Testing

@Suite struct GroupOptionTests {
  private func run(_ arguments: [String]) -> CommandRun {
    CommandRun(["list"] + arguments, load: { _ in SampleCatalog.catalog })
  }

  /// The groups with the keys of their readings.
  private func groups(_ arguments: [String]) throws -> [String] {
    let run = run(arguments + ["--format", "json"])
    let json = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    return (json ?? []).map { group in
      let readings = group["readings"] as? [[String: Any]] ?? []
      let keys = readings.compactMap { $0["key"] as? String }
      return (group["group"] as? String ?? "-") + ": " + keys.joined(separator: " ")
    }
  }

  @Test(arguments: [
    (
      "tag",
      [
        "Efficiency: 2205.14135 2309.06180 1410.5401", "Memory: 1410.5401 sonnet",
        "serving: sonnet 2205.14135 2309.06180 1410.5401",
      ]
    ),
    ("category", ["Architecture: 1410.5401 sonnet", "-: 2205.14135 2309.06180 1410.5401"]),
    ("term", ["2017-spring: 1410.5401 sonnet", "2025-fall: 2205.14135 2309.06180 1410.5401"]),
    ("year", ["2014: 1410.5401", "2022: 2205.14135", "2023: 2309.06180", "-: sonnet 1410.5401"]),
    ("section", ["Core: 1410.5401", "Tools: sonnet", "-: 2205.14135 2309.06180 1410.5401"]),
    (
      "role",
      ["required: 1410.5401 2205.14135", "optional: 2309.06180", "background: 1410.5401", "-: sonnet"]
    ),
  ])
  func readingsStandUnderEachOfTheirValues(_ field: String, _ expected: [String]) throws {
    #expect(try groups(["--group-by", field]) == expected)
  }

  @Test func authorsAreOrderedByFamilyName() throws {
    let names = try groups(["-g", "author"]).map { $0.prefix { $0 != ":" } }
    #expect(
      names == [
        "Ivo Danihelka", "Tri Dao", "Stefano Ermon", "Daniel Y. Fu", "Alex Graves", "Woosuk Kwon",
        "Zhuohan Li",
        "Christopher Ré", "Atri Rudra", "Greg Wayne", "-",
      ])
  }

  @Test func formatsWithColumnsNameTheGroupFirst() {
    #expect(
      run(["--group-by", "term", "--format", "csv", "--columns", "key", "year:2014.."]).output
        == "group,key\r\n2017-spring,1410.5401\r\n2025-fall,2205.14135\r\n2025-fall,2309.06180\r\n")
    #expect(
      run(["--group-by", "role", "--template", "{group}/{key}", "year:2022.."]).output
        == "required/2205.14135\noptional/2309.06180\n")
    #expect(
      run(["--group-by", "role", "--json", "key,group", "year:2022.."]).output == """
        [
        {"key":"2205.14135","group":"required"},
        {"key":"2309.06180","group":"optional"}
        ]

        """)
  }

  @Test func sortingHoldsInsideGroups() throws {
    #expect(
      try groups(["--group-by", "term", "--sort", "title-"]) == [
        "2017-spring: sonnet 1410.5401", "2025-fall: 1410.5401 2205.14135 2309.06180",
      ])
  }

  @Test func groupsHaveHeadings() {
    #expect(
      run(["--group-by", "role", "role:optional or kind:software"]).output == """
        optional  1
          opt  Efficient Memory Management for Large      2023  Kwon, Li  2025-serving
                 Language Model Serving

        no role  1
               Sonnet                                                     2017-structure
                 tags: serving

        """)
    #expect(
      run(["--group-by", "year", "--format", "plain", "year:2023"]).output == """
        2023
          optional: Efficient Memory Management for Large Language Model Serving (2023)  Woosuk Kwon, Zhuohan Li  \
        arxiv:2309.06180  [2025-serving]

        """)
    #expect(
      run(["--group-by", "year", "--format", "markdown", "key:sonnet"]).output == """
        ## no year

        - [Sonnet](https://github.com/google-deepmind/sonnet)

        """)
  }

  @Test func bySessionAndByNothingEveryFormatWorks() {
    for format in ["table", "plain", "json", "jsonl", "csv", "tsv", "markdown", "markdown-table", "paths"] {
      #expect(run(["--group-by", "session", "--format", format]).output == run(["--format", format]).output)
    }
    #expect(run(["-g", "none", "-n", "1", "-fplain"]).output.hasSuffix("1410.5401  [2017-structure]\n"))
    #expect(
      run(["-g", "session", "--sort", "year-", "-fplain"]).output.hasPrefix("2025-02-18  Model Serving"))
  }

  @Test(arguments: [
    (["--format", "paths"], "'--group-by tag' does not go with '--format paths'"),
    (["--format", "bibtex"], "'--group-by tag' does not go with '--format bibtex'"),
    (["--sessions"], "'--group-by tag' does not go with '--sessions'"),
  ])
  func whatHasNoGroupsIsRefused(_ options: [String], _ message: String) {
    let run = run(["--group-by", "tag"] + options)
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }

  @Test func nothingFoundIsNoGroup() {
    #expect(run(["--group-by", "tag", "author:nobody"]).output == "")
    #expect(run(["--group-by", "tag", "author:nobody", "-fjson"]).output == "[]\n")
  }
}
