import Editing
import Synchronization

/// A file system in memory in which any operation can fail, or be the one in which the process dies.
///
/// It knows what a power failure leaves: the bytes of a file up to the last time it was synchronized, and the names of
/// a folder either as they were or as they were when the folder was synchronized.
final class MemoryFileSystem: FileSystem {
  /// What is to go wrong, by the number of the operation, from 1.
  enum Fault: Hashable {
    case none
    case failure(at: Int)
    case death(at: Int)
    case failureAndDeath(Int, Int)

    func fails(_ number: Int) -> Bool {
      switch self {
      case .none: false
      case .failure(let failure), .failureAndDeath(let failure, _): number == failure
      case .death: false
      }
    }

    func kills(_ number: Int) -> Bool {
      switch self {
      case .none, .failure: false
      case .death(let death), .failureAndDeath(_, let death): number == death
      }
    }
  }

  private struct Node {
    var bytes: [UInt8]
    var durableBytes: [UInt8] = []
    var mode: UInt32 = 0o644
    var owner: UInt32 = 1000
    var group: UInt32 = 1000
    var modified = 1

    mutating func synchronize() { durableBytes = bytes }
    mutating func losePower() { bytes = durableBytes }
  }

  private struct State {
    var nodes: [UInt64: Node] = [:]
    var names: [String: UInt64] = [:]
    var durableNames: [String: UInt64] = [:]
    var folders: Set<String> = ["/"]
    var locks: Set<Int32> = []
    var open: [Int32: UInt64] = [:]
    var lastNumber: UInt64 = 0
    var clock = 1
    var operations: [String] = []
    var isDead = false
  }

  private let state: Mutex<State>
  private let fault: Fault
  /// Called before each operation with its text, as another program that runs at the same time would be.
  private let meddling: (@Sendable (String, MemoryFileSystem) -> Void)?

