#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

internal import ReadingsCatalog
internal import Synchronization

extension ReadingsCommandLine {
  /// Runs the command that the process was started with, and ends the process with its status.
  package static func main() -> Never {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status = run(arguments: arguments, console: .system()) { (loader) throws(LibraryLoader.Failure) in
      let catalog = try loader.load()
      loadedCatalogs.withLock { $0.append(catalog) }
      return catalog
    }
    exit(status)
  }

  /// Catalogs are kept until the process ends, which gives their memory back at once instead of object by object.
  private static let loadedCatalogs = Mutex<[Catalog]>([])
}

extension Console {
  /// The process's own streams, terminal and environment.
  ///
  /// A closed pipe is reported by write(2) from here on, not by a signal. An interrupt keeps its default action, so
  /// a shell sees status 130.
  package static func system() -> Console {
    signal(SIGPIPE, SIG_IGN)
    let size = terminalSize(of: 1)
    let environment = { (name: String) in getenv(name).map { String(cString: $0) } }
    return Console(
      output: .standardOutput(size, environment),
      errors: ConsoleStream(isTerminal: isatty(2) == 1) { FileBytes.put($0, into: 2) },
      input: { () throws(ReadFailure) in try FileBytes.contents(ofDescriptor: 0) },
      readLine: { Swift.readLine() }, terminalWidth: size.map { $0.columns }, environment: environment)
  }

  private static func terminalSize(of descriptor: Int32) -> (columns: Int, rows: Int)? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0
    else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }
}

extension ConsoleStream {
  fileprivate static func standardOutput(
    _ size: (columns: Int, rows: Int)?, _ environment: @escaping (String) -> String?
  ) -> ConsoleStream {
    guard let size else {
      return ConsoleStream(isTerminal: isatty(1) == 1) { FileBytes.put($0, into: 1) }
    }
    let pager = Pager(descriptor: 1, columns: size.columns, rows: size.rows, environment: environment)
    return ConsoleStream(
      isTerminal: true,
      pagingSink: { bytes, usesPager in
        if bytes.contains(0x1B) { Interrupt.restoreColors() }
        return usesPager ? pager.write(bytes) : FileBytes.put(bytes, into: 1)
      }, end: { pager.finish() })
  }
}
