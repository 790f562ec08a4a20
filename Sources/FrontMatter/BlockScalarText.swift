import SourceText

/// Reads the text of a literal or folded scalar (YAML 1.2.2, 8.1).
struct BlockScalarText {
  private enum Chomping { case clip, strip, keep }

  private let bytes: [UInt8]
  private let end: Int
  private let contentEnd: Int
  private let indent: Int
  private let isFolded: Bool
  private var chomping = Chomping.clip
  private var contentStart: Int

  init(_ node: YAMLNode, in bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
    contentEnd = Int(node.end)
    indent = max(0, Int(node.link))
    isFolded = node.style == .folded
    var index = Int(node.start) + 1
    var isHeader = true
    while index < end, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index].isSpaceOrTab { isHeader = false }
      if isHeader, bytes[index] == 0x2B { chomping = .keep }
      if isHeader, bytes[index] == 0x2D { chomping = .strip }
      index += 1
    }
    contentStart = index
  }

  private func isBreak(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private func afterBreak(_ index: Int) -> Int {
    index + (bytes[index] == 0x0D && index + 1 < end && bytes[index + 1] == 0x0A ? 2 : 1)
  }

  func decoded() -> [UInt8] {
    var result: [UInt8] = []
    var index = contentStart
    // Line endings since the last line with text, and whether that line was more indented.
    var breakCount = 0
    var wasSpaced = false
    var hasText = false
    if index < end { index = afterBreak(index) }
    while index < end, index <= contentEnd {
      let lineStart = index
      while index < contentEnd, bytes[index] == 0x20, index - lineStart < indent { index += 1 }
      let textStart = index
      while index < contentEnd, !isBreak(index) { index += 1 }
      if index > textStart {
        let isSpaced = isFolded && bytes[textStart].isSpaceOrTab
        appendBreaks(breakCount, hasText, wasSpaced || isSpaced, &result)
        result += bytes[textStart..<index]
        breakCount = 0
        hasText = true
        wasSpaced = isSpaced
      }
      // A last line without line ending counts as ended when it is not empty, yet all white space.
      guard index < end else {
        if index > lineStart, bytes[lineStart..<index].allSatisfy(\.isSpaceOrTab) { breakCount += 1 }
        break
      }
      if index >= contentEnd, !isBreak(index) { break }
      breakCount += 1
      index = afterBreak(index)
    }
    switch chomping {
    case .strip: break
    case .clip: if hasText, breakCount > 0 { result.append(0x0A) }
    case .keep: result.append(contentsOf: repeatElement(0x0A, count: breakCount))
    }
    return result
  }

  private func appendBreaks(_ count: Int, _ hasText: Bool, _ isSpaced: Bool, _ result: inout [UInt8]) {
    if !isFolded || isSpaced || !hasText {
      result.append(contentsOf: repeatElement(0x0A, count: count))
    } else if count == 1 {
      result.append(0x20)
    } else if count > 1 {
      result.append(contentsOf: repeatElement(0x0A, count: count - 1))
    }
  }
}
