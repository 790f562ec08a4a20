/// The operations on files that safe writing is made of.
///
/// One implementation calls the system (``SystemFileSystem``); tests bring others, in which any operation can fail or
/// be the last one before the process dies. Paths are absolute or relative to the current folder.
package protocol FileSystem: Sendable {
  /// The path without symbolic links; the file must exist.
  func resolve(_ path: String) throws(FileSystemFailure) -> String
  /// What the system knows of a file; of a symbolic link itself, not of what it points to.
  func information(_ path: String) throws(FileSystemFailure) -> FileInformation
  /// The bytes of a regular file, and what it was while they were read.
  func read(_ path: String) throws(FileSystemFailure) -> FileContents
  /// Fails unless this process may write to the file or folder.
  func requireWritable(_ path: String) throws(FileSystemFailure)
  /// Makes a folder that only its owner may enter; one that exists is left as it is.
  func makeFolder(_ path: String) throws(FileSystemFailure)
  /// Makes an empty file that only its owner may read, and opens it for writing; fails when the name is taken, be it
  /// by a symbolic link.
  func create(_ path: String) throws(FileSystemFailure) -> OpenFile
  /// Writes all the bytes behind what was written before.
  func write(_ bytes: [UInt8], to file: OpenFile) throws(FileSystemFailure)
  /// Gives an open file an owner, a group and a mode.
  func setOwnership(_ information: FileInformation, of file: OpenFile) throws(FileSystemFailure)
  /// Gives an open file the mode that new files of this process have.
  func setStandardMode(of file: OpenFile) throws(FileSystemFailure)
  /// Returns once the bytes of all the open files are on the disk; the first that fails is thrown.
  func synchronize(_ files: [OpenFile]) throws(SynchronizationFailure)
  /// Closes a file; it can be closed only once.
  func close(_ file: OpenFile) throws(FileSystemFailure)
  /// Puts a file in the place of another, of which nothing is left; no reader sees anything between.
  func rename(_ path: String, to target: String) throws(FileSystemFailure)
  /// Gives a file a new name; fails when the name is taken.
  func rename(_ path: String, toNew target: String) throws(FileSystemFailure)
  /// Removes a file.
  func remove(_ path: String) throws(FileSystemFailure)
  /// Returns once the names in a folder are on the disk.
  func synchronizeFolder(_ path: String) throws(FileSystemFailure)
  /// Takes the lock of a folder without waiting; it is given back by ``close(_:)``, or by the system when the
  /// process ends in any way. Nil when the file system has no locks.
  func lock(_ folder: String) throws(FileSystemFailure) -> OpenFile?
}

/// An open file, by the number that its file system gave it.
package struct OpenFile: Sendable, Hashable {
  /// The descriptor.
  package let number: Int32

  /// Takes a number that is valid until the file is closed.
  package init(number: Int32) {
    self.number = number
  }
}

/// Why an operation on a file failed.
package struct FileSystemFailure: Error, Hashable {
  /// What a caller can act on.
  package enum Kind: Sendable, Hashable {
    case missing, exists, locked, other
  }

  /// What a caller can act on.
  package let kind: Kind
  /// The system's words in lower case, such as `permission denied`.
  package let reason: String

  /// A failure in the system's words.
  package init(_ kind: Kind, reason: String) {
    self.kind = kind
    self.reason = reason
  }
}

/// Which of several open files could not be brought to the disk.
package struct SynchronizationFailure: Error, Hashable {
  /// The index of the file among those that were given.
  package let index: Int
  /// Why.
  package let failure: FileSystemFailure

  /// A failure of the file at `index`.
  package init(index: Int, failure: FileSystemFailure) {
    self.index = index
    self.failure = failure
  }
}

/// What tells one state of a file from another without reading it.
package struct FileIdentity: Sendable, Hashable {
  /// The device that holds the file.
  package let device: UInt64
  /// The number of the file on its device.
  package let inode: UInt64
  /// The number of its bytes.
  package let byteCount: Int
  /// When its bytes were last written, in nanoseconds since 1970.
  package let modified: Int

  /// An identity from the fields that the system reports.
  package init(device: UInt64, inode: UInt64, byteCount: Int, modified: Int) {
    self.device = device
    self.inode = inode
    self.byteCount = byteCount
    self.modified = modified
  }
}

/// What the system knows of a file besides its bytes.
package struct FileInformation: Sendable, Hashable {
  /// What stands behind a name.
  package enum Kind: Sendable, Hashable {
    case file, folder, other
  }

  /// Which file it is, in which state.
  package let identity: FileIdentity
  /// What stands behind the name.
  package let kind: Kind
  /// The permission bits, up to `07777`.
  package let mode: UInt32
  /// The user that the file belongs to.
  package let owner: UInt32
  /// The group that the file belongs to.
  package let group: UInt32
  /// How many names the file has.
  package let nameCount: Int

  /// Information from the fields that the system reports.
  package init(
    identity: FileIdentity, kind: Kind, mode: UInt32, owner: UInt32, group: UInt32, nameCount: Int
  ) {
    self.identity = identity
    self.kind = kind
    self.mode = mode
    self.owner = owner
    self.group = group
    self.nameCount = nameCount
  }
}

/// The bytes of a file, and what it was while they were read.
package struct FileContents: Sendable, Hashable {
  /// All of the file.
  package let bytes: [UInt8]
  /// The same before and after reading.
  package let information: FileInformation

  /// Bytes with the information that belongs to them.
  package init(bytes: [UInt8], information: FileInformation) {
    self.bytes = bytes
    self.information = information
  }
}
