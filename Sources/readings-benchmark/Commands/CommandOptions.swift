/// What a call of `readings-benchmark commands` asks for.
struct CommandOptions {
  static let help = """
    Measures whole commands of the installed program beside others that do a like thing.

    Usage: readings-benchmark commands --generator PATH [--posts COUNT,COUNT] [--runs COUNT] [--readings PATH]
                                       [--scratch FOLDER] [--only TEXT]

    The generator is called as 'python3 PATH COUNT FOLDER' and writes so many posts into the folder. Each command
    and its counterpart are run in turn, COUNT times (default: 11); the ratio is that of each pair, so that what
    slows the machine down slows both. Without rg, hugo, papis or taskset the rows that need them are left out and
    named.

      --posts COUNT,COUNT  the two sizes of library (default: 10000,50000)
      --runs COUNT         how many pairs (default: 11)
      --only TEXT          the rows alone whose names begin with TEXT
      --readings PATH      the program (default: readings, from PATH)
      --scratch FOLDER     where libraries and pages are written (default: /dev/shm/readings-benchmark, which is in
                           memory); what the generator wrote is used again, and removed by hand
    """

  private(set) var generator = ""
  private(set) var postCounts = [10_000, 50_000]
  private(set) var runs = 11
  private(set) var only: String?
  private(set) var program = "readings"
  private(set) var scratch = "/dev/shm/readings-benchmark"
  private(set) var showsHelp = false

  init(_ arguments: [String]) throws(BenchmarkFailure) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--help" || argument == "-h" {
        showsHelp = true
        return
      }
      guard ["--generator", "--posts", "--runs", "--readings", "--scratch", "--only"].contains(argument)
      else {
        throw BenchmarkFailure(
          message: "unknown argument '\(argument)'; see 'readings-benchmark commands --help'")
      }
      guard let value = rest.popFirst() else {
        throw BenchmarkFailure(message: "'\(argument)' needs a value")
      }
      switch argument {
      case "--generator": generator = value
      case "--readings": program = value
      case "--scratch": scratch = value
      case "--only": only = value
      case "--runs": runs = try CommandOptions.count(value, argument)
      default:
        postCounts = []
        for part in value.split(separator: ",") {
          postCounts.append(try CommandOptions.count(String(part), argument))
        }
        guard postCounts.count == 2, postCounts[0] < postCounts[1] else {
          throw BenchmarkFailure(message: "'--posts' needs two numbers, the smaller one first")
        }
      }
    }
    if generator.isEmpty { throw BenchmarkFailure(message: "'--generator' is needed") }
  }

  private static func count(_ text: String, _ option: String) throws(BenchmarkFailure) -> Int {
    guard let count = Int(text), count > 0 else {
      throw BenchmarkFailure(message: "'\(option)' needs whole numbers above 0")
    }
    return count
  }
}
