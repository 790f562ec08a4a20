#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// What one run of another program took.
struct ProcessCost {
  /// From its start to its end, on the clock.
  let seconds: Double
  /// The most memory that it had at once.
  let peakBytes: Int
}

/// Other programs, run to their end with nothing to read and nobody to read what they write.
enum ChildProcess {
  /// Runs a program; a status above 1, by which programs say that they found something or nothing, is a failure.
  ///
  /// - Parameter command: the program, looked up in `PATH` unless it has a slash, and its arguments.
  static func run(_ command: [String]) throws(BenchmarkFailure) -> ProcessCost {
    var actions = SpawnActions()
    posix_spawn_file_actions_init(&actions.value)
    defer { posix_spawn_file_actions_destroy(&actions.value) }
    posix_spawn_file_actions_addopen(&actions.value, 0, "/dev/null", O_RDONLY, 0)
    for stream: Int32 in [1, 2] {
      posix_spawn_file_actions_addopen(&actions.value, stream, "/dev/null", O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    let start = now()
    var process: pid_t = 0
    let code = posix_spawnp(&process, command[0], &actions.value, nil, arguments, environ)
    guard code == 0 else {
      throw BenchmarkFailure(
        message: "cannot run '\(command[0])': \(String(cString: strerror(code)).lowercased())")
    }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(process, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw BenchmarkFailure(message: "cannot wait for '\(command[0])'") }
    }
    let seconds = now() - start
    guard status & 0x7F == 0, status >> 8 <= 1 else {
      throw BenchmarkFailure(message: "'\(command.joined(separator: " "))' fails with status \(status >> 8)")
    }
    #if canImport(Darwin)
      let unit = 1
    #else
      let unit = 1024
    #endif
    return ProcessCost(seconds: seconds, peakBytes: Int(usage.ru_maxrss) * unit)
  }

  /// The path of a program in `PATH`; nil when it is not there.
  static func path(of program: String) -> String? {
    guard let folders = getenv("PATH").map({ String(cString: $0) }) else { return nil }
    return folders.split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}

/// What a new process does with its streams; an optional pointer on Darwin, a structure elsewhere.
private struct SpawnActions {
  #if canImport(Darwin)
    var value: posix_spawn_file_actions_t?
  #else
    var value = posix_spawn_file_actions_t()
  #endif
}
