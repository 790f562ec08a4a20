#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A file that a command is told to write.
enum OutputFile {
  /// Puts `bytes` into the file named by the user: as a whole, by a file beside it that takes its place. A file that has
  /// these bytes already is not touched, and a symbolic link or device is written through.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFailure) {
    var info = stat()
    let exists = lstat(path, &info) == 0
    let isRegular = exists && info.st_mode & S_IFMT == S_IFREG
    if isRegular, let old = try? FileBytes.contents(of: path), old == bytes { return }
    guard isRegular || !exists else { return try overwrite(bytes, path) }
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = open(
      temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, exists ? info.st_mode & 0o7777 : 0o666)
    guard descriptor >= 0 else { throw failure(path) }
    do throws(CommandFailure) {
      try put(bytes, into: descriptor, path)
      guard rename(temporary, path) == 0 else { throw failure(path) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func overwrite(_ bytes: [UInt8], _ path: String) throws(CommandFailure) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    try put(bytes, into: descriptor, path)
  }

  private static func put(_ bytes: [UInt8], into descriptor: Int32, _ path: String) throws(CommandFailure) {
    let state = FileBytes.put(bytes, into: descriptor)
    let isClosed = close(descriptor) == 0
    switch state {
    case .open where isClosed: return
    case .failed(let reason): throw CommandFailure("cannot write '\(path)': \(reason)")
    default: throw failure(path)
    }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure("cannot write '\(path)': \(String(cString: strerror(errno)).lowercased())")
  }
}
