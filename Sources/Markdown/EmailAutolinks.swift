import SourceText

extension InlineParser {
  /// GFM 6.9: finds bare e-mail addresses in the text nodes outside links, once emphasis is known.
  mutating func linkEmailAddresses() {
    swap(&nodes, &items)
    nodes.removeAll(keepingCapacity: true)
    var open: [(old: Int, new: Int)] = []
    var linkEnd = 0
    for (index, node) in items.enumerated() {
      while let last = open.last, index >= items[last.old].subtreeEnd { closeNode(open.removeLast().new) }
      if node.kind == .link { linkEnd = max(linkEnd, node.subtreeEnd) }
      if node.kind == .text, index >= linkEnd {
        splitText(node)
        continue
      }
      if node.subtreeEnd > index + 1 { open.append((index, nodes.count)) }
      addNode(node)
    }
    while let last = open.popLast() { closeNode(last.new) }
  }

  private mutating func closeNode(_ index: Int) {
    nodes[index].subtreeEndIndex = nodes.count
  }

  private mutating func addNode(_ node: InlineNode) {
    var node = node
    node.subtreeEndIndex = nodes.count + 1
    nodes.append(node)
  }

  private mutating func splitText(_ node: InlineNode) {
    var start = node.startOffset
    let end = node.endOffset
    var index = start
    while index < end {
      guard bytes[index] == 0x40, let address = scanAddress(around: index, from: start, to: end) else {
        index += 1
        continue
      }
      if start < address.lowerBound { addNode(InlineNode(.text, start, address.lowerBound)) }
      addNode(InlineNode(.autolink, address.lowerBound, address.upperBound, flags: [.bare, .email]))
      start = address.upperBound
      index = start
    }
    if start < end { addNode(InlineNode(.text, start, end)) }
  }

  private func scanAddress(around at: Int, from start: Int, to end: Int) -> Range<Int>? {
    var first = at
    while first > start, bytes[first - 1].isAlphanumeric || isLocalMark(bytes[first - 1]) { first -= 1 }
    guard first < at else { return nil }
    let isXMPP = hasPrefix("xmpp:", before: first, from: start)
    if isXMPP { first -= 5 } else if hasPrefix("mailto:", before: first, from: start) { first -= 7 }
    var last = at + 1
    var dotCount = 0
    scan: while last < end {
      switch bytes[last] {
      case 0x40: return nil
      case 0x2E where last + 1 < end && bytes[last + 1].isAlphanumeric: dotCount += 1
      case 0x2F where isXMPP: break
      case let byte where byte.isAlphanumeric || byte == 0x2D || byte == 0x5F: break
      default: break scan
      }
      last += 1
    }
    guard dotCount > 0, bytes[last - 1].isLetter else { return nil }
    return first..<AutolinkEnd.trim(bytes, from: first, to: last)
  }

  private func isLocalMark(_ byte: UInt8) -> Bool {
    byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x5F
  }

  /// Whether that scheme stands before the address, as a word of its own.
  private func hasPrefix(_ scheme: String, before end: Int, from start: Int) -> Bool {
    let first = end - scheme.utf8.count
    guard first >= start, zip(bytes[first..<end], scheme.utf8).allSatisfy({ $0.lowercased == $1 }) else {
      return false
    }
    return first == start || !bytes[first - 1].isAlphanumeric
  }
}
