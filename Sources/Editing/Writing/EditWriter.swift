internal import SourceText

/// Writes a plan so that no file is ever half written and none is lost.
///
/// In this order: the library is locked, what an interrupted run left is cleaned up, every file is looked at again, the
/// old bytes are kept for 'undo', every new text is written beside its file under a name of its own and brought to the
/// disk, and only then do the files take their places, one rename each, each looked at once more directly before. A
/// full disk or a missing permission thus shows before the first file has changed.
package struct EditWriter: Sendable {
  private let files: LibraryFiles
  private let stateFolder: String?

  private var fileSystem: any FileSystem { files.fileSystem }

  /// - Parameter stateFolder: where the record for 'undo' goes, see ``StateFolder``; nil refuses to write.
  package init(_ files: LibraryFiles, stateFolder: String?) {
    self.files = files
    self.stateFolder = stateFolder
  }

  /// Carries out a plan; an empty one touches nothing.
  ///
  /// - Parameter command: as one would type it; 'undo' says it.
  package func write(_ plan: EditPlan, command: String) throws(EditFailure) {
    guard !plan.isEmpty else { return }
    let journal = try journal()
    try locked { () throws(EditFailure) in
      try recover(journal)
      try carryOut(plan, command: command, isUndo: false, journal)
    }
  }

  /// Takes back the last command, if its files still are as it left them; returns the command and what was done.
  package func undo() throws(EditFailure) -> (command: String, plan: EditPlan) {
    let journal = try journal()
    return try locked { () throws(EditFailure) in
      try recover(journal)
      let (record, plan) = try undoPlan(journal)
      do throws(EditFailure) {
        try carryOut(plan, command: "undo", isUndo: true, journal)
      } catch {
        guard case .incomplete(let written, let unwritten, let reason) = error else { throw error }
        throw .incompleteUndo(written: written, unwritten: unwritten, reason: reason)
      }
      if plan.isEmpty { try keeping { () throws(FileSystemFailure) in try journal.finishUndo() } }
      return (record.command, plan)
    }
  }

  /// What ``undo()`` would do: the command that it takes back, and the plan. Writes nothing.
  package func undoPreview() throws(EditFailure) -> (command: String, plan: EditPlan) {
    let (record, plan) = try undoPlan(try journal())
    return (record.command, plan)
  }

  private func journal() throws(EditFailure) -> UndoJournal {
    guard let stateFolder else {
      throw .noJournal(reason: "neither XDG_STATE_HOME nor HOME names a folder")
    }
    do throws(FileSystemFailure) {
      let library = try fileSystem.resolve(files.root)
      return UndoJournal(folder: stateFolder, library: library, fileSystem: fileSystem)
    } catch {
      throw .unreadable(path: files.root, reason: error.reason)
    }
  }

  private func locked<Result>(_ body: () throws(EditFailure) -> Result) throws(EditFailure) -> Result {
    let lock: OpenFile?
    do throws(FileSystemFailure) {
      lock = try fileSystem.lock(files.root)
    } catch {
      if error.kind == .locked { throw .locked }
      throw .unreadable(path: files.root, reason: error.reason)
    }
    // A lock that cannot be given back ends with the process.
    defer { if let lock { try? fileSystem.close(lock) } }
    return try body()
  }

  /// Runs something of the journal, whose failures all mean that nothing may be written.
  private func keeping<Result>(_ body: () throws(FileSystemFailure) -> Result) throws(EditFailure) -> Result {
    do throws(FileSystemFailure) {
      return try body()
    } catch {
      throw .noJournal(reason: error.reason)
    }
  }

  // MARK: Undo

  private func undoPlan(_ journal: UndoJournal) throws(EditFailure) -> (UndoRecord, EditPlan) {
    let pending = try keeping { () throws(FileSystemFailure) in try journal.pending() }
    let finished = try keeping { () throws(FileSystemFailure) in try journal.finished() }
    let interrupted = try pending.flatMap { $0.isUndo ? nil : $0 }.flatMap {
      (record) throws(EditFailure) in try hasWritten(record) ? record : nil
    }
    guard let record = interrupted ?? finished else { throw .nothingToUndo }
    var plan = EditPlan()
    var changed: [String] = []
    for entry in record.entries {
      let original = try originalFile(of: entry)
      let bytes = original?.source.bytes
      if bytes == entry.oldBytes { continue }
      guard bytes == entry.newBytes else {
        changed.append(entry.path)
        continue
      }
      switch (original, entry.oldBytes) {
      case (let original?, .some): try plan.edit(original, entry.inverseEdits)
      case (let original?, nil): plan.remove(original)
      case (nil, let old?): plan.create(entry.path, bytes: old)
      case (nil, nil): continue
      }
    }
    guard changed.isEmpty else { throw .changedSinceEdit(changed) }
    return (record, plan)
  }

  /// The file of an entry as it is now; nil when there is none.
  private func originalFile(of entry: UndoRecord.Entry) throws(EditFailure) -> OriginalFile? {
    do throws(FileSystemFailure) {
      let contents = try fileSystem.read(entry.location)
      return OriginalFile(
        source: SourceFile(path: entry.path, bytes: contents.bytes), location: entry.location,
        information: contents.information)
    } catch {
      if error.kind == .missing { return nil }
      throw .unreadable(path: entry.path, reason: error.reason)
    }
  }

  // MARK: Recovery

  /// Removes what an interrupted run left beside its files, and lets 'undo' take back what it had written.
  private func recover(_ journal: UndoJournal) throws(EditFailure) {
    guard let record = try keeping({ () throws(FileSystemFailure) in try journal.pending() }) else { return }
    for entry in record.entries {
      try keeping { () throws(FileSystemFailure) in
        try removeIfThere(EditWriter.temporaryPath(beside: entry.location))
      }
    }
    let hasWritten = try hasWritten(record)
    try keeping { () throws(FileSystemFailure) in
      if record.isUndo || !hasWritten { try journal.drop() } else { try journal.finish() }
    }
  }

  private func hasWritten(_ record: UndoRecord) throws(EditFailure) -> Bool {
    for entry in record.entries where try originalFile(of: entry)?.source.bytes == entry.newBytes {
      return true
    }
    return false
  }

  private func removeIfThere(_ path: String) throws(FileSystemFailure) {
    do throws(FileSystemFailure) {
      try fileSystem.remove(path)
    } catch {
      if error.kind != .missing { throw error }
    }
  }

  /// The name of the new text of a file until it takes the file's place: hidden, so that no library holds it, and the
  /// same in every run, so that two runs cannot write the same file at once.
  package static func temporaryPath(beside location: String) -> String {
    let slash = location.lastIndex(of: "/").map { location.index(after: $0) } ?? location.startIndex
    let name = String(location[slash...])
    // A file name can have 255 bytes.
    let stem = name.utf8.count <= 200 ? name : String(StableHash.of(name), radix: 16)
    return location[..<slash] + ".\(stem).readings-edit"
  }

  // MARK: Carrying out

  private func carryOut(_ plan: EditPlan, command: String, isUndo: Bool, _ journal: UndoJournal)
    throws(EditFailure)
  {
    guard !plan.isEmpty else { return }
    let places = PlacedChanges(files)
    let changes = try places.check(plan)
    let record = UndoRecord(
      library: journal.library, command: command, isUndo: isUndo,
      entries: changes.map { .init($0.change, location: $0.location) })
    try keeping { () throws(FileSystemFailure) in try journal.begin(record) }
    var staged = StagedChanges(changes, places: places, fileSystem: fileSystem)
    do throws(EditFailure) {
      try staged.stage()
      try staged.commit()
    } catch {
      // While something is left to do, the record stays pending, so that the next run does it.
      if staged.settle() { close(journal, record, after: error) }
      throw error
    }
    if staged.settle() { close(journal, record, after: nil) }
  }

  /// Files the record of a run that is over. Where that fails, the record stays pending, and the next run finds by the
  /// files what was done.
  private func close(_ journal: UndoJournal, _ record: UndoRecord, after failure: EditFailure?) {
    switch failure {
    case nil where record.isUndo: try? journal.finishUndo()
    case nil: try? journal.finish()
    // What somebody else did to a file that was not written is not to be taken back.
    case .incomplete(let written, _, _)? where !record.isUndo:
      try? journal.finish(record.limited(to: Set(written)))
    default: try? journal.drop()
    }
  }
}
