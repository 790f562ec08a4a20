/// The named character references (CommonMark 0.31.2, 6.2; HTML 5, 13.5), looked up by binary search.
enum NamedEntities {
  /// The longest name, `CounterClockwiseContourIntegral`.
  static let maximumNameLength = 31

  /// Where in the table each name starts; made once.
  private static let starts: [Int32] = {
    var starts: [Int32] = []
    table.withUTF8Buffer { text in
      var isStart = true
      for (index, byte) in text.enumerated() {
        let isSpace = byte == 0x20 || byte == 0x0A
        if isStart, !isSpace { starts.append(Int32(index)) }
        isStart = isSpace
      }
    }
    return starts
  }()

  /// Adds the characters that a name stands for. Returns false when there is no such name.
  static func append(_ name: ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    guard name.count <= maximumNameLength else { return false }
    let starts = starts
    return table.withUTF8Buffer { text in
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        let start = Int(starts[middle])
        switch compare(name, text, start) {
        case 0:
          appendScalars(text, from: start + name.count + 1, to: &output)
          return true
        case let order where order < 0: high = middle
        default: low = middle + 1
        }
      }
      return false
    }
  }

  private static func compare(_ name: ArraySlice<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int)
    -> Int
  {
    var index = start
    for byte in name {
      if text[index] == 0x3D { return 1 }
      if byte != text[index] { return byte < text[index] ? -1 : 1 }
      index += 1
    }
    return text[index] == 0x3D ? 0 : -1
  }

  private static func appendScalars(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, to output: inout [UInt8]
  ) {
    var value: UInt32 = 0
    var index = start
    while index < text.count, text[index] != 0x20, text[index] != 0x0A {
      if text[index] == 0x2B {
        TextDecoder.append(scalar: value, to: &output)
        value = 0
      } else {
        value = value << 4 | UInt32(text[index] <= 0x39 ? text[index] - 0x30 : text[index] - 0x37)
      }
      index += 1
    }
    TextDecoder.append(scalar: value, to: &output)
  }
}
