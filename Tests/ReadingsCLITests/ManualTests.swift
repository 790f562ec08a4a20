import Foundation
import TestSupport
import Testing

/// The manual page is made of the same table as the help.
@Suite struct ManualTests {
  private let page = CommandRun("manual").output

  @Test func theSectionsStandInTheUsualOrder() {
    let sections = page.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { $0.dropFirst(4) }
    #expect(
      sections == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS OF EVERY COMMAND", "QUERIES", "FORMATS",
        "KEYS",
        "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES",
      ])
  }

  @Test func everyCommandAndOptionIsThere() {
    // A row starts behind two spaces with the command's words in lower case, then come those it takes.
    let rows = CommandRun("help").output.split(separator: "\n").drop { $0 != "Commands:" }.dropFirst()
      .prefix { $0 != "Topics:" }.map { $0.dropFirst(2) }.filter { $0.first != " " }
    let commands = rows.map { row in
      row.split(separator: " ").prefix { word in word.allSatisfy(\.isLowercase) }.prefix(2)
    }
    #expect(commands.count >= 10)
    for (row, words) in zip(rows, commands) {
      let command = row.hasPrefix("tag ") ? words.joined(separator: " ") : String(words.first ?? "")
      #expect(page.contains("\n.Ss \"\(command)"), "\(command)")
      let help = CommandRun(
        ["help"] + command.split(separator: " ").map(String.init), catalog: SampleCatalog.catalog)
      for line in help.output.split(separator: "\n") where line.hasPrefix("  ") {
        guard let name = line.split(separator: " ").prefix(2).last(where: { $0.hasPrefix("--") }) else {
          continue
        }
        #expect(page.contains("Fl \\-" + name.dropFirst(2).replacing("-", with: "\\-")), "\(name)")
      }
    }
  }

  @Test func textHasNoMeaningToRoff() {
    let lines = page.split(separator: "\n")
    let macros: Set<Substring> = [
      ".Dd", ".Dt", ".Os", ".Sh", ".Ss", ".Nm", ".Nd", ".Op", ".Ar", ".Pp", ".Bl", ".It", ".El", ".Bd", ".Ed",
    ]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(macros.contains(line.prefix { $0 != " " }), "\(line)")
    }
    #expect(lines.count { $0.hasPrefix(".Bl ") } == lines.count { $0 == ".El" })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  /// Runs a program that reads the page, and returns what it says of it.
  private func complaints(_ program: String, _ arguments: [String]) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write(page, to: "readings.1")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments + [folder.path + "/readings.1"]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let problems = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    if arguments.contains("-l") { #expect(String(decoding: text, as: UTF8.self).contains("DESCRIPTION")) }
    return String(decoding: arguments.contains("-l") ? problems : text + problems, as: UTF8.self)
  }

  @Test(.enabled(if: BuiltProgram.path(of: "mandoc") != nil, "this system has no mandoc"))
  func mandocHasNothingToSay() throws {
    let program = try #require(BuiltProgram.path(of: "mandoc"))
    #expect(try complaints(program, ["-Tlint", "-Wstyle"]) == "")
  }

  @Test(.enabled(if: BuiltProgram.path(of: "groff") != nil, "this system has no man with groff"))
  func manHasNothingToSay() throws {
    let program = try #require(BuiltProgram.path(of: "man"))
    #expect(try complaints(program, ["--warnings", "-l"]) == "")
  }
}
