internal import ReadingsCatalog

/// A field with a value to look for: the smallest query.
package struct QueryTerm: Sendable, Hashable, CustomStringConvertible {
  /// Why a value does not suit its field.
  package struct Failure: Error, Hashable {
    /// A lowercase phrase without a full stop, with what may have been meant.
    package let message: String

    init(_ message: String) {
      self.message = message
    }
  }

  /// Where to look.
  package let field: QueryField
  /// What to look for, without quotation marks and without the `*` of a prefix.
  package let value: String
  /// Whether it is enough to start with the value.
  package let isPrefix: Bool
  /// The condition that the term stands for.
  package let predicate: Predicate

  /// A term, if the value suits the field.
  package init(_ field: QueryField, _ value: String, isPrefix: Bool = false) throws(Failure) {
    if value.isEmpty, !isPrefix { throw Failure(QueryTerm.emptyValue(field)) }
    self.field = field
    self.value = value
    self.isPrefix = isPrefix
    predicate = try QueryTerm.predicate(field, value, isPrefix)
  }

  /// The term as it is written, quoted where it must be.
  package var description: String {
    let name = field.description
    return (name.isEmpty ? "" : name + ":") + (needsQuotes ? quoted : value) + (isPrefix ? "*" : "")
  }

  private var needsQuotes: Bool {
    let isKeyword = field == .anywhere && ["and", "or", "not"].contains(value.lowercased())
    // Bytes, since a mark that combines with the character makes another `Character` of it.
    let looksLikeAnother =
      field == .anywhere
      && (value.utf8.first == UInt8(ascii: "-") || value.utf8.contains(UInt8(ascii: ":")))
    return isKeyword || looksLikeAnother || value.utf8.last == UInt8(ascii: "*")
      || value.utf8.contains { QueryLexer.endsWord($0) }
  }

  private var quoted: String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self) + "\""
  }

  private static func emptyValue(_ field: QueryField) -> String {
    field == .anywhere ? "there is nothing between the quotation marks" : "'\(field):' needs a value"
  }
}

extension QueryTerm {
  private static func predicate(_ field: QueryField, _ value: String, _ isPrefix: Bool) throws(Failure)
    -> Predicate
  {
    switch field {
    case .anywhere: return .text(.anywhere, try text(value, isPrefix, "text"))
    case .metadata(let key):
      return .metadata(key: key.lowercased(), try text(value, isPrefix, "value"))
    case .named(let name):
      if let field = textField(name) { return .text(field, try text(value, isPrefix, name.rawValue)) }
      if let field = nameField(name) {
        return .name(field, NamePattern(key: key(value, of: field), isPrefix: isPrefix))
      }
      if name == .session {
        let key = NamePattern(key: Tag.key(of: value), isPrefix: isPrefix)
        return .session(key: key, words: TextPattern(value, isPrefix: isPrefix))
      }
      if isPrefix { throw Failure("'\(name.rawValue):' takes whole values, not the start of one") }
      return try wholeValue(name, value)
    }
  }

  /// The condition on a field that is compared neither by words nor as tags are.
  private static func wholeValue(_ name: QueryField.Name, _ value: String) throws(Failure) -> Predicate {
    switch name {
    case .role: return .role(try choice(value, of: name))
    case .kind: return .kind(try choice(value, of: name))
    case .has: return .has(try choice(value, of: name))
    case .is:
      if let term = otherTerm(value) {
        throw Failure("unknown value '\(value)' for 'is:'; did you mean '\(term)'?")
      }
      return .state(try choice(value, of: name))
    case .citations:
      let forms = "a number; write 100, 10..100 or >100"
      return .number(.citations, try range(value, of: .count, forms))
    case .date, .submitted:
      let forms = "a date; write 2024, 2024-01, 2024-01-31, 2024-01..2024-06 or >=2024"
      return .day(name == .date ? .date : .submitted, try range(value, of: .day, forms))
    default:
      let forms = "a year or a range of years; write 2022, 2022..2024, 2022.., ..2024 or >=2022"
      return .number(.year, try range(value, of: .year, forms))
    }
  }

  private static func textField(_ name: QueryField.Name) -> Predicate.TextField? {
    switch name {
    case .title: .title
    case .author: .author
    case .abstract: .abstract
    case .section: .section
    case .venue: .venue
    case .presenter: .presenter
    default: nil
    }
  }

  private static func nameField(_ name: QueryField.Name) -> Predicate.NameField? {
    switch name {
    case .tag: .tag
    case .category: .category
    case .term: .term
    case .label: .label
    case .team: .team
    case .lead: .lead
    case .file: .file
    case .key: .key
    case .arxiv: .arxiv
    case .doi: .doi
    default: nil
    }
  }

  private static func text(_ value: String, _ isPrefix: Bool, _ noun: String) throws(Failure) -> TextPattern {
    if let pattern = TextPattern(value, isPrefix: isPrefix) { return pattern }
    throw Failure("the \(noun) '\(value)' has no letters to look for")
  }

  /// What an identifier is compared by, from any form that names it; of other values what tags are compared by.
  private static func key(_ value: String, of field: Predicate.NameField) -> String {
    guard field == .arxiv || field == .doi else { return Tag.key(of: value) }
    let scheme: Identifier.Scheme = field == .arxiv ? .arxiv : .doi
    let label = field == .arxiv ? "arXiv:" : ""
    let forms = [IdentifierScanner.identifier(inURL: value)]
    let written = [value, label + value].flatMap { IdentifierScanner.identifiers(inText: $0) }
    let identifier = (forms.compactMap { $0 } + written).first { $0.scheme == scheme }
    return Tag.key(of: identifier?.value ?? value)
  }

  private static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ value: String, of field: QueryField.Name
  ) throws(Failure) -> Choice {
    if let choice = Choice(rawValue: value.lowercased()) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let hint =
      Suggestion.closest(to: value, among: names).map { "did you mean '\($0)'?" }
      ?? "it is one of \(names.joined(separator: ", "))"
    throw Failure("unknown value '\(value)' for '\(field.rawValue):'; \(hint)")
  }

  /// The term that says of readings what `is:` is mistaken to say.
  private static func otherTerm(_ value: String) -> String? {
    let name = value.lowercased()
    if let role = ReadingRole(rawValue: name) { return "role:\(role.rawValue)" }
    return ReadingKind(rawValue: name).map { "kind:\($0.rawValue)" }
  }

  private static func range(_ value: String, of unit: ValueRange.Unit, _ forms: String) throws(Failure)
    -> ValueRange
  {
    do throws(ValueRange.Failure) {
      return try ValueRange(parsing: value, of: unit)
    } catch .malformed {
      throw Failure("'\(value)' is not \(forms)")
    } catch {
      throw Failure("the range '\(value)' ends before it starts")
    }
  }
}
