// This module owns what can be asked of a catalog: filters, sorting, looking up by key, counting tags. It makes no
// text for people or machines (Publishing) and knows no command line.

package import ReadingsCatalog

/// A condition on a reading in its session, or on a session that has no readings.
package indirect enum Filter: Sendable, Hashable {
  case everything
  case matching(Predicate)
  case not(Filter)
  case all([Filter])
  case any([Filter])

  /// Whether the filter lets `reading` of `session` pass; without a reading, conditions on readings fail.
  package func matches(_ session: Session, _ reading: Reading?) -> Bool {
    switch self {
    case .everything: true
    case .matching(let predicate): predicate.holds(session, reading)
    case .not(let filter): !filter.matches(session, reading)
    case .all(let filters): filters.allSatisfy { $0.matches(session, reading) }
    case .any(let filters): filters.contains { $0.matches(session, reading) }
    }
  }

  /// The filter that lets pass what every one of several groups lets pass, each group by any of its predicates;
  /// empty groups do not count.
  package static func allOfAny(_ groups: [[Predicate]]) -> Filter {
    let filters = groups.filter { !$0.isEmpty }.map { group -> Filter in
      group.count == 1 ? .matching(group[0]) : .any(group.map { .matching($0) })
    }
    switch filters.count {
    case 0: return .everything
    case 1: return filters[0]
    default: return .all(filters)
    }
  }
}

/// One condition on one field.
package enum Predicate: Sendable, Hashable {
  /// A tag of the session, or one of the reading's own.
  case tag(Tag)
  case category(Tag)
  /// The session's term, compared as tags are.
  case term(Tag)
  /// All these folded words stand in the name of one author, in any order.
  case author(words: [String])
  case role(ReadingRole)
  case kind(ReadingKind)
  /// The year the work appeared, or else that of its submission.
  case year(YearRange)

  /// Whether the condition holds; one on a reading fails without a reading.
  package func holds(_ session: Session, _ reading: Reading?) -> Bool {
    switch self {
    case .tag(let tag):
      return session.tags.contains(tag) || reading.map { $0.tags.contains(tag) } ?? false
    case .category(let category):
      return session.categories.contains(category)
    case .term(let term):
      return session.term.map { Tag($0) == term } ?? false
    case .author(let words):
      guard let reading, !words.isEmpty else { return false }
      return reading.authors.contains { author in
        let names = FoldedText.words(of: author)
        return words.allSatisfy { names.contains($0) }
      }
    case .role(let role):
      return reading?.role == role
    case .kind(let kind):
      return reading?.kind == kind
    case .year(let range):
      return reading?.yearOfPublication.map { range.contains($0) } ?? false
    }
  }
}

extension Reading {
  /// The year the work appeared, or else the year of its submission.
  package var yearOfPublication: Int? { year ?? submitted?.year }
}
