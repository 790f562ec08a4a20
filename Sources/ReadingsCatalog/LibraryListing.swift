#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

package import SourceText

/// The files of a library as they lie on disk, for those who look at posts again after they were read.
package struct LibraryListing: Sendable {
  /// Every file that can be a post, relative to the library, sorted by bytes.
  package let paths: [String]
  let folder: LibraryFolder
  /// Folders that could not be listed, and why.
  let unreadable: [(path: String, reason: String)]
  /// The bytes of files that were read already, by path.
  private var known: [String: [UInt8]] = [:]

  /// Lists a folder. Costs a call of the system for each entry below it.
  package init(folder: String) throws(LibraryLoader.Failure) {
    self.folder = try LibraryFolder(root: folder)
    let contents = try self.folder.contents()
    paths = contents.files
    unreadable = contents.unreadable
  }

  /// Holds on to files that were read, so that their bytes are those from then.
  package mutating func hold(_ files: [SourceFile]) {
    for file in files { known[file.path] = file.bytes }
  }

  /// The bytes of a file; nil when it cannot be read.
  package func bytes(of path: String) -> [UInt8]? {
    known[path] ?? (try? folder.read(path))
  }

  /// The names of the files and folders in a folder of the library, sorted by bytes; nil when there is no such
  /// folder.
  package func names(in path: String) -> [String]? {
    guard let stream = opendir(path.isEmpty ? folder.root : "\(folder.root)/\(path)") else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