  init(
    _ files: [String: String], fault: Fault = .none,
    meddling: (@Sendable (String, MemoryFileSystem) -> Void)? = nil
  ) {
    var state = State()
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      state.lastNumber += 1
      let bytes = Array(text.utf8)
      state.nodes[state.lastNumber] = Node(bytes: bytes, durableBytes: bytes)
      state.names[path] = state.lastNumber
      var folder = MemoryFileSystem.folder(of: path)
      while folder != "/" {
        state.folders.insert(folder)
        folder = MemoryFileSystem.folder(of: folder)
      }
    }
    state.durableNames = state.names
    self.state = Mutex(state)
    self.fault = fault
    self.meddling = meddling
  }

  private init(_ state: State, fault: Fault = .none) {
    self.state = Mutex(state)
    self.fault = fault
    meddling = nil
  }

  /// The disk of another in a new process, with a fault to come.
  convenience init(_ other: MemoryFileSystem, fault: Fault) {
    self.init(other.afterDeath().state.withLock { $0 }, fault: fault)
  }

  // MARK: What tests ask

  var operations: [String] { state.withLock { $0.operations } }
  var isDead: Bool { state.withLock { $0.isDead } }

  /// Every file with its text.
  var texts: [String: String] {
    state.withLock { state in
      state.names.mapValues { String(decoding: state.nodes[$0]?.bytes ?? [], as: UTF8.self) }
    }
  }

  func mode(of path: String) -> UInt32? {
    state.withLock { s in s.names[path].flatMap { s.nodes[$0]?.mode } }
  }
  func owner(of path: String) -> UInt32? {
    state.withLock { s in s.names[path].flatMap { s.nodes[$0]?.owner } }
  }

  func set(_ path: String, mode: UInt32, owner: UInt32) {
    state.withLock { state in
      guard let number = state.names[path] else { return }
      state.nodes[number]?.mode = mode
      state.nodes[number]?.owner = owner
    }
  }

  /// Writes a file in place, as an editor would.
  func overwrite(_ path: String, _ text: String) {
    state.withLock { state in
      guard let number = state.names[path] else { return }
      state.clock += 1
      state.nodes[number]?.bytes = Array(text.utf8)
      state.nodes[number]?.durableBytes = Array(text.utf8)
      state.nodes[number]?.modified = state.clock
    }
  }

  /// The same disk in a new process: locks and open files are gone, and nothing fails any more.
  func afterDeath() -> MemoryFileSystem {
    MemoryFileSystem(
      state.withLock { state in
        var next = state
        next.isDead = false
        next.locks = []
        next.open = [:]
        next.operations = []
        return next
      })
  }

  /// The disk after a power failure; the names are those that were last synchronized, or all that were given.
  func afterPowerFailure(keepsNames: Bool) -> MemoryFileSystem {
    let next = afterDeath()
    next.state.withLock { state in
      for number in state.nodes.keys { state.nodes[number]?.losePower() }
      if !keepsNames { state.names = state.durableNames }
      state.durableNames = state.names
    }
    return next
  }

  // MARK: Operations

  /// Counts an operation; `partial` is what a failing one may leave undone.
  private func step(_ operation: String, partial: (inout State) -> Void = { _ in }) throws(FileSystemFailure)
  {
    meddling?(operation, self)
    let failure: FileSystemFailure? = state.withLock { state in
      if state.isDead { return FileSystemFailure(.other, reason: "the process is dead") }
      state.operations.append(operation)
      let number = state.operations.count
      guard fault.fails(number) || fault.kills(number) else { return nil }
      partial(&state)
      state.isDead = fault.kills(number)
      return FileSystemFailure(.other, reason: "fault in '\(operation)'")
    }
    if let failure { throw failure }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static let missing = FileSystemFailure(.missing, reason: "no such file or directory")
  private static let exists = FileSystemFailure(.exists, reason: "file exists")

  func resolve(_ path: String) throws(FileSystemFailure) -> String {
    try step("resolve \(path)")
    let isThere = state.withLock { $0.names[path] != nil || $0.folders.contains(path) }
    guard isThere else { throw Self.missing }
    return path
  }

  func information(_ path: String) throws(FileSystemFailure) -> FileInformation {
    try step("information \(path)")
    return try find(path).information
  }

  func read(_ path: String) throws(FileSystemFailure) -> FileContents {
    try step("read \(path)")
    return try find(path)
  }

  private func find(_ path: String) throws(FileSystemFailure) -> FileContents {
    let found: FileContents? = state.withLock { state in
      guard let number = state.names[path], let node = state.nodes[number] else {
        guard state.folders.contains(path) else { return nil }
        let identity = FileIdentity(device: 1, inode: 0, byteCount: 0, modified: 0)
        return FileContents(
          bytes: [],
          information: FileInformation(
            identity: identity, kind: .folder, mode: 0o755, owner: 0, group: 0, nameCount: 1))
      }
      let identity = FileIdentity(
        device: 1, inode: number, byteCount: node.bytes.count, modified: node.modified)
      return FileContents(
        bytes: node.bytes,
        information: FileInformation(
          identity: identity, kind: .file, mode: node.mode, owner: node.owner, group: node.group,
          nameCount: state.names.values.count { $0 == number }))
    }
    guard let found else { throw Self.missing }
    return found
  }

  func requireWritable(_ path: String) throws(FileSystemFailure) { try step("requireWritable \(path)") }

  func makeFolder(_ path: String) throws(FileSystemFailure) {
    try step("makeFolder \(path)")
    state.withLock { _ = $0.folders.insert(path) }
  }

  func create(_ path: String) throws(FileSystemFailure) -> OpenFile {
    try step("create \(path)")
    let file: OpenFile? = state.withLock { state in
      guard state.names[path] == nil else { return nil }
      state.lastNumber += 1
      state.clock += 1
      state.nodes[state.lastNumber] = Node(bytes: [], mode: 0o600, owner: 0, group: 0, modified: state.clock)
      state.names[path] = state.lastNumber
      let file = OpenFile(number: Int32(state.lastNumber))
      state.open[file.number] = state.lastNumber
      return file
    }
    guard let file else { throw Self.exists }
    return file
  }

  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileSystemFailure) {
    func put(_ bytes: ArraySlice<UInt8>, _ state: inout State) {
      if let number = state.open[file.number] { state.nodes[number]?.bytes += bytes }
    }
    try step("write") { put(bytes.prefix(bytes.count / 2), &$0) }
    state.withLock { put(bytes[...], &$0) }
  }

  func setOwnership(_ information: FileInformation, of file: OpenFile) throws(FileSystemFailure) {
    try step("setOwnership")
    state.withLock { state in
      guard let number = state.open[file.number] else { return }
      state.nodes[number]?.mode = information.mode
      state.nodes[number]?.owner = information.owner
      state.nodes[number]?.group = information.group
    }
  }

  func setStandardMode(of file: OpenFile) throws(FileSystemFailure) { try step("setStandardMode") }

  func synchronize(_ files: [OpenFile]) throws(SynchronizationFailure) {
    for (index, file) in files.enumerated() {
      do throws(FileSystemFailure) {
        try step("synchronize")
      } catch {
        throw SynchronizationFailure(index: index, failure: error)
      }
      state.withLock { state in
        guard let number = state.open[file.number] else { return }
        state.nodes[number]?.synchronize()
      }
    }
  }

  func close(_ file: OpenFile) throws(FileSystemFailure) {
    try step("close")
    state.withLock { state in
      state.open[file.number] = nil
      state.locks.remove(file.number)
    }
  }

  func rename(_ path: String, to target: String) throws(FileSystemFailure) {
    try step("rename \(path) to \(target)")
    try move(path, to: target)
  }

  func rename(_ path: String, toNew target: String) throws(FileSystemFailure) {
    try step("rename \(path) to new \(target)")
    guard state.withLock({ $0.names[target] == nil }) else { throw Self.exists }
    try move(path, to: target)
  }

  private func move(_ path: String, to target: String) throws(FileSystemFailure) {
    let isThere = state.withLock { state in
      guard let number = state.names.removeValue(forKey: path) else { return false }
      state.names[target] = number
      return true
    }
    guard isThere else { throw Self.missing }
  }

  func remove(_ path: String) throws(FileSystemFailure) {
    try step("remove \(path)")
    guard state.withLock({ $0.names.removeValue(forKey: path) }) != nil else { throw Self.missing }
  }

  func synchronizeFolder(_ path: String) throws(FileSystemFailure) {
    try step("synchronizeFolder \(path)")
    state.withLock { state in
      func isHere(_ name: String) -> Bool { Self.folder(of: name) == path }
      state.durableNames = state.durableNames.filter { !isHere($0.key) }
      for (name, number) in state.names where isHere(name) { state.durableNames[name] = number }
    }
  }

  func lock(_ folder: String) throws(FileSystemFailure) -> OpenFile? {
    try step("lock \(folder)")
    let lock: OpenFile? = state.withLock { state in
      guard state.locks.isEmpty else { return nil }
      state.lastNumber += 1
      state.locks.insert(Int32(state.lastNumber))
      return OpenFile(number: Int32(state.lastNumber))
    }
    guard let lock else { throw FileSystemFailure(.locked, reason: "locked") }
    return lock
  }
}
