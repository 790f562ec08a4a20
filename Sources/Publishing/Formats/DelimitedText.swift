package import ReadingsCatalog

/// Rows of fields for spreadsheets and databases, the names of the fields in the first row.
package enum DelimitedText {
  /// Comma-separated values (RFC 4180): lines end in CRLF, values are quoted where they must be.
  ///
  /// A value that a spreadsheet would run as a formula gets an apostrophe in front.
  package static func csv<Element>(
    _ elements: [Element], _ fields: [ListedField<Element>]
  ) -> PiecesInParallel<[UInt8]> {
    pieces(elements, fields) { row in row.map { quoted(harmless($0)) }.joined(separator: ",") + "\r\n" }
  }

  /// Tab-separated values (the IANA type): a tab or line end in a value becomes a space.
  ///
  /// A value that a spreadsheet would run as a formula gets an apostrophe in front.
  package static func tsv<Element>(
    _ elements: [Element], _ fields: [ListedField<Element>]
  ) -> PiecesInParallel<[UInt8]> {
    pieces(elements, fields) { row in
      let values = row.map { value in
        harmless(String(value.map { $0 == "\t" || $0.isNewline ? " " : $0 }))
      }
      return values.joined(separator: "\t") + "\n"
    }
  }

  /// The line of names and that of each element, to be written piece by piece.
  private static func pieces<Element>(
    _ elements: [Element], _ fields: [ListedField<Element>], line: @escaping @Sendable ([String]) -> String
  ) -> PiecesInParallel<[UInt8]> {
    PiecesInParallel(elements, size: 256) { piece in
      var bytes = piece.startIndex == 0 ? Array(line(fields.map(\.name)).utf8) : []
      for element in piece { bytes += line(fields.map { visible($0.value(element).text) }).utf8 }
      return bytes
    }
  }

  /// The text with its tabs and line ends, other controls made visible.
  private static func visible(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      let isKept = scalar == "\t" || scalar == "\n" || scalar == "\r"
      result += isKept ? String(scalar) : VisibleText.replacement(for: scalar) ?? String(scalar)
    }
    return result
  }

  private static func harmless(_ value: String) -> String {
    switch value.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r": "'" + value
    default: value
    }
  }

  private static func quoted(_ value: String) -> String {
    let mustBeQuoted = value.utf8.contains { byte in
      byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D
    }
    guard mustBeQuoted else { return value }
    var result: [UInt8] = [0x22]
    for byte in value.utf8 { result += byte == 0x22 ? [byte, byte] : [byte] }
    return String(decoding: result + [0x22], as: UTF8.self)
  }
}
