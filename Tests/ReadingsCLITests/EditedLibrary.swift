import Foundation
import ReadingsCLI
import ReadingsCatalog
import TestSupport

/// A library of its own, with a state folder of its own, for commands that write.
struct EditedLibrary {
  let folder: TemporaryFolder
  private let state: TemporaryFolder

  init(_ files: [String: String]) throws {
    folder = try TemporaryFolder()
    state = try TemporaryFolder()
    for (path, text) in files { try folder.write(text, to: path) }
  }

  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) -> CommandRun {
    run(arguments, input: input, environment: environment)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) -> CommandRun {
    CommandRun(
      arguments + ["--library", folder.path], input: Array(input.utf8),
      environment: environment.merging(["XDG_STATE_HOME": state.path]) { $1 }
    ) { loader throws(LibraryLoader.Failure) in try loader.load() }
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
  }
}
