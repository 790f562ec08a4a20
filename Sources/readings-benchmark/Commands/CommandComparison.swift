/// A command and what it is measured against.
struct CommandComparison {
  /// As the report names it.
  let name: String
  let command: [String]
  let counterpart: [String]
  /// How the report names the counterpart.
  let counterpartName: String
  /// The largest ratio, of the command's time to the counterpart's, that is good enough.
  let goal: Double
  /// Folders that the commands write, removed before each run, so that all is written every time.
  var outputs: [String] = []

  /// Runs both in turn, once to warm up and then `runs` times, taking turns at being first.
  func measure(runs: Int) throws(BenchmarkFailure) -> CommandMeasurement {
    _ = try cost(of: command)
    _ = try cost(of: counterpart)
    var pairs: [(own: ProcessCost, other: ProcessCost)] = []
    for run in 0..<runs {
      if run % 2 == 0 {
        let own = try cost(of: command)
        pairs.append((own, try cost(of: counterpart)))
      } else {
        let other = try cost(of: counterpart)
        pairs.append((try cost(of: command), other))
      }
    }
    return CommandMeasurement(comparison: self, pairs: pairs)
  }

  private func cost(of command: [String]) throws(BenchmarkFailure) -> ProcessCost {
    if !outputs.isEmpty { _ = try ChildProcess.run(["rm", "-rf"] + outputs) }
    return try ChildProcess.run(command)
  }
}

/// What the pairs of runs of one comparison took.
struct CommandMeasurement {
  let comparison: CommandComparison
  /// Not empty.
  let pairs: [(own: ProcessCost, other: ProcessCost)]

  var ownMilliseconds: Double { CommandMeasurement.median(pairs.map(\.own.seconds)) * 1000 }
  var otherMilliseconds: Double { CommandMeasurement.median(pairs.map(\.other.seconds)) * 1000 }
  /// The most memory of any run.
  var peakBytes: Int { pairs.map(\.own.peakBytes).max() ?? 0 }
  /// One for each pair, ascending.
  var ratios: [Double] { pairs.map { $0.own.seconds / $0.other.seconds }.sorted() }
  var ratio: Double { CommandMeasurement.median(ratios) }
  /// Between these lies the middle half of the ratios.
  var spread: (low: Double, high: Double) {
    let sorted = ratios
    return (sorted[sorted.count / 4], sorted[sorted.count - 1 - sorted.count / 4])
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
