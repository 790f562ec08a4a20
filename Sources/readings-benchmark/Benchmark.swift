// This program measures how fast the stages of the package are. It owns the generated corpus, the clock and the
// report; what is measured is called as the other programs call it.

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

@main
enum Benchmark {
  static func main() {
    do throws(BenchmarkFailure) {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if arguments.first == "commands" {
        let options = try CommandOptions(Array(arguments.dropFirst()))
        if options.showsHelp { print(CommandOptions.help) } else { try CommandBenchmark(options).run() }
        return
      }
      let options = try Options(arguments)
      if options.showsHelp {
        print(Options.help)
        return
      }
      let corpus =
        try options.path.map { (path) throws(BenchmarkFailure) in try Corpus(path: path) } ?? .generated
      let measurements = Stage.all.compactMap { $0.measure(corpus, runs: options.runs) }
      let report = Report(corpus: corpus, runs: options.runs, measurements: measurements)
      print(options.writesJSON ? report.json : report.table)
    } catch {
      StandardError.write("readings-benchmark: error: \(error.message)\n")
      exit(2)
    }
  }
}

/// Why nothing is measured.
struct BenchmarkFailure: Error {
  /// One lowercase phrase without a full stop.
  let message: String
}

private enum StandardError {
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { sendBytes(2, $0) }
  }
}

/// `write(2)`, under a name that the method `write` does not hide.
private func sendBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}
