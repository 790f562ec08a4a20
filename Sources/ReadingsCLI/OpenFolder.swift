#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A folder held open, so that what is named in it stays in it: no name is followed through a symbolic link.
final class OpenFolder: Sendable {
  /// Why something in a folder could not be done; the reason is the system's.
  struct Failure: Error {
    let reason: String

    init() { reason = String(cString: strerror(errno)).lowercased() }
    init(_ reason: String) { self.reason = reason }
  }

  /// What stands under a name.
  enum Contents {
    case nothing
    case file([UInt8])
    /// A folder, link or device.
    case other
  }

  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a folder by a path of the user's, which may lead through links; makes it and those on the way when they are
  /// missing.
  init(making path: String) throws(Failure) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      if slash > path.startIndex { mkdir(String(path[..<slash]), 0o777) }
      end = path.index(after: slash)
    }
    mkdir(path, 0o777)
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure() }
  }

  /// The folder of this name; nil when there is nothing of the name.
  func folder(_ name: String) throws(Failure) -> OpenFolder? {
    let found = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if found >= 0 { return OpenFolder(found) }
    if errno == ENOENT { return nil }
    throw Failure(
      errno == ELOOP || errno == ENOTDIR ? "it is not a folder" : String(cString: strerror(errno)))
  }

  func makeFolder(_ name: String) throws(Failure) -> OpenFolder {
    if mkdirat(descriptor, name, 0o777) != 0, errno != EEXIST { throw Failure() }
    guard let folder = try folder(name) else { throw Failure("it has gone away") }
    return folder
  }

  func contents(of name: String) throws(Failure) -> Contents {
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    if file < 0 {
      if errno == ENOENT { return .nothing }
      if errno == ELOOP || errno == ENXIO { return .other }
      throw Failure()
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw Failure() }
    guard info.st_mode & S_IFMT == S_IFREG else { return .other }
    do throws(ReadFailure) {
      return .file(try FileBytes.contents(ofDescriptor: file, expecting: Int(info.st_size)))
    } catch {
      throw Failure(error.reason)
    }
  }

  /// Makes a new file; what has the name already is left alone and an error.
  func create(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Failure() }
    let state = FileBytes.put(bytes, into: file)
    let isClosed = close(file) == 0
    if case .failed(let reason) = state { throw Failure(reason) }
    guard state == .open, isClosed else { throw Failure() }
  }

  /// Puts a file into the place of another as a whole.
  func replace(_ name: String, _ bytes: [UInt8]) throws(Failure) {
    let temporary = ".\(name).\(getpid()).tmp"
    try create(temporary, bytes)
    guard renameat(descriptor, temporary, descriptor, name) == 0 else {
      let failure = Failure()
      unlinkat(descriptor, temporary, 0)
      throw failure
    }
  }

  func remove(_ name: String) throws(Failure) {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else { throw Failure() }
  }

  /// Removes the folder of this name if it is empty.
  func removeFolderIfEmpty(_ name: String) { unlinkat(descriptor, name, AT_REMOVEDIR) }
}
