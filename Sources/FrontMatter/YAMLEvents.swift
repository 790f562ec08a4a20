import SourceText

extension YAMLTree {
  /// The event lines that yaml-test-suite compares; documents after a syntax error are missing.
  package func eventLines() -> [String] {
    var lines = ["+STR"]
    for document in documents where document.root >= 0 {
      lines.append(document.startsExplicitly ? "+DOC ---" : "+DOC")
      appendEvents(from: document.root, to: &lines)
      lines.append(document.endsExplicitly ? "-DOC ..." : "-DOC")
    }
    lines.append("-STR")
    return lines
  }

  private func appendEvents(from root: Int32, to lines: inout [String]) {
    // A negative entry closes the collection of its complement.
    var stack = [root]
    while let entry = stack.popLast() {
      if entry < 0 {
        lines.append(nodes[Int(~entry)].kind == .sequence ? "-SEQ" : "-MAP")
        continue
      }
      let node = nodes[Int(entry)]
      switch node.kind {
      case .alias:
        lines.append("=ALI " + String(decoding: source[node.span.range], as: UTF8.self))
      case .scalar:
        lines.append("=VAL" + propertyText(entry) + " " + marker(node) + escapedText(entry))
      case .sequence, .mapping:
        let brackets = node.kind == .sequence ? " []" : " {}"
        let opening = node.kind == .sequence ? "+SEQ" : "+MAP"
        lines.append(opening + (node.style == .flow ? brackets : "") + propertyText(entry))
        stack.append(~entry)
        stack.append(contentsOf: children(of: entry).reversed())
      }
    }
  }

  private func propertyText(_ node: Int32) -> String {
    let entry = properties(of: node)
    var result = ""
    if !entry.anchor.isEmpty { result += " &" + String(decoding: source[entry.anchor.range], as: UTF8.self) }
    if let tag = tag(of: node) { result += " <\(tag)>" }
    return result
  }

  private func marker(_ node: YAMLNode) -> String {
    switch node.style {
    case .plain, .flow, .block: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private func escapedText(_ node: Int32) -> String {
    var result: [UInt8] = []
    for byte in textBytes(of: node) {
      switch byte {
      case 0x5C: result += [0x5C, 0x5C]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x0D: result += [0x5C, 0x72]
      case 0x09: result += [0x5C, 0x74]
      case 0x08: result += [0x5C, 0x62]
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
