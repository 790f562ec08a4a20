import Foundation
import TestSupport
import Testing

/// The scripts in the shells they are written for, on the sample library.
@Suite struct ShellCompletionTests {
  /// What is typed before a tab, and the words that the shell then has.
  private static let lines: [(String, [String])] = [
    ("readings expo", ["export"]), ("readings list --tag Serv", ["list", "--tag", "Serving"]),
    ("readings list --tag=Serv", ["list", "--tag=Serving"]),
    ("readings list tag:Serv", ["list", "tag:Serving"]),
    ("readings list -tag:Serv", ["list", "-tag:Serving"]),
    ("readings list 'tag:Serv", ["list", "tag:Serving"]),
    ("readings show 2205", ["show", "2205.14135"]),
    ("readings list --format markdown-", ["list", "--format", "markdown-table"]),
    ("readings list --columns title,yea", ["list", "--columns", "title,year"]),
    ("readings --library . list --sess", ["--library", ".", "list", "--sessions"]),
    ("readings parse --to html llm-opt", ["parse", "--to", "html", "llm-optimization-notes.md"]),
    ("readings list --author 'Woosuk K", ["list", "--author", "Woosuk Kwon"]),
    ("readings help configu", ["help", "configuration"]),
    ("readings completions fi", ["completions", "fish"]),
  ]

  /// Types every line with a tab at its end into an interactive shell, and compares the words that it then has:
  /// Ctrl-A and `printf` in front show them.
  private func check(_ shell: String, _ arguments: [String], setUp: String) throws {
    let path = try #require(BuiltProgram.path(of: shell))
    let folder = try TemporaryFolder()
    try folder.write(CommandRun("completions", shell).output, to: "script")
    let terminal = try PseudoTerminal(
      path, arguments, environment: BuiltProgram.environment(["HOME": folder.path, "PS1": "% "]),
      folder: PackageFolder.path("seeds"), columns: 200, rows: 50)
    terminal.type(setUp.replacing("SCRIPT", with: folder.path + "/script") + "; echo set'-'up\n")
    #expect(terminal.wait(for: "set-up"))
    for (index, (line, words)) in Self.lines.enumerated() {
      terminal.type(line + "\t\u{1}printf '<%s>' \u{5}; echo end'-'\(index)\n")
      // A quotation mark that stays open would swallow the rest.
      try #require(
        terminal.wait(for: "end-\(index)\r\n"), "\(shell): \(line): \(terminal.screen.suffix(400))")
      let expected = "<" + (["readings"] + words).joined(separator: "><") + ">end-\(index)\r\n"
      let start = terminal.screen.range(of: "end-\(index - 1)\r\n")?.upperBound ?? terminal.screen.startIndex
      let isCompleted = terminal.screen.contains(expected)
      #expect(isCompleted, "\(shell): \(line): \(terminal.screen[start...])")
    }
    terminal.type("exit\n")
    _ = terminal.waitForEnd()
  }

  @Test(.enabled(if: BuiltProgram.path(of: "bash") != nil, "this system has no bash"))
  func bashCompletes() throws {
    try check(
      "bash", ["--norc", "--noprofile", "-i"], setUp: "source SCRIPT; bind 'set bell-style none'")
  }

  @Test(.enabled(if: BuiltProgram.path(of: "zsh") != nil, "this system has no zsh"))
  func zshCompletes() throws {
    try check(
      "zsh", ["-f", "-i"],
      setUp: "bindkey -e; unsetopt beep; autoload -U compinit; compinit -u -D; source SCRIPT")
  }

  /// fish lists its completions itself.
  @Test(.enabled(if: BuiltProgram.path(of: "fish") != nil, "this system has no fish"))
  func fishCompletes() throws {
    let path = try #require(BuiltProgram.path(of: "fish"))
    let folder = try TemporaryFolder()
    try folder.write(CommandRun("completions", "fish").output, to: "script")
    for (line, words) in Self.lines {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = ["--no-config", "-c", "source \(folder.path)/script; complete -C $argv[1]", line]
      process.environment = try BuiltProgram.environment(["HOME": folder.path])
      process.currentDirectoryURL = URL(fileURLWithPath: PackageFolder.path("seeds"))
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      let candidates = text.split(separator: "\n").map { $0.prefix { $0 != "\t" } }
      let last = words.last ?? ""
      #expect(candidates.contains(last[...]), "\(line): \(text)")
    }
  }
}
