import SourceText

/// Tags in full, from the short forms that are written (YAML 1.2.2, 6.8.2 and 6.9.1).
enum YAMLTag {
  /// The tag of the properties, or nil when they have none.
  static func full(_ entry: YAMLProperties, in source: [UInt8], _ documents: [YAMLDocument]) -> String? {
    guard !entry.tag.isEmpty else { return nil }
    let written = source[entry.tag.range]
    if written.count > 2, written[written.startIndex + 1] == 0x3C {
      return String(decoding: written.dropFirst(2).dropLast(), as: UTF8.self)
    }
    let second = written.dropFirst().firstIndex(of: 0x21)
    let handle = SourceSpan(entry.tag.lowerBound, second.map { $0 + 1 } ?? entry.tag.lowerBound + 1)
    let suffix = decodePercent(source[handle.upperBound..<entry.tag.upperBound])
    let document = Int(entry.document)
    if documents.indices.contains(document), let prefix = documents[document].prefix(of: handle, in: source) {
      return String(decoding: source[prefix.range] + suffix, as: UTF8.self)
    }
    let prefix = handle.count == 2 ? Array("tag:yaml.org,2002:".utf8) : Array(source[handle.range])
    return String(decoding: prefix + suffix, as: UTF8.self)
  }

  private static func decodePercent(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let digits = bytes[(index + 1)...].prefix(2)
      if bytes[index] == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}
