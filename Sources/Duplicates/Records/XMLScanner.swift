/// Steps through XML without a document type: tags, text with its references decoded, and CDATA; comments and
/// instructions are passed over.
struct XMLScanner {
  enum Token {
    /// Names are without their prefixes.
    case start(name: String, attributes: [String: String], isEmpty: Bool)
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() throws(RecordFailure) -> Token? {
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        defer { offset = end }
        return .text(XMLScanner.decoded(String(decoding: bytes[offset..<end], as: UTF8.self)))
      }
      if starts("<!--") {
        try skip(to: "-->")
      } else if starts("<![CDATA[") {
        let start = offset + 9
        try skip(to: "]]>")
        return .text(String(decoding: bytes[start..<(offset - 3)], as: UTF8.self))
      } else if starts("<?") {
        try skip(to: "?>")
      } else if starts("<!") {
        throw failure("a document type is not read")
      } else {
        return try tag()
      }
    }
    return nil
  }

  private mutating func tag() throws(RecordFailure) -> Token {
    let start = offset + 1
    var quote: UInt8?
    var end = start
    while end < bytes.count {
      if let open = quote {
        if bytes[end] == open { quote = nil }
      } else if bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") {
        quote = bytes[end]
      } else if bytes[end] == UInt8(ascii: ">") {
        break
      }
      end += 1
    }
    guard end < bytes.count else { throw failure("a tag is never closed") }
    offset = end + 1
    var inside = String(decoding: bytes[start..<end], as: UTF8.self)[...]
    if inside.hasPrefix("/") { return .end(XMLScanner.local(inside.dropFirst().prefix { !$0.isWhitespace })) }
    let isEmpty = inside.hasSuffix("/")
    if isEmpty { inside = inside.dropLast() }
    let name = inside.prefix { !$0.isWhitespace }
    return .start(
      name: XMLScanner.local(name), attributes: XMLScanner.attributes(inside.dropFirst(name.count)),
      isEmpty: isEmpty)
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = text
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].filter { !$0.isWhitespace }
      rest = rest[rest.index(after: equals)...].drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'" else { return attributes }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { return attributes }
      attributes[name] = decoded(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return attributes
  }

  private static func local(_ name: Substring) -> String {
    String(name.firstIndex(of: ":").map { name[name.index(after: $0)...] } ?? name)
  }

  private func starts(_ text: String) -> Bool { bytes[offset...].starts(with: text.utf8) }

  private mutating func skip(to end: String) throws(RecordFailure) {
    let wanted = Array(end.utf8)
    var index = offset
    while index + wanted.count <= bytes.count {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) {
        offset = index + wanted.count
        return
      }
      index += 1
    }
    throw failure("'\(end)' is missing")
  }

  func failure(_ message: String) -> RecordFailure {
    RecordFailure(
      line: bytes[..<min(offset, bytes.count)].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }, message: message)
  }

  /// The text with `&amp;`, `&#233;` and their like as characters.
  static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var result = ""
    var rest = text[...]
    while let sign = rest.firstIndex(of: "&") {
      result += rest[..<sign]
      rest = rest[sign...]
      guard let end = rest.prefix(12).firstIndex(of: ";"),
        let character = character(rest[rest.index(after: sign)..<end])
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += character
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func character(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let isHex = name.dropFirst().hasPrefix("x")
      let number = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
      return number.flatMap { Unicode.Scalar($0) }.map { String($0) }
    }
  }

  /// The text of a piece of markup, such as an abstract in JATS.
  static func withoutTags(_ markup: String) -> String {
    guard markup.contains("<") else { return decoded(markup) }
    var scanner = XMLScanner(Array(markup.utf8))
    var text = ""
    do throws(RecordFailure) {
      while let token = try scanner.next() {
        // A tag parts words as a space does, unless it only changes how they look.
        if case .text(let more) = token { text += more }
        if case .end(let name) = token, ["p", "title", "sec"].contains(name) { text += " " }
      }
    } catch {
      return markup
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
