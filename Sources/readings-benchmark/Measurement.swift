#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// How long the runs of one stage took.
struct Measurement {
  let name: String
  let meaning: String
  /// The bytes that each run read.
  let byteCount: Int
  /// Nodes, bytes of HTML, or sessions and readings.
  let resultCount: Int
  /// One for each run, not empty, ascending.
  let seconds: [Double]

  var medianSeconds: Double {
    let middle = seconds.count / 2
    return seconds.count % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2
  }

  /// Millions of bytes a second at the median.
  var rate: Double { rate(medianSeconds) }
  var slowestRate: Double { rate(seconds[seconds.count - 1]) }
  var fastestRate: Double { rate(seconds[0]) }

  private func rate(_ seconds: Double) -> Double {
    seconds > 0 ? Double(byteCount) / seconds / 1_000_000 : 0
  }

  /// The processor time that `work` takes: waiting while other programs run does not count.
  static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
