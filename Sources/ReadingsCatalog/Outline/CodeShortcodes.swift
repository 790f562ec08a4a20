/// The places between Hugo's shortcodes that show code: `{{< highlight toml >}} ... {{< /highlight >}}`.
struct CodeShortcodes {
  /// Disjoint, in order; from the opening shortcode to the closing one.
  private let ranges: [Range<Int>]

  init(_ text: ByteText) {
    var ranges: [Range<Int>] = []
    var open: (name: ByteText, offset: Int)?
    var index = text.startIndex
    while let mark = text.firstRange(of: "{{<", from: index) {
      index = mark.upperBound
      var rest = text[mark.upperBound...].prefix(80).trimmed
      let isClosing = rest.hasPrefix("/")
      if isClosing { rest = rest.dropFirst().trimmed }
      let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      if isClosing, let begun = open, begun.name == name {
        ranges.append(begun.offset..<mark.upperBound)
        open = nil
      } else if !isClosing, open == nil, name.contains("code") || name.contains("highlight") {
        open = (name, mark.lowerBound)
      }
    }
    self.ranges = ranges
  }

  /// Whether an offset lies between two such shortcodes.
  func contains(_ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
