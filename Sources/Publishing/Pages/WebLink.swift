/// Addresses from posts that may become links.
enum WebLink {
  /// The address with what does not belong into one percent-encoded (RFC 3986, 2.1), when it leads to the web by
  /// `http` or `https` or is a `mailto`; nil for everything else, relative ones too, which lead nowhere from a page.
  ///
  /// Controls and spaces at the ends are dropped first; one within the address makes it no link.
  static func address(_ written: String) -> String? {
    let stands = stands
    if written.utf8.allSatisfy({ stands[Int($0)] }) { return isWeb(written.utf8) ? written : nil }
    var bytes = Array(written.utf8)[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    guard isWeb(bytes), !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
    if bytes.allSatisfy({ stands[Int($0)] }) { return String(decoding: bytes, as: UTF8.self) }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in bytes {
      if stands[Int(byte)] {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The host of an address that ``address(_:)`` let through, without `www.`; the address itself when it has none.
  static func host(of address: String) -> String {
    var rest = Substring(address).utf8
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      rest = rest[rest.index(after: slash)...]
      guard rest.first == UInt8(ascii: "/") else { continue }
      var host = rest.dropFirst().prefix { !isEndOfHost($0) }
      if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
      if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
      return host.isEmpty ? address : String(decoding: host, as: UTF8.self)
    }
    return address
  }

  private static func isEndOfHost(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func isWeb(_ bytes: some Collection<UInt8>) -> Bool {
    func starts(_ prefix: StaticString) -> Bool {
      prefix.withUTF8Buffer { prefix in
        var place = 0
        for byte in bytes {
          if place == prefix.count { return true }
          guard byte | 0x20 == prefix[place] | 0x20 else { return false }
          place += 1
        }
        return false
      }
    }
    return starts("https://") || starts("http://") || starts("mailto:")
  }

  /// The bytes that stand in an address as they are: those of RFC 3986, 2.2 and 2.3, without what HTML, Markdown,
  /// Liquid or kramdown could take for a mark.
  private static let stands: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#@!$&*+,;=%".utf8.contains(UInt8(byte))
    }
  }
}
