/// Runs whole commands beside their counterparts, and prints one table.
struct CommandBenchmark {
  private let options: CommandOptions
  private let small: BenchmarkLibrary
  private let large: BenchmarkLibrary

  init(_ options: CommandOptions) throws(BenchmarkFailure) {
    self.options = options
    small = try BenchmarkLibrary(postCount: options.postCounts[0], options)
    large = try BenchmarkLibrary(postCount: options.postCounts[1], options)
  }

  func run() throws(BenchmarkFailure) {
    print(
      "\(options.runs) pairs of runs each; times are medians, the spread is the middle half of the ratios")
    print(
      CommandBenchmark.row("command", "ms", ["counterpart", "ms", "ratio", "spread", "goal", "", "peak MB"]))
    let byteCount = try small.byteCount()
    for comparison in try comparisons() {
      let measurement = try comparison.measure(runs: options.runs)
      print(CommandBenchmark.row(measurement))
      if comparison.name == CommandBenchmark.wholeList {
        let share = Double(measurement.peakBytes) / Double(byteCount)
        print("  its peak memory is \(CommandBenchmark.decimal(share)) x the bytes of the posts; goal 1.5")
      }
    }
  }

  private static let wholeList = "list"

  private func comparisons() throws(BenchmarkFailure) -> [CommandComparison] {
    var rows: [CommandComparison] = []
    func own(_ arguments: [String], in library: BenchmarkLibrary) -> [String] {
      [options.program, "--library", library.folder] + arguments
    }
    func add(
      _ name: String, _ command: [String], than counterpart: [String], called other: String, _ goal: Double,
      writing outputs: [String] = []
    ) {
      guard options.only.map({ name.hasPrefix($0) }) ?? true else { return }
      rows.append(
        CommandComparison(
          name: name, command: command, counterpart: counterpart, counterpartName: other, goal: goal,
          outputs: outputs))
    }
    let site = "\(options.scratch)/site"
    let search = ["rg", "-c", "Serving"]
    let everything = own(["list"], in: small)
    if hasProgram("rg", neededFor: "the rows against it") {
      add(
        "--version", [options.program, "--version"], than: ["rg", "--version"], called: "rg --version", 1.2)
      for library in [small, large] {
        let name = "list --tag Serving, \(library.postCount)"
        let command = own(["list", "--tag", "Serving"], in: library)
        add(name, command, than: search + [library.folder], called: "rg -c", 1.2)
      }
      let commands: [(name: String, arguments: [String], goal: Double)] = [
        (CommandBenchmark.wholeList, ["list"], 2.5), ("tags", ["tags"], 2.5),
        ("list author:dao", ["list", "author:dao"], 2.5), ("export", ["export", "--format", "jsonl"], 3),
        ("search", ["search", "key value cache"], 3),
      ]
      for command in commands {
        let arguments = own(command.arguments, in: small)
        add(command.name, arguments, than: search + [small.folder], called: "rg -c", command.goal)
      }
    }
    if hasProgram("papis", neededFor: "the rows against it") {
      let papis = try PapisLibrary(of: small)
      add(
        "list --tag Serving", own(["list", "--tag", "Serving"], in: small), than: papis.list("tags:Serving"),
        called: "papis, query", 1)
      add("list", everything, than: papis.list(), called: "papis, cached", 1)
    }
    add("duplicates", own(["duplicates"], in: small), than: everything, called: "list", 1.5)
    add(
      "check", own(["check"], in: small), than: everything, called: "list", 2)
    if hasProgram("hugo", neededFor: "index and site") {
      for library in [small, large] {
        let tables = try HugoSite(of: library, .tables)
        add(
          "index --by tag, \(library.postCount)",
          own(["index", "--by", "tag", "--detail", "none"], in: library), than: tables.command,
          called: "hugo, tables", 0.05, writing: [tables.output])
      }
      for library in [small, large] {
        let pages = try HugoSite(of: library, .pages)
        add(
          "site, \(library.postCount)", own(["site", "--output", site], in: library), than: pages.command,
          called: "hugo, pages", 0.25, writing: [site, pages.output])
      }
    }
    let growth = 1.1 * Double(large.postCount) / Double(small.postCount)
    add(
      "site, growth", own(["site", "--output", site], in: large),
      than: own(["site", "--output", site], in: small), called: "site, \(small.postCount)", growth,
      writing: [site])
    add("list, \(large.postCount)", own(["list"], in: large), than: everything, called: "list", growth)
    if hasProgram("taskset", neededFor: "one processor") {
      add("list", everything, than: ["taskset", "-c", "0"] + everything, called: "one processor", 1 / 1.5)
    }
    return rows
  }

  private func hasProgram(_ name: String, neededFor purpose: String) -> Bool {
    if ChildProcess.path(of: name) != nil { return true }
    print("skipped: there is no \(name) in PATH, which is needed for \(purpose)")
    return false
  }

  private static func row(_ measurement: CommandMeasurement) -> String {
    let spread = "\(decimal(measurement.spread.low))-\(decimal(measurement.spread.high))"
    let goal = measurement.comparison.goal
    let verdict = measurement.ratio <= goal ? "reached" : ""
    return row(
      measurement.comparison.name, decimal(measurement.ownMilliseconds),
      [
        measurement.comparison.counterpartName, decimal(measurement.otherMilliseconds),
        decimal(measurement.ratio),
        spread, decimal(goal), verdict, decimal(Double(measurement.peakBytes) / 1_000_000),
      ])
  }

  private static func row(_ name: String, _ milliseconds: String, _ cells: [String]) -> String {
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let widths = [9, 8, 14, 7, 9, 9]
    return left(name, 26) + right(milliseconds, 9) + "  " + left(cells[0], 14)
      + zip(cells.dropFirst(), widths).map { right($0, $1) }.joined()
  }

  private static func decimal(_ value: Double) -> String { Report.decimal(value) }
}
