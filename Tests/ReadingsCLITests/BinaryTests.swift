import Foundation
import ReadingsCLI
import Testing

/// The built program itself, where it lies beside the test bundle.
@Suite struct BinaryTests {
  private struct Result {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Runs the program; without a reader, its output is a pipe whose other end is closed.
  private func run(
    _ arguments: [String], input: String = "", hasReader: Bool = true, into path: String? = nil
  ) throws -> Result {
    let program = try BuiltProgram.requiredURL()
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = try path.map { try FileHandle(forWritingTo: URL(fileURLWithPath: $0)) } ?? output
    process.standardError = errors
    if !hasReader { try output.fileHandleForReading.close() }
    let inputPipe = Pipe()
    process.standardInput = inputPipe
    try process.run()
    try inputPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    let outputData =
      hasReader && path == nil ? output.fileHandleForReading.readDataToEndOfFile() : Data()
    let errorData = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      output: String(decoding: outputData, as: UTF8.self), errors: String(decoding: errorData, as: UTF8.self),
      status: process.terminationStatus)
  }

  @Test func theVersionIsPrinted() throws {
    let result = try run(["--version"])
    #expect(result.output == "readings \(ReadingsCommandLine.version)\n")
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test func theStandardInputIsParsed() throws {
    let html = try run(["parse", "--to", "html", "-"], input: "*a*\n")
    #expect(html.output == "<p><em>a</em></p>\n" && html.errors == "" && html.status == 0)
    let invalid = try run(["parse", "--to", "yaml-json", "-"], input: "[a\n")
    #expect(invalid.output == "" && invalid.errors.hasPrefix("<stdin>:1:1: error: ") && invalid.status == 1)
  }

  @Test func aClosedPipeIsQuiet() throws {
    let result = try run(["help"], hasReader: false)
    #expect(result.errors == "")
    #expect(result.status == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
  func aFullDeviceIsAnError() throws {
    let result = try run(["help"], into: "/dev/full")
    #expect(result.errors == "readings: error: cannot write the output: No space left on device\n")
    #expect(result.status == 2)
  }

  @Test func aMissingFolderIsAnError() throws {
    let result = try run(["list", "--library", "/nonexistent/folder"])
    #expect(result.output == "")
    #expect(
      result.errors
        == "readings: error: there is no folder '/nonexistent/folder'; --library takes the folder of posts\n")
    #expect(result.status == 2)
  }
}
