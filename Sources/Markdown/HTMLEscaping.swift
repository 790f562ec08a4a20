import SourceText

/// Escaping for HTML text, attribute values and URLs.
enum HTMLEscaping {
  /// Adds text with `& < > "` as entities, so that it is safe between tags and in double quotes.
  static func append(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
    for byte in text { append(byte, to: &output) }
  }

  static func append(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x26: output += "&amp;".utf8
    case 0x3C: output += "&lt;".utf8
    case 0x3E: output += "&gt;".utf8
    case 0x22: output += "&quot;".utf8
    case 0: output += "\u{FFFD}".utf8
    default: output.append(byte)
    }
  }

  /// Adds Markdown text: escapes and entities decoded, then escaped for HTML.
  static func appendMarkdown(
    _ bytes: [UInt8], from start: Int, to end: Int, isInTable: Bool = false, to output: inout [UInt8]
  ) {
    var index = start
    var plainStart = start
    let marked = markedBytes
    while index < end {
      guard marked[Int(bytes[index])] == 1 else {
        index += 1
        continue
      }
      if plainStart < index { output += bytes[plainStart..<index] }
      if bytes[index] == 0x5C || bytes[index] == 0x26 {
        var decoded: [UInt8] = []
        index = TextDecoder.appendMarked(
          bytes, at: index, to: end, isInTable: isInTable, to: &decoded)
        append(decoded, to: &output)
      } else {
        append(bytes[index], to: &output)
        index += 1
      }
      plainStart = index
    }
    if plainStart < end { output += bytes[plainStart..<end] }
  }

  /// The bytes of Markdown text that cannot go out as they are: 1 in a table of 256.
  static let markedBytes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for byte in "\0\"&<>\\".utf8 { table[Int(byte)] = 1 }
    return table
  }()

  /// Adds a URL: bytes that do not belong in one are percent-encoded, `&` and `'` become entities.
  static func appendURL(_ url: some Collection<UInt8>, to output: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in url {
      switch byte {
      case 0x26: output += "&amp;".utf8
      case 0x27: output += "&#x27;".utf8
      case _ where isURLByte(byte): output.append(byte)
      default: output += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  private static func isURLByte(_ byte: UInt8) -> Bool {
    if byte.isAlphanumeric { return true }
    switch byte {
    case 0x21, 0x23...0x25, 0x28...0x2F, 0x3A, 0x3B, 0x3D, 0x3F, 0x40, 0x5F, 0x7E: return true
    default: return false
    }
  }
}

/// Which destinations may become links in safe output.
enum URLSafety {
  /// Whether a decoded URL is relative or has one of the schemes `http`, `https` and `mailto`.
  ///
  /// Control characters and spaces are left out first, as browsers do (WHATWG URL, 4.4).
  static func isSafe(_ url: [UInt8]) -> Bool {
    let scheme = url.lazy.filter { $0 > 0x20 && $0 != 0x7F }.prefix { isBeforePath($0) }
    let name = Array(scheme)
    guard let colon = name.firstIndex(of: 0x3A) else { return true }
    let lowercased = String(decoding: name[..<colon].map(\.lowercased), as: UTF8.self)
    return lowercased == "http" || lowercased == "https" || lowercased == "mailto"
  }

  private static func isBeforePath(_ byte: UInt8) -> Bool { byte != 0x2F && byte != 0x3F && byte != 0x23 }
}
