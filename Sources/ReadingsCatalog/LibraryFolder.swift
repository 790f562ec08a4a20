internal import SourceText

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The files of a folder that can be posts, and their bytes.
///
/// Uses the C library: a post costs an open, a stat, a read and a close, and nothing else.
struct LibraryFolder: Sendable {
  struct ReadFailure: Error {
    let reason: String
    /// Whether there is no such file.
    var isMissing = false
  }

  let root: String

  /// Extensions of files that are looked into.
  private static let extensions: Set<String> = ["md", "markdown", "mkd", "mdown", "txt"]
  /// Folders that hold what tools made of posts, or other people's code.
  private static let skippedFolders: Set<String> = ["_site", "node_modules"]

  /// What lies below the root, each list sorted by the bytes of its paths, which are relative to the root.
  struct Contents {
    /// Files that can be posts; hidden files and folders and symlinked folders are left out.
    var files: [String] = []
    /// Folders that could not be listed, and why.
    var unreadable: [(path: String, reason: String)] = []
  }

  func contents() throws(LibraryLoader.Failure) -> Contents {
    var info = stat()
    guard stat(root, &info) == 0 else {
      if errno == ENOENT { throw .noSuchFolder(root) }
      throw .unreadable(path: root, reason: LibraryFolder.reason())
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(root) }
    var contents = Contents()
    var pending = [""]
    while let folder = pending.popLast() {
      let entries: [(name: String, isFolder: Bool)]
      do { entries = try list(folder) } catch {
        guard !folder.isEmpty else { throw .unreadable(path: root, reason: error.reason) }
        contents.unreadable.append((folder, error.reason))
        continue
      }
      for entry in entries {
        let path = folder.isEmpty ? entry.name : "\(folder)/\(entry.name)"
        if entry.isFolder { pending.append(path) } else { contents.files.append(path) }
      }
    }
    contents.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    contents.unreadable.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return contents
  }

  /// The bytes of a file.
  func read(_ path: String) throws(ReadFailure) -> [UInt8] {
    let descriptor = open("\(root)/\(path)", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ReadFailure(reason: LibraryFolder.reason(), isMissing: errno == ENOENT)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw ReadFailure(reason: LibraryFolder.reason()) }
    guard info.st_mode & S_IFMT == S_IFREG else { throw ReadFailure(reason: "not a regular file") }
    guard Int(info.st_size) < SourceFile.maximumByteCount else {
      throw ReadFailure(reason: "the file is too large")
    }
    var failure: ReadFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(info.st_size) + 1) { buffer, count in
      while count < buffer.count {
        let step = readBytes(
          descriptor, UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        )
        if step < 0, errno == EINTR { continue }
        if step < 0 { failure = ReadFailure(reason: LibraryFolder.reason()) }
        if step <= 0 { break }
        count += step
      }
    }
    if let failure { throw failure }
    // One byte more than the size was asked for: had it come, the rest would be missing.
    guard bytes.count <= Int(info.st_size) else {
      throw ReadFailure(reason: "the file grew while it was read")
    }
    return bytes
  }

  private func list(_ folder: String) throws(ReadFailure) -> [(name: String, isFolder: Bool)] {
    guard let stream = opendir(folder.isEmpty ? root : "\(root)/\(folder)") else {
      throw ReadFailure(reason: LibraryFolder.reason())
    }
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder.isEmpty ? name : "\(folder)/\(name)"
      if isFolder(path, type: Int32(entry.pointee.d_type)) {
        if !LibraryFolder.skippedFolders.contains(name) { entries.append((name, true)) }
      } else if LibraryFolder.hasPostExtension(name) {
        entries.append((name, false))
      }
    }
    return entries
  }

  private func isFolder(_ path: String, type: Int32) -> Bool {
    if type == Int32(DT_DIR) { return true }
    guard type == Int32(DT_UNKNOWN) else { return false }
    var info = stat()
    return lstat("\(root)/\(path)", &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func hasPostExtension(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  private static func reason() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}

/// `read(2)`, under a name that the method `read` does not hide.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
