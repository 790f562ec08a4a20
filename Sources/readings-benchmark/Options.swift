/// What a call asks for.
struct Options {
  static let help = """
    Measures the parsers in MB (1,000,000 bytes) per second, on one thread.

    Usage: readings-benchmark [--runs COUNT] [--json] [PATH]
           readings-benchmark commands --help

    PATH is a Markdown file, or a folder whose Markdown files are read, with all folders in it; without, 5 MB of
    posts are made up, the same in every call. Every stage is run once to warm up, then COUNT times (default: 9).

      --runs COUNT  how often to measure each stage
      --json        write one JSON object
      --help        explain the program
    """

  private(set) var path: String?
  private(set) var runs = 9
  private(set) var writesJSON = false
  private(set) var showsHelp = false

  init(_ arguments: [String]) throws(BenchmarkFailure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--json": writesJSON = true
      case "--help", "-h": showsHelp = true
      case "--runs":
        guard let count = rest.popFirst().flatMap({ Int($0) }), count > 0 else {
          throw BenchmarkFailure(message: "'--runs' needs a whole number above 0")
        }
        runs = count
      case _ where argument.hasPrefix("-"):
        throw BenchmarkFailure(message: "unknown option '\(argument)'; there are --runs, --json and --help")
      default:
        if path != nil { throw BenchmarkFailure(message: "unexpected argument '\(argument)'") }
        path = argument
      }
    }
  }
}
