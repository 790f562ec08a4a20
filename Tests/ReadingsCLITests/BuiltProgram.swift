import Foundation
import TestSupport
import Testing

/// The built program itself, where it lies beside the test bundle.
enum BuiltProgram {
  /// The program, in the build folder that holds the test bundle.
  static let url: URL? = {
    let starts = CommandLine.arguments.map { URL(fileURLWithPath: $0) } + [Bundle.main.bundleURL]
    for start in starts {
      var folder = start
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let file = folder.appendingPathComponent("readings")
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
        if exists, !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: file.path) {
          return file
        }
      }
    }
    return nil
  }()

  static func requiredURL() throws -> URL {
    try #require(url, "the program lies nowhere above the test bundle")
  }

  /// The path of another program, looked for in the usual folders; nil where this system has none.
  static func path(of program: String) -> String? {
    ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// An environment with the program first on the path and the sample library as library.
  static func environment(_ more: [String: String] = [:]) throws -> [String: String] {
    let folder = try requiredURL().deletingLastPathComponent().path
    let standard = [
      "PATH": "\(folder):/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "TERM": "xterm",
      "LC_ALL": "C.UTF-8", "READINGS_LIBRARY": PackageFolder.path("seeds"),
    ]
    return standard.merging(more) { $1 }
  }

  /// Runs the program on a terminal.
  static func onTerminal(
    _ arguments: [String], _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      requiredURL().path, arguments, environment: self.environment(environment),
      folder: PackageFolder.path("seeds"), columns: columns, rows: rows)
  }
}
