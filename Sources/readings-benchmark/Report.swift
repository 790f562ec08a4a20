/// What was measured, as text.
struct Report {
  let corpus: Corpus
  let runs: Int
  let measurements: [Measurement]

  /// For people: rates in MB/s.
  var table: String {
    var lines = [
      "\(corpus.files.count) files, \(Report.decimal(megabytes(corpus.byteCount))) MB, median of \(runs) runs",
      "",
      Report.row(["stage", "MB", "MB/s", "slowest", "fastest"], "meaning"),
    ]
    for measurement in measurements {
      let numbers = [
        megabytes(measurement.byteCount), measurement.rate, measurement.slowestRate, measurement.fastestRate,
      ]
      lines.append(
        Report.row([measurement.name] + numbers.map { Report.decimal($0) }, measurement.meaning))
    }
    return lines.joined(separator: "\n")
  }

  /// For programs: one object; rates in MB/s, times in seconds.
  var json: String {
    let stages = measurements.map { measurement in
      """
      {"stage":"\(measurement.name)","bytes":\(measurement.byteCount),"results":\(measurement.resultCount),\
      "medianSeconds":\(measurement.medianSeconds),"rate":\(Report.decimal(measurement.rate)),\
      "slowestRate":\(Report.decimal(measurement.slowestRate)),\
      "fastestRate":\(Report.decimal(measurement.fastestRate)),"seconds":\(measurement.seconds)}
      """
    }
    return """
      {"files":\(corpus.files.count),"bytes":\(corpus.byteCount),"runs":\(runs),\
      "stages":[\(stages.joined(separator: ","))]}
      """
  }

  private func megabytes(_ count: Int) -> Double { Double(count) / 1_000_000 }

  /// With two digits behind the point.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private static func row(_ cells: [String], _ meaning: String) -> String {
    let padded = cells.enumerated().map { index, cell in
      let spaces = String(repeating: " ", count: max(0, (index == 0 ? 14 : 9) - cell.count))
      return index == 0 ? cell + spaces : spaces + cell
    }
    return padded.joined() + "  " + meaning
  }
}
