internal import SourceText

/// A change with the place at which its file lies or is to lie.
struct PlacedChange {
  let change: EditPlan.Change
  /// Without symbolic links.
  let location: String

  var folder: String {
    let slash = location.lastIndex(of: "/") ?? location.startIndex
    return slash == location.startIndex ? "/" : String(location[..<slash])
  }

  var temporaryPath: String { EditWriter.temporaryPath(beside: location) }
}

/// Looks whether files still are what they were, and can be replaced.
struct PlacedChanges {
  private let files: LibraryFiles

  private var fileSystem: any FileSystem { files.fileSystem }

  init(_ files: LibraryFiles) {
    self.files = files
  }

  /// The changes with their places, once every file has been looked at.
  func check(_ plan: EditPlan) throws(EditFailure) -> [PlacedChange] {
    var placed: [PlacedChange] = []
    var changed: [String] = []
    for change in plan.changes {
      do throws(FileSystemFailure) {
        let location = try location(of: change)
        let place = PlacedChange(change: change, location: location)
        placed.append(place)
        if try !isUnchanged(place) {
          changed.append(change.path)
        } else if let reason = try obstacle(to: place) {
          throw FileSystemFailure(.other, reason: reason)
        }
      } catch {
        throw .refused(path: change.path, reason: error.reason)
      }
    }
    guard changed.isEmpty else { throw .changedSinceRead(changed) }
    return placed
  }

  private func location(of change: EditPlan.Change) throws(FileSystemFailure) -> String {
    if let original = change.original { return original.location }
    let place = files.place(of: change.path)
    let slash = place.lastIndex(of: "/") ?? place.startIndex
    return try fileSystem.resolve(String(place[..<slash])) + place[slash...]
  }

  /// Whether the file is the one that was read, in the same state; of a new file, whether there is none.
  func isUnchanged(_ place: PlacedChange) throws(FileSystemFailure) -> Bool {
    let now = try information(place.location)
    guard let original = place.change.original else { return now == nil }
    return now?.kind == .file && now?.identity == original.information.identity
  }

  private func information(_ path: String) throws(FileSystemFailure) -> FileInformation? {
    do throws(FileSystemFailure) {
      return try fileSystem.information(path)
    } catch {
      if error.kind == .missing { return nil }
      throw error
    }
  }

  /// Why the file must stay as it is, though the system might let it be replaced.
  private func obstacle(to place: PlacedChange) throws(FileSystemFailure) -> String? {
    if let original = place.change.original, place.change.newBytes != nil {
      // A rename asks only for leave to write to the folder: a file is read-only to say that it is not to change.
      guard original.information.mode & 0o222 != 0 else { return "the file is read-only" }
      guard original.information.nameCount == 1 else {
        return "the file has another name (a hard link), which would keep the old text"
      }
      try fileSystem.requireWritable(place.location)
    }
    do throws(FileSystemFailure) {
      try fileSystem.requireWritable(place.folder)
    } catch {
      return "its folder cannot be written to: \(error.reason)"
    }
    return nil
  }
}

/// New texts that lie beside their files, and their way into the files' places.
struct StagedChanges {
  private let changes: [PlacedChange]
  private let places: PlacedChanges
  private let fileSystem: any FileSystem
  /// The files that this run made beside others and that are still there.
  private var leftovers: Set<String> = []

  init(_ changes: [PlacedChange], places: PlacedChanges, fileSystem: any FileSystem) {
    self.changes = changes
    self.places = places
    self.fileSystem = fileSystem
  }

  /// As many files are open at once, far fewer than a process may have.
  private static let batchSize = 64

  /// Writes every new text beside its file and brings it to the disk.
  mutating func stage() throws(EditFailure) {
    let pending = changes.filter { $0.change.newBytes != nil }
    for start in stride(from: 0, to: pending.count, by: StagedChanges.batchSize) {
      try stage(pending[start..<min(pending.count, start + StagedChanges.batchSize)])
    }
  }

  private mutating func stage(_ batch: ArraySlice<PlacedChange>) throws(EditFailure) {
    var files: [OpenFile] = []
    var failure: (path: String, reason: String)?
    for place in batch {
      do throws(FileSystemFailure) {
        let file = try fileSystem.create(place.temporaryPath)
        files.append(file)
        leftovers.insert(place.temporaryPath)
        try write(place.change, to: file)
      } catch {
        failure = (place.change.path, reason(of: error, place))
        break
      }
    }
    if failure == nil {
      do throws(SynchronizationFailure) {
        try fileSystem.synchronize(files)
      } catch {
        failure = (batch[batch.startIndex + error.index].change.path, error.failure.reason)
      }
    }
    for (place, file) in zip(batch, files) {
      do throws(FileSystemFailure) {
        try fileSystem.close(file)
      } catch {
        failure = failure ?? (place.change.path, error.reason)
      }
    }
    if let failure { throw .refused(path: failure.path, reason: failure.reason) }
  }

  private func write(_ change: EditPlan.Change, to file: OpenFile) throws(FileSystemFailure) {
    try fileSystem.write(change.newBytes ?? [], to: file)
    if let original = change.original {
      try fileSystem.setOwnership(original.information, of: file)
    } else {
      try fileSystem.setStandardMode(of: file)
    }
  }

  private func reason(of failure: FileSystemFailure, _ place: PlacedChange) -> String {
    guard failure.kind == .exists else { return failure.reason }
    let name = place.temporaryPath.split(separator: "/").last ?? ""
    return
      "'\(name)' lies beside it, so another run is writing it or was stopped; remove it when no other runs"
  }

  /// Moves the new texts into the files' places, looking at each file once more before.
  mutating func commit() throws(EditFailure) {
    for (index, place) in changes.enumerated() {
      var reason: String?
      do throws(FileSystemFailure) {
        if try places.isUnchanged(place) { try move(place) } else { reason = "it changed since it was read" }
      } catch {
        reason = error.reason
      }
      guard let reason else { continue }
      let paths = changes.map(\.change.path)
      guard index > 0 else { throw .refused(path: paths[0], reason: reason) }
      throw .incomplete(written: Array(paths[..<index]), unwritten: Array(paths[index...]), reason: reason)
    }
  }

  private mutating func move(_ place: PlacedChange) throws(FileSystemFailure) {
    if place.change.newBytes == nil {
      try fileSystem.remove(place.location)
    } else if place.change.original == nil {
      try fileSystem.rename(place.temporaryPath, toNew: place.location)
    } else {
      try fileSystem.rename(place.temporaryPath, to: place.location)
    }
    leftovers.remove(place.temporaryPath)
  }

  /// Removes what has not taken its file's place, and brings the names to the disk; false when something is left
  /// for the next run to do.
  mutating func settle() -> Bool {
    for path in leftovers.sorted() {
      do throws(FileSystemFailure) {
        try fileSystem.remove(path)
        leftovers.remove(path)
      } catch {
        if error.kind == .missing { leftovers.remove(path) }
      }
    }
    var isSettled = leftovers.isEmpty
    for folder in Set(changes.map(\.folder)).sorted() {
      // The folder holds whole files all the same, old or new.
      do throws(FileSystemFailure) { try fileSystem.synchronizeFolder(folder) } catch { isSettled = false }
    }
    return isSettled
  }
}
