import ReadingsCLI
import ReadingsCatalog

/// One run of the program inside the test: what it wrote, and its status.
struct CommandRun {
  let output: String
  let errors: String
  let status: Int32

  /// Runs with `catalog` in place of a library; `terminal` makes both streams terminals of that width.
  init(
    _ arguments: String..., catalog: Catalog = SampleCatalog.catalog, environment: [String: String] = [:],
    terminal: Int? = nil, outputState: ConsoleStream.State = .open
  ) {
    self.init(
      arguments, environment: environment, terminal: terminal, outputState: outputState,
      load: { _ in catalog })
  }

  init(_ arguments: [String], catalog: Catalog) {
    self.init(arguments, load: { _ in catalog })
  }

  init(
    _ arguments: [String], input: [UInt8] = [], answers: [String] = [], environment: [String: String] = [:],
    terminal: Int? = nil, outputState: ConsoleStream.State = .open,
    load: @escaping (LibraryLoader) throws(LibraryLoader.Failure) -> Catalog
  ) {
    let output = Recorder()
    let errors = Recorder()
    let typed = Lines(answers)
    let console = Console(
      output: ConsoleStream(isTerminal: terminal != nil) {
        output.bytes += $0
        return outputState
      },
      errors: ConsoleStream(isTerminal: terminal != nil) {
        errors.bytes += $0
        return .open
      },
      input: { () throws(ReadFailure) in input }, readLine: { typed.next() }, terminalWidth: terminal,
      environment: { environment[$0] })
    status = ReadingsCommandLine.run(arguments: arguments, console: console, load: load)
    self.output = String(decoding: output.bytes, as: UTF8.self)
    self.errors = String(decoding: errors.bytes, as: UTF8.self)
  }

  /// The output without ANSI escape sequences.
  var colorlessOutput: String {
    output.split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
    }.joined()
  }

  private final class Lines {
    private var rest: ArraySlice<String>

    init(_ lines: [String]) { rest = lines[...] }

    func next() -> String? { rest.popFirst() }
  }

  private final class Recorder {
    var bytes: [UInt8] = []
  }
}
