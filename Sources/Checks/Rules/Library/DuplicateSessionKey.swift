internal import FrontMatter
internal import ReadingsCatalog
internal import SourceText

/// Posts that would be called by the same key.
enum DuplicateSessionKey: LibraryRule {
  static let rule = Rule(
    "duplicate-session-key", .warning, .library, meaning: "two posts have the same key",
    explanation:
      "A session's key is the name of its file. Where two files share it, both are called by their path "
      + "instead, and links to their pages may clash.",
    examples: [
      RuleExample(files: [
        .init("2025/maps.md", "⟦---⟧\ntitle: Maps\n---\n"),
        .init("2024/maps.md", "---\ntitle: Old Maps\n---\n"),
      ])
    ])
  static let rules = [rule]

  static func check(_ library: LibraryContext, _ report: inout LibraryFindings) {
    var first: [String: LibraryContext.Post] = [:]
    for post in library.posts where post.matter.block != nil {
      guard let key = key(of: post) else { continue }
      guard let other = first[key] else {
        first[key] = post
        continue
      }
      let fence = post.matter.block?.openingFence.lowerBound ?? 0
      let span = SourceSpan(fence, fence + 3)
      report.add(
        rule, "'\(other.file.path)' has the key '\(key)' as well; both are called by their paths",
        in: post.file,
        at: span, related: [Finding.Related("the other post", in: other.file, at: SourceSpan(0, 0))])
    }
  }

  /// The file's name without extension and hyphens at its end; nil for `index` and `README`, which folders are full of.
  private static func key(of post: LibraryContext.Post) -> String? {
    var stem = post.name
    if let dot = stem.lastIndex(of: "."), dot > stem.startIndex { stem = stem[..<dot] }
    while stem.hasSuffix("-") { stem.removeLast() }
    return ["index", "_index", "readme"].contains(stem.lowercased()) || stem.isEmpty ? nil : String(stem)
  }
}
