import ReadingsCatalog
import Testing

/// What is read of arguments shows in the readings that come out, and in the errors.
@Suite struct ArgumentParserTests {
  @Test(arguments: [
    ["list", "--sessions", "--format", "json", "--limit", "1"],
    ["--sessions", "--format=json", "list", "--limit=1"], ["-n", "1", "list", "--sessions", "-f", "json"],
    ["-n1", "-fjson", "--sessions", "list"], ["list", "-n=1", "-f=json", "--sessions", "--"],
    ["list", "--sessions", "-vfjson", "-n1"], ["--sessions", "-n", "1", "-f", "json", "--", "list"],
    ["list", "-n9", "-n1", "-fplain", "-fjson", "--sessions"],
  ])
  func placeAndSpellingOfOptionsDoNotCount(_ arguments: [String]) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.errors == "1 session\n")
    #expect(run.output.hasPrefix("[\n{\"key\":\"2017-structure\""))
    #expect(run.status == 0)
  }

  @Test(arguments: [
    (["lst"], "unknown command 'lst'; did you mean 'list'?"),
    (
      ["frobnicate"],
      "unknown command 'frobnicate'; 'readings help' lists the commands\n"
        + "  to look for words, write 'readings search WORD...'"
    ),
    (["list", "--tga", "x"], "unknown option '--tga' for 'list'; did you mean '--tag'?"),
    (["--tga", "x", "list"], "unknown option '--tga' for 'list'; did you mean '--tag'?"),
    (["--tag", "x"], "option '--tag' needs a command; 'readings help' lists them"),
    (["--zzzz"], "unknown option '--zzzz'; see 'readings help'"),
    (["list", "-z"], "unknown option '-z' for 'list'; see 'readings help list'"),
    (["list", "-vz"], "unknown option '-z' for 'list'; see 'readings help list'"),
    (["show", "x", "--tag", "y"], "unknown option '--tag' for 'show'; 'list' takes it"),
    (["export", "--sessions"], "unknown option '--sessions' for 'export'; 'list' takes it"),
    (["list", "--cat", "x"], "unknown option '--cat' for 'list'; did you mean '--category'?"),
    (["list", "--tag"], "option '--tag' needs a value: TAG"),
    (["list", "--tag", "--sessions"], "option '--tag' needs a value: TAG"),
    (["list", "-t"], "option '-t' needs a value: TAG"),
    (["list", "--role"], "option '--role' needs a value: required, optional, background, unspecified"),
    (["list", "--tag="], "the value of '--tag' is empty"),
    (["list", "--sessions=yes"], "option '--sessions' takes no value"),
    (["list", "--format", "tabel"], "unknown value 'tabel' for '--format'; did you mean 'table'?"),
    (["list", "--format", "xml"], listOfFormats), (["export", "--format", "xml"], listOfFormats),
    (["list", "--role=reqired"], "unknown value 'reqired' for '--role'; did you mean 'required'?"),
    (["list", "--limit", "-1"], "'-1' for '--limit' is not a whole number of 0 or more"),
    (["list", "--limit", "many"], "'many' for '--limit' is not a whole number of 0 or more"),
    (["list", "--year", "2024..2022"], "the range '2024..2022' ends before it starts"),
    (
      ["list", "--year", "soon"],
      "'soon' is not a year or a range of years; write 2022, 2022..2024, 2022.., ..2024 or >=2022"
    ),
    (["list", "--author", "..."], "the author '...' has no letters to look for"),
    (["list", "--sort", "titl"], "unknown field 'titl' for '--sort'; did you mean 'title'?"),
    (["list", "--sort", ""], listOfFields(for: "")),
    (["list", "--sort", "date,,title"], listOfFields(for: "")),
    (
      ["list", "--sessions", "--sort", "author"],
      "sessions cannot be sorted by 'author', only by title, date, year, session, file, term, label, key"
    ),
    (["tags", "x"], "unexpected argument 'x' for 'tags'; see 'readings help tags'"),
    (["show"], "'show' needs a KEY; see 'readings help show'"),
    (["show", "x", "--explain", "-fjson"], "'--explain' needs '--format table' or 'plain'"),
    (["help", "shw"], "unknown command 'shw'; did you mean 'show'?"),
    (["tags", "\u{1B}[2J"], "unexpected argument '␛[2J' for 'tags'; see 'readings help tags'"),
    (["list", "--quiet", "--verbose"], "'--quiet' does not go with '--verbose'"),
    (["help", "foo"], "unknown command or topic 'foo'; 'readings help' lists both"),
  ])
  func wrongCallsSayWhatToDo(_ arguments: [String], _ message: String) {
    let run = CommandRun(arguments, load: { _ in SampleCatalog.catalog })
    #expect(run.output == "")
    #expect(run.errors == "readings: error: \(message)\n")
    #expect(run.status == 2)
  }

  private static let listOfFormats =
    "unknown value 'xml' for '--format'; it takes table, plain, json, jsonl, csv, tsv, markdown, "
    + "markdown-table, paths, bibtex, biblatex, csl-json, ris"

  private static func listOfFields(for name: String) -> String {
    "unknown field '\(name)' for '--sort'; it takes title, date, year, author, session, file, term, label, "
      + "section, role, kind, submitted, venue, citations, key"
  }
}
