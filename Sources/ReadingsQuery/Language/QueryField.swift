/// Where a term of a query looks.
package enum QueryField: Sendable, Hashable, CustomStringConvertible {
  /// A word or phrase without a field.
  case anywhere
  case named(Name)
  /// `meta.KEY`: a front-matter key that has no field of its own, as it is written.
  case metadata(String)

  /// The fields that have names; the raw value is what is written before the colon.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    case tag, category, term, label, session, title, author, abstract, section, role, kind, year, citations,
      date, submitted, arxiv, doi, venue, presenter, team, lead, file, key, has, `is`
  }

  private static let metadataPrefix = "meta."

  /// The field of this name; case does not count. Nil when there is none.
  package init?(named text: String) {
    let lowercased = text.lowercased()
    if let name = Name(rawValue: lowercased) {
      self = .named(name)
    } else if lowercased.hasPrefix(QueryField.metadataPrefix),
      lowercased.utf8.count > QueryField.metadataPrefix.utf8.count
    {
      self = .metadata(String(text.dropFirst(QueryField.metadataPrefix.count)))
    } else {
      return nil
    }
  }

  /// The name as it is written before the colon; empty for a term without a field.
  package var description: String {
    switch self {
    case .anywhere: ""
    case .named(let name): name.rawValue
    case .metadata(let key): QueryField.metadataPrefix + key
    }
  }

  /// The names that can be written, the one for other front-matter keys last.
  package static let names = Name.allCases.map(\.rawValue) + [metadataPrefix + "KEY"]
}
