import Editing
import Foundation
import SourceText
import Synchronization
import TestSupport
import Testing

/// Writing to the disk of the machine, and what stands in its way.
@Suite struct SystemWritingTests {
  private struct Place {
    let folder: TemporaryFolder
    let state: TemporaryFolder
    let files: LibraryFiles
    let writer: EditWriter

    init(_ texts: [String: String]) throws {
      folder = try TemporaryFolder()
      state = try TemporaryFolder()
      for (path, text) in texts { try folder.write(text, to: path) }
      files = LibraryFiles(root: folder.path)
      writer = EditWriter(files, stateFolder: state.path + "/readings")
    }

    /// A plan that puts '> ' before the text of each file.
    func plan(_ paths: String...) throws -> EditPlan {
      var plan = EditPlan()
      for path in paths {
        let original = try files.read(path)
        try plan.edit(original, EditList([TextEdit(SourceSpan(0, 0), "> ")]))
      }
      return plan
    }

    func text(_ path: String) throws -> String {
      try String(contentsOfFile: "\(folder.path)/\(path)", encoding: .utf8)
    }

    func attribute(_ key: FileAttributeKey, _ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(path)")[key] as? Int
    }
  }

  @Test func theModeIsKept() throws {
    let place = try Place(["a.md": "text\n"])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: place.folder.path + "/a.md")
    try place.writer.write(try place.plan("a.md"), command: "test")
    #expect(try place.text("a.md") == "> text\n")
    #expect(try place.attribute(.posixPermissions, "a.md") == 0o640)
  }

  @Test func aLinkStaysAndItsFileIsWrittenOnce() throws {
    let place = try Place(["real.md": "text\n"])
    try FileManager.default.createSymbolicLink(
      atPath: place.folder.path + "/a.md", withDestinationPath: "real.md")
    let plan = try place.plan("a.md", "real.md")
    #expect(plan.changes.map(\.path) == ["real.md"])
    try place.writer.write(plan, command: "test")
    #expect(try place.text("real.md") == "> text\n")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: place.folder.path + "/a.md") == "real.md")
  }

  @Test func editsOfOneFileUnderTwoNamesMustAgree() throws {
    let place = try Place(["real.md": "text\n"])
    try FileManager.default.createSymbolicLink(
      atPath: place.folder.path + "/a.md", withDestinationPath: "real.md")
    var plan = try place.plan("a.md")
    let other = try place.files.read("real.md")
    #expect(
      editFailure { try plan.edit(other, EditList([TextEdit(SourceSpan(0, 1), "T")])) }
        == .conflict(path: "real.md", other: "a.md"))
  }

  @Test func aFileThatChangedSinceItWasReadStopsAll() throws {
    let place = try Place(["a.md": "text\n", "b.md": "text\n"])
    let plan = try place.plan("a.md", "b.md")
    try place.folder.write("other", to: "b.md")
    #expect(editFailure { try place.writer.write(plan, command: "test") } == .changedSinceRead(["b.md"]))
    #expect(try place.text("a.md") == "text\n")
    #expect(try place.text("b.md") == "other")
  }

  @Test func aFileThatChangesWhileOthersAreWrittenIsKept() throws {
    let disk = MemoryFileSystem(["/lib/a.md": "text\n", "/lib/b.md": "text\n"]) { operation, disk in
      if operation.hasPrefix("rename /lib/.a.md") { disk.overwrite("/lib/b.md", "other\n") }
    }
    let files = LibraryFiles(root: "/lib", fileSystem: disk)
    let writer = EditWriter(files, stateFolder: "/state")
    var plan = EditPlan()
    for path in ["a.md", "b.md"] {
      let original = try files.read(path)
      try plan.edit(original, EditList([TextEdit(SourceSpan(0, 0), "> ")]))
    }
    let failure = editFailure { try writer.write(plan, command: "test") }
    #expect(
      failure
        == .incomplete(written: ["a.md"], unwritten: ["b.md"], reason: "it changed since it was read"))
    #expect(
      failure?.message == "cannot write 'b.md': it changed since it was read; 1 of 2 files were written, "
        + "'readings undo' takes them back")
    #expect(failure?.details == ["written      a.md", "not written  b.md"])
    #expect(
      disk.texts.filter { $0.key.hasPrefix("/lib/") } == ["/lib/a.md": "> text\n", "/lib/b.md": "other\n"])
    // What somebody else wrote stays when the command is taken back.
    #expect(try writer.undo().plan.changes.map(\.path) == ["a.md"])
    #expect(
      disk.texts.filter { $0.key.hasPrefix("/lib/") } == ["/lib/a.md": "text\n", "/lib/b.md": "other\n"])
    #expect(editFailure { _ = try writer.undo() } == .nothingToUndo)
  }

  @Test func anUndoThatStopsHalfwayGoesOnWhereItStopped() throws {
    let renames = Mutex(0)
    let disk = MemoryFileSystem(["/lib/a.md": "text\n", "/lib/b.md": "text\n"]) { operation, disk in
      guard operation.hasPrefix("rename /lib/.a.md"),
        renames.withLock({
          $0 += 1; return $0
        }) == 2
      else {
        return
      }
      disk.overwrite("/lib/b.md", "other\n")
    }
    let files = LibraryFiles(root: "/lib", fileSystem: disk)
    let writer = EditWriter(files, stateFolder: "/state")
    var plan = EditPlan()
    for path in ["a.md", "b.md"] {
      let original = try files.read(path)
      try plan.edit(original, EditList([TextEdit(SourceSpan(0, 0), "> ")]))
    }
    try writer.write(plan, command: "test")
    let failure = editFailure { _ = try writer.undo() }
    #expect(
      failure?.message == "cannot write 'b.md': it changed since it was read; 1 of 2 files are as before, "
        + "'readings undo' goes on with the rest")
    #expect(editFailure { _ = try writer.undo() } == .changedSinceEdit(["b.md"]))
    disk.overwrite("/lib/b.md", "> text\n")
    #expect(try writer.undo().plan.changes.map(\.path) == ["b.md"])
    #expect(
      disk.texts.filter { $0.key.hasPrefix("/lib/") } == ["/lib/a.md": "text\n", "/lib/b.md": "text\n"])
  }

  @Test func ownerAndModeGoToTheNewFile() throws {
    let disk = MemoryFileSystem(["/lib/a.md": "text\n"])
    disk.set("/lib/a.md", mode: 0o4640, owner: 77)
    let files = LibraryFiles(root: "/lib", fileSystem: disk)
    var plan = EditPlan()
    let original = try files.read("a.md")
    try plan.edit(original, EditList([TextEdit(SourceSpan(0, 0), "> ")]))
    try EditWriter(files, stateFolder: "/state").write(plan, command: "test")
    #expect(disk.mode(of: "/lib/a.md") == 0o4640)
    #expect(disk.owner(of: "/lib/a.md") == 77)
  }

  @Test func onlyOneRunWritesAtATime() throws {
    let place = try Place(["a.md": "text\n"])
    let plan = try place.plan("a.md")
    let lock = try #require(try SystemFileSystem().lock(place.folder.path))
    #expect(editFailure { try place.writer.write(plan, command: "test") } == .locked)
    #expect(try place.text("a.md") == "text\n")
    try SystemFileSystem().close(lock)
    try place.writer.write(plan, command: "test")
    #expect(try place.text("a.md") == "> text\n")
  }

  @Test func aReadOnlyFileAndOneWithTwoNamesAreRefused() throws {
    let place = try Place(["a.md": "text\n", "b.md": "text\n"])
    let path = place.folder.path
    try FileManager.default.linkItem(atPath: path + "/b.md", toPath: path + "/c.txt")
    let linked = try place.plan("b.md")
    #expect(
      editFailure { try place.writer.write(linked, command: "test") }
        == .refused(
          path: "b.md", reason: "the file has another name (a hard link), which would keep the old text"))
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path + "/a.md")
    let readOnly = try place.plan("a.md")
    #expect(
      editFailure { try place.writer.write(readOnly, command: "test") }
        == .refused(path: "a.md", reason: "the file is read-only"))
  }

  @Test func aNewFileTakesNobodysPlace() throws {
    let place = try Place(["a.md": "text\n"])
    var plan = EditPlan()
    plan.create("a.md", bytes: [0x61])
    #expect(editFailure { try place.writer.write(plan, command: "test") } == .changedSinceRead(["a.md"]))
    plan = EditPlan()
    plan.create("new.md", bytes: [0x61])
    try place.writer.write(plan, command: "test")
    #expect(try place.text("new.md") == "a")
    let undone = try place.writer.undo()
    #expect(undone.command == "test")
    #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/new.md"))
  }

  @Test func aStrangeTemporaryFileIsNamed() throws {
    let place = try Place(["a.md": "text\n", ".a.md.readings-edit": "?"])
    let plan = try place.plan("a.md")
    let failure = editFailure { try place.writer.write(plan, command: "test") }
    #expect(failure?.message.contains("'.a.md.readings-edit' lies beside it") == true)
    #expect(try place.text(".a.md.readings-edit") == "?")
  }
}
