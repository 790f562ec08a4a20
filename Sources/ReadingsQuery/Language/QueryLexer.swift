package import SourceText

/// Splits a query into words, quotation marks and parentheses.
struct QueryLexer {
  struct Token {
    enum Kind {
      case open, close, and, or
      /// `not`, or a `-` in front of something.
      case not
      case term(QueryTerm)
      case end
    }

    let kind: Kind
    let span: SourceSpan
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// White space, parentheses and quotation marks end a word.
  static func endsWord(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "\"")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Reads the next token; at the end, again and again the empty one there.
  mutating func nextToken() throws(QueryFailure) -> Token {
    while offset < bytes.count, QueryLexer.isSpace(bytes[offset]) { offset += 1 }
    let start = offset
    guard start < bytes.count else { return Token(kind: .end, span: SourceSpan(start, start)) }
    switch bytes[start] {
    case UInt8(ascii: "("): return mark(.open)
    case UInt8(ascii: ")"): return mark(.close)
    case UInt8(ascii: "-"): return mark(.not)
    case UInt8(ascii: "\""):
      let value = try parseValue()
      return try term(.anywhere, value, from: start, valueStart: start)
    default: return try parseWord()
    }
  }

  private mutating func mark(_ kind: Token.Kind) -> Token {
    offset += 1
    return Token(kind: kind, span: SourceSpan(offset - 1, offset))
  }

  private mutating func parseWord() throws(QueryFailure) -> Token {
    let start = offset
    let end = bytes[start...].firstIndex { QueryLexer.endsWord($0) } ?? bytes.count
    guard let colon = bytes[start..<end].firstIndex(of: UInt8(ascii: ":")) else {
      let value = try parseValue()
      let span = SourceSpan(start, offset)
      if !value.isPrefix, let kind = QueryLexer.keyword(value.text) { return Token(kind: kind, span: span) }
      return try term(.anywhere, value, from: start, valueStart: start)
    }
    let name = String(decoding: bytes[start..<colon], as: UTF8.self)
    guard let field = QueryField(named: name) else {
      throw unknownField(name, SourceSpan(start, max(colon, start + 1)))
    }
    offset = colon + 1
    let valueStart = offset
    if valueStart == bytes.count || QueryLexer.isSpace(bytes[valueStart])
      || bytes[valueStart] == UInt8(ascii: ")")
    {
      throw QueryFailure(
        "missing-value", "'\(field):' needs a value right after the colon", SourceSpan(start, valueStart))
    }
    if bytes[valueStart] == UInt8(ascii: "(") {
      throw QueryFailure(
        "missing-value", "'\(field):' takes one value; write (\(field):a or \(field):b) for several",
        SourceSpan(start, valueStart + 1))
    }
    let value = try parseValue()
    return try term(field, value, from: start, valueStart: valueStart)
  }

  private static func keyword(_ text: String) -> Token.Kind? {
    switch text.lowercased() {
    case "and": .and
    case "or": .or
    case "not": .not
    default: nil
    }
  }

  private func term(
    _ field: QueryField, _ value: (text: String, isPrefix: Bool), from start: Int, valueStart: Int
  ) throws(QueryFailure) -> Token {
    do throws(QueryTerm.Failure) {
      let term = try QueryTerm(field, value.text, isPrefix: value.isPrefix)
      return Token(kind: .term(term), span: SourceSpan(start, offset))
    } catch {
      throw QueryFailure("unknown-value", error.message, SourceSpan(valueStart, offset))
    }
  }

  /// Reads a word or a quoted text, and a `*` that follows it.
  private mutating func parseValue() throws(QueryFailure) -> (text: String, isPrefix: Bool) {
    if bytes[offset] == UInt8(ascii: "\"") {
      let text = try parseQuoted()
      let isPrefix = offset < bytes.count && bytes[offset] == UInt8(ascii: "*")
      if isPrefix { offset += 1 }
      return (text, isPrefix)
    }
    let start = offset
    offset = bytes[start...].firstIndex { QueryLexer.endsWord($0) } ?? bytes.count
    let isPrefix = bytes[offset - 1] == UInt8(ascii: "*")
    return (String(decoding: bytes[start..<(isPrefix ? offset - 1 : offset)], as: UTF8.self), isPrefix)
  }

  /// Reads from one quotation mark to the next; a backslash takes the character after it as it is.
  private mutating func parseQuoted() throws(QueryFailure) -> String {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      if bytes[offset] == UInt8(ascii: "\\"), offset + 1 < bytes.count { offset += 1 }
      text.append(bytes[offset])
      offset += 1
    }
    guard offset < bytes.count else {
      throw QueryFailure(
        "unclosed-quote", "this quotation mark is never closed", SourceSpan(start, start + 1))
    }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  private func unknownField(_ name: String, _ span: SourceSpan) -> QueryFailure {
    if name.isEmpty { return QueryFailure("unknown-field", "a field must stand before the colon", span) }
    if ["http", "https"].contains(name.lowercased()) {
      return QueryFailure(
        "unknown-field", "an address is no field; papers are found by 'arxiv:' and 'doi:'", span)
    }
    let candidates = QueryField.Name.allCases.map(\.rawValue)
    let hint =
      Suggestion.closest(to: name, among: candidates).map { "did you mean '\($0)'?" }
      ?? "text with a colon goes in quotation marks"
    return QueryFailure("unknown-field", "unknown field '\(name)'; \(hint)", span)
  }
}

/// Why a text is no query, and where.
package struct QueryFailure: Error, Hashable {
  /// An error whose span lies in the text of the query.
  package let diagnostic: Diagnostic

  init(_ id: String, _ message: String, _ span: SourceSpan) {
    diagnostic = Diagnostic(.error, id, message, at: span)
  }
}
