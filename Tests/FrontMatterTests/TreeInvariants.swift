import FrontMatter
import SourceText
import Testing

/// What holds of every tree: checked on each parse in these tests.
enum TreeInvariants {
  /// The first broken invariant in words, or nil.
  static func violation(_ post: FrontMatter, _ source: [UInt8]) -> String? {
    if let block = post.block {
      let start = block.hasByteOrderMark ? 3 : 0
      let parts = [block.openingFence, block.content, block.closingFence, block.body]
      var end = start
      for part in parts {
        if part.lowerBound != end { return "parts do not tile: \(part) after \(end)" }
        end = part.upperBound
      }
      if end != source.count { return "parts end at \(end) of \(source.count)" }
    } else if post.body != SourceSpan(0, source.count) {
      return "the body without front matter is not the file"
    }
    for diagnostic in post.diagnostics {
      if diagnostic.span.upperBound > source.count { return "\(diagnostic.id) lies outside the file" }
      if diagnostic.id.contains(where: { !$0.isLetter && !$0.isNumber && $0 != "-" }) { return diagnostic.id }
    }
    return violation(post.tree)
  }

  static func violation(_ tree: YAMLTree) -> String? {
    var stack = tree.documents.map(\.root).filter { $0 >= 0 }
    var visited = 0
    while let node = stack.popLast() {
      visited += 1
      if visited > tree.nodes.count { return "a node has two parents" }
      let span = tree.nodes[Int(node)].span
      if !tree.span.contains(span) { return "node \(span) outside \(tree.span)" }
      var end = span.lowerBound
      let children = tree.children(of: node)
      for child in children {
        let childSpan = tree.nodes[Int(child)].span
        // Tables of TOML may be added to from anywhere in the file.
        if tree.isTOML { continue }
        if !span.contains(childSpan) { return "child \(childSpan) outside \(span)" }
        if childSpan.lowerBound < end { return "child \(childSpan) before \(end)" }
        end = childSpan.upperBound
      }
      if tree.nodes[Int(node)].kind == .mapping, children.count % 2 == 1 { return "a key without value" }
      stack += children
    }
    return nil
  }
}
