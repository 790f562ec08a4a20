/// Why files were not written, or not all of them.
package enum EditFailure: Error, Hashable {
  /// A file that is to be changed cannot be read.
  case unreadable(path: String, reason: String)
  /// A file cannot be replaced as it is to be; nothing was written.
  case refused(path: String, reason: String)
  /// Files changed between reading and writing; nothing was written.
  case changedSinceRead([String])
  /// Two changes of a plan fall on the same file and do not agree; nothing was written.
  case conflict(path: String, other: String)
  /// Another run of the program is writing to the library.
  case locked
  /// What 'undo' needs cannot be kept, so that nothing was written.
  case noJournal(reason: String)
  /// A file failed when others had been written; `unwritten` starts with the one that failed.
  case incomplete(written: [String], unwritten: [String], reason: String)
  /// The same while a command was taken back.
  case incompleteUndo(written: [String], unwritten: [String], reason: String)
  /// No editing command is left that could be taken back.
  case nothingToUndo
  /// Files are not as the command left them that is to be taken back; nothing was written.
  case changedSinceEdit([String])

  /// One lowercase phrase without a full stop.
  package var message: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read '\(path)': \(reason)"
    case .refused(let path, let reason): "cannot write '\(path)': \(reason); nothing was written"
    case .changedSinceRead(let paths):
      "\(EditFailure.named(paths)) changed since it was read; nothing was written, try again"
    case .conflict(let path, let other):
      "'\(path)' and '\(other)' are the same file and would be changed differently; nothing was written"
    case .locked: "another 'readings' is writing to this library; nothing was written, try again"
    case .noJournal(let reason): "cannot keep what 'undo' needs: \(reason); nothing was written"
    case .incomplete(let written, let unwritten, let reason):
      "cannot write '\(unwritten.first ?? "")': \(reason); \(written.count) of "
        + "\(written.count + unwritten.count) files were written, 'readings undo' takes them back"
    case .incompleteUndo(let written, let unwritten, let reason):
      "cannot write '\(unwritten.first ?? "")': \(reason); \(written.count) of "
        + "\(written.count + unwritten.count) files are as before, 'readings undo' goes on with the rest"
    case .nothingToUndo: "there is nothing to undo in this library; only its last edit can be taken back"
    case .changedSinceEdit(let paths):
      "\(EditFailure.named(paths)) changed since the last edit, which can no longer be undone; "
        + "nothing was written"
    }
  }

  /// Lines that say more, a file each.
  package var details: [String] {
    switch self {
    case .changedSinceRead(let paths), .changedSinceEdit(let paths): paths.count > 1 ? paths : []
    case .incomplete(let written, let unwritten, _), .incompleteUndo(let written, let unwritten, _):
      written.map { "written      \($0)" } + unwritten.map { "not written  \($0)" }
    default: []
    }
  }

  private static func named(_ paths: [String]) -> String {
    guard let first = paths.first, paths.count == 1 else { return "\(paths.count) files" }
    return "'\(first)'"
  }
}
