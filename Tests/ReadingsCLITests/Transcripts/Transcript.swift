import ReadingsCatalog
import TestSupport

/// A command line with what it prints on ``TranscriptLibrary``: the output, the error stream, and `[status N]` for other
/// than 0.
struct Transcript: Sendable, CustomStringConvertible {
  let command: String
  let printed: String

  var description: String { command }

  /// Reads lines of `$ command`, each followed by what it prints.
  static func read(_ text: String) -> [Transcript] {
    var transcripts: [(command: Substring, lines: [Substring])] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        transcripts.append((line.dropFirst(2), []))
      } else if !transcripts.isEmpty {
        transcripts[transcripts.count - 1].lines.append(line)
      }
    }
    return transcripts.map {
      Transcript(command: String($0.command), printed: $0.lines.joined(separator: "\n"))
    }
  }

  /// What the program prints now, with the library's folder left out of paths and null characters made visible.
  ///
  /// - Parameters:
  ///   - prefix: words before those of the command line.
  ///   - suffix: words after them.
  func run(after prefix: [String] = [], before suffix: [String] = []) throws -> String {
    let folder = try TemporaryFolder()
    for post in TranscriptLibrary.posts { try folder.write(post.text, to: post.path) }
    let run = CommandRun(
      prefix + words + suffix, environment: ["READINGS_LIBRARY": folder.path, "COLUMNS": "80"]
    ) { loader throws(LibraryLoader.Failure) in try loader.load() }
    let status = run.status == 0 ? "" : "[status \(run.status)]"
    let output = run.output.replacing("\0", with: "␀").replacing("\r\n", with: "\n")
    let parts = [output, run.errors, status].map { $0.hasSuffix("\n") ? String($0.dropLast()) : $0 }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n").replacing(folder.path + "/", with: "")
  }

  /// The words as a shell would split them; single quotes keep spaces.
  var words: [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for character in command + " " {
      if character == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if character == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words
  }
}
