internal import Dispatch
internal import SourceText
internal import Synchronization

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// The file system of the machine, by the calls of its C library.
package struct SystemFileSystem: FileSystem {
  /// The only one there is.
  package init() {}

  package func resolve(_ path: String) throws(FileSystemFailure) -> String {
    guard let resolved = realpath(path, nil) else { throw .last() }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package func information(_ path: String) throws(FileSystemFailure) -> FileInformation {
    var info = stat()
    guard lstat(path, &info) == 0 else { throw .last() }
    return FileInformation(info)
  }

  package func read(_ path: String) throws(FileSystemFailure) -> FileContents {
    // Opening a pipe must not wait for somebody to write to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last() }
    defer { _ = closeDescriptor(descriptor) }
    let before = try information(ofDescriptor: descriptor)
    guard before.kind == .file else { throw FileSystemFailure(.other, reason: "not a regular file") }
    guard before.identity.byteCount < SourceFile.maximumByteCount else {
      throw FileSystemFailure(.other, reason: "the file is too large")
    }
    let bytes = try read(before.identity.byteCount + 1, fromDescriptor: descriptor)
    let after = try information(ofDescriptor: descriptor)
    guard after.identity == before.identity, bytes.count == before.identity.byteCount else {
      throw FileSystemFailure(.other, reason: "it changed while it was read")
    }
    return FileContents(bytes: bytes, information: before)
  }

  private func information(ofDescriptor descriptor: Int32) throws(FileSystemFailure) -> FileInformation {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { throw .last() }
    return FileInformation(info)
  }

  private func read(_ limit: Int, fromDescriptor descriptor: Int32) throws(FileSystemFailure) -> [UInt8] {
    var failure: FileSystemFailure?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      while count < limit {
        let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let step = readBytes(descriptor, rest)
        if step < 0, errno == EINTR { continue }
        if step < 0 { failure = .last() }
        if step <= 0 { return }
        count += step
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func requireWritable(_ path: String) throws(FileSystemFailure) {
    guard access(path, W_OK) == 0 else { throw .last() }
  }

  package func makeFolder(_ path: String) throws(FileSystemFailure) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw .last() }
  }

  package func create(_ path: String) throws(FileSystemFailure) -> OpenFile {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last() }
    return OpenFile(number: descriptor)
  }

  package func write(_ bytes: [UInt8], to file: OpenFile) throws(FileSystemFailure) {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { writeBytes(file.number, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last() }
      offset += count
    }
  }

  package func setOwnership(_ information: FileInformation, of file: OpenFile) throws(FileSystemFailure) {
    let own = try self.information(ofDescriptor: file.number)
    if own.owner != information.owner || own.group != information.group {
      guard fchown(file.number, information.owner, information.group) == 0 else {
        throw FileSystemFailure(.other, reason: "its owner or group cannot be kept: " + lastReason())
      }
    }
    // After the owner, since a change of owner clears some bits.
    guard fchmod(file.number, mode_t(information.mode)) == 0 else { throw .last() }
  }

  package func setStandardMode(of file: OpenFile) throws(FileSystemFailure) {
    let mask = umask(0)
    umask(mask)
    guard fchmod(file.number, 0o666 & ~mask) == 0 else { throw .last() }
  }

  package func synchronize(_ files: [OpenFile]) throws(SynchronizationFailure) {
    // Each call waits for the disk; calls that wait together share one commit of the file system's journal.
    let failures = Mutex<[SynchronizationFailure]>([])
    let queue = DispatchQueue(label: "synchronize", attributes: .concurrent)
    let group = DispatchGroup()
    for (index, file) in files.enumerated() {
      queue.async(group: group) {
        guard let failure = SystemFileSystem.synchronize(file.number) else { return }
        failures.withLock { $0.append(SynchronizationFailure(index: index, failure: failure)) }
      }
    }
    group.wait()
    if let first = failures.withLock({ $0.min { $0.index < $1.index } }) { throw first }
  }

  private static func synchronize(_ descriptor: Int32) -> FileSystemFailure? {
    #if canImport(Darwin)
      // fsync alone leaves the bytes in the drive's cache there.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return nil }
    #endif
    return fsync(descriptor) == 0 ? nil : .last()
  }

  package func close(_ file: OpenFile) throws(FileSystemFailure) {
    // The descriptor is gone after an interrupt as well.
    guard closeDescriptor(file.number) == 0 || errno == EINTR else { throw .last() }
  }

  package func rename(_ path: String, to target: String) throws(FileSystemFailure) {
    guard renameFile(path, target) == 0 else { throw .last() }
  }

  package func rename(_ path: String, toNew target: String) throws(FileSystemFailure) {
    if link(path, target) == 0 {
      guard unlink(path) == 0 else { throw .last() }
      return
    }
    guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOTSUP else { throw .last() }
    // This file system has no second names: look first, then rename.
    var info = stat()
    guard lstat(target, &info) != 0 else { throw FileSystemFailure(.exists, reason: "file exists") }
    try rename(path, to: target)
  }

  package func remove(_ path: String) throws(FileSystemFailure) {
    guard unlink(path) == 0 else { throw .last() }
  }

  package func synchronizeFolder(_ path: String) throws(FileSystemFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw .last() }
    defer { _ = closeDescriptor(descriptor) }
    // Some file systems keep no folders that could be synchronized.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EBADF else { throw .last() }
  }

  package func lock(_ folder: String) throws(FileSystemFailure) -> OpenFile? {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { throw .last() }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return OpenFile(number: descriptor) }
    let failure = FileSystemFailure.last()
    // Network file systems lock only files that are open for writing, or nothing.
    let hasNoLocks = [EBADF, EINVAL, ENOLCK, EOPNOTSUPP, ENOTSUP, ENOSYS].contains(errno)
    _ = closeDescriptor(descriptor)
    if hasNoLocks { return nil }
    throw failure
  }
}

extension FileSystemFailure {
  /// The failure that the C library's last call left in `errno`.
  fileprivate static func last() -> FileSystemFailure {
    let kind: Kind =
      switch errno {
      case ENOENT, ENOTDIR: .missing
      case EEXIST: .exists
      case EWOULDBLOCK: .locked
      default: .other
      }
    return FileSystemFailure(kind, reason: lastReason())
  }
}

extension FileInformation {
  fileprivate init(_ info: stat) {
    #if canImport(Darwin)
      let modified = info.st_mtimespec
    #else
      let modified = info.st_mtim
    #endif
    let kind: Kind =
      switch info.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      identity: FileIdentity(
        device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(info.st_ino),
        byteCount: Int(info.st_size), modified: Int(modified.tv_sec) &* 1_000_000_000 &+ Int(modified.tv_nsec)
      ),
      kind: kind, mode: UInt32(info.st_mode & 0o7777), owner: info.st_uid, group: info.st_gid,
      nameCount: Int(info.st_nlink))
  }
}

private func lastReason() -> String {
  String(cString: strerror(errno)).lowercased()
}

// The C library's functions, under names that the methods above do not hide.

private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

private func writeBytes(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  write(descriptor, buffer.baseAddress, buffer.count)
}

private func closeDescriptor(_ descriptor: Int32) -> Int32 {
  close(descriptor)
}

private func renameFile(_ path: String, _ target: String) -> Int32 {
  rename(path, target)
}
