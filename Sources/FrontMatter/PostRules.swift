import SourceText

/// What is sound YAML, yet not read as it looks by Jekyll, or of no use in a post.
struct PostRules {
  private let tree: YAMLTree
  private var problems = ProblemList()

  static func check(_ tree: YAMLTree) -> [Diagnostic] {
    var rules = PostRules(tree: tree)
    rules.checkRoot()
    for node in tree.nodes {
      if node.properties >= 0 { rules.checkTag(node) }
      if node.indicator >= 0 { rules.checkIndicator(Int(node.indicator)) }
      if node.end - node.start == 2 { rules.checkMergeKey(node) }
    }
    return rules.problems.finished()
  }

  private init(tree: YAMLTree) {
    self.tree = tree
  }

  private mutating func checkRoot() {
    guard let document = tree.documents.first, document.root >= 0 else { return }
    let root = tree.nodes[Int(document.root)]
    guard root.kind != .mapping, !root.flags.contains(.empty) else { return }
    let first = root.span.lowerBound
    problems.add(
      .error, "not-a-mapping", "front matter must be a mapping of 'key: value' entries",
      at: SourceSpan(first, min(first + 1, root.span.upperBound)))
  }

  /// Tags beyond the core schema are read as text or plain collections here, and as more by some readers.
  private mutating func checkTag(_ node: YAMLNode) {
    let known = ["!", "str", "int", "float", "bool", "null", "map", "seq", "timestamp"]
    let entry = tree.properties[Int(node.properties)]
    guard let tag = tree.fullTag(entry) else { return }
    let name = tag.hasPrefix("tag:yaml.org,2002:") ? String(tag.dropFirst(18)) : tag
    guard !known.contains(name) else { return }
    problems.add(
      .warning, "unknown-tag", "a tag other than those of YAML's core schema has no effect", at: entry.tag)
  }

  private mutating func checkIndicator(_ offset: Int) {
    let next = offset + 1
    guard next < tree.span.upperBound, tree.source[next] == 0x09, tree.source[offset] != 0x3A else { return }
    problems.add(
      .warning, "tab-after-indicator", "Jekyll does not read a tab behind '-' or '?'",
      at: SourceSpan(next, next + 1))
  }

  private mutating func checkMergeKey(_ node: YAMLNode) {
    guard node.kind == .scalar, node.style == .plain, tree.source[Int(node.start)] == 0x3C,
      tree.source[Int(node.start) + 1] == 0x3C, !node.flags.contains(.verbatim)
    else { return }
    problems.add(
      .warning, "merge-key", "'<<' is read as a key like any other; entries are not merged", at: node.span)
  }
}
