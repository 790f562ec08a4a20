internal import ReadingsQuery

/// Names of files made from keys: letters a to z, digits and hyphens alone, so that they lead nowhere else and are the same
/// on every file system.
enum FileSlugs {
  private static let longest = 72
  /// What the site or a file system takes for itself.
  private static let reserved: Set<String> = ["index", "con", "prn", "aux", "nul"]

  /// A name for each key, all different; which keys there are decides, not their order.
  ///
  /// A name that does not say all of its key, or that another key has, ends in a number made from the key.
  static func names(for keys: [String]) -> [String] {
    var taken = reserved
    var names: [String: String] = [:]
    let sorted = Set(keys).map { (prefix: BytePrefix($0.utf8), key: $0) }.sorted { left, right in
      left.prefix == right.prefix
        ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.prefix < right.prefix
    }
    for (_, key) in sorted {
      let (plain, isWhole) = slug(of: key)
      var name = plain
      if !isWhole || taken.contains(name) {
        name = (plain.isEmpty ? "" : plain + "-") + ContentHash(key).short
      }
      var number = 1
      while !taken.insert(name).inserted {
        number += 1
        name = "\(plain)-\(ContentHash(key).short)-\(number)"
      }
      names[key] = name
    }
    return keys.map { names[$0] ?? "" }
  }

  /// The name, and whether all letters and digits of the key are in it.
  static func slug(of key: String) -> (name: String, isWhole: Bool) {
    var name: [UInt8] = []
    var isWhole = true
    var needsHyphen = false
    for byte in FoldedText.fold(key).utf8 {
      guard isWordByte(byte) else {
        needsHyphen = true
        if byte >= 0x80 { isWhole = false }
        continue
      }
      guard name.count < longest else { return (String(decoding: name, as: UTF8.self), false) }
      if needsHyphen, !name.isEmpty { name.append(UInt8(ascii: "-")) }
      needsHyphen = false
      name.append(byte)
    }
    return (String(decoding: name, as: UTF8.self), isWhole && !name.isEmpty)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
