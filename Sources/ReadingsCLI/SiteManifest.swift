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
    var lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }[...]
    guard lines.popFirst() == SiteManifest.firstLine else { return nil }
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, SiteManifest.isPath(parts[1]) else { return nil }
      hashes[String(parts[1])] = .some(parts[0] == "-" ? nil : String(parts[0]))
    }
  }

  /// Notes a file with its hash, nil for one that is about to be written.
  mutating func note(_ path: String, _ hash: String?) { hashes[path] = .some(hash) }
  mutating func forget(_ path: String) { hashes[path] = nil }

  /// Whether a file with these contents is the program's to replace or remove.
  func owns(_ path: String, hash: String) -> Bool {
    guard let noted = hashes[path] else { return false }
    return noted == nil || noted == hash
  }

  var bytes: [UInt8] {
    var text = SiteManifest.firstLine + "\n"
    for path in hashes.keys.sorted() { text += "\((hashes[path] ?? nil) ?? "-") \(path)\n" }
    return Array(text.utf8)
  }

  /// Whether a path is one that a site can have: at most one folder, names of `a-z0-9-` and `.` that begin with a letter
  /// or digit. So a manifest that somebody changed leads nowhere else.
  private static func isPath(_ path: Substring) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        part.utf8.first.map { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") } ?? false
          && part.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
          }
      }
  }
}
