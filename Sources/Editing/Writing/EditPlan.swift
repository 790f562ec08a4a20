package import SourceText

/// A file as it was read to be changed.
package struct OriginalFile: Sendable {
  /// The path that messages name, and the bytes.
  package let source: SourceFile
  /// The path without symbolic links.
  package let location: String
  /// What the file was when it was read.
  package let information: FileInformation
  /// Whether the path is that of a symbolic link to the file.
  package let isLink: Bool

  /// A file with the place it was read from.
  package init(
    source: SourceFile, location: String, information: FileInformation, isLink: Bool = false
  ) {
    self.source = source
    self.location = location
    self.information = information
    self.isLink = isLink
  }
}

/// The files of one library, read so that they can be replaced.
package struct LibraryFiles: Sendable {
  /// The library's folder.
  package let root: String
  /// Where the files lie.
  package let fileSystem: any FileSystem

  /// The files below `root`.
  package init(root: String, fileSystem: any FileSystem = SystemFileSystem()) {
    self.root = root
    self.fileSystem = fileSystem
  }

  /// Reads a file named by its path in the library; throws ``EditFailure/unreadable(path:reason:)``.
  package func read(_ path: String) throws(EditFailure) -> OriginalFile {
    do throws(FileSystemFailure) {
      let location = try fileSystem.resolve(place(of: path))
      let contents = try fileSystem.read(location)
      return OriginalFile(
        source: SourceFile(path: path, bytes: contents.bytes), location: location,
        information: contents.information,
        isLink: try fileSystem.information(place(of: path)).kind == .other)
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  /// The path of a file of the library for the system.
  func place(of path: String) -> String { "\(root)/\(path)" }
}

/// What one command is to do to files, worked out in full before the first of them is touched.
///
/// Invariant: a file stands in it once, whatever names lead to it.
package struct EditPlan: Sendable {
  /// What is to happen to one file.
  package struct Change: Sendable {
    /// As messages name it: relative to the library, `/` between components.
    package let path: String
    /// The file as it was read; nil for one that is made and must not be there yet.
    package let original: OriginalFile?
    /// What is replaced in the bytes of the original; nothing in a file that is made or removed.
    package let edits: EditList
    /// The bytes afterwards; nil for a file that is removed.
    package let newBytes: [UInt8]?

    /// The bytes before; nil for a file that is made.
    package var oldBytes: [UInt8]? { original?.source.bytes }
  }

  /// In the order in which they were added; they are written in this order.
  package private(set) var changes: [Change] = []
  private var places: [FileIdentity: Int] = [:]

  /// A plan that does nothing.
  package init() {}

  /// Whether nothing is to be done.
  package var isEmpty: Bool { changes.isEmpty }

  /// Adds the edits of a file; edits that change nothing are left out.
  ///
  /// A file that is planned already under another name is left out when the edits agree, and throws
  /// ``EditFailure/conflict(path:other:)`` when they do not.
  package mutating func edit(_ original: OriginalFile, _ edits: EditList) throws(EditFailure) {
    let newBytes = edits.applied(to: original.source.bytes)
    guard newBytes != original.source.bytes else { return }
    let change = Change(path: original.source.path, original: original, edits: edits, newBytes: newBytes)
    if let place = places[original.information.identity] {
      let other = changes[place]
      guard other.newBytes == newBytes else {
        throw .conflict(path: original.source.path, other: other.path)
      }
      // Programs that apply a diff do not follow links.
      if other.original?.isLink == true, !original.isLink { changes[place] = change }
      return
    }
    places[original.information.identity] = changes.count
    changes.append(change)
  }

  /// Adds a new file, named by its path in the library; its folder must exist.
  package mutating func create(_ path: String, bytes: [UInt8]) {
    changes.append(Change(path: path, original: nil, edits: .none, newBytes: bytes))
  }

  /// Adds the removal of a file.
  package mutating func remove(_ original: OriginalFile) {
    changes.append(Change(path: original.source.path, original: original, edits: .none, newBytes: nil))
  }
}
