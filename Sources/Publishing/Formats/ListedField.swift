internal import ReadingsCatalog

/// A named value of a reading or a session, as columns, templates and exports ask for it.
package struct ListedField<Element: Sendable>: Sendable {
  /// What it is called on the command line and in headers.
  package let name: String
  let value: @Sendable (Element) -> FieldValue

  init(_ name: String, _ value: @escaping @Sendable (Element) -> FieldValue) {
    self.name = name
    self.value = value
  }
}

/// What a field holds; an absent text or number is nil.
enum FieldValue: Sendable {
  case text(String?)
  case number(Int?)
  case list([String])

  /// The value as one text, elements of a list separated by `; `; empty when it is absent.
  var text: String {
    switch self {
    case .text(let text): text ?? ""
    case .number(let number): number.map { String($0) } ?? ""
    case .list(let elements): elements.joined(separator: "; ")
    }
  }

  /// The text as one visible line: runs of white space become a space.
  var line: String {
    VisibleText.make(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

/// Every field of readings or of sessions, in the order that help lists them.
package struct FieldCatalog<Element: Sendable>: Sendable {
  /// A name that no field has.
  package struct UnknownField: Error, Hashable {
    /// The name as it is written.
    package let name: String
  }

  /// All fields, each name once.
  package let fields: [ListedField<Element>]
  /// Those of a table for which none are named.
  package let standard: [ListedField<Element>]
  /// The names that can be written, the one for other front-matter keys last.
  package var names: [String] { fields.map(\.name) + [FieldCatalog.metadataPrefix + "KEY"] }

  private let session: @Sendable (Element) -> Session
  private static var metadataPrefix: String { "meta." }

  /// - Parameter session: the session that an element is or stands in, for its other front-matter keys.
  init(
    _ fields: [ListedField<Element>], standard: [String], session: @escaping @Sendable (Element) -> Session
  ) {
    self.fields = fields
    self.standard = standard.compactMap { name in fields.first { $0.name == name } }
    self.session = session
  }

  /// The fields named in `text`, separated by commas, in that order.
  package func fields(named text: String) throws(UnknownField) -> [ListedField<Element>] {
    var named: [ListedField<Element>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(whereSeparator: \.isWhitespace)
      named.append(try field(named: words.joined(separator: " ")))
    }
    return named
  }

  func field(named name: String) throws(UnknownField) -> ListedField<Element> {
    if let field = fields.first(where: { $0.name == name }) { return field }
    guard name.hasPrefix(FieldCatalog.metadataPrefix), name != FieldCatalog.metadataPrefix else {
      throw UnknownField(name: name)
    }
    let key = name.dropFirst(FieldCatalog.metadataPrefix.count).lowercased()
    return ListedField(name) { [session] element in
      .list(session(element).metadata.filter { $0.key.lowercased() == key }.flatMap(\.values))
    }
  }
}
