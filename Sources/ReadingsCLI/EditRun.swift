internal import Editing
internal import Publishing

/// Carries out the plan of a command that edits, or shows it: the diff goes to the output, what was done to the errors.
struct EditRun {
  private let invocation: Invocation
  let files: LibraryFiles
  private let writer: EditWriter

  private var console: Console { invocation.console }
  private var isDry: Bool { invocation.arguments.has(.dryRun) }

  init(_ invocation: Invocation) {
    self.invocation = invocation
    files = LibraryFiles(root: invocation.library)
    writer = EditWriter(files, stateFolder: StateFolder.path(environment: invocation.console.environment))
  }

  /// Writes the plan, unless it is only to be shown.
  func carryOut(_ plan: EditPlan) throws(CommandFailure) {
    if !isDry {
      try failing { () throws(EditFailure) in try writer.write(plan, command: commandLine) }
    }
    writeDiff(plan)
  }

  /// Takes back the last command, or shows what that would be.
  func undo() throws(CommandFailure) {
    let (command, plan) = try failing { () throws(EditFailure) in
      try isDry ? writer.undoPreview() : writer.undo()
    }
    writeDiff(plan)
    let count = plan.changes.count
    say(
      past: "took back '\(command)'", conditional: "would take back '\(command)'",
      ": " + (count == 0 ? "its files are as before already" : "\(counted(count, "file")) as before"))
  }

  /// Says what was done, or would be.
  func say(past: String, conditional: String, _ rest: String) {
    say((isDry ? conditional : past) + rest)
  }

  func say(_ text: String) {
    console.output.flush()
    console.errors.write([StyledLine(text, .quiet)])
  }

  func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// Runs something that edits; its failure is the command's.
  func failing<Result>(_ body: () throws(EditFailure) -> Result) throws(CommandFailure) -> Result {
    do throws(EditFailure) {
      return try body()
    } catch {
      throw CommandFailure(error)
    }
  }

  private func writeDiff(_ plan: EditPlan) {
    guard isDry || invocation.arguments.has(.diff) else { return }
    for change in plan.changes {
      let bytes = UnifiedDiff.bytes(of: change)
      if console.output.isTerminal {
        console.output.write(EditRun.styledLines(bytes))
      } else {
        console.output.write(bytes)
      }
    }
  }

  /// The lines of a diff as a reader sees them; bytes that a terminal would obey are made visible.
  private static func styledLines(_ diff: [UInt8]) -> [StyledLine] {
    var isHeader = true
    return diff.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { line in
      isHeader = isHeader && line.first != 0x40
      let text = String(decoding: line, as: UTF8.self)
      let style: TextStyle =
        switch line.first {
        case _ where isHeader: .strong
        case 0x2B: .emphasis
        case 0x2D: .error
        case 0x40: .key
        case 0x20: .plain
        default: .quiet
        }
      return StyledLine(text, style)
    }
  }

  /// The command as one would type it, without the options that only show something.
  private var commandLine: String {
    let arguments = invocation.arguments
    var words = [arguments.command?.name ?? ""] + arguments.positionals.map(EditRun.quoted)
    for option in arguments.command?.options ?? [] {
      guard option != .dryRun, option != .diff, arguments.has(option) else { continue }
      words.append("--" + option.name)
      words += arguments.values(option).map(EditRun.quoted)
    }
    return words.joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "-_./".utf8.contains(byte) || byte >= 0x80
    }
    if isPlain && !word.isEmpty { return word }
    return word.utf8.contains(UInt8(ascii: "\"")) ? "'\(word)'" : "\"\(word)\""
  }
}

extension CommandFailure {
  /// A failure to edit, with a line for each file that it names.
  init(_ failure: EditFailure) {
    self.init(failure.message, details: failure.details)
  }
}
