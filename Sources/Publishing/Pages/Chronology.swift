internal import ReadingsCatalog
internal import ReadingsQuery

/// The order in which sessions were held.
enum Chronology {
  /// The places of `sessions`, earliest first.
  ///
  /// A session without a date belongs to the year that its label or term begins with, after the dated ones of that
  /// year, by label; one without a year comes first, since lists that begin with the latest are not to begin with it. What
  /// cannot be told apart keeps its order.
  static func order(of sessions: [Session]) -> [Int] {
    let keys = sessions.map { session in
      Key(
        year: year(of: session) ?? .min, date: session.date, label: session.date == nil ? session.label : nil)
    }
    return sessions.indices.sorted { left, right in
      precedes(keys[left], keys[right]) ?? (left < right)
    }
  }

  /// The sessions, earliest first.
  static func sorted(_ sessions: [Session]) -> [Session] { order(of: sessions).map { sessions[$0] } }

  /// The year of the session's date, else the one that its label or term begins with.
  static func year(of session: Session) -> Int? { session.yearHeld }

  private struct Key {
    let year: Int
    let date: CalendarDate?
    let label: String?
  }

  /// Nil when neither comes first.
  private static func precedes(_ left: Key, _ right: Key) -> Bool? {
    if left.year != right.year { return left.year < right.year }
    if let first = left.date, let second = right.date { return first == second ? nil : first < second }
    if (left.date == nil) != (right.date == nil) { return left.date != nil }
    guard let first = left.label, let second = right.label, first != second else {
      return (left.label == nil) == (right.label == nil) ? nil : left.label != nil
    }
    return NaturalOrder.precedes(first, second)
  }
}
