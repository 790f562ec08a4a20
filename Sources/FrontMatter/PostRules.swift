import SourceText

/// Reports what is sound YAML, yet not read as it looks by Jekyll, or of no use in a post.
extension YAMLParser {
  mutating func checkPostRules() {
    checkRoot()
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      if node.properties >= 0 { checkTag(node) }
      if node.indicator >= 0 { checkIndicator(Int(node.indicator)) }
      if node.end - node.start == 2 { checkMergeKey(node) }
      index += 1
    }
  }

  private mutating func checkRoot() {
    guard let root = documents.first?.root, root >= 0 else { return }
    let node = nodes[Int(root)]
    guard node.kind != .mapping, !node.flags.contains(.empty) else { return }
    let start = Int(node.start)
    problems.add(
      .error, "not-a-mapping", "front matter must be a mapping of 'key: value' entries",
      at: SourceSpan(start, min(start + 1, Int(node.end))))
  }

  /// Tags beyond the core schema are read as text or plain collections here, and as more by some readers.
  private mutating func checkTag(_ node: YAMLNode) {
    let known = ["!", "str", "int", "float", "bool", "null", "map", "seq", "timestamp"]
    let entry = properties[Int(node.properties)]
    guard let tag = YAMLTag.full(entry, in: bytes, documents) else { return }
    let name = tag.hasPrefix("tag:yaml.org,2002:") ? String(tag.dropFirst(18)) : tag
    guard !known.contains(name) else { return }
    problems.add(
      .warning, "unknown-tag", "a tag other than those of YAML's core schema has no effect", at: entry.tag)
  }

  private mutating func checkIndicator(_ indicator: Int) {
    let next = indicator + 1
    guard next < end, bytes[next] == 0x09, bytes[indicator] != 0x3A else { return }
    problems.add(
      .warning, "tab-after-indicator", "Jekyll does not read a tab behind '-' or '?'",
      at: SourceSpan(next, next + 1))
  }

  private mutating func checkMergeKey(_ node: YAMLNode) {
    guard bytes[Int(node.start)] == 0x3C, bytes[Int(node.start) + 1] == 0x3C, node.kind == .scalar,
      node.style == .plain, !node.flags.contains(.verbatim)
    else { return }
    problems.add(
      .warning, "merge-key", "'<<' is read as a key like any other; entries are not merged", at: node.span)
  }
}
