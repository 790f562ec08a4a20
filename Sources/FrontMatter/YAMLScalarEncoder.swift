import SourceText

/// Writes text as a YAML scalar.
package enum YAMLScalarEncoder {
  /// Where the scalar is to stand.
  package enum Context: Sendable {
    /// A value or an item on its own line.
    case block
    /// An item or value inside brackets.
    case flow
  }

  /// The text as a scalar on one line: plain where every reader takes it back as this text, else in single
  /// quotes, else in double quotes with escapes.
  package static func encode(_ text: String, context: Context) -> String {
    let bytes = Array(text.utf8)
    if isPlain(bytes, context) { return text }
    return quoted(text)
  }

  /// The fix that puts the text of a span in quotes; several lines stay several lines.
  static func quotingFix(_ span: SourceSpan, in source: [UInt8]) -> Diagnostic.Fix {
    let bytes = source[span.range]
    let text = String(decoding: bytes, as: UTF8.self)
    let replacement = bytes.contains(where: \.isLineEnding) ? singleQuoted(Array(bytes)) : quoted(text)
    return Diagnostic.Fix("quote the value", edits: [TextEdit(span, replacement)])
  }

  private static func singleQuoted(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = [0x27]
    for byte in bytes {
      result.append(byte)
      if byte == 0x27 { result.append(byte) }
    }
    result.append(0x27)
    return String(decoding: result, as: UTF8.self)
  }

  private static func quoted(_ text: String) -> String {
    if text.unicodeScalars.allSatisfy(isPrintable) { return singleQuoted(Array(text.utf8)) }
    var result = "\""
    for scalar in text.unicodeScalars { appendEscaped(scalar, to: &result) }
    return result + "\""
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x10000...0x10FFFF:
      true
    default: false
    }
  }

  private static func appendEscaped(_ scalar: Unicode.Scalar, to result: inout String) {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
      let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
      result += "\\" + letter + String(repeating: "0", count: width - digits.count) + digits
    }
  }

  /// Whether the text is one plain scalar that YAML 1.1 and 1.2 both read as this string.
  private static func isPlain(_ bytes: [UInt8], _ context: Context) -> Bool {
    guard let first = bytes.first, let last = bytes.last, !first.isSpaceOrTab, !last.isSpaceOrTab else {
      return false
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return false }
    if "-?:".utf8.contains(first) {
      guard bytes.count > 1, !bytes[1].isSpaceOrTab else { return false }
      // YAML 1.1 takes `?` and `:` for indicators inside brackets, whatever follows them.
      if context == .flow, first != 0x2D || ",[]{}".utf8.contains(bytes[1]) { return false }
    }
    if ",[]{}#&*!|>'\"%@`=<".utf8.contains(first) || text.hasPrefix("---") || text.hasPrefix("...") {
      return false
    }
    if last == 0x3A { return false }
    for (index, byte) in bytes.enumerated() {
      if byte == 0x3A, bytes[index + 1] == 0x20 { return false }
      if byte == 0x23, index > 0, bytes[index - 1] == 0x20 { return false }
      if context == .flow, ",[]{}".utf8.contains(byte) { return false }
      if context == .flow, byte == 0x3A, ",[]{}?".utf8.contains(bytes[index + 1]) { return false }
    }
    return !changesType(text, bytes)
  }

  /// Whether some reader of YAML 1.1 or 1.2 takes the plain text for something else than a string.
  private static func changesType(_ text: String, _ bytes: [UInt8]) -> Bool {
    for schema in [ScalarSchema.core, .jekyll] {
      if case .string = ResolvedScalar(resolving: bytes, schema: schema) { continue }
      return true
    }
    // Numbers of other readers: to base 60 with a fraction, binary, with other separators.
    let isNumberLike = bytes.allSatisfy { $0.isDigit || "+-.:_,eExXbBoO".utf8.contains($0) }
    if isNumberLike, bytes.contains(where: \.isDigit), let first = bytes.first, !first.isLetter {
      return true
    }
    return ["y", "n", "null", "true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
  }
}
