import ReadingsCLI
import Testing

@Suite struct ConsoleTests {
  /// What decides, in falling order: the option, `NO_COLOR`, `CLICOLOR_FORCE`, the terminal.
  @Test(
    arguments: [
      ([], [:], true, true), ([], [:], false, false), ([], ["TERM": "dumb"], true, false),
      ([], ["NO_COLOR": "1"], true, false), ([], ["NO_COLOR": ""], true, true),
      ([], ["CLICOLOR_FORCE": "1"], false, true), ([], ["CLICOLOR_FORCE": "0"], false, false),
      ([], ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true, true),
      ([], ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
      ([], ["CLICOLOR": "0"], true, false), ([], ["CLICOLOR": "1"], true, true),
      ([], ["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true, true),
      (["--color", "always"], ["NO_COLOR": "1"], false, true),
      (["--color", "auto"], ["NO_COLOR": "1"], true, false),
      (["--color=never"], ["CLICOLOR_FORCE": "1"], true, false),
    ] as [([String], [String: String], Bool, Bool)])
  func colorIsChosen(arguments: [String], environment: [String: String], isTerminal: Bool, colored: Bool) {
    let run = CommandRun(
      ["list"] + arguments, environment: environment, terminal: isTerminal ? 80 : nil,
      load: { _ in SampleCatalog.catalog })
    #expect(run.output.contains("\u{1B}[1mModel Serving\u{1B}[0m") == colored)
    #expect(run.output.contains("\u{1B}") == colored)
    #expect(run.errors.contains("\u{1B}") == colored)
  }

  @Test(arguments: [
    ["list", "-fjson"], ["list", "-fjsonl"], ["export"], ["tags", "-fjson"], ["show", "sonnet", "-fjson"],
  ])
  func machineFormatsHaveNoColor(_ arguments: [String]) {
    let run = CommandRun(arguments + ["--color", "always"], load: { _ in SampleCatalog.catalog })
    #expect(run.output.utf8.first == UInt8(ascii: "{") || run.output.utf8.first == UInt8(ascii: "["))
    #expect(!run.output.contains("\u{1B}"))
  }

  @Test(
    arguments: [
      (nil, [:], 80), (nil, ["COLUMNS": "120"], 120), (60, ["COLUMNS": "120"], 120),
      (60, ["COLUMNS": "x"], 60), (60, [:], 60),
      (nil, ["COLUMNS": "wide"], 80),
      (nil, ["COLUMNS": "-5"], 80), (nil, ["COLUMNS": "3"], 20), (4, [:], 20),
    ] as [(Int?, [String: String], Int)])
  func theWidthIsThatOfTheVariableThenOfTheTerminal(terminal: Int?, environment: [String: String], width: Int)
  {
    func stream() -> ConsoleStream { ConsoleStream(isTerminal: false) { _ in .open } }
    let console = Console(
      output: stream(), errors: stream(), terminalWidth: terminal, environment: { environment[$0] })
    #expect(console.width == width)
  }

  @Test func aClosedPipeIsNoFailureAndQuiet() {
    let run = CommandRun("export", "--tag", "x", "--tag", "Memory", outputState: .closed)
    #expect(run.errors == "")
    #expect(run.status == 0)
  }

  @Test func noMoreIsMadeOnceNobodyReads() {
    var madeCount = 0
    let stream = ConsoleStream(isTerminal: false) { _ in .closed }
    let pieces = (0..<100).lazy.map { _ in
      madeCount += 1
      return [UInt8](repeating: 0x78, count: 1 << 16)
    }
    stream.write(pieces)
    #expect(madeCount <= 2)
    #expect(stream.state == .closed)
  }

  @Test func aFailingWriteIsAnError() {
    let run = CommandRun("help", outputState: .failed(reason: "No space left on device"))
    #expect(run.errors == "readings: error: cannot write the output: No space left on device\n")
    #expect(run.status == 2)
  }

  @Test func afterAFailedWriteNothingIsWritten() {
    let sizes = Sizes()
    let stream = ConsoleStream(isTerminal: false) {
      sizes.values.append($0.count)
      return .closed
    }
    for _ in 0..<10 { stream.write([UInt8](repeating: 0x61, count: 40_000)) }
    stream.flush()
    #expect(sizes.values == [80_000])
    #expect(stream.state == .closed)
  }

  private final class Sizes {
    var values: [Int] = []
  }
}
