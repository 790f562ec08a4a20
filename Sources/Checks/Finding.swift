internal import ReadingsCatalog
package import SourceText

/// What a rule has to say of one place in a library.
package struct Finding: Sendable {
  /// A place in another file, or the same, that the finding has to do with.
  package struct Related: Sendable {
    package let message: String
    package let file: SourceFile
    package let span: SourceSpan

    package init(_ message: String, in file: SourceFile, at span: SourceSpan) {
      self.message = message
      self.file = file
      self.span = span
    }
  }

  /// The post; its bytes are empty when it could not be read.
  package let file: SourceFile
  /// Its severity is that of the level in force; its notes are places in the same file.
  package let diagnostic: Diagnostic
  /// Places in other files.
  package let related: [Related]

  package init(in file: SourceFile, _ diagnostic: Diagnostic, related: [Related] = []) {
    self.file = file
    self.diagnostic = diagnostic
    self.related = related
  }

  /// The rule's id.
  package var rule: String { diagnostic.id }
}

extension Finding {
  /// By path, place and rule.
  static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.file.path != right.file.path {
      return LibraryFolder.precedes(left.file.path, right.file.path)
    }
    return (left.diagnostic.span, left.rule, left.diagnostic.message)
      < (right.diagnostic.span, right.rule, right.diagnostic.message)
  }
}
