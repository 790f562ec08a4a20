internal import FrontMatter
internal import SourceText

/// The documents of YAML, or the front matter of a post, as JSON texts with what is wrong with the source.
struct JSONValues {
  /// One JSON text on one line for each document.
  private(set) var texts: [[UInt8]] = []
  /// In file order.
  private(set) var diagnostics: [Diagnostic]

  /// The documents of a stream, with types of the core schema (YAML 1.2.2, 10.3); none when it is invalid.
  ///
  /// That a mapping repeats a key leaves its value open but the stream readable, so it is a warning here.
  static func stream(_ bytes: [UInt8]) -> JSONValues {
    let tree = YAMLTree(parsing: bytes)
    var values = JSONValues(diagnostics: tree.diagnostics.map(warningForDuplicateKey))
    guard !values.hasErrors else { return values }
    for document in tree.documents { values.add(document, in: tree, schema: .core) }
    if values.hasErrors { values.texts = [] }
    return values
  }

  /// The front matter of a post with the types that Jekyll gives, also where parts of it had to be mended: `null`
  /// when there is none, an empty object when nothing stands between the fences.
  static func frontMatter(_ bytes: [UInt8]) -> JSONValues {
    let matter = FrontMatter(parsing: bytes)
    var values = JSONValues(diagnostics: matter.diagnostics)
    if let document = matter.tree.documents.first, let root = matter.root, !root.isNull {
      values.add(document, in: matter.tree, schema: .jekyll)
    } else {
      values.texts = [Array((matter.block == nil ? "null" : "{}").utf8)]
    }
    return values
  }

  private init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  private var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private mutating func add(_ document: YAMLDocument, in tree: YAMLTree, schema: ScalarSchema) {
    do throws(YAMLExpansionError) {
      texts.append(try YAMLJSONWriter.json(of: document, in: tree, schema: schema))
    } catch {
      let span = document.root < 0 ? SourceSpan(0, 0) : tree.nodes[Int(document.root)].span
      let start = SourceSpan(span.lowerBound, span.lowerBound)
      switch error {
      case .tooManyAliases:
        let limit = YAMLJSONWriter.aliasLimit
        diagnostics.append(
          Diagnostic(
            .error, "too-many-aliases", "more than \(limit) aliases are not written out", at: start))
      case .tooLarge:
        let limit = YAMLJSONWriter.byteLimit
        diagnostics.append(
          Diagnostic(
            .error, "aliases-too-large", "aliases make the document larger than \(limit) bytes", at: start))
      }
    }
  }

  private static func warningForDuplicateKey(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.id == "duplicate-key" else { return diagnostic }
    return Diagnostic(
      .warning, diagnostic.id, diagnostic.message, at: diagnostic.span, notes: diagnostic.notes,
      fix: diagnostic.fix)
  }
}
