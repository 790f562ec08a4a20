// This module owns the command line: the table of commands and options, the console, and a small file for each
// command. What commands compute and print is made by the other modules.

internal import Publishing
internal import ReadingsCatalog
internal import ReadingsQuery
internal import SourceText

/// The program: arguments in, output on the console, an exit status out.
package enum ReadingsCommandLine {
  /// What `--version` prints after the program's name.
  package static let version = "0.1.0"

  /// Runs one command.
  ///
  /// - Parameters:
  ///   - arguments: without the program's name.
  ///   - load: makes the catalog; replaced in tests.
  /// - Returns: 0 when it is done, also when nothing matched or nobody reads the output any more; 1 when a check or a
  ///   parse has findings; 2 when the call is wrong or a file cannot be read or written.
  package static func run(
    arguments: [String], console: Console,
    load: @escaping CatalogLoading = { (loader) throws(LibraryLoader.Failure) in try loader.load() }
  ) -> Int32 {
    setColor(.auto, console)
    let status: ExitStatus
    do throws(CommandFailure) {
      let parsed = try ArgumentParser.parse(arguments)
      setColor(parsed.choice(.color, or: ColorChoice.auto), console)
      console.output.usesPager = !parsed.has(.noPager)
      if parsed.has(.quiet), parsed.has(.verbose) {
        throw CommandFailure("'--quiet' does not go with '--verbose'")
      }
      status = try run(Invocation(arguments: parsed, console: console, load: load))
    } catch {
      console.output.finish()
      report(error, console)
      console.errors.flush()
      return ExitStatus.failed.rawValue
    }
    return finish(console, status).rawValue
  }

  private static func run(_ invocation: Invocation) throws(CommandFailure) -> ExitStatus {
    let console = invocation.console
    if invocation.arguments.has(.version) {
      console.output.writeLine("readings \(version)")
    } else if let command = invocation.arguments.command {
      if invocation.arguments.has(.help) {
        console.output.write(HelpText.command(command, width: console.width))
      } else {
        return try command.run(invocation)
      }
    } else if let group = invocation.arguments.group {
      console.output.write(HelpText.group(named: group, width: console.width))
    } else if invocation.arguments.has(.help) {
      console.output.write(HelpText.overview(width: console.width))
    } else {
      console.output.write(HelpText.firstSteps(width: console.width))
    }
    return .done
  }

  private static func setColor(_ choice: ColorChoice, _ console: Console) {
    for stream in [console.output, console.errors] {
      stream.usesColor = choice.colors(stream, environment: console.environment)
    }
  }

  private static func report(_ failure: CommandFailure, _ console: Console) {
    if let query = failure.query {
      let file = SourceFile(path: "query", text: query.text)
      let problem = CatalogProblem(file: file, diagnostic: query.failure.diagnostic)
      console.errors.write(DiagnosticPrinter(width: console.width).lines(for: [problem]))
      return
    }
    var line = StyledLine("readings: ")
    line.add("error:", .error)
    line.add(" " + failure.message)
    console.errors.write([line] + failure.details.map { StyledLine("  " + $0) })
  }

  private static func finish(_ console: Console, _ status: ExitStatus) -> ExitStatus {
    console.output.finish()
    var status = status
    if case .failed(let reason) = console.output.state {
      report(CommandFailure("cannot write the output: \(reason)"), console)
      status = .failed
    }
    console.errors.flush()
    return status
  }
}
