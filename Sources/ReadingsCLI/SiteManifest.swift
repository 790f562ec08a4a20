internal import Publishing

/// The list of the files that the program wrote into a site's folder, which it keeps there.
///
/// A line for each file: its hash, a space, its path; `-` for a hash when the file was about to be written.
struct SiteManifest {
  /// The manifest's own name.
  static let fileName = ".readings-site"
  private static let firstLine = "readings site 1"

  /// What a file had in it when it was written; nil where that was not noted down.
  private(set) var hashes: [String: String?] = [:]

  init() {}

  /// Nil when the bytes are no manifest, or name a file that no site has.
  init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: 0x0A)[...]
    guard lines.popFirst()?.elementsEqual(SiteManifest.firstLine.utf8) == true else { return nil }
    hashes.reserveCapacity(lines.count)
    for line in lines {
      guard let space = line.firstIndex(of: 0x20), space > line.startIndex else { return nil }
      let path = line[(space + 1)...]
      guard SiteManifest.isPath(path) else { return nil }
      let hash = String(decoding: line[..<space], as: UTF8.self)
      hashes[String(decoding: path, as: UTF8.self)] = .some(hash == "-" ? nil : hash)
    }
  }

  /// Whether a file with these contents is the program's to replace or remove.
  func owns(_ path: String, hash: String) -> Bool {
    guard let noted = hashes[path] else { return false }
    return noted == nil || noted == hash
  }

  /// The manifest of these files, a hash of nil for one that is about to be written.
  ///
  /// - Parameter files: sorted by path.
  static func bytes(of files: [(path: String, hash: String?)]) -> [UInt8] {
    var bytes = Array((firstLine + "\n").utf8)
    for (path, hash) in files {
      bytes += (hash ?? "-").utf8
      bytes.append(0x20)
      bytes += path.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// Whether a path is one that a site can have: at most one folder, names of `a-z0-9-` and `.` that begin with a letter
  /// or digit. So a manifest that somebody changed leads nowhere else.
  private static func isPath(_ path: ArraySlice<UInt8>) -> Bool {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        part.first.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } ?? false
          && part.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
          }
      }
  }
}
