#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

extension ReadingsCommandLine {
  /// Runs the command that the process was started with, and ends the process with its status.
  package static func main() -> Never {
    exit(run(arguments: Array(CommandLine.arguments.dropFirst()), console: .system()))
  }
}

extension Console {
  /// The process's own streams, terminal and environment.
  ///
  /// A closed pipe is reported by write(2) from here on, not by a signal. An interrupt keeps its default action, so
  /// a shell sees status 130.
  package static func system() -> Console {
    signal(SIGPIPE, SIG_IGN)
    return Console(
      output: .file(descriptor: 1), errors: .file(descriptor: 2),
      input: { () throws(ReadFailure) in try FileBytes.contents(ofDescriptor: 0) },
      readLine: { Swift.readLine() },
      terminalWidth: terminalWidth(of: 1),
      environment: { name in getenv(name).map { String(cString: $0) } })
  }

  private static func terminalWidth(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return Int(size.ws_col)
  }
}

extension ConsoleStream {
  fileprivate static func file(descriptor: Int32) -> ConsoleStream {
    ConsoleStream(isTerminal: isatty(descriptor) == 1) { FileBytes.put($0, into: descriptor) }
  }
}
