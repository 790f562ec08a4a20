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
/// Uses the C library: a post costs an open relative to the folder, a stat, a read and a close, and nothing else.
package final class LibraryFolder: Sendable {
  struct ReadFailure: Error {
    let reason: String
    /// Whether there is no such file.
    var isMissing = false
  }

  let root: String
  /// Open as long as this object lives.
  private let descriptor: Int32

  /// Extensions of files that are looked into; in any case.
  private static let extensions = [".md", ".markdown", ".mkd", ".mdown", ".txt"]
  /// Folders that hold what tools made of posts, or other people's code.
  private static let skippedFolders: Set<String> = ["_site", "node_modules"]

  init(root: String) throws(LibraryLoader.Failure) {
    self.root = root
    var info = stat()
    guard stat(root, &info) == 0 else {
      if errno == ENOENT { throw .noSuchFolder(root) }
      throw .unreadable(path: root, reason: LibraryFolder.reason())
    }
    guard info.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(root) }
    descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: root, reason: LibraryFolder.reason()) }
  }

  deinit { close(descriptor) }

  /// What lies below the root, each list sorted by the bytes of its paths, which are relative to the root.
  struct Contents {
    /// Files that can be posts; hidden files and folders and symlinked folders are left out.
    var files: [String] = []
    /// Folders that could not be listed, and why.
    var unreadable: [(path: String, reason: String)] = []
  }

  func contents() throws(LibraryLoader.Failure) -> Contents {
    var contents = Contents()
    var pending = [""]
    while let folder = pending.popLast() {
      let entries: [(name: String, isFolder: Bool)]
      do { entries = try list(folder) } catch {
        guard !folder.isEmpty else { throw .unreadable(path: root, reason: error.reason) }
        contents.unreadable.append((folder, error.reason))
        continue
      }
      let prefix = folder.isEmpty ? "" : folder + "/"
      for entry in entries {
        let path = prefix + entry.name
        if entry.isFolder { pending.append(path) } else { contents.files.append(path) }
      }
    }
    contents.files = LibraryFolder.inOrder(contents.files)
    contents.unreadable.sort { LibraryFolder.precedes($0.path, $1.path) }
    return contents
  }

  /// The order of paths by their bytes.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        guard let first = left.baseAddress, let second = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(first, second, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Paths sorted by their bytes. Sixteen of them, behind what all paths begin with, decide about nearly all: whole
  /// paths are dear to compare, and nothing else can be done until they are sorted.
  private static func inOrder(_ paths: [String]) -> [String] {
    guard let first = paths.first else { return [] }
    let sharedCount = paths.reduce(first.utf8.count) { limit, path in
      var (bytes, others) = (first.utf8.makeIterator(), path.utf8.makeIterator())
      var count = 0
      while count < limit, bytes.next() == others.next() { count += 1 }
      return count
    }
    var places = paths.indices.map { place in
      var rest = paths[place].utf8.dropFirst(sharedCount).makeIterator()
      var beginning: UInt128 = 0
      for _ in 0..<16 { beginning = beginning << 8 | UInt128(rest.next() ?? 0) }
      return (beginning: beginning, place: place)
    }
    places.sort { left, right in
      left.beginning == right.beginning
        ? precedes(paths[left.place], paths[right.place]) : left.beginning < right.beginning
    }
    return places.map { paths[$0.place] }
  }

  /// The bytes of a file.
  func read(_ path: String) throws(ReadFailure) -> [UInt8] {
    let descriptor = openat(descriptor, path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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
    let folderDescriptor = openat(
      descriptor, folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw ReadFailure(reason: LibraryFolder.reason()) }
    guard let stream = fdopendir(folderDescriptor) else {
      let reason = LibraryFolder.reason()
      close(folderDescriptor)
      throw ReadFailure(reason: reason)
    }
    // Closes the descriptor too.
    defer { closedir(stream) }
    var entries: [(name: String, isFolder: Bool)] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard name.utf8.first != UInt8(ascii: ".") else { continue }
      if isFolder(name, in: folderDescriptor, type: Int32(entry.pointee.d_type)) {
        if !LibraryFolder.skippedFolders.contains(name) { entries.append((name, true)) }
      } else if LibraryFolder.hasPostExtension(name) {
        entries.append((name, false))
      }
    }
    return entries
  }

  private func isFolder(_ name: String, in folder: Int32, type: Int32) -> Bool {
    if type == Int32(DT_DIR) { return true }
    guard type == Int32(DT_UNKNOWN) else { return false }
    var info = stat()
    return fstatat(folder, name, &info, AT_SYMLINK_NOFOLLOW) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  private static func hasPostExtension(_ name: String) -> Bool {
    extensions.contains { ending in
      name.utf8.count > ending.utf8.count
        && name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) { $0.lowercased == $1 }
    }
  }

  private static func reason() -> String {
    String(cString: strerror(errno)).lowercased()
  }
}

/// `read(2)`, under a name that the method `read` does not hide.
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}
