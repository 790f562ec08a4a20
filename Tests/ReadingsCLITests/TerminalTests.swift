import Foundation
import ReadingsCLI
import TestSupport
import Testing

/// The built program before somebody who sits at a terminal.
@Suite struct TerminalTests {
  @Test func colorsAreForTerminals() throws {
    let run = try BuiltProgram.onTerminal(["list", "--no-pager"])
    #expect(run.waitForEnd() == .status(0))
    #expect(run.screen.contains("\u{1B}[1m"))
    for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
      let plain = try BuiltProgram.onTerminal(["list", "--no-pager"], environment)
      #expect(plain.waitForEnd() == .status(0))
      #expect(!plain.screen.contains("\u{1B}"))
    }
  }

  /// The lines fill the columns of `COLUMNS`, or else of the terminal, and never more.
  @Test(
    arguments: [(40, [:], 40), (60, [:], 60), (60, ["COLUMNS": "50"], 50)] as [(Int, [String: String], Int)])
  func linesFitTheTerminal(_ columns: Int, _ environment: [String: String], _ width: Int) throws {
    let run = try BuiltProgram.onTerminal(
      ["list", "--no-pager", "--color", "never", "-q"], environment, columns: columns)
    #expect(run.waitForEnd() == .status(0))
    let longest = run.screen.split(separator: "\r\n").map(\.count).max() ?? 0
    #expect(longest <= width && longest > width - 8)
  }

  /// What the pager gets is marked, so that the test sees which way the output went.
  private static let marker = "sed 's/^/paged: /'"

  @Test(arguments: [
    ["READINGS_PAGER": marker], ["PAGER": marker], ["READINGS_PAGER": marker, "PAGER": "false"],
  ])
  func aLongOutputIsPaged(_ environment: [String: String]) throws {
    let run = try BuiltProgram.onTerminal(["list"], environment)
    #expect(run.waitForEnd() == .status(0))
    #expect(run.screen.contains("paged: "))
    // The count is no part of the pages, and comes after them.
    let lines = run.screen.split(separator: "\r\n")
    #expect(lines.last?.contains(" readings in ") == true && lines.last?.contains("paged: ") == false)
  }

  @Test(
    arguments: [
      (["list", "--no-pager"], ["PAGER": marker]), (["list"], ["READINGS_PAGER": "", "PAGER": marker]),
      (["list"], ["PAGER": "cat"]), (["list"], ["PAGER": marker, "TERM": "dumb"]),
      (["list", "--limit", "2"], ["PAGER": marker]), (["--version"], ["PAGER": marker]),
    ] as [([String], [String: String])])
  func anOutputIsNotPaged(_ arguments: [String], _ environment: [String: String]) throws {
    let run = try BuiltProgram.onTerminal(arguments, environment)
    #expect(run.waitForEnd() == .status(0))
    #expect(!run.screen.contains("paged: ") && !run.screen.isEmpty)
  }

  @Test func theHeightOfTheScreenDecides() throws {
    for (rows, isPaged) in [(5, true), (200, false)] {
      let run = try BuiltProgram.onTerminal(["help"], ["PAGER": Self.marker], rows: rows)
      #expect(run.waitForEnd() == .status(0))
      #expect(run.screen.contains("paged: ") == isPaged)
    }
  }

  @Test func leavingThePagerEarlyIsQuiet() throws {
    let run = try BuiltProgram.onTerminal(["manual"], ["PAGER": "head -n 1"])
    #expect(run.waitForEnd() == .status(0))
    #expect(run.screen.split(separator: "\r\n").count == 1)
  }

  @Test func withoutTheirPagerPeopleStillSeeTheOutput() throws {
    let run = try BuiltProgram.onTerminal(["list"], ["PAGER": "no-such-pager"])
    #expect(run.waitForEnd() == .status(0))
    #expect(run.screen.contains("no-such-pager") && run.screen.contains("FlashAttention"))
  }

  @Test(
    .enabled(if: BuiltProgram.path(of: "less") != nil, "this system has no less"))
  func lessIsThePagerAndQuitsQuietly() throws {
    let run = try BuiltProgram.onTerminal(["list"])
    // The prompt comes once the first screen is full, and the interrupt is for less, which stays.
    #expect(run.wait(for: "\r\n:"))
    run.type("\u{3}")
    #expect(run.typeUntilEnd("q") == .status(0))
    #expect(!run.screen.contains("error"))
  }

  /// A library whose list no terminal takes at once, so that the program is still writing when it is interrupted.
  private func longLibrary() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let items = (0..<4000).map { "- [A title of some length, number \($0)](https://example.org/\($0))\n" }
    try folder.write("---\ntitle: Long\n---\n\n## Readings\n\n" + items.joined(), to: "long.md")
    return folder
  }

  @Test(arguments: [("never", false), ("always", true)])
  func anInterruptEndsTheProgramBySignal(_ color: String, _ isReset: Bool) throws {
    let library = try longLibrary()
    let run = try BuiltProgram.onTerminal(
      ["list", "--no-pager", "--color", color, "--library", library.path])
    #expect(run.wait(for: "number 0"))
    run.type("\u{3}")
    #expect(run.waitForEnd() == .signal(SIGINT))
    #expect(!run.screen.contains("error") && !run.screen.contains("4000 readings"))
    #expect(run.screen.hasSuffix("\u{1B}[0m") == isReset)
  }

  /// A shell's loop sees 130.
  @Test func aShellSeesStatus130() throws {
    let library = try longLibrary()
    let run = try PseudoTerminal(
      "/bin/sh", ["-c", "trap : INT; readings list --no-pager; echo status $?"],
      environment: BuiltProgram.environment(["READINGS_LIBRARY": library.path]), folder: "/", columns: 80,
      rows: 24)
    #expect(run.wait(for: "number 0"))
    run.type("\u{3}")
    _ = run.waitForEnd()
    #expect(run.screen.contains("status 130"))
  }
}
