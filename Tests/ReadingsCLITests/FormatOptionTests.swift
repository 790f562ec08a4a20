import Testing

@Suite struct FormatOptionTests {
  private func run(_ arguments: [String]) -> CommandRun {
    CommandRun(arguments, load: { _ in SampleCatalog.catalog })
  }

  @Test(arguments: [
    (["--format", "csv", "--columns", "key,year"], "key,year\r\n2205.14135,2022\r\n2309.06180,2023\r\n"),
    (
      ["--format", "tsv", "--columns", "key, date"],
      "key\tdate\n2205.14135\t2025-02-18\n2309.06180\t2025-02-18\n"
    ),
    (["--json", "key,authors,venue", "--limit", "1"], "[\n" + dao + "\n]\n"),
    (["--json", "key,authors,venue", "--limit", "1", "--format", "jsonl"], dao + "\n"),
    (["--columns", "key,authors,venue", "--limit", "1", "--format", "jsonl"], dao + "\n"),
    (
      ["--columns", "key,year,label"], "key         year  label\n2205.14135  2022  W6\n2309.06180  2023  W6\n"
    ),
    (["--columns", "key,venue,year", "--format", "plain"], "2205.14135  2022\n2309.06180  2023\n"),
    (["--template", "{key} ({year}) <{url}>", "--sort", "year-"], templated),
    (["--count"], "2\n"), (["--count", "--format", "json"], "2\n"), (["--count", "--sessions"], "1\n"),
    (["--format", "paths"], "posts/2025-serving.md\n"),
    (["--format", "paths", "-0"], "posts/2025-serving.md\0"),
    (["--format", "paths", "--library", "lib"], "lib/posts/2025-serving.md\n"),
    (["--format", "markdown-table", "--columns", "key,year"], markdownTable),
    (["--format", "markdown", "--limit", "1"], markdown),
    (["--format", "markdown", "--sort", "year-", "--limit", "1"], flatMarkdown),
    (["--sessions", "--format", "csv", "--columns", "key,readings"], "key,readings\r\n2025-serving,3\r\n"),
    (["--sessions", "--format", "markdown"], "- Model Serving (2025-02-18, 2025-serving)\n"),
    (["--sessions", "--format", "paths"], "posts/2025-serving.md\n"),
    (["--sessions", "--template", "{title}: {readings}"], "Model Serving: 3\n"),
  ])
  func aFormatWritesAndNothingElse(_ options: [String], _ output: String) {
    let run = run(["list", "author:dao or author:kwon"] + options)
    #expect(run.output == output)
    #expect(run.status == 0)
  }

  private static let dao =
    #"{"key":"2205.14135","authors":["Tri Dao","Daniel Y. Fu","Stefano Ermon","Atri Rudra","Christopher Ré"],"venue":null}"#
  private static let templated =
    "2309.06180 (2023) <>\n2205.14135 (2022) <https://arxiv.org/abs/2205.14135>\n"
  private static let markdownTable =
    "| key | year |\n| --- | --- |\n| 2205.14135 | 2022 |\n| 2309.06180 | 2023 |\n"
  private static let markdown = """
    ## Model Serving (2025-02-18)

    - [FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness](https://arxiv.org/abs/2205.14135)\
    . Tri Dao, Daniel Y. Fu, Stefano Ermon, Atri Rudra, Christopher Ré. 2022

    """
  private static let flatMarkdown =
    "- Efficient Memory Management for Large Language Model Serving. Woosuk Kwon, Zhuohan Li. 2023\n"

  @Test(arguments: [
    (["--columns", "key,titel"], "unknown field 'titel' for '--columns'; did you mean 'title'?"),
    (["--json", "zzz"], "unknown field 'zzz' for '--json'"),
    (["--template", "{titl}"], "unknown field 'titl' for '--template'; did you mean 'title'?"),
    (["--columns", ""], "the value of '--columns' is empty"),
    (["--columns", "key,"], "unknown field '' for '--columns'"),
    (["--template", "a {key"], "the brace in column 3 of '--template' is never closed; '{{' stands for one"),
    (["--template", "x", "--columns", "key"], "'--columns' does not go with '--template'"),
    (["--template", "x", "--json", "key"], "'--json' does not go with '--template'"),
    (["--template", "x", "--format", "csv"], "'--template' does not go with '--format'"),
    (["--json", "key", "--format", "csv"], "'--json' does not go with '--format csv'"),
    (
      ["--json", "key", "--columns", "key"],
      "'--columns' does not go with '--json', which names the fields itself"
    ),
    (["--format", "paths", "--columns", "key"], "'--columns' does not go with '--format paths'"),
    (["--format", "markdown", "--columns", "key"], "'--columns' does not go with '--format markdown'"),
    (["-0"], "'--null' does not go with a format other than paths"),
    (["--sessions", "--columns", "authors"], "unknown field 'authors' for '--columns'"),
  ])
  func optionsThatDoNotFitAreErrors(_ options: [String], _ message: String) throws {
    let run = run(["list"] + options)
    let lines = run.errors.split(separator: "\n")
    #expect(run.output == "")
    #expect(lines.first.map { String($0) } == "readings: error: " + message)
    #expect(run.status == 2)
    if message.hasPrefix("unknown field") {
      #expect(lines.dropFirst().joined().contains("fields: key, title, "))
      #expect(lines.dropFirst().allSatisfy { $0.count <= 80 })
    }
  }

  @Test(arguments: [
    ("csv", "key,title\r\n"), ("tsv", "key\ttitle\n"), ("json", "[]\n"), ("jsonl", ""), ("table", ""),
  ])
  func nothingFoundHasAHeaderAndNoRows(_ format: String, _ output: String) {
    let run = run(["export", "author:nobody", "--format", format, "--columns", "key,title"])
    #expect(run.output == output)
    #expect(run.errors == "readings: no author 'nobody'\n0 readings in 0 sessions\n")
  }

  @Test func exportWritesEveryFormatOfList() {
    for format in ["table", "plain", "json", "jsonl", "csv", "tsv", "markdown", "markdown-table", "paths"] {
      let list = run(["list", "--format", format])
      #expect(run(["export", "--format", format]).output == list.output)
      #expect(!list.output.isEmpty)
    }
    #expect(run(["export", "--json", "key"]).output == run(["list", "--json", "key", "-fjsonl"]).output)
  }
}
