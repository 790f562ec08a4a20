import Editing
import SourceText
import Testing

/// Whatever operation fails, or is the last one before the process or the power goes.
@Suite struct FaultTests {
  private static let library = "/lib"
  private static let old = [
    "/lib/a.md": "old text of a\n", "/lib/b.md": "old text of b\n", "/lib/sub/c.md": "old text of c\n",
  ]
  private static let new = [
    "/lib/a.md": "new text of a\n", "/lib/b.md": "new text of b\n", "/lib/sub/c.md": "new text of c\n",
    "/lib/d.md": "made\n",
  ]

  private func writer(_ disk: MemoryFileSystem) -> EditWriter {
    EditWriter(LibraryFiles(root: Self.library, fileSystem: disk), stateFolder: "/state/readings")
  }

  /// Replaces 'old' by 'new' in three files that are there, and makes a fourth.
  private func edit(_ disk: MemoryFileSystem) throws {
    let files = LibraryFiles(root: Self.library, fileSystem: disk)
    var plan = EditPlan()
    for path in ["a.md", "b.md", "sub/c.md"] {
      let original = try files.read(path)
      try plan.edit(original, EditList([TextEdit(SourceSpan(0, 3), "new")]))
    }
    plan.create("d.md", bytes: Array("made\n".utf8))
    try writer(disk).write(plan, command: "test")
  }

  private func isTemporary(_ path: String) -> Bool { path.hasSuffix(".readings-edit") }

  /// Each file is wholly old or wholly new, and none is missing.
  private func expectWhole(_ disk: MemoryFileSystem, _ fault: String) {
    let texts = disk.texts
    for path in Self.new.keys {
      let allowed = [Self.old[path], Self.new[path]]
      #expect(allowed.contains(texts[path]), "\(path) after \(fault)")
    }
  }

  /// The next run finds no leftovers and can take back everything.
  private func expectRecovery(_ disk: MemoryFileSystem, _ fault: String) throws {
    let before = disk.texts
    if let failure = editFailure(of: { _ = try writer(disk).undo() }) {
      #expect(failure == .nothingToUndo, "after \(fault)")
      #expect(Self.old.allSatisfy { before[$0.key] == $0.value }, "after \(fault)")
      #expect(before["/lib/d.md"] == nil, "after \(fault)")
    }
    let texts = disk.texts
    #expect(!texts.keys.contains(where: isTemporary), "after \(fault)")
    #expect(texts.filter { $0.key.hasPrefix("/lib/") } == Self.old, "after \(fault)")
    #expect(editFailure { _ = try writer(disk).undo() } == .nothingToUndo)
  }

  private static let operationCount: Int = {
    let disk = MemoryFileSystem(old)
    do {
      try FaultTests().edit(disk)
    } catch {
      return 0
    }
    return disk.operations.count
  }()

  @Test func withoutFaultsEverythingIsWrittenAndTakenBack() throws {
    let disk = MemoryFileSystem(Self.old)
    try edit(disk)
    #expect(disk.texts.filter { $0.key.hasPrefix("/lib/") } == Self.new)
    try expectRecovery(disk, "nothing")
  }

  @Test func anyOperationMayFail() throws {
    #expect(Self.operationCount > 40)
    for number in 1...Self.operationCount {
      let disk = MemoryFileSystem(Self.old, fault: .failure(at: number))
      let failure = editFailure { try edit(disk) }
      var written = failure == nil ? Array(Self.new.keys).map { String($0.dropFirst(5)) } : []
      if case .incomplete(let paths, _, _)? = failure { written = paths }
      let fault = "failure \(number): \(disk.operations[number - 1])"
      expectWhole(disk, fault)
      let changed = Self.new.keys.filter { disk.texts[$0] == Self.new[$0] }
      #expect(Set(written) == Set(changed.map { String($0.dropFirst(5)) }), "report after \(fault)")
      try expectRecovery(disk.afterDeath(), fault)
    }
  }

  @Test func theProcessMayDieAtAnyOperation() throws {
    for number in 1...Self.operationCount {
      let disk = MemoryFileSystem(Self.old, fault: .death(at: number))
      try? edit(disk)
      let fault = "death \(number): \(disk.operations.last ?? "")"
      #expect(disk.isDead)
      for after in [
        disk.afterDeath(), disk.afterPowerFailure(keepsNames: true),
        disk.afterPowerFailure(keepsNames: false),
      ] {
        expectWhole(after, fault)
        try expectRecovery(after, fault)
      }
    }
  }

  @Test func theProcessMayDieWhileItCleansUpAfterAFailure() throws {
    let whole = MemoryFileSystem(Self.old)
    try edit(whole)
    let renames = whole.operations.indices.filter { whole.operations[$0].hasPrefix("rename /lib") }
    #expect(renames.count == 4)
    for failure in renames.map({ $0 + 1 }) {
      let failing = MemoryFileSystem(Self.old, fault: .failure(at: failure))
      try? edit(failing)
      for death in (failure + 1)...failing.operations.count {
        let disk = MemoryFileSystem(Self.old, fault: .failureAndDeath(failure, death))
        try? edit(disk)
        #expect(disk.isDead)
        for after in [disk.afterDeath(), disk.afterPowerFailure(keepsNames: false)] {
          expectWhole(after, "failure \(failure), death \(death)")
          try expectRecovery(after, "failure \(failure), death \(death)")
        }
      }
    }
  }

  @Test func undoMayDieAtAnyOperation() throws {
    let edited = MemoryFileSystem(Self.old)
    try edit(edited)
    let whole = edited.afterDeath()
    _ = try writer(whole).undo()
    let count = whole.operations.count
    #expect(count > 30)
    for number in 1...count {
      for fault in [MemoryFileSystem.Fault.death(at: number), .failure(at: number)] {
        let disk = MemoryFileSystem(edited, fault: fault)
        _ = try? writer(disk).undo()
        for after in [disk.afterDeath(), disk.afterPowerFailure(keepsNames: false)] {
          expectWhole(after, "\(fault)")
          try expectRecovery(after, "\(fault)")
        }
      }
    }
  }

  @Test func theNextEditRemovesWhatADeadRunLeft() throws {
    for number in 1...Self.operationCount {
      let disk = MemoryFileSystem(Self.old, fault: .death(at: number))
      try? edit(disk)
      let next = disk.afterDeath()
      let files = LibraryFiles(root: Self.library, fileSystem: next)
      var plan = EditPlan()
      let original = try files.read("a.md")
      try plan.edit(original, EditList([TextEdit(SourceSpan(0, 0), "> ")]))
      try writer(next).write(plan, command: "another")
      #expect(!next.texts.keys.contains(where: isTemporary))
      #expect(next.texts["/lib/a.md"]?.hasPrefix("> ") == true)
    }
  }
}

/// The failure that `body` throws, if it throws one of this module.
func editFailure(of body: () throws -> Void) -> EditFailure? {
  do {
    try body()
    return nil
  } catch {
    return error as? EditFailure
  }
}
