internal import Foundation

/// A program of the system that a test asks for its opinion, where it is installed.
package struct InstalledProgram: Sendable {
  private let url: URL

  /// Looks a program up in the folders of `PATH`; nil when it is in none of them.
  package init?(_ name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    url = URL(filePath: found)
  }

  /// Runs the program to its end: what it printed on both streams, and its exit status.
  package func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  /// The programs of a list that are not installed, for the reason why a test is skipped.
  package static func missing(_ names: String...) -> [String] {
    names.filter { InstalledProgram($0) == nil }
  }
}
