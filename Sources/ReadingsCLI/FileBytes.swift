#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif
internal import SourceText

/// Whole runs of bytes out of files and into descriptors, by the system's own calls.
enum FileBytes {
  /// The bytes of a file, which can be a pipe or device as well.
  static func contents(of path: String) throws(ReadFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    return try contents(ofDescriptor: descriptor)
  }

  /// What can be read of a file until its end, which is expected behind `count` bytes.
  static func contents(ofDescriptor descriptor: Int32, expecting count: Int) throws(ReadFailure) -> [UInt8] {
    guard count < SourceFile.maximumByteCount else { throw ReadFailure(reason: "2 GiB or larger") }
    var isAtEnd = false
    // With room for one byte more, the end shows itself.
    let bytes = [UInt8](unsafeUninitializedCapacity: count + 1) { buffer, done in
      while done < buffer.count {
        let count = read(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        isAtEnd = count == 0
        if count > 0 { done += count } else if count == 0 || errno != EINTR { break }
      }
    }
    if isAtEnd { return bytes }
    return bytes + (try contents(ofDescriptor: descriptor))
  }

  /// What can be read of a descriptor until its end.
  static func contents(ofDescriptor descriptor: Int32) throws(ReadFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= SourceFile.maximumByteCount {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw failure()
      }
    }
    throw ReadFailure(reason: "2 GiB or larger")
  }

  private static func failure() -> ReadFailure {
    ReadFailure(reason: String(cString: strerror(errno)).lowercased(), isMissing: errno == ENOENT)
  }

  /// Puts bytes into a file in the place of what it held, by way of a new file beside it; returns the system's reason
  /// when that fails.
  static func replace(_ path: String, with bytes: [UInt8]) -> String? {
    func reason() -> String { String(cString: strerror(errno)).lowercased() }
    let new = path + ".new"
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return reason() }
    var problem: String?
    if case .failed(let failure) = put(bytes, into: descriptor) { problem = failure }
    if close(descriptor) != 0 { problem = problem ?? reason() }
    if problem == nil, rename(new, path) != 0 { problem = reason() }
    if problem != nil { unlink(new) }
    return problem
  }

  /// Writes all the bytes, and returns whether the stream can take more.
  static func put(_ bytes: [UInt8], into descriptor: Int32) -> ConsoleStream.State {
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        offset += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EPIPE: return .closed
      case EAGAIN:
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&request, 1, -1)
      case let code: return .failed(reason: String(cString: strerror(code)))
      }
    }
    return .open
  }
}
