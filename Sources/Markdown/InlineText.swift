import SourceText

/// Reads the text of inlines and link targets out of the source: the same for a tree and for a renderer.
struct InlineText {
  let bytes: [UInt8]
  let lines: [LineSlice]
  /// Whether the text is a table cell's, where `\|` is a pipe.
  var isInTable = false

  /// Adds the content of a code span: line endings as spaces, one space at each end left out where both have
  /// one (CommonMark 0.31.2, 6.1). In a table cell, `\|` is a pipe.
  func appendCode(_ node: InlineNode, to output: inout [UInt8]) {
    var start = node.startOffset
    while bytes[start] == 0x60 { start += 1 }
    let end = node.endOffset - (start - node.startOffset)
    let first = output.count
    appendLines(from: start, to: end, line: node.payload, separator: 0x20, to: &output)
    if isInTable { Self.unescapePipes(in: &output, from: first) }
    if output.count - first >= 2, output[first] == 0x20, output[output.count - 1] == 0x20,
      output[first...].contains(where: { $0 != 0x20 })
    {
      output.removeLast()
      output.remove(at: first)
    }
  }

  static func unescapePipes(in output: inout [UInt8], from first: Int) {
    var index = first
    for next in first..<output.count {
      if output[next] == 0x5C, next + 1 < output.count, output[next + 1] == 0x7C { continue }
      output[index] = output[next]
      index += 1
    }
    output.removeLast(output.count - index)
  }

  /// Adds raw HTML as it is written, markers of containers between its lines left out.
  func appendRaw(_ node: InlineNode, to output: inout [UInt8]) {
    let first = output.count
    defer { if isInTable { Self.unescapePipes(in: &output, from: first) } }
    appendLines(
      from: node.startOffset, to: node.endOffset, line: node.payload, separator: 0x0A,
      to: &output)
  }

  func appendLines(from start: Int, to end: Int, line: Int, separator: UInt8, to output: inout [UInt8]) {
    var index = start
    var line = line
    while true {
      let lineEnd = min(end, lines[line].end)
      if index < lineEnd { output += bytes[index..<lineEnd] }
      if lineEnd == end || line + 1 >= lines.count { return }
      output.append(separator)
      line += 1
      index = lines[line].start
    }
  }

  /// Adds a title, decoded.
  func appendTitle(_ target: LinkTarget, to output: inout [UInt8]) {
    guard target.titleLine >= 0 else { return }
    var raw: [UInt8] = []
    appendLines(
      from: target.titleStart, to: target.titleEnd, line: target.titleLine, separator: 0x0A,
      to: &raw)
    TextDecoder.append(raw, from: 0, to: raw.count, isInTable: target.isInTable, to: &output)
  }

  /// Adds a destination, decoded.
  func appendDestination(_ target: LinkTarget, to output: inout [UInt8]) {
    TextDecoder.append(
      bytes, from: target.destinationStart, to: target.destinationEnd, isInTable: target.isInTable,
      to: &output)
  }

  /// Adds the destination of an autolink, with the scheme that it implies. As in CommonMark 0.31.2, 6.5 and on
  /// GitHub, nothing in it is an escape or entity.
  func appendAutolinkDestination(_ node: InlineNode, to output: inout [UInt8]) {
    let isBare = node.flags.contains(.bare)
    let start = node.startOffset + (isBare ? 0 : 1)
    let end = node.endOffset - (isBare ? 0 : 1)
    if node.flags.contains(.www) { output += "http://".utf8 }
    if node.flags.contains(.email), !bytes[start..<end].contains(0x3A) { output += "mailto:".utf8 }
    output += bytes[start..<end]
  }

  /// Adds the text of one node that has no children; nothing for the others.
  func appendText(_ node: InlineNode, to output: inout [UInt8]) {
    let (start, end) = (node.startOffset, node.endOffset)
    switch node.kind {
    case .text: TextDecoder.append(bytes, from: start, to: end, isInTable: isInTable, to: &output)
    case .code: appendCode(node, to: &output)
    case .rawHTML: appendRaw(node, to: &output)
    case .liquid, .footnoteReference: output += bytes[start..<end]
    case .autolink:
      let margin = node.flags.contains(.bare) ? 0 : 1
      output += bytes[start + margin..<end - margin]
    case .softBreak: output.append(0x20)
    case .hardBreak: output.append(0x0A)
    default: break
    }
  }
}
