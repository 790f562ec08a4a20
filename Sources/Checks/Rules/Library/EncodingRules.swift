internal import ReadingsCatalog
internal import SourceText

/// Bytes that are no UTF-8, and text that was decoded wrongly before it was saved.
enum EncodingRules: PostRule {
  static let invalid = Rule(
    "invalid-utf8", .error, .library, fix: .unsafe, meaning: "a file holds bytes that are no UTF-8",
    explanation:
      "Such a file was saved as Latin-1 or Windows-1252, mostly; Jekyll stops at it. The fix takes it for "
      + "Windows-1252. Reported once for each file.",
    // An example is text, which is UTF-8 by nature; the tests hold the bytes.
    examples: [.sound("---\ntitle: Café\n---\n")])

  static let garbled = Rule(
    "garbled-text", .warning, .library, fix: .unsafe,
    meaning: "characters such as 'â€™' stand where one was meant",
    explanation: "UTF-8 was read as Windows-1252 and saved again: an apostrophe became 'â€™', an é 'Ã©'.",
    examples: [
      RuleExample(
        "---\ntitle: Maps\n---\nIt⟦â€™⟧s a cafÃ© map.\n", fixed: "---\ntitle: Maps\n---\nIt’s a café map.\n"),
      .sound("---\ntitle: Maps\n---\nIt’s a café in São Paulo, à la carte.\n"),
    ])

  static let rules = [invalid, garbled]

  static func check(_ post: PostContext, _ report: inout PostReport) {
    if report.isOn(invalid) { checkInvalid(post, &report) }
    if report.isOn(garbled) { checkGarbled(post, &report) }
  }

  private static func checkInvalid(_ post: PostContext, _ report: inout PostReport) {
    let places = UTF8Scanner.strayBytes(in: post.bytes)
    guard let first = places.first else { return }
    let count = places.count == 1 ? "1 byte of the file is" : "\(places.count) bytes of the file are"
    report.add(
      invalid, "\(count) no UTF-8; it must be saved as UTF-8", at: SourceSpan(first, first + 1),
      fix: Diagnostic.Fix(
        "take the file for Windows-1252",
        edits: places.map { TextEdit(SourceSpan($0, $0 + 1), String(Windows1252.scalar(post.bytes[$0]))) }))
  }

  private static func checkGarbled(_ post: PostContext, _ report: inout PostReport) {
    var edits: [TextEdit] = []
    var offset = 0
    while let found = post.bytes.firstOffset(of: 0xC3, in: offset..<post.bytes.count),
      found + 1 < post.bytes.count
    {
      offset = found
      // `Ã`, `Â` and `â`, which the first bytes of two and three become.
      guard [0x82, 0x83, 0xA2].contains(post.bytes[offset + 1]) else {
        offset += 1
        continue
      }
      guard let (scalar, end) = Windows1252.meantScalar(post.bytes, at: offset), !post.isCode(offset) else {
        offset += 2
        continue
      }
      edits.append(TextEdit(SourceSpan(offset, end), String(scalar)))
      offset = end
    }
    guard let first = edits.first else { return }
    let meant = String(decoding: first.replacement, as: UTF8.self)
    let more = edits.count == 1 ? "" : ", and \(edits.count - 1) more of the kind"
    report.add(
      garbled, "'\(ShownText.cut(post.slice(first.span)))' must be '\(meant)'\(more)", at: first.span,
      fix: Diagnostic.Fix("write what was meant", edits: edits))
  }
}

/// The lengths of scalars in UTF-8.
enum UTF8Scanner {
  /// Where bytes stand that are part of no scalar.
  static func strayBytes(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var offset = 0
    while offset < bytes.count {
      offset = skipASCII(bytes, from: offset)
      guard offset < bytes.count else { break }
      let length = length(bytes, at: offset)
      if length == 0 { places.append(offset) }
      offset += max(1, length)
    }
    return places
  }

  /// Moves over bytes of ASCII, eight at a time.
  private static func skipASCII(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      var offset = start
      while offset + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        offset += 8
      }
      while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
      return offset
    }
  }

  /// The bytes of the scalar at an offset; 0 when none starts there (RFC 3629, 4).
  static func length(_ bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    if first < 0x80 { return 1 }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + length <= bytes.count else { return 0 }
    let second = bytes[offset + 1]
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= lowest, second <= highest else { return 0 }
    for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}

/// The code page that Western text was written in before UTF-8 (https://encoding.spec.whatwg.org/index-windows-1252.txt).
enum Windows1252 {
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
    0x17E, 0x178,
  ]

  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    let value = byte >= 0x80 && byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if let index = upper.firstIndex(of: scalar.value) { return UInt8(0x80 + index) }
    return scalar.value >= 0x80 && scalar.value < 0x100 ? UInt8(scalar.value) : nil
  }

  /// The scalar whose UTF-8 bytes were taken for the characters at an offset, and where those end.
  static func meantScalar(_ bytes: [UInt8], at offset: Int) -> (Unicode.Scalar, Int)? {
    var raw: [UInt8] = []
    var place = offset
    while place < bytes.count, raw.count < 4 {
      let length = UTF8Scanner.length(bytes, at: place)
      guard length > 1,
        let scalar = String(decoding: bytes[place..<place + length], as: UTF8.self).unicodeScalars.first,
        let byte = byte(scalar)
      else { break }
      raw.append(byte)
      place += length
      let needed = UTF8Scanner.length(raw, at: 0)
      if needed == raw.count, needed > 1,
        let meant = String(decoding: raw, as: UTF8.self).unicodeScalars.first, meant.value >= 0xA0
      {
        return (meant, place)
      }
    }
    return nil
  }
}
