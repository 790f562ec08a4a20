/// The folder outside the library in which the last editing command of each library is kept.
///
/// A command writes its record as `pending` before it touches the library, and renames it to `undo` when it is done. A
/// `pending` record that is found later tells what an interrupted command may have left.
struct UndoJournal {
  /// The state folder of the program, such as `~/.local/state/readings`.
  let folder: String
  /// The library's folder, without symbolic links.
  let library: String
  let fileSystem: any FileSystem

  private var ownFolder: String {
    let name = library.split(separator: "/").last.map(String.init) ?? "root"
    return "\(folder)/\(name.prefix(64))-\(String(StableHash.of(library), radix: 16))"
  }
  private var pendingPath: String { ownFolder + "/pending" }
  private var partPath: String { ownFolder + "/part" }
  private var undoPath: String { ownFolder + "/undo" }

  /// The last command that was finished; nil when there is none that can be taken back.
  func finished() throws(FileSystemFailure) -> UndoRecord? { try record(undoPath) }

  /// The command that was not finished; nil when there is none, or it had not begun to write.
  func pending() throws(FileSystemFailure) -> UndoRecord? { try record(pendingPath) }

  private func record(_ path: String) throws(FileSystemFailure) -> UndoRecord? {
    do throws(FileSystemFailure) {
      let bytes = try fileSystem.read(path).bytes
      return UndoRecord(decoding: bytes).flatMap { $0.library == library ? $0 : nil }
    } catch {
      if error.kind == .missing { return nil }
      throw error
    }
  }

  /// Keeps the record of a command that is about to write; on the disk when this returns.
  func begin(_ record: UndoRecord) throws(FileSystemFailure) {
    try makeFolders()
    try put(record, at: pendingPath)
    try fileSystem.synchronizeFolder(ownFolder)
  }

  private func put(_ record: UndoRecord, at path: String) throws(FileSystemFailure) {
    try removeIfThere(path)
    let file = try fileSystem.create(path)
    do throws(FileSystemFailure) {
      try fileSystem.write(record.encoded, to: file)
      try synchronize(file)
    } catch {
      try? fileSystem.close(file)
      try? fileSystem.remove(path)
      throw error
    }
    try fileSystem.close(file)
  }

  private func synchronize(_ file: OpenFile) throws(FileSystemFailure) {
    do throws(SynchronizationFailure) {
      try fileSystem.synchronize([file])
    } catch {
      throw error.failure
    }
  }

  private func makeFolders() throws(FileSystemFailure) {
    var path = ""
    for part in ownFolder.split(separator: "/") {
      path += "/" + part
      if (try? fileSystem.information(path)) == nil { try fileSystem.makeFolder(path) }
    }
  }

  /// Makes the pending command the one that is taken back next.
  func finish() throws(FileSystemFailure) {
    try fileSystem.rename(pendingPath, to: undoPath)
    try fileSystem.synchronizeFolder(ownFolder)
  }

  /// Makes what the pending command did in part the one that is taken back next.
  func finish(_ part: UndoRecord) throws(FileSystemFailure) {
    try put(part, at: partPath)
    try fileSystem.rename(partPath, to: undoPath)
    try drop()
  }

  /// Forgets the command that was taken back, and that it was.
  func finishUndo() throws(FileSystemFailure) {
    try removeIfThere(undoPath)
    try drop()
  }

  /// Forgets the pending command.
  func drop() throws(FileSystemFailure) {
    try removeIfThere(pendingPath)
    try fileSystem.synchronizeFolder(ownFolder)
  }

  private func removeIfThere(_ path: String) throws(FileSystemFailure) {
    do throws(FileSystemFailure) {
      try fileSystem.remove(path)
    } catch {
      if error.kind != .missing { throw error }
    }
  }
}

/// Where the program keeps what is no part of a library.
package enum StateFolder {
  /// `$XDG_STATE_HOME/readings`, else `~/.local/state/readings` (XDG Base Directory Specification 0.8); nil when the
  /// environment names neither folder by an absolute path.
  package static func path(environment: (String) -> String?) -> String? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") { return state + "/readings" }
    if let home = environment("HOME"), home.hasPrefix("/") { return home + "/.local/state/readings" }
    return nil
  }
}

/// A hash of text that is the same in every run: FNV-1a, 64 bits.
enum StableHash {
  static func of(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
