import SourceText

/// What is sound YAML, yet not read as it looks by Jekyll, or of no use in a post.
struct PostRules {
  private let tree: YAMLTree
  private var problems = ProblemList()

  static func check(_ tree: YAMLTree) -> [Diagnostic] {
    var rules = PostRules(tree: tree)
    rules.checkRoot()
    rules.checkTags()
    rules.checkIndicators()
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
  private mutating func checkTags() {
    let known = ["!", "str", "int", "float", "bool", "null", "map", "seq", "timestamp"]
    for (index, node) in tree.nodes.enumerated() where node.properties >= 0 {
      guard let tag = tree.tag(of: Int32(index)) else { continue }
      let name = tag.hasPrefix("tag:yaml.org,2002:") ? String(tag.dropFirst(18)) : tag
      guard !known.contains(name) else { continue }
      problems.add(
        .warning, "unknown-tag", "a tag other than those of YAML's core schema has no effect",
        at: tree.properties(of: Int32(index)).tag)
    }
  }

  private mutating func checkIndicators() {
    for node in tree.nodes {
      if node.indicator >= 0 {
        let next = Int(node.indicator) + 1
        let mark = tree.source[next - 1]
        if mark == 0x2D || mark == 0x3F, next < tree.span.upperBound, tree.source[next] == 0x09 {
          problems.add(
            .warning, "tab-after-indicator", "Jekyll does not read a tab behind '-' or '?'",
            at: SourceSpan(next, next + 1))
        }
      }
      if node.kind == .scalar, node.style == .plain, node.end - node.start == 2,
        tree.source[Int(node.start)] == 0x3C, tree.source[Int(node.start) + 1] == 0x3C,
        !node.flags.contains(.verbatim)
      {
        problems.add(
          .warning, "merge-key", "'<<' is read as a key like any other; entries are not merged", at: node.span
        )
      }
    }
  }
}
