import SourceText

extension InlineParser {
  /// Turns items, with the matches of their delimiter runs, into nodes in preorder.
  mutating func buildTree() {
    var open: [Int] = []
    nodes.reserveCapacity(items.count + matches.count)
    for item in items {
      if item.flags.contains(.delimiterRun) {
        build(delimiters[item.payload], &open)
      } else if item.flags.contains(.opening) {
        open.append(nodes.count)
        nodes.append(item)
      } else if item.flags.contains(.closing) {
        closeNode(&open, at: item.endOffset)
      } else {
        addNode(item)
      }
    }
  }

  private mutating func build(_ run: Delimiter, _ open: inout [Int]) {
    var position = run.start
    for match in 0..<run.matchCount {
      position += matches[run.firstMatch + match].length
      closeNode(&open, at: position)
    }
    if run.remaining > 0 { addNode(InlineNode(.text, position, position + run.remaining)) }
    position += run.remaining
    var match = run.lastOpened
    while match >= 0 {
      let length = matches[match].length
      let kind: InlineKind = run.byte == 0x7E ? .strikethrough : length == 2 ? .strong : .emphasis
      open.append(nodes.count)
      nodes.append(InlineNode(kind, position, position + length))
      position += length
      match = matches[match].previousOpened
    }
  }

  private mutating func closeNode(_ open: inout [Int], at end: Int) {
    guard let index = open.popLast() else { return }
    nodes[index].endOffset = end
    nodes[index].subtreeEndIndex = nodes.count
  }

  /// Adds a node without children; text that goes on where text ended becomes one node with it.
  private mutating func addNode(_ item: InlineNode) {
    if item.kind == .text, let last = nodes.last, last.kind == .text, last.endOffset == item.startOffset,
      last.subtreeEndIndex == nodes.count
    {
      nodes[nodes.count - 1].endOffset = item.endOffset
      return
    }
    var node = item
    node.flags.remove(.delimiterRun)
    node.subtreeEndIndex = nodes.count + 1
    nodes.append(node)
  }
}
