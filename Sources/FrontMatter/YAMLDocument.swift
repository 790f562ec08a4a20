import SourceText

/// One document of a stream.
package struct YAMLDocument: Sendable {
  /// The index of the root node.
  package var root: Int32 = -1
  /// Whether `---` stands before the content.
  package var startsExplicitly = false
  /// Whether `...` stands behind the content.
  package var endsExplicitly = false
  var tagDirectives: [TagDirective] = []

  struct TagDirective: Sendable {
    let handle: SourceSpan
    let prefix: SourceSpan
  }

  /// The span of the prefix that a `%TAG` line of this document gives to a handle.
  func prefix(of handle: SourceSpan, in bytes: [UInt8]) -> SourceSpan? {
    tagDirectives.first { bytes[$0.handle.range] == bytes[handle.range] }?.prefix
  }
}

extension YAMLParser {
  /// Reads all documents; after a syntax error the rest is left out (YAML 1.2.2, 9.2).
  mutating func parseStream() {
    do {
      while try parseDocument() {}
    } catch {
      problems.add(.error, error.id, error.message, at: error.span)
    }
  }

  /// Reads one document; false at the end of the stream.
  private mutating func parseDocument() throws(SyntaxError) -> Bool {
    if offset + 3 <= end, bytes[offset] == 0xEF, bytes[offset + 1] == 0xBB, bytes[offset + 2] == 0xBF {
      offset += 3
      lineStart = offset
    }
    var document = YAMLDocument()
    var hasVersion = false
    var hasDirectives = false
    while true {
      skipToContent()
      if offset >= end {
        if hasDirectives { throw missingDocumentStart() }
        return false
      }
      guard offset == lineStart else { break }
      if bytes[offset] == 0x25 {
        hasDirectives = true
        try parseDirective(&document, &hasVersion)
        continue
      }
      guard isDocumentMarker(offset), bytes[offset] == 0x2E else { break }
      if hasDirectives { throw missingDocumentStart() }
      try parseDocumentEnd()
    }
    if isDocumentMarker(offset), offset == lineStart {
      document.startsExplicitly = true
      offset += 3
    } else if hasDirectives {
      throw missingDocumentStart()
    } else {
      offset = lineStart
    }
    documents.append(document)
    anchors.removeAll()
    documents[documents.count - 1].root = try parseDocumentContent()
    if offset < end, bytes[offset] == 0x2E {
      documents[documents.count - 1].endsExplicitly = true
      try parseDocumentEnd()
    }
    return true
  }

  private func missingDocumentStart() -> SyntaxError {
    SyntaxError(
      "missing-document-start", "'---' must follow directives", at: min(offset, end), to: min(offset + 1, end)
    )
  }

  private mutating func parseDocumentEnd() throws(SyntaxError) {
    let start = offset
    offset += 3
    skipToContent()
    guard offset >= end || isAtLineStart else {
      throw SyntaxError("text-after-value", "nothing may follow '...' on its line", at: start, to: offset)
    }
  }

  /// Reads a line `%YAML`, `%TAG` or of a reserved kind (YAML 1.2.2, 6.8).
  private mutating func parseDirective(
    _ document: inout YAMLDocument, _ hasVersion: inout Bool
  ) throws(SyntaxError) {
    let start = offset
    let words = scanDirectiveWords()
    let name = words.first.map { bytes[$0.range] } ?? []
    let malformed = SyntaxError(
      "malformed-directive", "a directive must be '%YAML 1.2' or '%TAG handle prefix'", at: start, to: offset)
    if name.elementsEqual("%YAML".utf8) {
      guard words.count == 2, isVersion(words[1]) else { throw malformed }
      guard !hasVersion else {
        throw SyntaxError(
          "repeated-directive", "a document has at most one %YAML line", at: start, to: offset)
      }
      hasVersion = true
    } else if name.elementsEqual("%TAG".utf8) {
      guard words.count == 3, bytes[words[1].lowerBound] == 0x21 else { throw malformed }
      guard document.prefix(of: words[1], in: bytes) == nil else {
        throw SyntaxError(
          "repeated-directive", "a document declares a tag handle once", at: start, to: offset)
      }
      document.tagDirectives.append(YAMLDocument.TagDirective(handle: words[1], prefix: words[2]))
    }
  }

  private func isVersion(_ word: SourceSpan) -> Bool {
    let parts = bytes[word.range].split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }

  /// The words of the line at `offset` up to a comment; moves to the line's end.
  private mutating func scanDirectiveWords() -> [SourceSpan] {
    var words: [SourceSpan] = []
    while true {
      skipSpacesAndTabs()
      if isLineEnd(offset) { return words }
      let start = offset
      if bytes[start] == 0x23 {
        while !isLineEnd(offset) { offset += 1 }
        return words
      }
      while !isBlank(offset) { offset += 1 }
      words.append(SourceSpan(start, offset))
    }
  }
}
