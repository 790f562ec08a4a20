/// Writes JSON (RFC 8259) as bytes, members in the order they are given.
///
/// Invariant: after every call the bytes are the beginning of a well-formed document, as long as objects and arrays
/// are ended in the order they were begun.
package struct JSONWriter: Sendable {
  /// What has been written, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  /// Whether the next value or member in the open object or array needs a comma before it.
  private var needsComma = false

  /// A writer that has written nothing.
  package init() {}

  /// Starts an object, whose members follow.
  package mutating func beginObject() { open("{") }
  /// Ends the object begun last.
  package mutating func endObject() { close("}") }
  /// Starts an array, whose elements follow.
  package mutating func beginArray() { open("[") }
  /// Goes on with an array of which another writer has written the beginning.
  mutating func continueArray() { needsComma = true }
  /// Ends the array begun last.
  package mutating func endArray() { close("]") }

  /// Starts a member of an object; its value is what is written next.
  package mutating func name(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// A member that is a string, or null.
  package mutating func member(_ name: String, _ value: String?) {
    self.name(name)
    if let value { string(value) } else { null() }
  }

  /// A member that is a number, or null.
  package mutating func member(_ name: String, _ value: Int?) {
    self.name(name)
    if let value { number(value) } else { null() }
  }

  /// A member that is an array of strings, perhaps empty.
  package mutating func member(_ name: String, _ values: [String]) {
    self.name(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// The value null.
  package mutating func null() {
    separate()
    bytes += "null".utf8
  }

  /// A whole number.
  package mutating func number(_ value: Int) {
    separate()
    bytes += String(value).utf8
  }

  /// A string in quotes, escaped.
  package mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { append(escaped: $0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A value that another writer has written.
  mutating func value(_ json: [UInt8]) {
    separate()
    bytes += json
  }

  /// A line feed, between values.
  package mutating func newLine() { bytes.append(0x0A) }

  /// A line feed after which a new document begins.
  package mutating func endDocument() {
    newLine()
    needsComma = false
  }

  /// A comma and a line feed before the next element, or only the line feed before the first.
  package mutating func elementOnNewLine() {
    separate()
    newLine()
    needsComma = false
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Copies runs of text that stand for themselves, and escapes what lies between them.
  private mutating func append(escaped text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    var index = 0
    while true {
      index = JSONWriter.plain.skip(text, from: index)
      guard index < text.count else { break }
      let byte = text[index]
      guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || VisibleText.mayNeedReplacement(byte),
        let (scalar, length) = UTF8Bytes.scalar(in: text, at: index), needsEscape(scalar)
      else {
        index += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      escape(scalar)
      index += length
      runStart = index
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private static let plain = PlainBytes(but: (0, UInt8(ascii: "\"")), (0, UInt8(ascii: "\\")))

  private func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || scalar.value == 0x7F
      || VisibleText.isHidden(scalar.value)
  }

  /// Adds the escape of a scalar: of those that RFC 8259, 7 names, and also of what a terminal could take for a
  /// command or a reader overlook.
  private mutating func escape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": bytes += "\\\"".utf8
    case "\\": bytes += "\\\\".utf8
    case "\n": bytes += "\\n".utf8
    case "\r": bytes += "\\r".utf8
    case "\t": bytes += "\\t".utf8
    default:
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16, uppercase: true)
        bytes += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      }
    }
  }
}
