/// HTML, SVG or XML that is being written, as bytes.
///
/// Markup goes in as it is and only as a literal; everything else is escaped on its way, so that text from a post stays
/// text between tags and in double quotes.
struct MarkupBuffer: Sendable {
  /// UTF-8.
  private(set) var bytes: [UInt8] = []
  /// The way from the page to the top of its site: nothing, or `../`.
  var root: StaticString = ""

  /// Adds markup as it is.
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Adds bytes that were escaped before.
  mutating func escaped(_ markup: some Collection<UInt8>) { bytes.append(contentsOf: markup) }

  /// Adds text, escaped.
  mutating func text(_ text: String) {
    let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { append($0) }
    if isContiguous == nil {
      let copy = Array(text.utf8)
      copy.withUnsafeBufferPointer { append($0) }
    }
  }

  /// Adds lines of text in UTF-8, escaped, with their line feeds.
  mutating func text(lines: ArraySlice<UInt8>) {
    lines.withUnsafeBufferPointer { append($0, keepsLineFeeds: true) }
  }

  /// Adds a number in decimal digits.
  mutating func number(_ number: Int) {
    var digits: UInt64 = 0
    var count: UInt64 = 0
    var rest = number.magnitude
    guard rest < 10_000_000 else {
      bytes += String(number).utf8
      return
    }
    repeat {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      count += 1
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    for _ in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: digits))
      digits >>= 8
    }
  }

  /// Adds a number in so many decimal digits, zeros first; or in more where it takes more.
  mutating func number(_ number: Int, digitCount: Int) {
    let digits = String(number).utf8
    bytes += repeatElement(UInt8(ascii: "0"), count: max(0, digitCount - digits.count))
    bytes += digits
  }

  /// Adds an attribute with a space before it.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    text(value)
    markup("\"")
  }

  /// Forgets what was written, and keeps the room for it.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, keepsLineFeeds: Bool = false) {
    let isSpecial = MarkupBuffer.isSpecial
    var plainStart = 0
    var index = 0
    while true {
      index = MarkupBuffer.plain.skip(text, from: index)
      guard index < text.count else { break }
      let byte = text[index]
      guard isSpecial[Int(byte)] else {
        index += 1
        continue
      }
      let length = MarkupBuffer.hiddenLength(text, at: index)
      if length == 0, byte >= 0x80 || (byte == 0x0A && keepsLineFeeds) {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart..<index]))
      if length == 0 { replace(byte) }
      index += max(1, length)
      plainStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[plainStart...]))
  }

  private mutating func replace(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): markup("&amp;")
    case UInt8(ascii: "<"): markup("&lt;")
    case UInt8(ascii: ">"): markup("&gt;")
    case UInt8(ascii: "\""): markup("&quot;")
    default: markup(" ")
    }
  }

  /// All but `"` and `&`, and `<` and `>`.
  private static let plain = PlainBytes(but: (0x04, UInt8(ascii: "&")), (0x02, UInt8(ascii: ">")))

  /// Bytes that cannot go out as they are, and bytes that can begin a scalar of that sort.
  private static let isSpecial: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF3: true
    default: "&<>\"".utf8.contains(UInt8(byte))
    }
  }

  /// The length of the scalar at `index` when it is left out: a control that XML forbids, or one of those that
  /// ``VisibleText`` makes visible, since they could turn the text around them; else 0.
  private static func hiddenLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    switch byte {
    case 0x09, 0x0A, 0x0D: return 0
    case 0..<0x20, 0x7F: return 1
    case 0..<0x80: return 0
    default: break
    }
    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard index + length <= text.count else { return 0 }
    var value = UInt32(byte) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for next in text[(index + 1)..<(index + length)] { value = value << 6 | UInt32(next & 0x3F) }
    let isHidden = VisibleText.isHidden(value) || value == 0xFFFE || value == 0xFFFF
    return isHidden ? length : 0
  }
}
