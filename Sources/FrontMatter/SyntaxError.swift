import SourceText

/// A place where the source is not YAML or TOML, thrown to the caller that reports or repairs it.
struct SyntaxError: Error {
  let id: String
  let message: String
  let span: SourceSpan
  /// Where the plain scalar of several lines starts that the error stands in, or -1.
  var scalarStart = -1

  init(_ id: String, _ message: String, at start: Int, to end: Int) {
    self.id = id
    self.message = message
    self.span = SourceSpan(start, end)
  }

  static func nestedMappingValue(at colon: Int) -> SyntaxError {
    SyntaxError(
      "nested-mapping-value", "a value that contains ': ' must be quoted", at: colon, to: colon + 1)
  }

  static func textAfterValue(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError("text-after-value", "nothing may follow a value on its line", at: start, to: end)
  }

  static func reservedIndicator(_ text: String, at start: Int) -> SyntaxError {
    SyntaxError(
      "reserved-indicator", "a value that starts with '\(text)' must be quoted", at: start,
      to: start + text.utf8.count)
  }

  static func tab(at offset: Int) -> SyntaxError {
    SyntaxError("tab-indentation", "a tab must not indent a line", at: offset, to: offset + 1)
  }

  static func unclosedQuote(at start: Int) -> SyntaxError {
    SyntaxError("unclosed-quote", "the quote is never closed", at: start, to: start + 1)
  }

  static func unclosedBracket(at start: Int) -> SyntaxError {
    SyntaxError("unclosed-bracket", "the bracket is never closed", at: start, to: start + 1)
  }

  static func missingComma(at start: Int) -> SyntaxError {
    SyntaxError(
      "missing-comma", "items inside brackets must be separated by commas", at: start, to: start + 1)
  }

  static func missingEquals(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError("missing-equals", "an entry must be 'key = value'", at: start, to: end)
  }

  static func keyTooLong(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError(
      "key-too-long", "a key without '?' has at most \(YAMLParser.keyLengthLimit) characters", at: start,
      to: end)
  }

  static func missingColon(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError("missing-colon", "an entry of a mapping must be 'key: value'", at: start, to: end)
  }

  static func repeatedProperty(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError("repeated-property", "a node has at most one anchor and one tag", at: start, to: end)
  }

  static func aliasWithProperties(at start: Int, to end: Int) -> SyntaxError {
    SyntaxError(
      "alias-with-properties", "an alias must not have an anchor or a tag", at: start, to: end)
  }

  static func tooDeeplyNested(at offset: Int) -> SyntaxError {
    SyntaxError(
      "too-deeply-nested", "collections nest more than \(YAMLTree.depthLimit) levels", at: offset,
      to: offset + 1)
  }
}
