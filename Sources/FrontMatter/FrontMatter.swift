// This module owns the fences, YAML 1.2.2 and simple TOML as a tree of nodes with places in the file, what their
// scalars stand for, and the way back from text to a scalar. It knows nothing of sessions and which fields they
// have, and changes no file.

package import SourceText

/// The front matter of one file: where it stands, its fields, and what is wrong with it.
///
/// Total: any bytes give a value, problems are diagnostics, and what can be recovered of a broken block is
/// there. Costs one pass over the block; text is made when it is asked for.
package struct FrontMatter: Sendable {
  /// The fences, or nil when the file has no front matter.
  package let block: FrontMatterBlock?
  /// Problems in file order; see ``hasErrors``.
  package let diagnostics: [Diagnostic]
  /// The nodes that were read; empty when there is no front matter.
  package var tree: YAMLTree { shared.tree }
  private let shared: SharedTree

  /// Reads the bytes of a whole file; never fails.
  package init(parsing source: [UInt8]) {
    let fences = FenceScanner(source)
    block = fences.block
    guard let block = fences.block else {
      diagnostics = fences.diagnostics
      shared = SharedTree(YAMLTree(source, span: SourceSpan(0, 0)))
      return
    }
    let tree = FrontMatterReader.read(
      source, block.content, block.format, hasUnusualBytes: fences.hasUnusualBytes)
    diagnostics = fences.diagnostics + tree.diagnostics
    shared = SharedTree(tree)
  }

  /// The fences of front matter that says everything with the bytes it is written in, ASCII without a backslash; nil
  /// for other files. Found without reading the front matter.
  package static func fencesAroundPlainText(_ source: [UInt8]) -> FrontMatterBlock? {
    let fences = FenceScanner(source)
    guard let block = fences.block, !fences.hasUnusualBytes else { return nil }
    let backslash = source.firstOffset(of: UInt8(ascii: "\\"), in: block.content.range)
    return backslash == nil ? block : nil
  }

  /// Reads the bytes of a YAML file, which has no fences: its first document by the rules of front matter.
  ///
  /// A byte order mark and a first line `---` may stand before it.
  package init(parsingYAMLFile source: [UInt8]) {
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if source[start...].starts(with: "---\n".utf8) || source[start...].starts(with: "---\r\n".utf8) {
      start += 3
    }
    let tree = FrontMatterReader.read(
      source, SourceSpan(start, source.count), .yaml, hasUnusualBytes: true)
    block = nil
    diagnostics = tree.diagnostics
    shared = SharedTree(tree)
  }

  /// The text below the front matter; the whole file when there is none.
  package var body: SourceSpan {
    block?.body ?? SourceSpan(0, shared.tree.source.count)
  }

  /// Whether the front matter must not be edited: some of it was not understood, or says two things.
  package var hasErrors: Bool {
    diagnostics.contains { $0.severity == .error }
  }

  /// The whole front matter as a value: a mapping in a sound post; nil when there is none.
  package var root: FrontMatterValue? {
    guard let root = shared.tree.documents.first?.root, root >= 0 else { return nil }
    return FrontMatterValue(shared, root)
  }

  /// The entries at the top level, in file order.
  package var fields: [FrontMatterField] {
    guard let root, root.kind == .mapping else { return [] }
    return root.entries.map { FrontMatterField(key: $0.key.text ?? "", keyValue: $0.key, value: $0.value) }
  }

  /// The value of the last top-level entry whose key has the same bytes as `key`.
  package subscript(key: String) -> FrontMatterValue? {
    shared.mayHave(key: key) ? root?[key] : nil
  }
}

/// One entry at the top level of front matter.
package struct FrontMatterField: Sendable {
  /// The key's text.
  package let key: String
  /// The key as a value, with its style and place.
  package let keyValue: FrontMatterValue
  /// What stands behind the colon; absent values are there, too (``FrontMatterValue/isAbsent``).
  package let value: FrontMatterValue

  /// Where the key stands, with its quotes.
  package var keySpan: SourceSpan { keyValue.span }
  /// From the key to the end of the value, without the line ending.
  package var span: SourceSpan {
    SourceSpan(keySpan.lowerBound, max(value.span.upperBound, keySpan.upperBound + 1))
  }
}
